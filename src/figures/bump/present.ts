/** From the state of the bump adviser to what is drawn. */
import { formatVersion, type Version } from '@/core/python';
import {
  type Advice,
  CLAUSES,
  type Clause,
  changeKind,
  type Form,
  formatAsker,
  formatTaken,
  type Judged,
  type Level,
  type ReceiptKind,
  receiptsOf,
  type SchemeKind,
  semVerText,
  uvCommand,
} from '@/core/versioning';
import type { Choice } from '@/figures/frame/Choices';
import type { FigurePicture, Look } from '@/figures/frame/model';
import type { Words } from '@/figures/frame/Words';
import type { BumpScene } from './scenario';
import {
  adviceOf,
  type BumpEvent,
  type BumpState,
  currentVersion,
  firstState,
  formsOf,
  MOST_RELEASED,
  onlyNext,
  releasesOf,
  yearsOf,
} from './state';

/** A version on a crate. `ahead`: hidden; `open`: one of several. */
export interface VersionCrate {
  readonly status: 'current' | 'next' | 'open' | 'ahead' | 'nothing';
  readonly number: string;
  /** What is under the number. */
  readonly word: string;
}

/** What a chosen change does, and by which rule. */
export interface ReasonRow {
  readonly id: string;
  readonly label: string;
  readonly decides: boolean;
  readonly word: string;
  readonly notices: string;
  readonly because: string;
  readonly clause: Clause | undefined;
  readonly argued: string;
}

/** A question that decides. */
export interface QuestionRow {
  readonly id: string;
  readonly legend: string;
  readonly choices: readonly Choice<BumpEvent>[];
}

export interface ReceiptRow {
  readonly asker: string;
  readonly status: 'gets' | 'keeps' | 'ahead';
  readonly word: string;
}

export interface BumpPicture extends FigurePicture {
  readonly task: Words;
  readonly changes: readonly Choice<BumpEvent>[];
  readonly forms: readonly Choice<BumpEvent>[];
  readonly years: readonly Choice<BumpEvent>[];
  readonly crates: readonly VersionCrate[];
  readonly questions: readonly QuestionRow[];
  readonly receipts: readonly ReceiptRow[];
  readonly receiptsSay: string;
  readonly release: { readonly label: string; readonly disabledBecause: string | undefined };
  readonly reasons: readonly ReasonRow[];
  readonly command: string;
}

const FORM_LABEL: Readonly<Record<Form, string>> = {
  final: 'the release',
  candidate: 'a candidate',
  post: 'a post-release',
};

export function present(scene: BumpScene, state: BumpState, { answer }: Look): BumpPicture {
  const { scenario } = scene;
  const current = currentVersion(scene, state);
  const advice = adviceOf(scene, state);
  const next = onlyNext(advice);
  const isHidden = answer === 'hidden';
  const labelOf = (id: string) => scenario.changes.find((change) => change.id === id)?.label ?? id;
  const nextCrates = isHidden ? [HIDDEN] : cratesOf(advice);
  const chosen = state.chosen.map(labelOf);
  const text = formatVersion(current);
  return {
    status: { kind: 'ready' },
    task: [scenario.task],
    changes: scenario.changes.map(({ id, label }) => {
      return { label, chosen: state.chosen.includes(id), event: { kind: 'switched', id } };
    }),
    forms: formsOf(scene, current).map((form) => {
      return { label: FORM_LABEL[form], chosen: form === state.form, event: { kind: 'form-chosen', form } };
    }),
    years: yearsOf(scene, current).map((year) => {
      return { label: `20${year}`, chosen: year === state.year, event: { kind: 'year-chosen', year } };
    }),
    crates: [{ status: 'current', number: text, word: 'is out' }, ...nextCrates],
    questions: advice.judged.flatMap((judged) => questionOf(judged, advice, labelOf, state)),
    ...receiptsIn(scene, state, next, isHidden),
    release: { label: releaseLabel(next, isHidden), disabledBecause: whyNotReleased(state, advice, next, isHidden) },
    reasons: advice.judged.map((judged) => reasonOf(judged, advice, labelOf, isHidden)),
    command: isHidden || next === undefined || advice.ways[0].next === undefined ? '' : uvCommand(advice.ways[0].next),
    happened: isHidden ? ['Which number comes next, and why?'] : happened(advice, state, labelOf),
    settings: [
      'Out: ',
      { code: text },
      `. Changed since: ${chosen.length === 0 ? 'nothing' : chosen.join('; ')}. Published as: ${FORM_LABEL[state.form]}.`,
    ],
    announcement: isHidden ? `${chosen.length} changes. The answer is hidden.` : announce(advice, next),
    resetDisabledBecause: isFirst(scene, state) ? 'This is the first state.' : undefined,
  };
}

