// Why a release was chosen, in sentences: who asks for what, and what keeps out those that would have been tried before it.
import { formatVersion, type Version } from '@/core/python';
import type { Ask, Asker } from './asks';
import { describeReason } from './describe-rule';
import { tidySpecifier } from './explain/written-requirement';
import type { Choice, Hindrance, PassedOver } from './why-chosen';

/** So many who ask, and so many stretches of releases, are told; the others are counted. */
const MOST_ASKERS = 4;
const MOST_STRETCHES = 5;

/** Who asks, as the subject of a sentence. */
export function nameAsker(by: Asker): string {
  switch (by.kind) {
    case 'root':
      return 'you';
    case 'constraint':
      return 'your constraint';
    case 'releases': {
      const [only] = by.releases;
      if (by.releases.length === 1) return `${by.name} ${only?.written ?? ''}`;
      if (by.isAll) return `every ${by.name}`;
      if (by.releases.length <= 3) return `${by.name} ${listed(by.releases.map(({ written }) => written))}`;
      return `${by.releases.length} releases of ${by.name}`;
    }
  }
}

/** What they do, as `nameAsker` names them: `you ask`, `every stock asks`. */
export function verbOfAsker(by: Asker): 'ask' | 'asks' {
  const isMany = by.kind === 'root' || (by.kind === 'releases' && by.releases.length > 1 && !by.isAll);
  return isMany ? 'ask' : 'asks';
}

/** Why a release was chosen, a sentence each: the choice first, then what was passed over for what reason. */
export function describeChoice({ name, version, asks, isHighestFirst, passed, releases }: Choice): readonly string[] {
  const askers = [...new Set(asks.map(({ by }) => nameAsker(by)))];
  const who = askers.length === 0 ? '' : ` ${sentence(listed(few(askers, MOST_ASKERS)))} ${verb(asks)} for it.`;
  const chosen = `${name} ${formatVersion(version)}`;
  const place = isHighestFirst ? 'newest' : 'oldest';
  if (releases === 1) return [`${chosen} is the only release there is.${who}`];
  if (passed.length === 0) return [`${chosen} is the ${place} of ${releases} releases.${who}`];
  const [first] = passed;
  const what =
    first?.hindrance.kind === 'locked'
      ? `${chosen} is in the lock, and fits.${who}`
      : passed.every(({ hindrance }) => hindrance.kind === 'out-of-range')
        ? `${chosen} is the ${place} release in every range.${who}`
        : `${chosen} is the ${place} release that goes with all the rest.${who}`;
  const told = passed.slice(0, MOST_STRETCHES).map(describePassed);
  const more = passed.slice(MOST_STRETCHES).reduce((sum, each) => sum + each.releases.length, 0);
  return [what, ...told, ...(more > 0 ? [`And ${more} more were passed over.`] : [])];
}

function verb([first, ...others]: readonly Ask[]): string {
  return first === undefined || others.length > 0 ? 'ask' : verbOfAsker(first.by);
}

/** `2.1 and 2.0 are out: shop 1.0 asks for <2.` */
function describePassed({ releases, hindrance }: PassedOver): string {
  const isOne = releases.length === 1;
  return `${nameReleases(releases)} ${isOne ? 'is' : 'are'} out: ${describeHindrance(hindrance)}.`;
}

function nameReleases(releases: readonly Version[]): string {
  const [first] = releases;
  const last = releases.at(-1);
  if (first === undefined || last === undefined) return 'none';
  if (releases.length <= 3) return listed(releases.map(formatVersion));
  return `${formatVersion(first)} to ${formatVersion(last)}`;
}

/** What keeps a release out, as the second half of a sentence. */
export function describeHindrance(hindrance: Hindrance): string {
  switch (hindrance.kind) {
    case 'out-of-range': {
      const texts = hindrance.asks.map(({ by, requirement: { specifier } }) => {
        return `${nameAsker(by)} ${verbOfAsker(by)} for ${tidySpecifier(specifier)}`;
      });
      return listed(few(texts, 2));
    }
    case 'not-there':
      return 'it has no file, or came after the day that counts';
    case 'unusable':
      return describeReason(hindrance.reason);
    case 'pre-release':
      return 'pre-releases come after final releases';
    case 'locked':
      return 'the lock has another one that fits';
    case 'asks-otherwise': {
      const { of, asks, chosen } = hindrance;
      return `it asks for ${of}${asks}, and ${of} is ${formatVersion(chosen)}`;
    }
    case 'search':
      return 'something that it leads to doesn’t go with the rest';
  }
}

function few(texts: readonly string[], most: number): readonly string[] {
  return texts.length > most ? [...texts.slice(0, most), `${texts.length - most} more`] : texts;
}

function listed(texts: readonly string[]): string {
  return texts.length < 2 ? texts.join('') : `${texts.slice(0, -1).join(', ')} and ${texts.at(-1)}`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
