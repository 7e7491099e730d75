// A Python scenario put to npm, Cargo and Go: the same packages and ranges in each one's notation, where that says the same, with what is lost
// on the way.
import { type NormalizedName, type Numeral, nextNumeral } from '@/core/python';
import type { ResolutionProblem } from '../problem';
import type { CargoDependency, CargoProblem, CrateVersion } from './cargo/cargo-problem';
import { readCargoRequirement } from './cargo/version-requirement';
import type { GoModule, GoProblem } from './go/go-problem';
import type { NpmPackage, NpmProblem, NpmVersion } from './npm/npm-problem';
import { type Loss, type Sayable, type SayableRange, type SayableRelease, sayableOf, type Unsayable } from './sayable';
import { compareTriples, isInTripleRange, type Triple, writeCargoRange, writeNpmRange } from './translate-range';

/** The question in another notation, and what it doesn't say there; or why it can't be said. */
export type Translation<Problem> =
  | { readonly kind: 'said'; readonly problem: Problem; readonly losses: readonly Loss[] }
  | { readonly kind: 'unsayable'; readonly reasons: readonly Unsayable[] };

export function translateToNpm(problem: ResolutionProblem): Translation<NpmProblem> {
  const said = sayableOf(problem);
  if ('unsayable' in said) return { kind: 'unsayable', reasons: said.unsayable };
  const ranges = (all: readonly SayableRange[]) => new Map(all.map(({ name, range }) => [name, writeNpmRange(range)]));
  const packages = new Map<string, NpmPackage>();
  for (const [name, releases] of said.releases) {
    const versions = releases
      .filter(({ yanked }) => !yanked)
      .map(({ triple, requires }): readonly [string, NpmVersion] => {
        const version = triple.join('.');
        const dependencies = ranges(requires);
        return [version, { version, dependencies, peerDependencies: new Map(), isDeprecated: false }];
      });
    packages.set(name, { latest: versions.at(-1)?.[0], versions: new Map(versions) });
  }
  return {
    kind: 'said',
    problem: { dependencies: ranges(said.own), packages },
    losses: [...said.losses, ...yankedIn(said)],
  };
}

export function translateToCargo(problem: ResolutionProblem): Translation<CargoProblem> {
  const said = sayableOf(problem);
  if ('unsayable' in said) return { kind: 'unsayable', reasons: said.unsayable };
  const dependencies = (all: readonly SayableRange[]): readonly CargoDependency[] =>
    [...all]
      .sort((left, right) => (left.name < right.name ? -1 : 1))
      .map(({ name, range }) => {
        const written = writeCargoRange(range);
        return { key: name, crate: name, written, requirement: readCargoRequirement(written) ?? [] };
      });
  const crates = new Map<string, readonly CrateVersion[]>();
  for (const [name, releases] of said.releases) {
    const versions = releases.map(({ triple, requires, yanked }): CrateVersion => {
      return {
        crate: name,
        version: { numbers: triple, pre: [], build: '' },
        dependencies: dependencies(requires),
        yanked,
      };
    });
    crates.set(name, versions.reverse());
  }
  return { kind: 'said', problem: { dependencies: dependencies(said.own), crates }, losses: said.losses };
}

/**
 * In Go a requirement is a minimum of one major version, which is part of the module's path. So of a range its lowest release is
 * said, and what else the range says is lost.
 */
