/** The heads of Markdown files: what an author says of a lecture or a term before its text begins. */
import { z } from 'astro/zod';
import { type ContentProblem, readYaml, type SourceFile, type Understood } from './source';

/** content/lectures/<number>-<id>.mdx */
export const lectureHeadSchema = z.object({
  /** Tools (keys of content/versions.json) that the lecture was checked with. */
  checkedWith: z.array(z.string()).min(1),
  before: z.string(),
  keyLines: z.array(z.string()).length(3),
  objectives: z
    .array(z.object({ can: z.string(), checkedBy: z.array(z.string()).min(1) }))
    .min(3)
    .max(6),
  minutes: z.number().int(),
});

/** content/glossary/<id>.md */
export const glossaryHeadSchema = z.object({
  term: z.string(),
  also: z.array(z.string()).default([]),
  see: z.array(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)).default([]),
  source: z.url(),
});

/** A Markdown file in its two parts. */
export interface Page<T> {
  readonly head: Understood<T>;
  readonly text: string;
  /** Reports at an offset of the text. */
  readonly problem: (offset: number, reason: string, remedy: string) => ContentProblem;
}

/** All files whose head can be understood; the problems of the others are added to the list. */
export function readPages<T>(
  sources: readonly SourceFile[],
  schema: z.ZodType<T>,
  form: string,
  problems: ContentProblem[],
): readonly Page<T>[] {
  return sources.flatMap((source) => {
    const [whole, yaml] = /^---\n([\s\S]*?)\n---\n/.exec(source.text) ?? [];
    if (whole === undefined || yaml === undefined) {
      const reason = 'The file doesn’t begin with a head between two lines of ---.';
      problems.push({ file: source.path, line: 1, reason, remedy: form });
      return [];
    }
    const reading = readYaml({ ...source, text: yaml }, schema, form, 2);
    if ('problems' in reading) {
      problems.push(...reading.problems);
      return [];
    }
    const lineOf = (offset: number) => source.text.slice(0, whole.length + offset).split('\n').length;
    const page: Page<T> = {
      head: reading.file,
      text: source.text.slice(whole.length),
      problem: (offset, reason, remedy) => ({ file: source.path, line: lineOf(offset), reason, remedy }),
    };
    return [page];
  });
}
