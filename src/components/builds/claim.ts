/**
 * What a text says of a recorded build: that a step ran or came from the cache, that a stage wasn’t built, that a file is in the image or
 * isn’t. The answer is the recording’s, never the simulator’s.
 */
import { z } from 'astro/zod';
import type { ScenarioOutcome, ScenarioStep } from '@/core/docker';
import type { RecordedBuilds } from './recorded-builds';

const where = {
  scenario: z.string().min(1),
  /** Counted from 1. */
  build: z.int().min(1),
};

/** A claim as an author writes it. `step` holds words that stand in one step of the build, or the whole step. */
export const buildClaimSchema = z.union([
  z.strictObject({ ...where, step: z.string().min(1), is: z.enum(['ran', 'cached']) }),
  z.strictObject({ ...where, stage: z.string().min(1), is: z.literal('skipped') }),
  z.strictObject({ ...where, file: z.string().startsWith('/'), is: z.enum(['there', 'missing']) }),
]);

export type BuildClaim = z.infer<typeof buildClaimSchema>;

/** The claim as a sentence: `In build 2, “COPY . .” is cached.` */
export function describeClaim(claim: BuildClaim): string {
  const { build, is } = claim;
  if ('step' in claim) return `In build ${build}, “${claim.step}” ${is === 'ran' ? 'ran' : 'is cached'}.`;
  if ('stage' in claim) return `In build ${build}, stage ${claim.stage} isn’t built.`;
  return `In build ${build}, ${claim.file} ${is === 'there' ? 'is' : 'isn’t'} in the image.`;
}

/** Takes a claim and the builds that it names; returns why it doesn’t hold, or undefined. */
export function claimFault(claim: BuildClaim, { name, expected }: RecordedBuilds): string | undefined {
  const outcome = expected[claim.build - 1];
  const place = `build ${claim.build} of "${name}"`;
  if (outcome === undefined) return `"${name}" has no build ${claim.build}: it has ${expected.length}.`;
  if ('step' in claim) return stepFault(claim, outcome, place);
  if ('stage' in claim) {
    const isSkipped = outcome.skippedStages.some(({ stageName }) => stageName === claim.stage);
    return isSkipped ? undefined : `In ${place} no stage "${claim.stage}" was skipped.`;
  }
  if (outcome.image === null) return `In ${place} no image was made.`;
  const isThere = claim.file in outcome.image.files;
  if (isThere === (claim.is === 'there')) return undefined;
  return `In ${place} ${claim.file} ${isThere ? 'is' : 'isn’t'} in the image.`;
}

function stepFault(
  { step, is }: Extract<BuildClaim, { readonly step: string }>,
  { steps }: ScenarioOutcome,
  place: string,
): string | undefined {
  const found = stepsWith(step, steps);
  const [one] = found;
  if (one === undefined) return `In ${place} no step says “${step}”.`;
  if (found.length > 1) return `In ${place} ${found.length} steps say “${step}”: say more of the one that is meant.`;
  const recorded = one.failed === true ? 'failed' : one.cached ? 'cached' : 'ran';
  return recorded === is ? undefined : `In ${place} “${one.instruction}” was recorded as ${recorded}, not ${is}.`;
}

/** The steps that are these words, or else those in which they stand. A step that may or may not have run proves nothing. */
function stepsWith(words: string, steps: readonly ScenarioStep[]): readonly ScenarioStep[] {
  const certain = steps.filter(({ cached }) => cached !== null);
  const same = certain.filter(({ instruction }) => instruction === words);
  return same.length > 0 ? same : certain.filter(({ instruction }) => instruction.includes(words));
}
