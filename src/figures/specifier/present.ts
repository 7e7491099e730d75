/** From the state of the specifier explorer to what is drawn. */
import { describeDifferences } from '@/core/versioning';
import type { TextProblem } from '@/figures/frame/editor';
import type { FigurePicture, Look, Status } from '@/figures/frame/model';
import type { Words } from '@/figures/frame/Words';
import { type Controls, controlsOf } from './controls';
import { announcementOf, happenedOf } from './happened';
import { type LanePicture, lanesOf } from './lanes';
import { type Line, lineOf } from './line';
import { type ReadState, readAll } from './reading';
import type { SpecifierScene } from './scenario';
import { firstState, LARGEST_LIST, LONGEST_SPECIFIER, type SpecifierEvent, type SpecifierState } from './state';
import { type Why, whyOf } from './why';

export interface SpecifierPicture extends FigurePicture {
  readonly controls: Controls;
  readonly lanes: readonly LanePicture[];
  /** Where npm and Cargo differ; empty while they aren't shown, or where nothing differs. */
  readonly differs: readonly string[];
  /** `urllib3: 105 versions, as the index listed them on 2026-11-30`. */
  readonly listed: string;
  readonly line: Line;
  readonly why: Why | undefined;
  readonly goal: Goal | undefined;
  readonly editor: { readonly text: string; readonly problems: readonly TextProblem[]; readonly isOwn: boolean };
  readonly isHidden: boolean;
}

/** A set that is to be hit exactly. */
export interface Goal {
  readonly says: string;
  readonly isMet: boolean;
  readonly tooMuch: readonly string[];
  readonly tooLittle: readonly string[];
}

/** What a slide's audience is asked in place of the answer. */
export function present(scene: SpecifierScene, state: SpecifierState, { answer }: Look): SpecifierPicture {
  const read = readAll(scene, state);
  const isHidden = answer === 'hidden';
  return {
    status: statusOf(scene, state, read, isHidden),
    happened: happenedOf(scene, state, read, isHidden),
    settings: settingsOf(scene, state, read),
    announcement: announcementOf(state, read, isHidden),
    resetDisabledBecause:
      JSON.stringify(state) === JSON.stringify(firstState(scene)) ? 'This is the first state.' : undefined,
    controls: controlsOf(scene, state, read),
    lanes: lanesOf(state, read, isHidden),
    differs: state.beside && !isHidden ? describeDifferences(read.differs) : [],
    listed: listedOf(scene, state, read),
    line: lineOf(state, read, isHidden),
    why: isHidden ? undefined : whyOf(state, read),
    goal: goalOf(read, isHidden),
    editor: {
      text: state.versions ?? scene.text,
      problems: read.list.problems,
      isOwn: state.versions !== undefined,
    },
    isHidden,
  };
}

const POLICY_WORDS = {
  'if-needed': 'Pre-releases wait until nothing stable fits.',
  allow: 'Pre-releases are asked for.',
  refuse: 'No pre-release is let in.',
} as const;

/** For paper. */
function settingsOf(scene: SpecifierScene, state: SpecifierState, { npm, cargo, wanted }: ReadState): Words {
  const said = state.specifier.text.trim();
  const shown = said === '' ? 'no clause' : said;
  return [
    `${state.versions === undefined ? scene.scenario.project : 'Versions of your own'} under `,
    { code: shown },
    `. ${POLICY_WORDS[state.prereleases]}`,
    ...(state.beside && npm.text !== '' ? [' npm: ', { code: npm.text }, '.'] : []),
    ...(state.beside && cargo.text !== '' ? [' Cargo: ', { code: cargo.text }, '.'] : []),
    ...(wanted === undefined ? [] : [` Wanted are exactly ${wanted.versions.length} of the versions.`]),
  ];
}

function listedOf({ scenario }: SpecifierScene, { versions }: SpecifierState, { list }: ReadState): string {
  const count = list.versions.length === 1 ? '1 version' : `${list.versions.length} versions`;
  if (versions !== undefined) return `${count} of your own`;
  return scenario.recorded === undefined
    ? `${scenario.project}: ${count}, made up to show each kind`
    : `${scenario.project}: ${count}, as the index listed them on ${scenario.recorded}`;
}

function goalOf({ wanted, python }: ReadState, isHidden: boolean): Goal | undefined {
  if (wanted === undefined) return undefined;
  const count = wanted.versions.length === 1 ? 'the one version' : `the ${wanted.versions.length} versions`;
  const says = `Admit exactly ${count} with a double edge.`;
  if (isHidden || python.problems.length > 0) return { says, isMet: false, tooMuch: [], tooLittle: [] };
  return { says, isMet: wanted.isMet, tooMuch: wanted.tooMuch, tooLittle: wanted.tooLittle };
}

function statusOf(
  { scenario }: SpecifierScene,
  { refused, specifier, versions }: SpecifierState,
  { list, python, wanted }: ReadState,
  isHidden: boolean,
): Status {
  if (refused !== undefined) {
    const characters = refused.characters.toLocaleString('en');
    const bound = (refused.what === 'specifier' ? LONGEST_SPECIFIER : LARGEST_LIST).toLocaleString('en');
    const what = refused.what === 'specifier' ? 'A text' : 'A list';
    return { kind: 'too-large', says: [`${what} of ${characters} characters was not taken: ${bound} are the most.`] };
  }
  if (list.unread > 0) {
    const says = `The list is longer than is looked at: its first ${list.versions.length} versions are, ${list.unread.toLocaleString('en')} are not.`;
    return { kind: 'too-large', says: [says] };
  }
  if (versions !== undefined && list.versions.length === 0) {
    return { kind: 'empty', says: ['The list is empty. Write versions into “Edit as text”, one on each line.'] };
  }
  if (python.problems.length > 0) {
    return specifier.good === undefined
      ? { kind: 'stale', says: ['This isn’t a specifier yet. What is lit is what no clause admits: everything.'] }
      : { kind: 'stale', says: ['This isn’t a specifier yet. What is lit is still of ', { code: specifier.good }] };
  }
  if (list.problems.length > 0) {
    const lines =
      list.problems.length === 1 ? 'A word of the list isn’t a version' : 'Words of the list aren’t versions';
    return { kind: 'error', says: [`${lines}: “Edit as text” shows where. The others are looked at.`] };
  }
  if (wanted?.isMet === true && !isHidden) {
    return { kind: 'done', says: [`Exactly these: ${wanted.versions.length} of ${scenario.project}, and no other.`] };
  }
  return { kind: 'ready' };
}

export type Send = (event: SpecifierEvent) => void;
