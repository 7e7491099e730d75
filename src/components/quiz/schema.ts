/**
 * What an author may write in content/quiz/<lecture>.yaml and content/misconceptions/<id>.yaml (content/quiz/README.md shows
 * each kind). The shapes stand here; what only all files together can tell (unique ids, known misconceptions, claims that hold
 * against the recordings) stands in check.ts.
 */
import { z } from 'astro/zod';
import { versionClaimSchema } from '@/components/versions/claim';
import { buildClaimSchema } from '../builds/claim';
import { tagClaimSchema, takesClaimSchema } from '../wheels/claim';

/** An id that an author chose. It stays when the text changes: a reader's answers are kept under it. */
const word = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'An id is lower-case words with hyphens between them.');
const itemId = z
  .string()
  .max(120)
  .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'An item’s id is `topic/what-it-asks`, lower case, with one slash.');
const markdown = z.string().trim().min(1, 'This text is empty.').max(4000);

type Context = z.core.$RefinementCtx;

/** A rule that a shape can't tell: says what is wrong and what to write instead, both for the check that names file and line. */
function fault(ctx: Context, path: (string | number)[], reason: string, remedy: string): void {
  ctx.addIssue({ code: 'custom', path, message: `${reason} ${remedy}`, params: { reason, remedy } });
}

function refuseTwins(parts: readonly { id: string }[], ctx: Context): void {
  parts.forEach((part, i) => {
    if (parts.findIndex((other) => other.id === part.id) === i) return;
    fault(ctx, [i, 'id'], `The id "${part.id}" is used twice in this item.`, 'Choose another one.');
  });
}

const option = z.strictObject({
  id: word,
  text: markdown,
  right: z.literal(true).optional(),
  why: markdown.optional(),
});
type Option = z.infer<typeof option>;

/** Ids differ, and every wrong option says why it is wrong. */
const options = z
  .array(option)
  .min(2)
  .max(8)
  .superRefine((all: readonly Option[], ctx) => {
    refuseTwins(all, ctx);
    all.forEach((one, i) => {
      if (one.right || one.why) return;
      fault(ctx, [i], `The wrong option "${one.id}" doesn’t say why it is wrong.`, 'Give it a `why`.');
    });
  });

const oneRight = options.superRefine((all: readonly Option[], ctx) => {
  const right = all.filter((one) => one.right).length;
  if (right === 0) fault(ctx, [], 'No option is right.', 'Mark one with `right: true`.');
  if (right > 1) fault(ctx, [], `${right} options are right.`, 'Leave one, or use `kind: multiple`.');
});

const anyRight = options.superRefine((all: readonly Option[], ctx) => {
  if (!all.some((one) => one.right)) fault(ctx, [], 'No option is right.', 'Mark at least one with `right: true`.');
  all.forEach((one, i) => {
    if (!one.right || one.why) return;
    fault(
      ctx,
      [i],
      `The right option "${one.id}" doesn’t say why it is right.`,
      'Give it a `why`: in `kind: multiple` a reader may leave it out.',
    );
  });
});

/** Steps stand in their right order; each says why it comes after the one before. */
const steps = z
  .array(z.strictObject({ id: word, text: markdown, why: markdown }))
  .min(3)
  .max(8)
  .superRefine(refuseTwins);

/**
 * What holds the claim of an item: a recording, a figure's tests, a resolver's scenario and uv's answer to it, recorded builds, what pip took
 * and which tags a machine supports, or what the real tools said of versions.
 */
const proof = z.union([
  z.strictObject({ console: word, says: z.string().min(1) }),
  z.strictObject({ figure: word, says: z.string().min(1) }),
  z.strictObject({ scenario: word, says: z.string().min(1) }),
  ...buildClaimSchema.options,
  takesClaimSchema,
  tagClaimSchema,
  ...versionClaimSchema.options,
]);

/** What a predict item reveals once the reader has committed. */
const outcome = z.union([
  /** `steps`: which steps of the recording to show, counted from 1. */
  z.strictObject({ console: word, steps: z.array(z.int().min(1)).min(1).optional() }),
  z.strictObject({ says: markdown }),
]);

const asked = {
  id: itemId,
  /** Raised when the task changes, not when a word is mended. */
  revision: z.int().min(1),
  catches: z.array(word).min(1, 'Name at least one misconception that this item catches.'),
  /** Ids that this item had before. */
  aliases: z.array(itemId).default([]),
  question: markdown,
  /** Shown after a right answer, and with the answer. */
  explain: markdown,
};

/** Options are shown in an order that hangs on their ids; `asWritten` keeps the author's ("all of them" last, numbers in a row). */
const chosen = { asWritten: z.boolean().default(false) };

const single = z.strictObject({
  kind: z.literal('single'),
  ...asked,
  ...chosen,
  options: oneRight,
  proof: proof.optional(),
});
const multiple = z.strictObject({
  kind: z.literal('multiple'),
  ...asked,
  ...chosen,
  options: anyRight,
  proof: proof.optional(),
});
const order = z.strictObject({ kind: z.literal('order'), ...asked, steps, proof: proof.optional() });
const fillIn = z.strictObject({
  kind: z.literal('fill-in'),
  ...asked,
  /** What to type, said beside the field: "The command". */
  label: z.string().min(1).max(80),
  accept: z.array(z.string().min(1).max(200)).min(1),
  /** What doesn't matter when answers are compared; white space at both ends never does. */
  ignoring: z.array(z.enum(['case', 'space', 'version-spelling'])).default([]),
  wrong: z.array(z.strictObject({ answer: z.string().min(1).max(200), says: markdown })).min(1),
  /** For every other wrong answer. */
  otherwise: markdown,
  proof: proof.optional(),
});
const predict = z.strictObject({ kind: z.literal('predict'), ...asked, ...chosen, options: oneRight, outcome, proof });

export const quizItemSchema = z.discriminatedUnion('kind', [single, multiple, order, fillIn, predict]);

/** content/quiz/<lecture>.yaml: the items of one lecture. */
export const quizFileSchema = z.strictObject({ items: z.array(quizItemSchema).min(1) });

/** content/misconceptions/<id>.yaml: what learners get wrong, and the model that is true. */
export const misconceptionSchema = z.strictObject({
  id: word,
  /** 1 to 12, or 0 for a card beside the lectures. */
  lecture: z.int().min(0).max(12),
  /** 1 easy to 3 hard. */
  difficulty: z.int().min(1).max(3),
  /** In the learner's words. */
  belief: markdown,
  model: markdown,
  aliases: z.array(word).default([]),
});

export type QuizEntry = z.infer<typeof quizItemSchema>;
export type QuizFile = z.infer<typeof quizFileSchema>;
export type Misconception = z.infer<typeof misconceptionSchema>;
