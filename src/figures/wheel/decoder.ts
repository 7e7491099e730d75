/** The decoder: the name in its field, part by part, and whether it fits the machine. */
import {
  bestTag,
  describeMismatch,
  type ExplainedPart,
  explainWheel,
  formatTag,
  mismatchesOf,
  type Problem,
  type SupportedTags,
} from '@/core/python';
import type { Words } from '@/figures/frame/Words';
import { isWheel, type WheelState } from './state';

export interface DecodedPart {
  readonly kind: ExplainedPart['kind'];
  /** What the part is called: “Python tag”. */
  readonly label: string;
  readonly text: string;
  readonly says: string;
  /** Each tag of a set of several, and how many more there are. */
  readonly tags: readonly { readonly text: string; readonly says: string }[];
  readonly more: number;
  readonly isWrong: boolean;
  /** Not typed yet: it is of the last name that was whole. */
  readonly isStale: boolean;
}

/** A problem of the typed name, with its place in it. */
export interface DecoderProblem {
  readonly message: string;
  /** What stands before the place, at it, and behind it. */
  readonly before: string;
  readonly wrong: string;
  readonly after: string;
  /** Counted from 1. */
  readonly character: number;
}

export interface Decoder {
  /** What stands in the field. */
  readonly name: string;
  readonly follows: boolean;
  /** The parts of the name as far as it reads; what it hasn't got is of the last good name. */
  readonly parts: readonly DecodedPart[];
  /** The name that `expands` and `verdict` are of, when it isn't the one in the field. */
  readonly staleOf: string | undefined;
  readonly problems: readonly DecoderProblem[];
  /** For how many tags the name stands. */
  readonly expands: number;
  readonly fits: boolean;
  readonly verdict: Words;
  /** The place of the tag by which it fits, from 0. */
  readonly place: number | undefined;
}

const LABELS: Readonly<Record<ExplainedPart['kind'], string>> = {
  name: 'project',
  version: 'version',
  build: 'build tag',
  python: 'Python tag',
  abi: 'ABI tag',
  platform: 'platform tag',
  extension: 'file type',
};

/** Problems that are shown at once; a hostile name has thousands. */
const PROBLEMS_SHOWN = 3;

/** The decoder for the name in its field; while that is none of a wheel, with what is known of the last one that was. */
export function decode(
  name: string,
  { good, name: typed }: Pick<WheelState, 'good' | 'name'>,
  supported: SupportedTags,
): Decoder {
  const explained = explainWheel(name);
  const last =
    name !== '' && explained.value === undefined && good !== undefined && isWheel(good)
      ? explainWheel(good)
      : undefined;
  const whole = last ?? explained;
  // Nothing is written yet: that is no mistake.
  const problems = name === '' ? [] : [...explained.parts.flatMap((part) => part.problems), ...explained.problems];
  const best = whole.value && bestTag(whole.value, supported);
  return {
    name,
    follows: typed === undefined,
    parts: KINDS.flatMap((kind) => {
      const isOf = (part: ExplainedPart) => part.kind === kind && part.text !== '';
      const own = explained.parts.find(isOf);
      if (own !== undefined) return [decodedPart(own, false)];
      // A build tag is no part that a name has to have.
      const old = kind === 'build' ? undefined : last?.parts.find(isOf);
      return old === undefined ? [] : [decodedPart(old, true)];
    }),
    staleOf: last === undefined ? undefined : good,
    problems: problems.slice(0, PROBLEMS_SHOWN).map((problem) => problemIn(name, problem)),
    expands: whole.expands,
    fits: best !== undefined,
    verdict: verdictOf(whole.value, supported, best, name === ''),
    place: best?.place,
  };
}

/** What a name says, without whether it fits. */
export function withoutAnswer(decoder: Decoder): Decoder {
  return { ...decoder, fits: false, place: undefined, verdict: ['Does it fit this machine? The answer is hidden.'] };
}

const KINDS = ['name', 'version', 'build', 'python', 'abi', 'platform', 'extension'] as const;

function decodedPart(part: ExplainedPart, isStale: boolean): DecodedPart {
  const { kind, text, says, tags, tagCount, problems } = part;
  const isSet = tagCount > 1;
  return {
    kind,
    label: isSet ? `${LABELS[kind]}s` : LABELS[kind],
    text,
    says: isSet ? `${tagCount.toLocaleString('en')} tags, any of which will do` : says,
    tags: isSet ? tags : [],
    more: isSet ? tagCount - tags.length : 0,
    isWrong: !isStale && problems.length > 0,
    isStale,
  };
}

function problemIn(name: string, { at, message }: Problem): DecoderProblem {
  return {
    message,
    before: name.slice(0, at.start),
    wrong: name.slice(at.start, at.end),
    after: name.slice(at.end),
    character: at.start + 1,
  };
}

function verdictOf(
  value: ReturnType<typeof explainWheel>['value'],
  supported: SupportedTags,
  best: ReturnType<typeof bestTag>,
  isEmpty: boolean,
): Words {
  if (isEmpty) return ['Type the file name of a wheel here, or tap a crate.'];
  if (value === undefined) return ['Whether it fits can be said once it is the name of a wheel.'];
  if (best === undefined)
    return [`It doesn’t fit this machine. ${mismatchesOf(value, supported).map(describeMismatch).join(' ')}`];
  const [place, all] = [best.place + 1, supported.tags.length].map((number) => number.toLocaleString('en'));
  return ['It fits this machine by ', { code: formatTag(best.tag) }, `, place ${place} of ${all} in its list.`];
}
