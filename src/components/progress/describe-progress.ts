/** Progress in words: what is kept, and what an import would bring. */
import { formatRecord, merge, type Progress, type ProgressRecord, type Result } from '@/core/exercise';

const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

const ofKind = <K extends ProgressRecord['kind']>(
  progress: Progress,
  kind: K,
): Extract<ProgressRecord, { kind: K }>[] =>
  [...progress.records.values()].filter(
    (record): record is Extract<ProgressRecord, { kind: K }> => record.kind === kind,
  );

/** "7 answers (5 right before the answer was seen), 2 exercises (1 solved alone, 0 with hints)": what there is of each kind. */
export function describeProgress(progress: Progress): string {
  const answers = ofKind(progress, 'answer');
  const alone = answers.filter((answer) => answer.solved === 'alone').length;
  const exercises = ofKind(progress, 'exercise');
  const solvedAs = (result: Result) => exercises.filter(({ solved }) => solved === result).length;
  const lectures = ofKind(progress, 'lecture');
  const read = lectures.filter((lecture) => lecture.finished !== undefined).length;
  const drafts = ofKind(progress, 'draft').filter((draft) => draft.text !== '').length;
  const parts = [
    ...(answers.length > 0
      ? [`${many(answers.length, 'answer', 'answers')} (${alone} right before the answer was seen)`]
      : []),
    ...(exercises.length > 0
      ? [
          `${many(exercises.length, 'exercise', 'exercises')} (${solvedAs('alone')} solved alone, ${solvedAs('hints')} with hints)`,
        ]
      : []),
    ...(lectures.length > 0
      ? [`${many(lectures.length, 'lecture', 'lectures')} opened (${read} read to the end)`]
      : []),
    ...(drafts > 0 ? [many(drafts, 'draft', 'drafts')] : []),
  ];
  return parts.join(', ');
}

/** What is kept here, as a sentence. */
export const describeKeptHere = (progress: Progress): string =>
  progress.records.size === 0 ? 'Nothing is kept here yet.' : `Kept here: ${describeProgress(progress)}.`;

/**
 * Takes what is here and what would come, returns what merging would do: how much is new, how much of what is here would change.
 *
 * @example describeImport(noProgress, noProgress) // 'It is empty: there is nothing to merge.'
 */
export function describeImport(here: Progress, coming: Progress): string {
  if (coming.records.size === 0) return 'It is empty: there is nothing to merge.';
  const merged = merge(here, coming);
  const before = merge(here, here);
  const fresh = [...coming.records.keys()].filter((key) => !here.records.has(key)).length;
  const spelt = (record: ProgressRecord | undefined) => record && JSON.stringify(formatRecord(record));
  const changed = [...here.records.keys()].filter(
    (key) => spelt(merged.records.get(key)) !== spelt(before.records.get(key)),
  ).length;
  const effect =
    fresh === 0 && changed === 0
      ? 'All of it is here already.'
      : `${many(fresh, 'is', 'are')} new here, ${changed} would change what is here.`;
  return `It holds ${describeProgress(coming)}. ${effect}`;
}
