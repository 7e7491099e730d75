/**
 * The vocabulary of checks as an author writes it, and the condition that each word means: `{ fact: runs, is: /usr/bin/pip }`.
 * docs/add-an-exercise.md lists the words; what they mean is src/core/exercise/condition.ts.
 */
import { z } from 'astro/zod';
import type { Condition } from '@/core/exercise';

const fact = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

const onFact = {
  fact: z.string().min(1).optional(),
  is: fact.optional(),
  isnt: fact.optional(),
  oneOf: z.array(fact).min(2).optional(),
  includes: z.string().min(1).optional(),
  excludes: z.string().min(1).optional(),
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
  count: z.int().min(0).optional(),
};
type OnFact = z.infer<z.ZodObject<typeof onFact>>;

const words = 'is, isnt, oneOf, includes, excludes, atLeast, atMost, count';

/** The conditions that the words of one check mean. Exactly one is right. */
function meanings({ fact, is, isnt, oneOf, includes, excludes, atLeast, atMost, count }: OnFact): readonly Condition[] {
  if (fact === undefined) return [];
  return [
    ...(is === undefined ? [] : [{ kind: 'is', fact, value: is } as const]),
    ...(isnt === undefined ? [] : [{ kind: 'isnt', fact, value: isnt } as const]),
    ...(oneOf === undefined ? [] : [{ kind: 'one-of', fact, values: oneOf } as const]),
    ...(includes === undefined ? [] : [{ kind: 'includes', fact, value: includes } as const]),
    ...(excludes === undefined ? [] : [{ kind: 'excludes', fact, value: excludes } as const]),
    ...(atLeast === undefined ? [] : [{ kind: 'at-least', fact, value: atLeast } as const]),
    ...(atMost === undefined ? [] : [{ kind: 'at-most', fact, value: atMost } as const]),
    ...(count === undefined ? [] : [{ kind: 'count', fact, value: count } as const]),
  ];
}

/** What is wrong with a check that means none or several things. */
function fault(ctx: z.core.$RefinementCtx, reason: string): void {
  const remedy = `Give it \`fact\` and one of ${words}; or \`anyOf\` with a list of such.`;
  ctx.addIssue({ code: 'custom', message: `${reason} ${remedy}`, params: { reason, remedy } });
}

function theOne(conditions: readonly Condition[], ctx: z.core.$RefinementCtx): Condition {
  const [condition] = conditions;
  if (condition !== undefined && conditions.length === 1) return condition;
  fault(ctx, conditions.length === 0 ? 'This asks nothing of a fact.' : 'This asks several things at once.');
  return z.NEVER;
}

const simple = z.strictObject(onFact).transform((raw, ctx) => theOne(meanings(raw), ctx));

const raw = { ...onFact, anyOf: z.array(simple).min(2).optional() };
type Raw = z.infer<z.ZodObject<typeof raw>>;

const conditionOf = ({ anyOf, ...rest }: Raw, ctx: z.core.$RefinementCtx): Condition =>
  theOne([...meanings(rest), ...(anyOf === undefined ? [] : [{ kind: 'any-of', conditions: anyOf } as const])], ctx);

/** A condition by itself. */
export const conditionSchema = z.strictObject(raw).transform(conditionOf);

/** A condition with the sentence that is shown while it isn't met. */
export const checkSchema = z
  .strictObject({ ...raw, missing: z.string().trim().min(1, 'This text is empty.').max(300) })
  .transform(({ missing, ...rest }, ctx) => ({ condition: conditionOf(rest, ctx), missing }));
