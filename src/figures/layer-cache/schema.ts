/**
 * What an author may write in content/scenarios/layer-project/*.yaml: a project, its Dockerfiles, and what must come
 * out. Used at build and in tests only; a browser gets the scenario as it was read.
 */
import { z } from 'astro/zod';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'An id is lower-case words with hyphens between them.');
const sentence = z.string().regex(/[.?]$/, 'A sentence with its full stop.');
const path = z
  .string()
  .regex(/^[^/]+(\/[^/]+)*$/, 'A path below the project, without a slash at its beginning or end.');
const place = z.string().regex(/^(\/[^/]+)+$/, 'A path in the image starts at the root and has no slash at its end.');
const bytes = z.number().int().nonnegative();
const mode = z.string().regex(/^0[0-7]{3}$/, 'A mode in quotes: "0755".');

/** A file without a text is hashed byte by byte in the page, so it stays small. */
const LARGEST_FILE = 1_000_000;

const file = z.union([
  z.strictObject({ text: z.string(), mode: mode.optional() }),
  z.strictObject({ size: bytes.max(LARGEST_FILE), mode: mode.optional() }),
]);

const base = z.strictObject({
  size: bytes,
  env: z.array(z.string()).optional(),
  cmd: z.array(z.string()).optional(),
  files: z.record(place, bytes).optional(),
  from: sentence,
});

const change = z.record(path, z.enum(['edit', 'touch', 'mode', 'delete']));

export const layerSchema = z.strictObject({
  id,
  title: z.string().min(1),
  says: sentence,
  task: z.string().regex(/^([^`]|`[^`]+`)+[.?]$/, 'A line that ends in a full stop, its backticks in pairs.'),
  dockerfiles: z.array(z.strictObject({ id, label: z.string().min(1), text: z.string().min(1) })).min(1),
  files: z.record(path, file),
  bases: z.record(z.string(), base),
  secrets: z.array(z.string()).default([]),
  arguments: z.record(z.string(), z.array(z.string()).min(1)).default({}),
  /** With a Dockerfile, after a first build: what is changed, and the lines of the steps that then run. */
  expects: z
    .array(
      z.strictObject({
        dockerfile: id,
        change: change.default({}),
        arguments: z.record(z.string(), z.string()).default({}),
        target: z.string().optional(),
        runs: z.array(z.number().int().positive()),
        seconds: z.number().nonnegative().optional(),
        fails: z.boolean().default(false),
        /** Of the image that comes out: megabytes that no container sees, and where likely secrets can be read (image-facts.ts). */
        buried: z.number().int().nonnegative().optional(),
        readable: z.array(z.string()).optional(),
      }),
    )
    .min(1),
});

/** A scenario as its file holds it. */
export type LayerFile = z.infer<typeof layerSchema>;
