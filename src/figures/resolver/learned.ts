/** What a search had learned when it was stopped: the newest of the incompatibilities that follow from others, in sentences. */
import { describeIncompatibility, type Resolution, type ResolutionProblem } from '@/core/resolution';
import { capitalised } from './wording';

const MOST = 5;

export function learnedOf(
  problem: ResolutionProblem,
  { learned, packages }: Extract<Resolution, { kind: 'stopped' }>,
): readonly string[] {
  const newest = learned.slice(-MOST);
  const replay = { problem, events: [], packages, incompatibilities: newest, isCut: true };
  return newest.map((_, place) => `${capitalised(describeIncompatibility(replay, place))}.`);
}