const HIDDEN: VersionCrate = { status: 'ahead', number: '?', word: 'which number?' };

function cratesOf({ ways, scheme }: Advice): readonly VersionCrate[] {
  return ways.map(({ next, level }): VersionCrate => {
    if (next === undefined) return { status: 'nothing', number: 'none', word: 'no release yet' };
    const semver = semVerText(next.version);
    const number = formatVersion(next.version);
    const elsewhere = semver === undefined || semver === number ? '' : `, npm: ${semver}`;
    return { status: ways.length > 1 ? 'open' : 'next', number, word: `${levelWord(scheme, level)}${elsewhere}` };
  });
}

/** What a level is called under a scheme. */
export function levelWord(scheme: SchemeKind, level: Level): string {
  if (level === 'none') return 'no bump';
  if (scheme === 'semver' || scheme === 'semver-zero') return level;
  return level === 'patch' ? 'repair' : 'regular release';
}

function questionOf(
  judged: Judged,
  { open }: Advice,
  labelOf: (id: string) => string,
  { answers }: BumpState,
): readonly QuestionRow[] {
  const { id } = judged.change;
  const { question } = judged;
  if (question === undefined || (judged.kind === 'asked' && !open.includes(judged))) return [];
  const choices = (['yes', 'no'] as const).map((answer): Choice<BumpEvent> => {
    return { label: answer, chosen: answers.get(id) === answer, event: { kind: 'answered', id, answer } };
  });
  return [{ id, legend: `${labelOf(id)}: ${question.ask}`, choices }];
}

const KEPT_OUT: Readonly<Record<Exclude<ReceiptKind, 'gets'>, string>> = {
  'out-of-range': 'the next one is out of its range',
  'pre-release': 'only who asks for pre-releases',
  unsayable: 'npm has no such version',
};

function receiptsIn(
  scene: BumpScene,
  state: BumpState,
  next: Version | undefined,
  isHidden: boolean,
): Pick<BumpPicture, 'receipts' | 'receiptsSay'> {
  const { askers } = scene.scenario;
  if (isHidden || next === undefined) {
    const receipts = askers.map(
      (asker): ReceiptRow => ({ asker: formatAsker(asker), status: 'ahead', word: 'gets it?' }),
    );
    return { receipts, receiptsSay: 'Who gets it without asking' };
  }
  const all = receiptsOf(askers, releasesOf(scene, state), next);
  const getting = all.filter(({ kind }) => kind === 'gets').length;
  const receipts = all.map((receipt): ReceiptRow => {
    const asker = formatAsker(receipt.asker);
    if (receipt.kind === 'gets') return { asker, status: 'gets', word: 'gets it' };
    const taken = formatTaken(receipt);
    return {
      asker,
      status: 'keeps',
      word: `${taken === '' ? 'gets nothing' : `stays at ${taken}`}: ${KEPT_OUT[receipt.kind]}`,
    };
  });
  return { receipts, receiptsSay: `Who gets it without asking: ${getting} of ${all.length}` };
}

function releaseLabel(next: Version | undefined, isHidden: boolean): string {
  return next === undefined || isHidden ? 'Release it' : `Release ${formatVersion(next)}`;
}

