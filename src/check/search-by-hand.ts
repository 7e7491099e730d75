/**
 * The steps of a resolver's search in the words of lecture 3, one a line: what its run by hand shows is held to the trace of the real
 * search. A set of versions is told by the versions that exist: `glyphs 1.0`, and the name alone where all are meant.
 */
import { containsVersion, formatVersion, type VersionSet } from '@/core/python';
import {
  openTrace,
  type PackageId,
  type ResolutionProblem,
  startSearch,
  step,
  type Term,
  type TraceEvent,
} from '@/core/resolution';

/** More steps than anybody follows by hand. */
const ROOM = 500;

/** A line, and the step of the replay that it tells: the figure beside the text counts them. */
export interface HandLine {
  readonly step: number;
  readonly text: string;
}

/** Takes a problem and the name of its root, returns the lines of its search. */
export function searchByHand(problem: ResolutionProblem, root: string): readonly HandLine[] {
  const trace = openTrace(ROOM);
  const search = startSearch(problem, trace);
  while (search.status === 'running' && !trace.isCut) step(search);
  const { table, incompatibilities } = search.context;

  const nameOf = (id: PackageId): string => {
    const of = table.packages[id];
    return of !== undefined && 'name' in of ? of.name : of?.kind === 'python' ? 'Python' : root;
  };
  const versionsIn = (id: PackageId, set: VersionSet): string => {
    const of = table.packages[id];
    const known = of?.kind === 'project' ? (problem.index.get(of.name) ?? []).map(({ version }) => version) : [];
    const inside = known.filter((version) => containsVersion(set, version));
    return inside.length === known.length ? '' : ` ${inside.map(formatVersion).join(' or ')}`;
  };
  const termOf = (id: PackageId, { positive, versions }: Term): string =>
    `${positive ? '' : 'not '}${nameOf(id)}${versionsIn(id, versions)}`;
  const ruleOf = (id: number): string => {
    const terms = incompatibilities[id]?.terms.map(({ package: of, term }) => termOf(of, term)) ?? [];
    return line('', `rule ${id}`, `{${terms.join(', ')}}`);
  };

  const linesOf = (event: TraceEvent): readonly string[] => {
    switch (event.kind) {
      case 'incompatibility':
        return [ruleOf(event.incompatibility)];
      case 'propagation': {
        const { package: of, accumulated, cause, level } = event;
        return [line(`${level}`, 'follows', `${termOf(of, accumulated).padEnd(18)} by ${cause}`)];
      }
      case 'decision': {
        const of = nameOf(event.package);
        const version = of === root ? '' : ` ${formatVersion(event.version)}`;
        return [line(`${event.level}`, 'choose', `${of}${version}`)];
      }
      case 'rejection':
        return [
          line('', 'refuse', `${nameOf(event.package)} ${formatVersion(event.version)} by ${event.incompatibility}`),
        ];
      case 'conflict':
        return [line(`${event.level}`, 'CONFLICT', `with ${event.incompatibility}`)];
      case 'resolution':
        return [
          line('', 'resolve', `${event.incompatibility} with ${event.cause} over ${nameOf(event.over)}`),
          ruleOf(event.learned),
        ];
      case 'backjump':
        return [line('', 'go back', `from level ${event.from} to ${event.to}`)];
      case 'reorder':
        return [line('', 'reorder', nameOf(event.package))];
    }
  };
  return trace.events.flatMap((event, at) => linesOf(event).map((text) => ({ step: at + 1, text })));
}

const line = (level: string, step: string, what: string): string => `${level.padEnd(2)}${step.padEnd(9)}${what}`;
