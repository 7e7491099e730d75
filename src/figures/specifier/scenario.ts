/**
 * What the specifier explorer is given: a project's versions, what to try on them, and perhaps a set that is to be hit exactly.
 * content/scenarios/specifier/*.json; the recorded half is written by scripts/record/version-lists.ts.
 */
import type { PrereleasePolicy } from '@/core/python';
import { readVersionList, type VersionList } from '@/core/versioning';
import { remembering } from '@/figures/frame/remembering';

/** A specifier to try, with what is said of pre-releases. */
export interface Try {
  readonly specifier: string;
  readonly prereleases?: PrereleasePolicy;
}

export interface SpecifierScenario {
  readonly id: string;
  readonly project: string;
  /** Made up for teaching; the others are the index's own lists. */
  readonly ours?: boolean;
  /** The day; not of a list of ours. */
  readonly recorded?: string;
  /** The version that the intents are about at first. */
  readonly base: string;
  /** The first is what the figure begins with. */
  readonly tries: readonly [Try, ...Try[]];
  /** Are npm and Cargo beside it at first? */
  readonly beside?: boolean;
  /** The set that is to be admitted exactly. */
  readonly wanted?: readonly string[];
  /** Ascending. */
  readonly versions: readonly string[];
  readonly yanked: readonly string[];
}

/** A scenario as its file holds it: more than a page needs. */
export interface RecordedScenario extends SpecifierScenario {
  readonly title: string;
  /** What it shows, in one sentence. */
  readonly says: string;
  /** Of `packaging`, which was asked. */
  readonly packaging: string;
  /** What it admits of each try. */
  readonly expects: readonly {
    readonly specifier: string;
    readonly prereleases: PrereleasePolicy;
    readonly admits: readonly string[];
  }[];
}

/** The half of a scenario that a page is sent. */
export function shipScenario(scenario: RecordedScenario): SpecifierScenario {
  const { id, project, ours, recorded, base, tries, beside, wanted, versions, yanked } = scenario;
  return {
    id,
    project,
    ...(ours === undefined ? {} : { ours }),
    ...(recorded === undefined ? {} : { recorded }),
    base,
    tries,
    ...(beside === undefined ? {} : { beside }),
    ...(wanted === undefined ? {} : { wanted }),
    versions,
    yanked,
  };
}

/** A scenario, opened. */
export interface SpecifierScene {
  readonly scenario: SpecifierScenario;
  /** The list as text, to be edited. */
  readonly text: string;
  /** The list that is looked at: the project's when there is no text, or the reader's own. */
  readonly listOf: (text: string | undefined) => VersionList;
}

export function openScene(scenario: SpecifierScenario): SpecifierScene {
  const yanked = new Set(scenario.yanked);
  const text = scenario.versions.map((version) => (yanked.has(version) ? `${version} yanked` : version)).join('\n');
  const read = remembering((given: string) => given, readVersionList);
  return { scenario, text, listOf: (own) => read(own ?? text) };
}
