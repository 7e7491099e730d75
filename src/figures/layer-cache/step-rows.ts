/** The steps of a build as rows, stage by stage: what became of each, why, and what it cost. */
import { type BuildStep, describeCause, type ProjectOutcome } from '@/core/docker';
import { bytesWord, secondsWord } from './amounts';
import type { StageRows, StepRow } from './picture';

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

function stepRow(step: BuildStep, key: string, isHidden: boolean): StepRow {
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
      const { seconds } = status.report;
      const bytes = step.layer?.size ?? 0;
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
      return { ...row, mark: 'failed', word: 'fails', cost: '', why: [`${status.problem.message}.`] };
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

function sharedOf({ sharedWith, status }: BuildStep): readonly string[] {
  if (sharedWith.length === 0 || status.kind !== 'ran') return [];
  return ['The same step stands in another stage: it ran once for both.'];
}

/** A command that nobody declared changes no file here, and the step says so. */
function unknownOf({ status }: BuildStep): readonly string[] {
  if (status.kind !== 'ran') return [];
  return status.report.unknown.map(
    (command) => `What “${command}” does isn’t known here: it changes no file and takes no time.`,
  );
}

/** The steps that can run: all but settings and bases. */
export function countSteps({ steps }: ProjectOutcome): { readonly all: number; readonly ran: number } {
  const able = steps.filter(({ status }) => status.kind !== 'nothing-to-run');
  return { all: able.length, ran: able.filter(({ status }) => status.kind === 'ran').length };
}