function whyNotReleased(
  { released }: BumpState,
  { ways }: Advice,
  next: Version | undefined,
  isHidden: boolean,
): string | undefined {
  if (isHidden) return 'The answer is hidden.';
  if (ways.length > 1) return 'An answer is missing.';
  if (next === undefined) return 'There is nothing to release.';
  return released.length >= MOST_RELEASED ? `${MOST_RELEASED} releases are as many as fit here.` : undefined;
}

const EFFECT_WORD = {
  nothing: 'changes nothing',
  mends: 'mends',
  adds: 'adds',
  breaks: 'breaks',
  promises: 'promises',
  waits: 'has to wait',
} as const;

function reasonOf(judged: Judged, advice: Advice, labelOf: (id: string) => string, isHidden: boolean): ReasonRow {
  const { id, kind } = judged.change;
  const { notices, argued } = changeKind(kind);
  const row = { id, label: labelOf(id), notices, argued: isHidden ? '' : argued };
  if (isHidden) return { ...row, decides: false, word: 'which number?', because: '', clause: undefined };
  if (judged.kind === 'asked') {
    const [yes, no] = [judged.yes, judged.no].map((level) => levelWord(advice.scheme, level));
    return {
      ...row,
      decides: false,
      word: 'opinions differ',
      because: `${judged.question.ask} Yes: ${yes}. No: ${no}.`,
      clause: undefined,
    };
  }
  const { effect, because, clause } = judged.ruling;
  const word =
    effect === 'waits' ? EFFECT_WORD.waits : `${EFFECT_WORD[effect]}: ${levelWord(advice.scheme, judged.level)}`;
  return { ...row, decides: advice.decidedBy.includes(judged), word, because, clause: CLAUSES[clause] };
}

function happened(advice: Advice, { form, chosen }: BumpState, labelOf: (id: string) => string): Words {
  const { ways, open, decidedBy, waiting } = advice;
  const numbers = ways.map(({ next }) => (next === undefined ? 'no release' : formatVersion(next.version)));
  if (ways.length > 1) {
    const asked = open.map(({ change }) => `“${labelOf(change.id)}”`).join(' and ');
    return [...either(numbers), `: opinions differ on ${asked}. The question below decides.`];
  }
  const [number = ''] = numbers;
  const [only] = ways;
  const waits =
    waiting.length === 0
      ? ''
      : ` “${labelOf(waiting[0]?.change.id ?? '')}” has to warn first, and is in no release yet.`;
  if (only.next === undefined) return [`Nothing to release.${waits}`];
  if (form === 'post') {
    const advised = only.level === 'none';
    const why = advised
      ? 'fit for what stands beside the code'
      : 'meant for what stands beside the code, not for changes of it';
    return [{ code: number }, `: a post-release is ${why} (${CLAUSES['pep440-post'].name}).`];
  }
  const [first] = decidedBy;
  if (chosen.length === 0 || only.level === 'none' || first?.kind !== 'ruled') {
    return [{ code: number }, `: nothing graver came since the candidate.${waits}`];
  }
  const { because, clause } = first.ruling;
  return [{ code: number }, ` because of “${labelOf(first.change.id)}”: ${because} (${CLAUSES[clause].name})${waits}`];
}

function either(numbers: readonly string[]): Words {
  return numbers.flatMap((number, at): Words => (at === 0 ? [{ code: number }] : [' or ', { code: number }]));
}

function announce({ ways, scheme }: Advice, next: Version | undefined): string {
  if (ways.length > 1) return 'Opinions differ: a question decides the next number.';
  if (next === undefined) return 'There is nothing to release.';
  return `Next: ${formatVersion(next)}, ${levelWord(scheme, ways[0].level)}.`;
}

function isFirst(scene: BumpScene, state: BumpState): boolean {
  const first = firstState(scene);
  const isSame = state.form === first.form && state.year === first.year && state.answers.size === 0;
  return isSame && state.released.length === 0 && state.chosen.join(' ') === first.chosen.join(' ');
}
