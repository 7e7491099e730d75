/**
 * What a text says of a recorded build: that a step ran or came from the cache, that a stage wasn’t built, that a file is in the image or
 * isn’t, how large a layer is. The answer is the recording’s, never the simulator’s.
 */
import { z } from 'astro/zod';
import type { ScenarioOutcome } from '@/core/docker';
import type { RecordedBuilds } from './recorded-builds';

type Layer = NonNullable<ScenarioOutcome['image']>['layers'][number];

const where = {
  scenario: z.string().min(1),
  /** Counted from 1. */
  build: z.int().min(1),
};

/** A claim as an author writes it. `step` holds words that stand in one step of the build, or the whole step; `layer` likewise. */
export const buildClaimSchema = z.union([
  z.strictObject({ ...where, step: z.string().min(1), is: z.enum(['ran', 'cached']) }),
  z.strictObject({ ...where, stage: z.string().min(1), is: z.literal('skipped') }),
  z.strictObject({ ...where, file: z.string().startsWith('/'), is: z.enum(['there', 'missing']) }),
  z.strictObject({ ...where, layer: z.string().min(1), bytes: z.int().nonnegative() }),
]);

export type BuildClaim = z.infer<typeof buildClaimSchema>;

/** The claim as a sentence: `In build 2, “COPY . .” is cached.` */
export function describeClaim(claim: BuildClaim): string {
  const { build } = claim;
  if ('layer' in claim) return `In build ${build}, the layer of “${claim.layer}” has ${claim.bytes} bytes.`;
  const { is } = claim;
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
  if ('layer' in claim) return layerFault(claim, outcome.image.layers, place);
  const isThere = claim.file in outcome.image.files;
  if (isThere === (claim.is === 'there')) return undefined;
  return `In ${place} ${claim.file} ${isThere ? 'is' : 'isn’t'} in the image.`;
}

function stepFault(
  { step, is }: Extract<BuildClaim, { readonly step: string }>,
  { steps }: ScenarioOutcome,
  place: string,
): string | undefined {
  // A step that may or may not have run proves nothing.
  const found = saying(
    step,
    steps.filter(({ cached }) => cached !== null),
  );
  const [one] = found;
  if (one === undefined) return `In ${place} no step says “${step}”.`;
  if (found.length > 1) return `In ${place} ${found.length} steps say “${step}”: say more of the one that is meant.`;
  const recorded = one.failed === true ? 'failed' : one.cached ? 'cached' : 'ran';
  return recorded === is ? undefined : `In ${place} “${one.instruction}” was recorded as ${recorded}, not ${is}.`;
}

function layerFault(
  { layer, bytes }: Extract<BuildClaim, { readonly layer: string }>,
  layers: readonly Layer[],
  place: string,
): string | undefined {
  const found = saying(layer, layers);
  const [one] = found;
  if (one === undefined) return `In ${place} no layer is of “${layer}”.`;
  if (found.length > 1) return `In ${place} ${found.length} layers say “${layer}”: say more of the one that is meant.`;
  return one.sizeBytes === bytes
    ? undefined
    : `In ${place} the layer of “${one.instruction}” has ${one.sizeBytes} bytes.`;
}

/** Those that are these words, or else those in which they stand. */
function saying<One extends { readonly instruction: string }>(words: string, all: readonly One[]): readonly One[] {
  const same = all.filter(({ instruction }) => instruction === words);
  return same.length > 0 ? same : all.filter(({ instruction }) => instruction.includes(words));
}
