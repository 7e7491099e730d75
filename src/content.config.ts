/** The course's data (content/), each kind with its schema: a file that doesn't fit stops the build with file and reason. */
import { defineCollection } from 'astro:content';
import { file, glob } from 'astro/loaders';
import { z } from 'astro/zod';
import { parse } from 'yaml';
import { glossaryHeadSchema, lectureHeadSchema } from '@/check/heads';
import { exerciseSchema } from '@/components/exercise/schema';
import { misconceptionSchema, quizFileSchema } from '@/components/quiz/schema';

export const collections = {
  /** The twelve lectures in their order, written or being written. */
  course: defineCollection({
    loader: file('content/course.yaml', {
      parser: (text) =>
        (parse(text) as { lectures: { id: string }[] }).lectures.map((lecture, i) => ({ ...lecture, number: i + 1 })),
    }),
    schema: z.object({
      number: z.number().int(),
      title: z.string(),
      subtitle: z.string(),
      promise: z.string(),
      state: z.enum(['ready', 'writing']),
    }),
  }),
  lectures: defineCollection({
    loader: glob({
      pattern: '*.mdx',
      base: './content/lectures',
      generateId: ({ entry }) => entry.replace(/^\d+-/, '').replace(/\.mdx$/, ''),
    }),
    schema: lectureHeadSchema,
  }),
  quiz: defineCollection({ loader: glob({ pattern: '*.yaml', base: './content/quiz' }), schema: quizFileSchema }),
  exercises: defineCollection({
    loader: glob({ pattern: '*/*.yaml', base: './content/exercises' }),
    schema: exerciseSchema,
  }),
  misconceptions: defineCollection({
    loader: glob({ pattern: '*.yaml', base: './content/misconceptions' }),
    schema: misconceptionSchema,
  }),
  glossary: defineCollection({
    loader: glob({ pattern: '*.md', base: './content/glossary' }),
    schema: glossaryHeadSchema,
  }),
  console: defineCollection({
    loader: glob({ pattern: '*.json', base: './content/console' }),
    schema: z.object({
      id: z.string(),
      title: z.string(),
      machine: z.object({ name: z.string() }).loose(),
      tools: z.record(z.string(), z.string()),
      recorded: z.string(),
      /** The index that answered: one without metadata files makes pip fetch whole wheels first. */
      index: z.object({ metadataFiles: z.boolean() }).loose().optional(),
      /** What the base images are, where the block was recorded with an engine. */
      bases: z.string().optional(),
      steps: z.array(
        z
          .object({
            prompt: z.string(),
            command: z.string(),
            exit: z.number(),
            lines: z.array(z.object({ stream: z.enum(['out', 'err', 'elided']), text: z.string() })),
          })
          .loose(),
      ),
    }),
  }),
};