export function translateToGo(problem: ResolutionProblem): Translation<GoProblem> {
  const said = sayableOf(problem);
  if ('unsayable' in said) return { kind: 'unsayable', reasons: said.unsayable };
  const losses: Loss[] = [...said.losses, ...yankedIn(said)];
  const requiring = (by: string, all: readonly SayableRange[]): readonly GoModule[] | SayableRange => {
    const found: GoModule[] = [];
    for (const one of all) {
      const lowest = lowestIn(said, one);
      if (lowest === undefined) return one;
      losses.push(...lostInGo(said, by, one, lowest));
      found.push(goModule(one.name, lowest));
    }
    return found;
  };
  const own = requiring('you', said.own);
  if (!isList(own)) {
    return { kind: 'unsayable', reasons: [{ kind: 'nothing-in-range', requirement: own.written }] };
  }
  const modules = new Map<string, Map<string, readonly GoModule[]>>();
  for (const [name, releases] of said.releases) {
    for (const { triple, requires, yanked } of releases) {
      if (yanked) continue;
      const label = `${name} ${triple.join('.')}`;
      const required = requiring(label, requires);
      if (!isList(required)) {
        losses.push({ kind: 'requirement', release: label, requirement: required.written });
        continue;
      }
      const { path, version } = goModule(name, triple);
      const known = modules.get(path) ?? new Map<string, readonly GoModule[]>();
      modules.set(path, known.set(version, required));
    }
  }
  const go = { module: 'example.com/app', require: own, exclude: [], replace: [], modules };
  return { kind: 'said', problem: go, losses: reached(go, losses) };
}

const isList = (value: readonly GoModule[] | SayableRange): value is readonly GoModule[] => Array.isArray(value);

function goModule(name: NormalizedName, triple: Triple): GoModule {
  const [major] = triple;
  const suffix = major === 0 || major === 1 ? '' : `/v${major}`;
  return { path: `example.com/${name}${suffix}`, version: `v${triple.join('.')}` };
}

/** Yanked releases, which npm and Go have no like of: they are left out, as a new lock would. */
function yankedIn({ releases }: Sayable): readonly Loss[] {
  return [...releases.values()].flat().flatMap(({ name, triple, yanked }): readonly Loss[] => {
    return yanked ? [{ kind: 'release', release: `${name} ${triple.join('.')}`, because: 'yanked' }] : [];
  });
}

const releasesIn = ({ releases }: Sayable, { name, range }: SayableRange): readonly SayableRelease[] =>
  (releases.get(name) ?? []).filter(({ triple, yanked }) => !yanked && isInTripleRange(range, triple));

function lowestIn(said: Sayable, wanted: SayableRange): Triple | undefined {
  return releasesIn(said, wanted)[0]?.triple;
}

/** What of a range its lowest release, as a minimum, doesn't say. */
function lostInGo(said: Sayable, by: string, wanted: SayableRange, lowest: Triple): readonly Loss[] {
  const { range, name, written: requirement } = wanted;
  const next: Triple = [goMajor(lowest), 0, 0];
  const all = said.releases.get(name) ?? [];
  const isBeyond = all.some(({ triple }) => compareTriples(triple, next) >= 0 && isInTripleRange(range, triple));
  const isCut = all.some(
    ({ triple }) =>
      compareTriples(triple, lowest) > 0 && compareTriples(triple, next) < 0 && !isInTripleRange(range, triple),
  );
  return [
    ...(range.from === undefined ? [{ kind: 'no-minimum', by, requirement } as const] : []),
    ...(isBeyond ? [{ kind: 'one-major', by, requirement } as const] : []),
    ...(isCut ? [{ kind: 'upper-bound', by, requirement } as const] : []),
  ];
}

/** The first major version that has another path: v0 and v1 share theirs. */
function goMajor([major]: Triple): Numeral {
  return major === 0 ? 2 : nextNumeral(major);
}

/** The losses of what the walk can come to: what nobody asks for loses nothing. */
function reached({ require, modules }: GoProblem, losses: readonly Loss[]): readonly Loss[] {
  const names = new Set(['you']);
  const queue = [...require];
  const seen = new Set<string>();
  for (const { path, version } of queue) {
    const key = `${path} ${version}`;
    if (seen.has(key)) continue;
    seen.add(key);
    names.add(`${path.replace(/^example\.com\//, '').replace(/\/v\d+$/, '')} ${version.slice(1)}`);
    queue.push(...(modules.get(path)?.get(version) ?? []));
  }
  return losses.filter((loss) => !('by' in loss) || names.has(loss.by));
}
