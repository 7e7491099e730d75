// How a file of a release stands, in a word or two for its crate, and in a sentence.
import { describePreference, formatTag } from '@/core/python';
import { describePassOver } from './describe-pass-over';
import { reasonWords } from './reason-word';
import type { FileStanding } from './release-choice';

/** The standing in a word or two: what comes first among its reasons. */
export function standingWord(standing: FileStanding): string {
  switch (standing.kind) {
    case 'chosen':
      return 'chosen';
    case 'fits':
      return 'also fits';
    case 'in-reserve':
      return standing.behind === 'wheel' ? 'in reserve' : 'second source';
    case 'refused':
      return reasonWords(standing.reason)[0];
    case 'other-release':
      return 'other release';
    case 'repeated':
      return 'listed twice';
    case 'unreadable':
      return 'no name';
  }
}

/** The standing in a sentence or two. */
export function describeStanding(standing: FileStanding): string {
  switch (standing.kind) {
    case 'chosen':
      return standing.best === undefined
        ? 'No wheel fits, so the source distribution is taken, and built on this machine.'
        : `It fits by the tag ${formatTag(standing.best.tag)}, place ${(standing.best.place + 1).toLocaleString('en')} of this machine’s list, and no other file has one nearer the top.`;
    case 'fits':
      return `It fits too, by ${formatTag(standing.best.tag)}. The chosen wheel goes before it. ${describePreference(standing.behind)}`;
    case 'in-reserve':
      return standing.behind === 'wheel'
        ? 'A source distribution: it is taken when no wheel fits.'
        : 'Another source distribution of the same release: pip takes the one that is listed last.';
    case 'refused':
      return describePassOver(standing.reason);
    case 'other-release':
      return `A file of ${standing.project} ${standing.version}, another release than the first of the list.`;
    case 'repeated':
      return 'The same name stands in the list before.';
    case 'unreadable':
      return standing.problem.message;
  }
}
