/**
 * What an author may write in content/scenarios/bump/*.yaml: a project's version, what may have changed, who requires it, and what must
 * come out. Used at build and in tests only; a browser gets the scenario as it was read.
 */
import { z } from 'astro/zod';
import { ASKERS, CHANGE_KIND_IDS, FORMS, SCHEMES } from '@/core/versioning';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'An id is lower-case words with hyphens between them.');
const sentence = z.string().regex(/[.?]$/, 'A sentence with its full stop.');
const version = z.string().min(1);
const year = z.number().int().min(0).max(99);

const change = z.strictObject({
  id,
  kind: z.enum(CHANGE_KIND_IDS),
  /** On a chip: leave it short. */
  label: z.string().min(1).max(40),
});

const expectation = z.strictObject({
  changes: z.array(id),
  answers: z.record(id, z.enum(['yes', 'no'])).default({}),
  form: z.enum(FORMS).default('final'),
  year: year.optional(),
  /** Every way there is, least first; none where nothing is to be released. */
  next: z.array(version),
  /** Who gets it without asking, when there is one way. */
  gets: z.array(z.string()).optional(),
});

export const bumpSchema = z.strictObject({
  id,
  title: z.string().min(1),
  says: sentence,
  task: sentence,
  project: id,
  scheme: z.enum(SCHEMES),
  current: version,
  /** Older releases that are there, oldest first. */
  before: z.array(version).max(8).default([]),
  /** The year's two digits, of a calendar scheme. */
  year: year.optional(),
  /** The changes that the figure begins with. */
  first: z.array(id).default([]),
  changes: z.array(change).min(1).max(24),
  askers: z.array(z.strictObject({ by: z.enum(ASKERS), range: z.string() })).max(12),
  expects: z.array(expectation).min(1),
});

/** A file as its author wrote it. */
export type BumpFile = z.infer<typeof bumpSchema>;
