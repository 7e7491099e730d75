/** What the bump adviser is given, and what it makes of it once. */

import { compareVersions, formatVersion, type Version } from '@/core/python';
import {
  type Asker,
  type ChangeKindId,
  type Form,
  isReadable,
  readSchemeVersion,
  type Scheme,
  type YesOrNo,
} from '@/core/versioning';

/** A change that may be part of the next release. */
export interface ScenarioChange {
  readonly id: string;
  readonly kind: ChangeKindId;
  readonly label: string;
}

export interface BumpScenario {
  readonly id: string;
  readonly task: string;
  readonly project: string;
  readonly scheme: Scheme;
  readonly current: string;
  readonly before: readonly string[];
  readonly year?: number | undefined;
  readonly first: readonly string[];
  readonly changes: readonly ScenarioChange[];
  readonly askers: readonly Asker[];
}

/** What a scenario promises of a set of changes. */
export interface Expectation {
  readonly changes: readonly string[];
  readonly answers: Readonly<Record<string, YesOrNo>>;
  readonly form: Form;
  readonly year?: number | undefined;
  readonly next: readonly string[];
  readonly gets?: readonly string[] | undefined;
}

export interface BumpScene {
  readonly scenario: BumpScenario;
  /** The version that the figure begins with. */
  readonly current: Version;
  /** The releases before it, oldest first. */
  readonly before: readonly Version[];
  readonly year: number;
}

/** Opens a scenario that has been checked. @throws when one of its versions is none of its scheme */
export function openScene(scenario: BumpScenario): BumpScene {
  const read = (text: string): Version => {
    const version = readSchemeVersion(scenario.scheme, text);
    if (version === undefined) throw new RangeError(`${text} is no version of the scheme ${scenario.scheme}.`);
    return version;
  };
  const current = read(scenario.current);
  return { scenario, current, before: scenario.before.map(read), year: scenario.year ?? 0 };
}

/** What is wrong with a scenario, as path and reason: what the shape alone can't tell. */
export function scenarioProblems({ scheme, current, before, year, first, changes, askers }: BumpScenario): readonly {
  readonly path: readonly (string | number)[];
  readonly reason: string;
}[] {
  const all = [...before, current];
  const versions = all.map((text) => readSchemeVersion(scheme, text));
  const ids = changes.map(({ id }) => id);
  const place = (at: number) => (at < before.length ? ['before', at] : ['current']);
  return [
    ...all.flatMap((text, at) => {
      const version = versions[at];
      if (version === undefined)
        return [{ path: place(at), reason: `"${text}" is no version of the scheme ${scheme}.` }];
      const normal = formatVersion(version);
      if (normal !== text) return [{ path: place(at), reason: `"${text}" is written ${normal}.` }];
      const older = versions[at - 1];
      if (older === undefined || compareVersions(older, version) < 0) return [];
      return [{ path: place(at), reason: `"${text}" isn’t newer than the release before it.` }];
    }),
    ...((scheme === 'calver') === (year !== undefined)
      ? []
      : [{ path: ['scheme'], reason: 'A calendar scheme, and no other, has a year.' }]),
    ...ids.flatMap((id, at) =>
      ids.indexOf(id) === at ? [] : [{ path: ['changes', at], reason: `There are two changes "${id}".` }],
    ),
    ...first.flatMap((id, at) =>
      ids.includes(id) ? [] : [{ path: ['first', at], reason: `There is no change "${id}".` }],
    ),
    ...askers.flatMap((asker, at) =>
      isReadable(asker) ? [] : [{ path: ['askers', at], reason: `${asker.by} can’t read "${asker.range}".` }],
    ),
  ];
}
