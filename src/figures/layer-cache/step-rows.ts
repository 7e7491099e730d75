/** The steps of a build as rows, stage by stage: what became of each, why, and what it cost. */
import { describeCause, type ProjectOutcome, type ProjectStep } from '@/core/docker';
import type { PosterMark } from '@/figures/frame/poster';
import { bytesWord, secondsWord } from './amounts';

export type StepMark = 'cached' | 'ran' | 'failed' | 'plain' | 'ahead';

export interface StepRow {
  /** Unique in the picture. */
  readonly key: string;
  readonly line: number;
  /** The instruction as it stands in the file, on one line. */
  readonly code: string;
  readonly mark: StepMark;
  readonly word: string;
  /** `16 s, 160 MB`; empty where nothing ran. */
  readonly cost: string;
  /** Why it ran, in sentences. */
  readonly why: readonly string[];
}

export interface StageRows {
  readonly key: string;
  /** `builder`; undefined where there is one stage only. */
  readonly title: string | undefined;
  /** What is said of the stage as a whole: that nothing needs it. */
  readonly says: string;
  readonly steps: readonly StepRow[];
}

export const POSTER_MARKS: Readonly<Record<StepMark, PosterMark>> = {
  cached: 'fits',
  ran: 'passed',
  failed: 'refused',
  plain: 'plain',
  ahead: 'ahead',
};

/** The stages in the order of the file; those that the target doesn’t need have no steps. */
export function stageRows({ outcome, steps }: ProjectOutcome, isHidden: boolean): readonly StageRows[] {
  if (outcome.kind === 'refused') return [];
  const { needed, skipped } = outcome.plan;
  const all = [...needed, ...skipped].sort((left, right) => left.index - right.index);
  return all.map(({ index, from }): StageRows => {
    const isSkipped = skipped.some((stage) => stage.index === index);
    const own = steps.filter(({ stage }) => stage === index);
    return {
      key: `${index}`,
      title: all.length === 1 ? undefined : (from.stageName ?? `stage ${index}`),
      says: isSkipped ? 'Nothing needs it: it isn’t built.' : '',
      steps: own.map((step, at) => stepRow(step, `${index} ${at}`, isHidden)),
    };
  });
}

function stepRow(step: ProjectStep, key: string, isHidden: boolean): StepRow {
  const { line, status } = step;
  const code = step.instruction.replace(/\s+/g, ' ').trim();
  const row = { key, line, code };
  if (status.kind === 'nothing-to-run') {
    return { ...row, mark: 'plain', word: step.kind === 'from' ? 'base' : 'setting', cost: '', why: [] };
  }
  if (isHidden) return { ...row, mark: 'ahead', word: 'cached or run?', cost: '', why: [] };
  switch (status.kind) {
    case 'cached':
      return { ...row, mark: 'cached', word: 'cached', cost: '', why: [] };
    case 'ran': {
      const { seconds, bytes } = step.cost;
      const cost = bytes === 0 ? secondsWord(seconds) : `${secondsWord(seconds)}, ${bytesWord(bytes)}`;
      return {
        ...row,
        mark: 'ran',
        word: 'runs',
        cost,
        why: [...status.causes.map(describeCause), ...sharedOf(step), ...unknownOf(step)],
      };
    }
    case 'failed': {
      const missing = step.missing === undefined ? [] : [`It reads ${step.missing}, which isn’t there yet.`];
      return { ...row, mark: 'failed', word: 'fails', cost: '', why: [...missing, `${status.problem.message}.`] };
    }
    case 'uncertain':
      return {
        ...row,
        mark: 'ahead',
        word: 'may run',
        cost: '',
        why: ['The build ends at the failing step, beside this one.'],
      };
  }
}

function sharedOf({ sharedWith, status }: ProjectStep): readonly string[] {
  if (sharedWith.length === 0 || status.kind !== 'ran') return [];
  return ['The same step stands in another stage: it ran once for both.'];
}

/** A command that nobody declared changes no file here, and the step says so. */
function unknownOf({ unknown }: ProjectStep): readonly string[] {
  return unknown.map((command) => `What “${command}” does isn’t known here: it changes no file and takes no time.`);
}

/** The steps that can run: all but settings and bases. */
export function countSteps({ steps }: ProjectOutcome): { readonly all: number; readonly ran: number } {
  const able = steps.filter(({ status }) => status.kind !== 'nothing-to-run');
  return { all: able.length, ran: able.filter(({ status }) => status.kind === 'ran').length };
}
