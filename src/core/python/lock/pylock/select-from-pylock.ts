// What an installer takes from a lock file for one environment: the pylock.toml specification (PEP 751), "Installation".
// Nothing is looked up: the file decides, or says why it can't.
import type { MarkerComparison } from '../../marker';
import { evaluateMarker, type MarkerEnvironment } from '../../marker-evaluate';
import { type NormalizedName, normalizeName } from '../../name';
import { formatSpecifierSet, type SpecifierSet } from '../../specifier';
import { admitsText } from '../../specifier-admits';
import { rankWheels, type SupportedTags } from '../../wheel-choice';
import type {
  Pylock,
  PylockArchive,
  PylockDirectory,
  PylockPackage,
  PylockSdist,
  PylockVcs,
  PylockWheel,
} from './pylock';

/** Where a lock file is installed, and which of its extras and groups. Without groups, the file's default groups. */
export interface PylockTarget {
  readonly environment: MarkerEnvironment;
  readonly tags: SupportedTags;
  readonly extras?: readonly string[];
  readonly dependencyGroups?: readonly string[];
  /** The projects that are built from their sdists even where a wheel fits. */
  readonly preferSdist?: ReadonlySet<NormalizedName>;
}

/** What is installed for a package. */
export type PylockPick =
  | PylockVcs
  | PylockDirectory
  | PylockArchive
  | { readonly kind: 'wheel'; readonly file: PylockWheel }
  | { readonly kind: 'sdist'; readonly file: PylockSdist };

export interface SelectedPackage {
  readonly locked: PylockPackage;
  /** Its place in the file's list, from 0. */
  readonly index: number;
  readonly pick: PylockPick;
}

/** Why nothing is installed. `index` is a package's place in the file's list, from 0. */
export type PylockFailure =
  | { readonly kind: 'requires-python'; readonly wanted: SpecifierSet; readonly have: string; readonly index?: number }
  | { readonly kind: 'no-environment' }
  | { readonly kind: 'undeclared'; readonly what: 'extra' | 'dependency group'; readonly name: NormalizedName }
  | { readonly kind: 'marker-undefined'; readonly comparison: MarkerComparison; readonly index?: number }
  | { readonly kind: 'ambiguous'; readonly name: NormalizedName; readonly first: number; readonly second: number }
  | { readonly kind: 'no-file'; readonly name: NormalizedName; readonly index: number };

export type PylockSelection =
  | { readonly kind: 'selected'; readonly packages: readonly SelectedPackage[] }
  | { readonly kind: 'failed'; readonly failure: PylockFailure };

/**
 * Chooses what to install from a lock file, in the file's order ("Installation"). Of the wheels that fit equally well, the
 * one with the highest build tag is taken (PEP 427, "File name convention"); the reference implementation takes the first.
 *
 * @example selectFromPylock(parsePylock('lock-version="1"\ncreated-by="x"\npackages=[]').value, { environment: LINUX, tags: arrangeTags(LINUX_312) }) // → { kind: 'selected', packages: [] }
 */
export function selectFromPylock(lock: Pylock, target: PylockTarget): PylockSelection {
  const failure = undeclared(lock, target) ?? environmentFailure(lock, target);
  if (failure !== undefined) return { kind: 'failed', failure };
  const slated = new Map<NormalizedName, { readonly locked: PylockPackage; readonly index: number }>();
  for (const [index, locked] of lock.packages.entries()) {
    const counts = isWanted(lock, locked, target);
    if (counts === false) continue;
    if (counts !== true) return { kind: 'failed', failure: { ...counts, index } };
    const unfit = pythonFailure(locked.requiresPython, target);
    if (unfit !== undefined) return { kind: 'failed', failure: { ...unfit, index } };
    const other = slated.get(locked.name);
    if (other !== undefined) {
      return { kind: 'failed', failure: { kind: 'ambiguous', name: locked.name, first: other.index, second: index } };
    }
    slated.set(locked.name, { locked, index });
  }
  const packages: SelectedPackage[] = [];
  for (const { locked, index } of slated.values()) {
    const pick = pickFile(locked, target);
    if (pick === undefined) return { kind: 'failed', failure: { kind: 'no-file', name: locked.name, index } };
    packages.push({ locked, index, pick });
  }
  return { kind: 'selected', packages };
}

