/**
 * What an author may write in content/scenarios/clinic/*.yaml: patients that share some files, where each stops, why, and a cure. What
 * the tools say of them is recorded (`npm run record:clinic`). Used at build and in tests only.
 */
import { z } from 'astro/zod';
import { HOW_FAR, TOOLS } from './scenario';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'An id is lower-case words with hyphens between them.');
const sentence = z.string().regex(/[.?!]”?$/, 'A sentence with its full stop.');
const howFar = z.enum(HOW_FAR);

const patient = z.strictObject({
  id,
  title: z.string().min(1).max(32),
  complaint: sentence,
  stage: howFar,
  /** Beside those that all share, or in place of them; null: it isn’t there. */
  files: z.record(z.string(), z.string().nullable()),
  why: sentence,
  differs: z.strictObject({ tool: z.enum(TOOLS), stage: howFar, says: sentence }).optional(),
  cure: z.strictObject({ says: sentence, file: z.string(), from: z.string().min(1), to: z.string() }).optional(),
});

export const clinicSchema = z.strictObject({
  id,
  title: z.string().min(1),
  says: sentence,
  task: sentence,
  command: id,
  base: z.record(z.string(), z.string()),
  patients: z.array(patient).min(1).max(12),
});

/** A file as its author wrote it. */
export type ClinicFile = z.infer<typeof clinicSchema>;

export const recordingSchema = z.object({
  recorded: z.string(),
  tools: z.record(z.string(), z.string()),
  cases: z.array(
    z.object({
      patient: id,
      cured: z.boolean(),
      tool: z.enum(TOOLS),
      stage: howFar,
      command: z.string(),
      exit: z.number(),
      lines: z.array(z.string()),
    }),
  ),
});

/** content/console/truth/clinic.json. */
export type ClinicRecording = z.infer<typeof recordingSchema>;
