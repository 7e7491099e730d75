// How an answer elsewhere came about, in a sentence or two; what stands there more than once; and what the question lost on its way there.
import { type CrateVersion, formatCrateVersion } from './cargo/cargo-problem';
import type { CargoAnswer, CargoFailure } from './cargo/resolve-crates';
import type { Elsewhere } from './elsewhere';
import type { GoAnswer, GoBuilt } from './go/build-list';
import { formatGoModule } from './go/go-problem';
import { compareGoVersions } from './go/go-version';
import type { NpmAnswer, NpmAsk, NpmFailure } from './npm/ideal-tree';
import type { Loss, Unsayable } from './sayable';

/** A name that stands there more than once, with its versions; twice the same where npm has two copies. */
export interface Twice {
  readonly name: string;
  readonly versions: readonly string[];
}

/** Packages of which npm installs more than one copy. */
export function twiceInNpm(answer: NpmAnswer): readonly Twice[] {
  const packages = answer.kind === 'installed' ? answer.packages.filter(({ linksTo }) => linksTo === undefined) : [];
  return gather(packages.map(({ name, version }) => [name, version]));
}

/** Crates of which Cargo locks more than one version: what `cargo tree --duplicates` lists. */
export function twiceInCargo(answer: CargoAnswer): readonly Twice[] {
  const locked = answer.kind === 'resolved' ? answer.locked : [];
  return gather(locked.map(({ crate }) => [crate.crate, versionOf(crate)]));
}

/** Modules that are built in more than one major version, by the path without it. */
export function twiceInGo(answer: GoAnswer): readonly Twice[] {
  const built = answer.kind === 'built' ? answer.buildList : [];
  return gather(built.map(({ path, version }) => [path.replace(/\/v[0-9]+$/, ''), version]));
}

function gather(pairs: readonly (readonly [name: string, version: string])[]): readonly Twice[] {
  const byName = new Map<string, string[]>();
  for (const [name, version] of pairs) byName.set(name, [...(byName.get(name) ?? []), version]);
  return [...byName].filter(([, { length }]) => length > 1).map(([name, versions]) => ({ name, versions }));
}

const versionOf = (crate: CrateVersion): string => formatCrateVersion(crate).slice(crate.crate.length + 1);

export function describeNpm(answer: NpmAnswer): string {
  switch (answer.kind) {
    case 'installed': {
      const [first] = twiceInNpm(answer);
      const [warned] = answer.overridden;
      const warning =
        warned === undefined
          ? ''
          : ` ${askerOf(warned)} wants ${warned.name} ${warned.range} beside it, and npm warns.`;
      if (first !== undefined) {
        return `${first.name} stands there ${timesOf(first)}: whoever can’t use the copy at the top gets one of its own.${warning}`;
      }
      return `Each package stands once, at the top: one copy does for all who ask.${warning}`;
    }
    case 'failed':
      return describeNpmFailure(answer.failure);
    case 'stopped':
      return 'The tree was getting too large, and building it was stopped.';
  }
}

function describeNpmFailure(failure: NpmFailure): string {
  const { ask } = failure;
  const who = askerOf(ask);
  switch (failure.kind) {
    case 'E404':
      return `E404: ${who} asks for ${ask.name}, which isn’t in the registry.`;
    case 'ETARGET':
      return `ETARGET: no ${ask.name} is in the range ${ask.range} that ${who} asks for. npm doesn’t go back to another version of who asks.`;
    case 'ERESOLVE': {
      const there = failure.found === undefined ? 'another one is there' : `${ask.name} ${failure.found} is there`;
      return `ERESOLVE: ${who} wants ${ask.name} ${ask.range} beside it, and ${there}.`;
    }
  }
}

const askerOf = ({ by }: NpmAsk): string => (by === undefined ? 'your project' : `${by.name} ${by.version}`);

