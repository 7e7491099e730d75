/**
 * What an author may write in content/quiz/<lecture>.yaml and content/misconceptions/<id>.yaml (content/quiz/README.md shows
 * each kind). The shapes stand here; what only all files together can tell (unique ids, known misconceptions, claims that hold
 * against the recordings) stands in check.ts.
 */
import { z } from 'astro/zod';

/** An id that an author chose. It stays when the text changes: a reader's answers are kept under it. */
const word = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'An id is lower-case words with hyphens between them.');
const itemId = z
  .string()
  .max(120)
  .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/, 'An item’s id is `topic/what-it-asks`, lower case, with one slash.');
const markdown = z.string().trim().min(1, 'This text is empty.').max(4000);

const option = z.strictObject({
  id: word,
  text: markdown,
  right: z.literal(true).optional(),
  why: markdown.optional(),
});
type Option = z.infer<typeof option>;

const sameIdTwice = (parts: readonly { id: string }[]): number =>
  parts.findIndex((part, i) => parts.findIndex((other) => other.id === part.id) !== i);

/** Ids differ, and every wrong option says why it is wrong. */
const soundOptions = z
  .array(option)
  .min(2)
  .max(8)
  .superRefine((options: readonly Option[], ctx) => {
    const twice = sameIdTwice(options);
    if (twice >= 0) {
      ctx.addIssue({ code: 'custom', path: [twice, 'id'], message: 'Another option has this id. Choose a new one.' });
    }
    options.forEach((one, i) => {
      if (one.right || one.why) return;
      ctx.addIssue({
        code: 'custom',
        path: [i],
        message: `The wrong option "${one.id}" has no \`why\`. Say why it is wrong.`,
      });
    });
  });

const oneRight = soundOptions.superRefine((options: readonly Option[], ctx) => {
  const right = options.filter((one) => one.right).length;
  if (right === 1) return;
  const message =
    right === 0
      ? 'No option is right. Mark one with `right: true`.'
      : `${right} options are right. Leave one, or use \`kind: multiple\`.`;
  ctx.addIssue({ code: 'custom', path: [], message });
});

const anyRight = soundOptions.superRefine((options: readonly Option[], ctx) => {
  if (!options.some((one) => one.right)) {
    ctx.addIssue({ code: 'custom', path: [], message: 'No option is right. Mark at least one with `right: true`.' });
  }
  options.forEach((one, i) => {
    if (!one.right || one.why) return;
    const message = `The option "${one.id}" has no \`why\`. In \`kind: multiple\` a right one needs it too: a reader may leave it out.`;
    ctx.addIssue({ code: 'custom', path: [i], message });
  });
});

/** Steps stand in their right order; each says why it comes after the one before. */
const steps = z
  .array(z.strictObject({ id: word, text: markdown, why: markdown }))
  .min(3)
  .max(8)
  .superRefine((all, ctx) => {
    const twice = sameIdTwice(all);
    if (twice < 0) return;
    ctx.addIssue({ code: 'custom', path: [twice, 'id'], message: 'Another step has this id. Choose a new one.' });
  });

/** What holds the claim of an item to a recording or to a figure's tests. */
const proof = z.union([
  z.strictObject({ console: word, says: z.string().min(1) }),
  z.strictObject({ figure: word, says: z.string().min(1) }),
]);

/** What a predict item reveals once the reader has committed. */
const outcome = z.union([z.strictObject({ console: word }), z.strictObject({ says: markdown })]);

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

const single = z.strictObject({ kind: z.literal('single'), ...asked, options: oneRight, proof: proof.optional() });
const multiple = z.strictObject({ kind: z.literal('multiple'), ...asked, options: anyRight, proof: proof.optional() });
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
const predict = z.strictObject({ kind: z.literal('predict'), ...asked, options: oneRight, outcome, proof });

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
