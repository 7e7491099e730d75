/** From the state of the wheel decoder to what is drawn. */
import {
  buildNeeds,
  describeAnyFollowing,
  describeAnyMachine,
  describeBuildNeeds,
  describeNoBuilding,
  describePreference,
  formatTag,
  type SupportedTags,
} from '@/core/python';
import { describeStanding, type FileListText, type ReleaseChoice } from '@/core/workstation';
import type { TextProblem } from '@/figures/frame/editor';
import type { FigurePicture, Look, Status } from '@/figures/frame/model';
import type { Words } from '@/figures/frame/Words';
import { type Controls, controlsOf } from './controls';
import { type CrateStatus, type Crates, cratesOf } from './crates';
import { type Decoder, decode, withoutAnswer } from './decoder';
import { isSameMachine } from './presets';
import { decodedName, type WheelScene } from './scenario';
import { LARGEST_LIST, LONGEST_NAME, type WheelState } from './state';
import { type TagList, tagListOf } from './tag-list';

export interface WheelPicture extends FigurePicture {
  readonly controls: Controls;
  /** The release: `pyerfa 2.0.1.5`. */
  readonly release: string;
  /** `11 files, as the index listed them on 2026-11-21`. */
  readonly listed: string;
  readonly crates: Crates;
  /** The light in one line, for a screen that is too small for settings and crates together. */
  readonly lit: LitLine;
  /** What building the source distribution needs; undefined for a reader's own list, of which nobody knows. */
  readonly needs: string | undefined;
  /** Is the source distribution in front, because no wheel fits? */
  readonly isBuilt: boolean;
  readonly decoder: Decoder;
  /** How the file in the decoder stands among the others, in a sentence; empty when it isn't one of them. */
  readonly standing: string;
  readonly tags: TagList;
  readonly editor: { readonly text: string; readonly problems: readonly TextProblem[]; readonly isOwn: boolean };
  readonly isHidden: boolean;
}

/** What is taken: a wheel by its tag, the source distribution with what it needs, or nothing. */
export interface LitLine {
  readonly status: CrateStatus;
  readonly name: string;
  readonly word: string;
}

/** The view-model of the wheel decoder. */
export function present(scene: WheelScene, state: WheelState, { answer }: Look): WheelPicture {
  const { settings, files: text } = state;
  const list = scene.listOf(text);
  const supported = scene.tagsOf(settings);
  const choice = scene.choiceOn(settings, text);
  const isHidden = answer === 'hidden';
  // While the answer is hidden, the decoder doesn't follow the light that isn't there.
  const name = decodedName(isHidden ? { ...choice, chosen: undefined } : choice, state.name);
  const decoded = decode(name, state, supported);
  const decoder = isHidden ? withoutAnswer(decoded) : decoded;
  const machine = describeAnyMachine(settings);
  const release = releaseOf(choice);
  const needs = text === undefined ? describeBuildNeeds(buildNeeds(scene.scenario.builds)) : undefined;
  const happened = isHidden
    ? [`Which of the ${list.files.length} files does ${machine} take?`]
    : happenedOf(scene, state, choice, supported, needs);
  const tags = tagListOf(supported, isHidden ? undefined : choice, state.sought);
  return {
    status: statusOf(state, decoder, list),
    happened,
    settings: settingsOf(release, machine, state.name),
    announcement: announcementOf(choice, decoder, tags, isHidden),
    resetDisabledBecause: isFirst(scene, state) ? 'This is the first state.' : undefined,
    controls: controlsOf(scene, settings),
    release,
    listed: listedOf(scene, state, choice.files.length),
    crates: cratesOf(choice, state.name, isHidden),
    lit: litOf(choice, needs, isHidden),
    needs,
    isBuilt: !isHidden && choice.chosen?.type === 'sdist',
    decoder,
    standing: isHidden || decoder.staleOf !== undefined ? '' : standingOf(choice, name),
    tags,
    editor: { text: text ?? scene.text, problems: list.problems, isOwn: text !== undefined },
    isHidden,
  };
}

