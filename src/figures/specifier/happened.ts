/** What a specifier comes to, in a few sentences, and what of it is said aloud. */
import { formatSpecifierSet } from '@/core/python';
import type { Words } from '@/figures/frame/Words';
import type { ReadState } from './reading';
import type { SpecifierScene } from './scenario';
import type { SpecifierState } from './state';

export function happenedOf(scene: SpecifierScene, state: SpecifierState, read: ReadState, isHidden: boolean): Words {
  const { list, admitted, python } = read;
  const name = state.versions === undefined ? scene.scenario.project : 'your list';
  const written =
    formatSpecifierSet(python.set) === '' ? undefined : (state.specifier.good ?? state.specifier.text).trim();
  const subject: Words = written === undefined ? ['No clause'] : [{ code: written }];
  if (isHidden) return ['Which of these versions does ', ...subject, ' admit?'];
  const [oldest, newest] = [admitted[0], admitted.at(-1)];
  const all = list.versions.length;
  const count =
    newest === undefined || oldest === undefined
      ? ` admits none of the ${all} versions of ${name}.`
      : admitted.length === 1
        ? ` admits one of the ${all} versions of ${name}: ${newest.text}.`
        : ` admits ${admitted.length} of the ${all} versions of ${name}, from ${oldest.text} to ${newest.text}.`;
  return [...subject, `${count}${prereleasesIn(read)}${takenIn(read)}`];
}

function prereleasesIn({ python: { verdicts } }: ReadState): string {
  const waiting = verdicts.filter(({ kind }) => kind === 'waits').length;
  if (waiting > 0) {
    return waiting === 1
      ? ' One pre-release in range waits until nothing stable fits.'
      : ` ${waiting} pre-releases in range wait until nothing stable fits.`;
  }
  const isFallback = verdicts.some((verdict) => verdict.kind === 'admitted' && verdict.prerelease === 'nothing-else');
  return isFallback ? ' Nothing stable fits, so pre-releases come in.' : '';
}

function takenIn({ taken: { pip, uv }, admitted }: ReadState): string {
  if (pip === undefined) return admitted.length > 0 ? ' All of them were yanked, so an installer takes none.' : '';
  if (uv !== undefined && uv.text !== pip.text) return ` pip takes ${pip.text}; uv, stable first, takes ${uv.text}.`;
  return ` An installer takes ${pip.text}.`;
}

/** At most eighteen words. */
export function announcementOf({ asked, tap }: SpecifierState, read: ReadState, isHidden: boolean): string {
  const { list, admitted, python, wanted } = read;
  if (isHidden) return 'The answer is covered.';
  if (python.problems.length > 0) return 'This isn’t a specifier yet.';
  const count = `${admitted.length} of ${list.versions.length} admitted.`;
  if (wanted !== undefined && tap !== 'why') {
    if (wanted.isMet) return `${count} Exactly the wanted ones.`;
    return `${count} ${wanted.tooMuch.length} too many, ${wanted.tooLittle.length} missing.`;
  }
  const at = asked === undefined ? -1 : list.versions.findIndex(({ text }) => text === asked);
  const verdict = python.verdicts[at];
  if (verdict !== undefined) return `${asked}: ${VERDICT_WORDS[verdict.kind]}. ${count}`;
  if (wanted === undefined) return count;
  return wanted.isMet
    ? `${count} Exactly the wanted ones.`
    : `${count} ${wanted.tooMuch.length} too many, ${wanted.tooLittle.length} missing.`;
}

export const VERDICT_WORDS = {
  admitted: 'admitted',
  waits: 'waits',
  prerelease: 'left out',
  refused: 'left out',
} as const;
