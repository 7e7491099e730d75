/**
 * Reading what an author wrote, so that whatever is wrong is told with file, line, reason and remedy. For tests and for
 * `npm run content`; nothing of it reaches a browser.
 */
import type { z } from 'astro/zod';
import { isMap, LineCounter, parseDocument } from 'yaml';

export interface SourceFile {
  /** As a person would name it: `content/quiz/works-on-my-machine.yaml`. */
  readonly path: string;
  readonly text: string;
}

export interface ContentProblem {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly reason: string;
  readonly remedy: string;
}

/** Keys and places that lead to a value: `['items', 3, 'id']`. */
export type Path = readonly PropertyKey[];

/** A file that was understood: its value, and a way to report a problem at a path in it. */
export interface Understood<T> {
  readonly source: SourceFile;
  /** The file's name without folder and ending. */
  readonly name: string;
  readonly value: T;
  readonly problem: (path: Path, reason: string, remedy: string) => ContentProblem;
}

type Reading<T> = { readonly file: Understood<T> } | { readonly problems: readonly ContentProblem[] };

/** `content/quiz/one.yaml` → `one`. */
export const baseName = (path: string): string => path.replace(/^.*\//, '').replace(/(\.session)?\.\w+$/, '');

/** The line, from 1, at which an offset of a text stands. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/**
 * Takes a file of YAML (or of JSON, which is YAML too) and the schema that it must fit; returns its value, or its problems.
 * @param form where an author sees the form: `content/quiz/README.md shows the form.`
 * @param from the line of the file at which this text begins, for the head of an MDX file
 */
export function readYaml<T>(source: SourceFile, schema: z.ZodType<T>, form: string, from = 1): Reading<T> {
  const lines = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: lines });
  const at = (offset: number) => lines.linePos(offset).line + from - 1;

  /** The line of the value at a path, or of the nearest thing around it. */
  const lineOf = (path: Path): number => {
    for (let depth = path.length; depth > 0; depth--) {
      const key = path[depth - 1];
      const parent = document.getIn(path.slice(0, depth - 1), true);
      const pair = isMap(parent) ? parent.items.find((one) => String(one.key) === key) : undefined;
      const node = pair ? pair.key : document.getIn(path.slice(0, depth), true);
      const range = typeof node === 'object' && node !== null && 'range' in node ? node.range : undefined;
      if (Array.isArray(range) && typeof range[0] === 'number') return at(range[0]);
    }
    return from;
  };
  const problem = (path: Path, reason: string, remedy: string): ContentProblem => {
    return { file: source.path, line: lineOf(path), reason, remedy };
  };

  const [broken] = document.errors;
  if (broken) {
    const reason = broken.message.split('\n')[0] ?? broken.code;
    return { problems: [{ file: source.path, line: at(broken.pos[0]), reason, remedy: 'Mend the YAML.' }] };
  }
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { file: { source, name: baseName(source.path), value: parsed.data, problem } };
  return {
    problems: parsed.error.issues.map((issue) => {
      const { reason, remedy } = (issue.code === 'custom' && issue.params) || {};
      if (typeof reason === 'string' && typeof remedy === 'string') return problem(issue.path, reason, remedy);
      const key = issue.path.map(String).join('.');
      return problem(issue.path, key ? `${key}: ${issue.message}` : issue.message, form);
    }),
  };
}

/** All files that can be understood; the problems of the others are added to the list. */
export function readAll<T>(
  sources: readonly SourceFile[],
  schema: z.ZodType<T>,
  form: string,
  problems: ContentProblem[],
): readonly Understood<T>[] {
  return sources.flatMap((source) => {
    const reading = readYaml(source, schema, form);
    if ('file' in reading) return [reading.file];
    problems.push(...reading.problems);
    return [];
  });
}

/** `content/quiz/one.yaml:7: There is no misconception "x". Add content/misconceptions/x.yaml, or mend the id.` */
export const formatContentProblem = ({ file, line, reason, remedy }: ContentProblem): string =>
  `${file}:${line}: ${reason} ${remedy}`;
