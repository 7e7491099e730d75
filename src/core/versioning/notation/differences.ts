// Where three notations admit different versions of one list, and what is said about that.
import { isPrerelease } from '@/core/python';
import type { ListedVersion } from './listed-version';

/** How a version stands in a notation that isn't Python's; `unspeakable`: it has no number there. */
export type Elsewhere = 'in' | 'out' | 'unspeakable';

/** A version that npm or Cargo judge otherwise than Python does. */
export interface Difference {
  readonly listed: ListedVersion;
  readonly python: 'in' | 'out';
  /** Undefined where a lane has nothing to judge by. */
  readonly npm: Elsewhere | undefined;
  readonly cargo: Elsewhere | undefined;
}

export interface Lanes {
  readonly python: readonly ('in' | 'out')[];
  readonly npm: readonly Elsewhere[] | undefined;
  readonly cargo: readonly Elsewhere[] | undefined;
}

/**
 * The versions that are judged differently, in the order of the list. What has no number elsewhere differs only where Python admits it.
 *
 * @example differences(readVersionList('1.0 1.1').versions, { python: ['in', 'out'], npm: ['in', 'in'], cargo: ['in', 'out'] }).map(({ listed }) => listed.text) // → ['1.1']
 */
export function differences(versions: readonly ListedVersion[], lanes: Lanes): readonly Difference[] {
  return versions.flatMap((listed, at): readonly Difference[] => {
    const python = lanes.python[at] ?? 'out';
    const [npm, cargo] = [lanes.npm?.[at], lanes.cargo?.[at]];
    return isOther(python, npm) || isOther(python, cargo) ? [{ listed, python, npm, cargo }] : [];
  });
}

function isOther(python: 'in' | 'out', there: Elsewhere | undefined): boolean {
  if (there === undefined) return false;
  return there === 'unspeakable' ? python === 'in' : there !== python;
}

/**
 * What differs, in a few sentences; empty when nothing does.
 *
 * @example describeDifferences(differences(readVersionList('1.1').versions, { python: ['out'], npm: ['in'], cargo: ['in'] })) // → ['npm and Cargo also admit 1.1.']
 */
export function describeDifferences(found: readonly Difference[]): readonly string[] {
  const said: string[] = [];
  const add = (who: string, verb: Verb, of: readonly ListedVersion[]) => {
    if (of.length > 0) said.push(`${who} ${WORDS[verb][who.includes(' and ') ? 1 : 0]} ${named(of)}${kindOf(of)}.`);
  };
  for (const verb of ['also', 'not', 'none'] as const) {
    const [npm, cargo] = [ofVerb(found, 'npm', verb), ofVerb(found, 'cargo', verb)];
    if (isSame(npm, cargo)) add('npm and Cargo', verb, npm);
    else {
      add('npm', verb, npm);
      add('Cargo', verb, cargo);
    }
  }
  return said;
}

type Verb = 'also' | 'not' | 'none';

const WORDS: Readonly<Record<Verb, readonly [one: string, both: string]>> = {
  also: ['also admits', 'also admit'],
  not: ['leaves out', 'leave out'],
  none: ['has no number for', 'have no number for'],
};

function ofVerb(found: readonly Difference[], lane: 'npm' | 'cargo', verb: Verb): readonly ListedVersion[] {
  const wanted = { also: 'in', not: 'out', none: 'unspeakable' } as const;
  return found
    .filter((one) => one[lane] === wanted[verb] && (verb === 'also') === (one.python === 'out'))
    .map(({ listed }) => listed);
}

function isSame(left: readonly ListedVersion[], right: readonly ListedVersion[]): boolean {
  return left.length === right.length && left.every((one, at) => one === right[at]);
}

/** The first two by name, and how many more. */
function named(of: readonly ListedVersion[]): string {
  const [first, second, third] = of.map(({ text }) => text);
  if (second === undefined) return first ?? '';
  if (third === undefined) return `${first} and ${second}`;
  return `${first}, ${second} and ${of.length - 2} more`;
}

function kindOf(of: readonly ListedVersion[]): string {
  if (!of.every(({ version }) => isPrerelease(version))) return '';
  return of.length === 1 ? ', a pre-release' : ', all pre-releases';
}
