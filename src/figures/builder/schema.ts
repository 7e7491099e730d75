/**
 * What an author may write in content/scenarios/builder/*.yaml: a small project, how far it has come before the reader does, and what must
 * come of it. Used at build and in tests only; a browser gets the scenario as it was read.
 */
import { z } from 'astro/zod';
import { BACKENDS, LAYOUTS, TRIES } from './edit-project';
import { BEGINNINGS } from './scenario';
import { LENSES, TESTERS } from './state';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'An id is lower-case words with hyphens between them.');
/** Stands in the list of examples, which draws no code. */
const plainSentence = z.string().regex(/^[^`]+[.?]$/, 'A sentence with its full stop, and without backticks.');
const task = z.string().regex(/^([^`]|`[^`]+`)+[.?]$/, 'A line that ends in a full stop, its backticks in pairs.');
const path = z
  .string()
  .regex(/^[^/]+(\/[^/]+)*$/, 'A path below the project, without a slash at its beginning or end.');

/** One thing that a reader does. */
const step = z.union([
  z.enum(['build', 'build sdist', 'install', 'install editable']),
  z.strictObject({ run: z.string().min(1) }),
  z.strictObject({ layout: z.enum(LAYOUTS) }),
  z.strictObject({ backend: z.enum(BACKENDS) }),
  z.strictObject({ try: z.enum(TRIES) }),
  z.strictObject({ write: z.record(path, z.string().nullable()) }),
  z.strictObject({ seen: z.enum(LENSES) }),
  z.strictObject({ tested: z.enum(TESTERS) }),
]);
export type PromisedStep = z.infer<typeof step>;

const fact = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);

export const builderSchema = z.strictObject({
  id,
  title: z.string().regex(/^[^`]+$/, 'A title has no backticks.'),
  says: plainSentence,
  task,
  taskOnceInstalled: task.optional(),
  begins: z.enum(BEGINNINGS).default('source'),
  files: z.record(path, z.string()),
  /** What is done, and the facts that must then hold (docs/add-an-exercise.md names them). */
  expects: z.array(z.strictObject({ do: z.array(step).default([]), facts: z.record(z.string(), fact) })).min(1),
});

/** A scenario as its file holds it. */
export type BuilderFile = z.infer<typeof builderSchema>;