/** For paper: the release, the machine, and the name that the reader put into the decoder. */
function settingsOf(release: string, machine: string, name: string | undefined): Words {
  const set = `${release === '' ? 'No release' : release}, on ${machine}.`;
  return name === undefined || name === '' ? [set] : [`${set} In the decoder: `, { code: name }];
}

function isFirst(scene: WheelScene, { settings, name, files, sought, refused }: WheelState): boolean {
  const isUntouched = name === undefined && files === undefined && sought === undefined && refused === undefined;
  return isUntouched && isSameMachine(settings, scene.settings);
}

function releaseOf({ release }: ReleaseChoice): string {
  return release === undefined ? '' : `${release.project} ${release.version}`;
}

function litOf({ chosen }: ReleaseChoice, needs: string | undefined, isHidden: boolean): LitLine {
  if (isHidden) return { status: 'ahead', name: '', word: 'Which file is taken?' };
  if (chosen === undefined) return { status: 'refused', name: '', word: 'nothing is taken' };
  const { standing, file } = chosen;
  if (standing.kind === 'chosen' && standing.best !== undefined) {
    return { status: 'chosen', name: formatTag(standing.best.tag), word: 'chosen' };
  }
  return { status: 'chosen', name: file.filename, word: needs === undefined ? 'built here' : `built with ${needs}` };
}

function listedOf({ scenario }: WheelScene, { files }: WheelState, count: number): string {
  const number = count === 1 ? '1 file' : `${count} files`;
  return files === undefined
    ? `${number}, as the index listed them on ${scenario.release.recorded}`
    : `${number} of your own`;
}

function happenedOf(
  scene: WheelScene,
  state: WheelState,
  choice: ReleaseChoice,
  supported: SupportedTags,
  needs: string | undefined,
): Words {
  const { settings, before, files } = state;
  const machine = describeAnyMachine(settings);
  const { chosen } = choice;
  const following = before === undefined ? '' : describeAnyFollowing(before, settings);
  const also = following === '' ? '' : ` ${following}`;
  if (chosen === undefined) return [`${machine} takes nothing. ${whyNothing(choice)}${also}`];
  const { filename } = chosen.file;
  const lit = before === undefined ? undefined : scene.choiceOn(before, files).chosen;
  const isSame = before !== undefined && !isSameMachine(before, settings) && lit?.file.filename === filename;
  const same = isSame ? ' It is the same file as before.' : '';
  if (chosen.standing.kind !== 'chosen' || chosen.standing.best === undefined) {
    const need = needs === undefined ? '' : ` Building it needs ${needs}.`;
    const elsewhere = describeNoBuilding(settings);
    const place = elsewhere === '' ? '' : ` ${elsewhere}`;
    return [
      'No wheel fits ',
      machine,
      ': the source distribution ',
      { code: filename },
      ` is taken.${need}${place}${same}${also}`,
    ];
  }
  const { tag, place } = chosen.standing.best;
  const [at, all] = [place + 1, supported.tags.length].map((number) => number.toLocaleString('en'));
  const second = choice.fitting[1]?.standing;
  const next =
    second?.kind === 'fits' ? ` The next that fits has place ${(second.best.place + 1).toLocaleString('en')}.` : '';
  return [
    `${machine} takes `,
    { code: filename },
    ', by its tag ',
    { code: formatTag(tag) },
    `, place ${at} of ${all} in this machine’s list.${next}${same}${also}`,
  ];
}