/**
 * Says why nothing is installed, in one sentence ("Installation").
 *
 * @example describePylockFailure({ kind: 'ambiguous', name: normalizeName('six'), first: 0, second: 2 }) // → 'packages[0] and packages[2] both apply here and are both six: their markers must exclude each other.'
 */
export function describePylockFailure(failure: PylockFailure): string {
  switch (failure.kind) {
    case 'requires-python': {
      const who = failure.index === undefined ? 'This lock file' : `packages[${failure.index}]`;
      return `${who} needs Python ${formatSpecifierSet(failure.wanted)}, and this is ${failure.have}.`;
    }
    case 'no-environment':
      return 'The lock file is for other environments: none of its environments markers holds here.';
    case 'undeclared':
      return `The lock file knows no ${failure.what} named ${failure.name}, so nobody can say what it holds.`;
    case 'marker-undefined': {
      const where = failure.index === undefined ? 'An environments marker' : `The marker of packages[${failure.index}]`;
      return `${where} has a comparison without meaning here, so nobody can say whether it holds.`;
    }
    case 'ambiguous':
      return `packages[${failure.first}] and packages[${failure.second}] both apply here and are both ${failure.name}: their markers must exclude each other.`;
    case 'no-file':
      return `No wheel of ${failure.name} fits this environment, and packages[${failure.index}] has no sdist to build from.`;
  }
}

type PythonFailure = Extract<PylockFailure, { kind: 'requires-python' }>;
type MarkerFailure = Extract<PylockFailure, { kind: 'marker-undefined' }>;

/** What is asked for must be among the file's extras, or among its groups ("Installation"). */
function undeclared(lock: Pylock, { extras = [], dependencyGroups = [] }: PylockTarget): PylockFailure | undefined {
  const groups = [...(lock.dependencyGroups ?? []), ...(lock.defaultGroups ?? [])].map(normalizeName);
  const extra = extras.map(normalizeName).find((name) => !lock.extras?.includes(name));
  if (extra !== undefined) return { kind: 'undeclared', what: 'extra', name: extra };
  const group = dependencyGroups.map(normalizeName).find((name) => !groups.includes(name));
  return group && { kind: 'undeclared', what: 'dependency group', name: group };
}

function environmentFailure(lock: Pylock, target: PylockTarget): PylockFailure | undefined {
  const unfit = pythonFailure(lock.requiresPython, target);
  if (unfit !== undefined) return unfit;
  if (lock.environments === undefined) return undefined;
  for (const marker of lock.environments) {
    const result = evaluateMarker(marker, target.environment, { kind: 'requirement' });
    if (result.kind === 'undefined') return { kind: 'marker-undefined', comparison: result.comparison };
    if (result.holds) return undefined;
  }
  return { kind: 'no-environment' };
}

function pythonFailure(wanted: SpecifierSet | undefined, { environment }: PylockTarget): PythonFailure | undefined {
  const have = environment.python_full_version;
  // A Python built from a checkout calls itself 3.14.0+.
  if (wanted === undefined || admitsText(wanted, have.endsWith('+') ? `${have}local` : have, 'if-needed'))
    return undefined;
  return { kind: 'requires-python', wanted, have };
}

function isWanted(lock: Pylock, { marker }: PylockPackage, target: PylockTarget): boolean | MarkerFailure {
  if (marker === undefined) return true;
  const result = evaluateMarker(marker, target.environment, {
    kind: 'lock_file',
    extras: target.extras ?? [],
    dependencyGroups: target.dependencyGroups ?? lock.defaultGroups ?? [],
  });
  if (result.kind === 'decided') return result.holds;
  return { kind: 'marker-undefined', comparison: result.comparison };
}

function pickFile({ name, source }: PylockPackage, target: PylockTarget): PylockPick | undefined {
  if (source.kind !== 'distributions') return source;
  const { sdist, wheels } = source;
  const build: PylockPick | undefined = sdist && { kind: 'sdist', file: sdist };
  if (build !== undefined && target.preferSdist?.has(name)) return build;
  const best = rankWheels(
    wheels.map(({ filename }) => filename),
    target.tags,
  ).ranked[0]?.filename;
  const wheel = wheels.find(({ filename }) => filename === best);
  return wheel === undefined ? build : { kind: 'wheel', file: wheel };
}