export function describeCargo(answer: CargoAnswer): string {
  switch (answer.kind) {
    case 'resolved': {
      const [first] = twiceInCargo(answer);
      if (first === undefined) return 'One version of each crate, the newest that all who ask for it can use.';
      return `${first.name} stands there ${timesOf(first)}: ${listed(first.versions)} aren’t compatible with each other, so each who asks gets its own.`;
    }
    case 'failed':
      return describeCargoFailure(answer.failure);
    case 'stopped':
      return 'The search took too many steps, and was stopped.';
  }
}

function describeCargoFailure(failure: CargoFailure): string {
  if (failure.kind === 'cycle') {
    return `${listed(failure.crates.map(formatCrateVersion))} depend on each other in a circle, which Cargo refuses.`;
  }
  const { wants } = failure;
  const who = failure.by === undefined ? 'Your package' : formatCrateVersion(failure.by);
  const asks = `${who} asks for ${wants.crate} ${wants.written}`;
  switch (failure.kind) {
    case 'no-crate':
      return `${asks}, and there is no such crate.`;
    case 'no-version':
      return `${asks}, and no version that may be chosen meets that.`;
    case 'conflict':
      return `${asks}, and ${listed(failure.chosen.map(formatCrateVersion))} was chosen already: of versions compatible with each other there can be one.`;
  }
}

export function describeGo(answer: GoAnswer): string {
  if (answer.kind === 'failed') {
    const who = answer.by === undefined ? 'Your module' : formatGoModule(answer.by);
    const what = answer.hasModule ? 'there is no such version' : 'there is no such module';
    return `${who} requires ${formatGoModule(answer.missing)}, and ${what}.`;
  }
  const raised = answer.buildList.find(({ asks }) => new Set(asks.map(({ version }) => version)).size > 1);
  if (raised === undefined) return 'Each module at the minimum that is asked for, and nothing newer.';
  return `Of each module the highest minimum: ${nameOf(raised)} ${raised.version}, for ${whoAsks(raised)}. Nothing newer is looked at.`;
}

const nameOf = ({ path }: Pick<GoBuilt, 'path'>): string => path.replace(/^example\.com\//, '');

function whoAsks({ asks, version }: GoBuilt): string {
  const top = asks.find((ask) => compareGoVersions(ask.version, version) === 0);
  return top?.by === undefined ? 'you ask for it' : `${nameOf(top.by)} ${top.by.version} asks for it`;
}

/** What was lost when the question was put into another notation. */
export function describeLoss(loss: Loss): string {
  switch (loss.kind) {
    case 'release':
      return `${loss.release} is left out: ${RELEASE_REASONS[loss.because]}.`;
    case 'requirement':
      return `${loss.release} is left out: its ${loss.requirement} can’t be said here.`;
    case 'upper-bound':
      return `${loss.by}: of ${loss.requirement} only the minimum is said. Go has no upper bounds.`;
    case 'one-major':
      return `${loss.by}: ${loss.requirement} reaches over major versions. Go’s path names one.`;
    case 'no-minimum':
      return `${loss.by}: ${loss.requirement} names no minimum, so the oldest release stands for one.`;
  }
}

const RELEASE_REASONS = {
  version: 'its version isn’t three plain numbers',
  files: 'none of its files fits the machine',
  python: 'it needs a newer Python',
  yanked: 'it is yanked',
} as const;

export function describeUnsayable(reason: Unsayable, ecosystem: Elsewhere): string {
  const name = { npm: 'npm', cargo: 'Cargo', go: 'Go' }[ecosystem];
  switch (reason.kind) {
    case 'own-requirement':
      return `Your ${reason.requirement} can’t be said in ${name}’s notation.`;
    case 'option':
      return `${reason.option} has no like in ${name}.`;
    case 'nothing-in-range':
      return `Go names a version that exists, and none is in ${reason.requirement}.`;
    case 'not-given':
      return `The scenario says nothing in ${name}’s notation.`;
  }
}

function timesOf({ versions }: Twice): string {
  return versions.length === 2 ? 'twice' : `${versions.length} times`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
