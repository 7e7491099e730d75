/** What of the resolver playground is drawn, as data: made by present.ts, or at build for the first state. */
import type { Choice } from '@/figures/frame/Choices';
import type { TextProblem } from '@/figures/frame/editor';
import type { FigurePicture } from '@/figures/frame/model';
import type { ElsewherePicture } from './elsewhere';
import type { GraphPicture } from './graph';
import type { Awaited } from './heard';
import { type Exits, NO_EXITS } from './no-exits';
import type { RacePicture } from './race';
import type { Ranges } from './ranges';
import type { Lens, ResolverEvent } from './state';
import type { StepsPicture } from './steps';
import type { Tuning } from './tuning';

export interface ResolverPicture extends FigurePicture {
  readonly lenses: readonly Choice<ResolverEvent>[];
  readonly lens: Lens;
  /** The text that is shown: the reader’s, or the last one that could be read. */
  readonly shown: string;
  /** What the reader asks for, as requirements. */
  readonly asked: readonly string[];
  readonly verdict: Verdict;
  /** What is drawn beside the answer: the lens that is chosen, and no other. */
  readonly ranges: Ranges | undefined;
  readonly steps: StepsPicture | undefined;
  readonly graph: GraphPicture | undefined;
  readonly race: RacePicture | undefined;
  readonly elsewhere: ElsewherePicture | undefined;
  /** The proof that there is no solution, a sentence each, and what else is worth knowing. */
  readonly why: readonly { readonly number: number | undefined; readonly text: string }[];
  readonly notices: readonly string[];
  readonly exits: Exits;
  /** Whether the reasons and the ways out are yet to be made. */
  readonly isThinking: boolean;
  /** Whether something of other ecosystems stands in the text, which the late parts read. */
  readonly needsLate: boolean;
  /** The settings as controls, once the late parts have come. */
  readonly tuning: Tuning | undefined;
  /** What the worker is to be asked; undefined where the page knows all. */
  readonly awaits: Awaited | undefined;
  /** Where the text is too much for the page: what is to be written into it, the worker writes. */
  readonly remote: Awaited | undefined;
  readonly editor: { readonly text: string; readonly problems: readonly TextProblem[]; readonly isOwn: boolean };
  readonly isHidden: boolean;
}

/** The answer in a line. */
export interface Verdict {
  readonly kind: 'solved' | 'unsolvable' | 'stopped' | 'hidden' | 'awaited' | 'open';
  readonly word: string;
  readonly pins: readonly { readonly name: string; readonly text: string; readonly isShown: boolean }[];
}

/** The same without what an audience is to predict. */
export function covered(picture: ResolverPicture): ResolverPicture {
  const { ranges } = picture;
  const project = ranges?.project ?? 'each project';
  return {
    ...picture,
    verdict: { kind: 'hidden', word: 'Is there an answer?', pins: [] },
    ranges: ranges && {
      ...ranges,
      columns: ranges.columns.map((column) => ({ ...column, status: 'outside' })),
      bars: ranges.bars
        .filter(({ standing }) => standing !== 'passed')
        .map((bar) => ({ ...bar, standing: 'holds', word: '' })),
      chosen: undefined,
    },
    steps: undefined,
    graph: undefined,
    race: undefined,
    elsewhere: undefined,
    why: [],
    notices: [],
    exits: NO_EXITS,
    happened: [`Which release of ${project} is chosen, if any?`],
    announcement: 'Which releases are chosen? The answer is hidden.',
    isHidden: true,
  };
}

/** A walk through the steps tells its answer at its last step and not before: until then the reader is to say what comes. */
export function beforeTheEnd(picture: ResolverPicture): ResolverPicture {
  const { lens, steps, verdict } = picture;
  if (lens !== 'steps' || (verdict.kind !== 'solved' && verdict.kind !== 'unsolvable')) return picture;
  if (steps !== undefined && steps.step >= steps.total) return picture;
  const hidden = { why: [], notices: [], exits: NO_EXITS };
  if (steps === undefined) {
    const word = 'The steps are on their way …';
    return { ...picture, ...hidden, verdict: { kind: 'open', word, pins: [] }, happened: [word] };
  }
  const word = `No answer yet: ${steps.step === 0 ? 'the search has not begun' : 'the search goes on'}.`;
  return { ...picture, ...hidden, verdict: { kind: 'open', word, pins: [] } };
}
