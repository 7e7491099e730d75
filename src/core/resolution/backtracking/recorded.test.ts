// pip's own resolver, recorded by scripts/record/backtracking.py: the same pins, rejections and conflicts in the same order, the same
// counts, the same end.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatVersion, normalizeName } from '@/core/python';
import { problemOf, type ReleaseSketch } from '../sketch';
import type { Information } from './criterion';
import { backtrackingOutcome, startBacktracking, stepBacktracking } from './index';

interface RecordedRelease {
  readonly version: string;
  readonly requires: readonly string[];
  readonly extras?: Readonly<Record<string, readonly string[]>>;
  readonly requires_python?: string;
  readonly sdist?: boolean;
  readonly wheel_tags?: readonly string[];
  readonly yanked?: boolean;
}

interface Recorded {
  readonly name: string;
  readonly root: readonly string[];
  readonly constraints?: readonly string[];
  readonly packages: Readonly<Record<string, readonly RecordedRelease[]>>;
  readonly max_rounds: number;
  readonly pre?: boolean;
  readonly no_build?: readonly string[];
  readonly no_binary?: readonly string[];
  readonly expected: {
    readonly kind: 'solved' | 'unsolvable' | 'too deep';
    readonly pins?: Readonly<Record<string, string>>;
    readonly causes?: readonly string[];
    readonly counts: {
      readonly rounds: number;
      readonly pins: number;
      readonly rejections: number;
      readonly conflicts: number;
      readonly read: number;
    };
    readonly trace: readonly string[];
  };
}

/** As many events as the recording keeps of each case. */
const TRACE_LIMIT = 150;

// Another recording can be held against the search by naming it: the recorder makes as many cases as one likes.
const file = process.env['BACKTRACKING_CASES'] ?? new URL('recorded.jsonl', import.meta.url);
const [head = '{}', ...lines] = readFileSync(file, 'utf8').trim().split('\n');
const { environment } = JSON.parse(head) as { readonly environment: { readonly python_full_version: string } };
const cases = lines.map((line) => JSON.parse(line) as Recorded);

function sketchOf(release: RecordedRelease): ReleaseSketch {
  return {
    requires: release.requires,
    ...(release.extras === undefined ? {} : { extras: release.extras }),
    ...(release.requires_python === undefined ? {} : { requiresPython: release.requires_python }),
    ...(release.sdist === undefined ? {} : { sdist: release.sdist }),
    ...(release.wheel_tags === undefined ? {} : { wheelTags: release.wheel_tags }),
    ...(release.yanked === undefined ? {} : { yanked: release.yanked }),
  };
}

const nameOf = ({ parent }: Information) =>
  parent === undefined ? 'root' : `${parent.key} ${parent.version}`.replace(/\s/, ' ');
const byCodePoint = (left: string, right: string) => (left < right ? -1 : left > right ? 1 : 0);
const pythonKey = (key: string) => key.replace('<Python>', '<Python from Requires-Python>');

function replay(recorded: Recorded): Recorded['expected'] {
  const packages = Object.fromEntries(
    Object.entries(recorded.packages).map(([name, releases]) => [
      name,
      Object.fromEntries(releases.map((release) => [release.version, sketchOf(release)])),
    ]),
  );
  const search = startBacktracking(
    problemOf({
      root: recorded.root,
      constraints: recorded.constraints ?? [],
      packages,
      python: environment.python_full_version,
      policy: {
        prereleases: recorded.pre ? 'allow' : 'if-necessary',
        noBuild: new Set((recorded.no_build ?? []).map(normalizeName)),
        noBinary: new Set((recorded.no_binary ?? []).map(normalizeName)),
      },
    }),
    recorded.max_rounds,
  );
  if ('kind' in search) throw new Error('Every recorded case is for one environment.');
  const trace: string[] = [];
  while (search.status === 'searching') {
    for (const event of stepBacktracking(search)) {
      if (event.kind === 'pinned') trace.push(pythonKey(`pin ${event.candidate.key} ${event.candidate.version}`));
      if (event.kind === 'rejected') trace.push(`reject ${event.candidate.key} ${event.candidate.version}`);
      if (event.kind === 'conflict') {
        const parents = [...new Set(event.causes.map(nameOf))].sort(byCodePoint);
        trace.push(`conflict ${parents.join(', ')}`);
      }
    }
  }
  const outcome = backtrackingOutcome(search);
  if (outcome.kind === 'not-modelled') throw new Error('Every recorded case is for one environment.');
  const counts = {
    rounds: outcome.counts.steps,
    pins: outcome.counts.decisions,
    rejections: outcome.counts.rejected,
    conflicts: outcome.counts.conflicts,
    read: outcome.counts.releasesRead,
  };
  const short = trace.slice(0, TRACE_LIMIT);
  switch (outcome.kind) {
    case 'solved': {
      const pins = Object.fromEntries(
        outcome.forks.flatMap((fork) => fork.pins.map(({ name, version }) => [name, formatVersion(version)])),
      );
      return { kind: 'solved', pins, counts, trace: short };
    }
    case 'unsolvable': {
      const causes = outcome.causes.map((cause) => pythonKey(`${nameOf(cause)} needs ${cause.requirement.key}`));
      return { kind: 'unsolvable', causes: causes.sort(byCodePoint), counts, trace: short };
    }
    case 'stopped':
      return { kind: 'too deep', counts, trace: short };
  }
}

describe('a search by backtracking', () => {
  it.each(cases)('goes as pip’s does: $name', (recorded) => {
    expect(replay(recorded)).toEqual(recorded.expected);
  });
});