/** What the tags alone don't tell of a file: that it is the one, that another goes before it, that it may not be taken. */
function standingOf({ files }: ReleaseChoice, name: string): string {
  const standing = files.find(({ file }) => file.filename === name)?.standing;
  switch (standing?.kind) {
    case 'chosen':
      return 'It is the one that is taken.';
    case 'fits':
      return `The chosen wheel goes before it. ${describePreference(standing.behind)}`;
    case 'refused':
      return standing.reason.kind === 'tags' ? '' : describeStanding(standing);
    case 'other-release':
      return describeStanding(standing);
    case 'in-reserve':
    case 'repeated':
    case 'unreadable':
    case undefined:
      return '';
  }
}

/** Why nothing is taken: what every file says, or that there is none to build from. */
function whyNothing({ files }: ReleaseChoice): string {
  if (files.length === 0) return 'The list is empty.';
  const reasons = new Set(files.map(({ standing }) => describeStanding(standing)));
  const [only] = reasons;
  if (reasons.size === 1 && only !== undefined) return files.length === 1 ? only : `Of every file: ${only}`;
  return files.some(({ type }) => type === 'sdist')
    ? 'No wheel fits, and the source distribution may not be taken.'
    : 'No wheel fits, and there is no source distribution.';
}

function statusOf(
  { files, refused }: WheelState,
  decoder: Decoder,
  { files: listed, problems, unread }: FileListText,
): Status {
  if (refused !== undefined) {
    const characters = refused.characters.toLocaleString('en');
    const bound = (refused.what === 'name' ? LONGEST_NAME : LARGEST_LIST).toLocaleString('en');
    const what = refused.what === 'name' ? 'A name' : 'A list';
    return { kind: 'too-large', says: [`${what} of ${characters} characters was not taken: ${bound} are the most.`] };
  }
  if (unread > 0) {
    const says = `The list is longer than is looked at: its first ${listed.length} files are, ${unread.toLocaleString('en')} are not.`;
    return { kind: 'too-large', says: [says] };
  }
  if (files !== undefined && listed.length === 0) {
    return { kind: 'empty', says: ['The list is empty. Write file names into “Edit as text”, one on each line.'] };
  }
  if (decoder.staleOf !== undefined) {
    return {
      kind: 'stale',
      says: ['The name isn’t one of a wheel yet. What is pale is still of ', { code: decoder.staleOf }],
    };
  }
  if (problems.length > 0) {
    const lines = problems.length === 1 ? 'A line of the list is' : `${problems.length} lines of the list are`;
    return { kind: 'error', says: [`${lines} not understood: see “Edit as text”.`] };
  }
  return { kind: 'ready' };
}

/** What is said aloud: which tag is lit, what the decoder makes of another name, and at which place a tag that was sought stands. */
function announcementOf(choice: ReleaseChoice, decoder: Decoder, { place }: TagList, isHidden: boolean): string {
  const sought = place === undefined ? '' : ` Sought: place ${place.toLocaleString('en')}.`;
  if (isHidden)
    return decoder.follows
      ? `Which file is taken? The answer is hidden.${sought}`
      : `Its name is taken apart. Whether it fits is hidden.${sought}`;
  const also = `${decoder.follows ? '' : ` In the decoder: ${decodedWord(decoder)}`}${sought}`;
  const { chosen, files, fitting } = choice;
  if (chosen === undefined) return `No file can be taken.${also}`;
  const { standing } = chosen;
  if (standing.kind !== 'chosen' || standing.best === undefined) {
    return sought === '' ? `No wheel fits: the source distribution is taken.${also}` : `No wheel fits.${also}`;
  }
  const lit = `${formatTag(standing.best.tag)} is lit`;
  if (sought !== '') return `${lit}.${also}`;
  return `${lit}, ${fitting.length - 1} more fit, ${files.length - fitting.length} don’t.${also}`;
}

function decodedWord({ parts, problems, fits, staleOf }: Decoder): string {
  if (problems.length > 0 || staleOf !== undefined) return 'no name of a wheel.';
  if (parts.length === 0) return 'nothing.';
  return fits ? 'a wheel that fits.' : 'a wheel that doesn’t fit.';
}
