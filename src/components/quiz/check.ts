/**
 * The check of all quiz items and misconceptions together, for tests and authors; nothing of it reaches a browser. It says file,
 * line, what is wrong and what to do, and holds each claim to the recording or the figure's tests that its `proof` names.
 */
import type { z } from 'astro/zod';
import { isMap, LineCounter, parseDocument } from 'yaml';
import { grade } from '@/core/exercise';
import { type Misconception, misconceptionSchema, type QuizEntry, quizFileSchema } from './schema';

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

export interface QuizContent {
  readonly quiz: readonly SourceFile[];
  readonly misconceptions: readonly SourceFile[];
  /** The ids of the lectures; a quiz file is named after one. */
  readonly lectures: ReadonlySet<string>;
  /** What each console block of content/console recorded, by its id. */
  readonly consoleBlocks: ReadonlyMap<string, string>;
  /** The text of each figure's tests and scenarios, by the figure's folder. */
  readonly figureTests: ReadonlyMap<string, string>;
}

type Path = readonly PropertyKey[];

/** A file that was understood: its value, and a way to report a problem at a path in it. */
interface Understood<T> {
  readonly name: string;
  readonly value: T;
  readonly problem: (path: Path, reason: string, remedy: string) => ContentProblem;
}

type Reading<T> = { readonly file: Understood<T> } | { readonly problems: readonly ContentProblem[] };

const baseName = (path: string): string => path.replace(/^.*\//, '').replace(/\.yaml$/, '');

function read<T>(source: SourceFile, schema: z.ZodType<T>): Reading<T> {
  const lines = new LineCounter();
  const document = parseDocument(source.text, { lineCounter: lines });
  const at = (offset: number) => lines.linePos(offset).line;

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
    return 1;
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
  if (parsed.success) return { file: { name: baseName(source.path), value: parsed.data, problem } };
  return {
    problems: parsed.error.issues.map((issue) => {
      const { reason, remedy } = (issue.code === 'custom' && issue.params) || {};
      if (typeof reason === 'string' && typeof remedy === 'string') return problem(issue.path, reason, remedy);
      const key = issue.path.map(String).join('.');
      return problem(
        issue.path,
        key ? `${key}: ${issue.message}` : issue.message,
        'content/quiz/README.md shows the form.',
      );
    }),
  };
}

function readAll<T>(sources: readonly SourceFile[], schema: z.ZodType<T>, problems: ContentProblem[]): Understood<T>[] {
  return sources.flatMap((source) => {
    const reading = read(source, schema);
    if ('file' in reading) return [reading.file];
    problems.push(...reading.problems);
    return [];
  });
}

function checkMisconceptions(files: readonly Understood<Misconception>[], problems: ContentProblem[]): void {
  const ids = new Set(files.map((file) => file.value.id));
  for (const { name, value, problem } of files) {
    if (value.id !== name) {
      problems.push(problem(['id'], `The id "${value.id}" isn’t the file’s name.`, `Name the file ${value.id}.yaml.`));
    }
    for (const alias of value.aliases) {
      if (!ids.has(alias)) continue;
      problems.push(
        problem(
          ['aliases'],
          `"${alias}" is a misconception of its own.`,
          'Leave it out of the aliases, or delete its file.',
        ),
      );
    }
  }
}

/** A file's item with the way to report about it. */
interface Placed {
  readonly item: QuizEntry;
  readonly problem: Understood<unknown>['problem'];
}

function checkIds(placed: readonly Placed[], problems: ContentProblem[]): void {
  const current = new Set(placed.map(({ item }) => item.id));
  const taken = new Set<string>();
  const take = (id: string, key: string, problem: Placed['problem']) => {
    if (taken.has(id)) {
      const remedy = 'Choose another one: readers’ answers are kept under it.';
      problems.push(problem([key], `The id "${id}" is used by another item.`, remedy));
    }
    taken.add(id);
  };
  for (const { item, problem } of placed) {
    take(item.id, 'id', problem);
    for (const alias of item.aliases) {
      if (current.has(alias)) {
        problems.push(
          problem(
            ['aliases'],
            `The alias "${alias}" is the id of an item.`,
            'An alias is a name that no item has now.',
          ),
        );
      } else take(alias, 'aliases', problem);
    }
  }
}

function checkCatches({ item, problem }: Placed, files: readonly Understood<Misconception>[]): ContentProblem[] {
  return item.catches.flatMap((id, i) => {
    if (files.some((file) => file.value.id === id)) return [];
    const renamed = files.find((file) => file.value.aliases.includes(id));
    return [
      renamed
        ? problem(['catches', i], `The misconception "${id}" was renamed.`, `Write ${renamed.value.id}.`)
        : problem(
            ['catches', i],
            `There is no misconception "${id}".`,
            `Add content/misconceptions/${id}.yaml, or mend the id.`,
          ),
    ];
  });
}

function checkProof({ item, problem }: Placed, content: QuizContent): ContentProblem[] {
  const problems: ContentProblem[] = [];
  const missing = (path: Path, id: string) =>
    problem(path, `There is no console block "${id}".`, `Record content/console/${id}.json, or mend the id.`);

  if (item.kind === 'predict' && 'console' in item.outcome && !content.consoleBlocks.has(item.outcome.console)) {
    problems.push(missing(['outcome', 'console'], item.outcome.console));
  }
  if (!item.proof) return problems;
  const { says } = item.proof;
  if ('console' in item.proof) {
    const recorded = content.consoleBlocks.get(item.proof.console);
    if (recorded === undefined) problems.push(missing(['proof', 'console'], item.proof.console));
    else if (!recorded.includes(says)) {
      const reason = `The recording of "${item.proof.console}" doesn’t say "${says}".`;
      problems.push(problem(['proof', 'says'], reason, 'Record it again, or mend the claim of this item.'));
    }
  } else {
    const tests = content.figureTests.get(item.proof.figure);
    if (!tests?.includes(says)) {
      const reason = `No test or scenario of the figure "${item.proof.figure}" says "${says}".`;
      problems.push(
        problem(
          ['proof'],
          reason,
          `Name a test in src/figures/${item.proof.figure}/ or a scenario that proves this item.`,
        ),
      );
    }
  }
  return problems;
}

/** What an author lists as wrong must be graded as wrong, and each but once. */
function checkListedAnswers({ item, problem }: Placed): ContentProblem[] {
  if (item.kind !== 'fill-in') return [];
  return item.wrong.flatMap(({ answer }, i) => {
    const result = grade(item, { kind: 'text', text: answer });
    if (result.verdict === 'right') {
      return [
        problem(['wrong', i], `"${answer}" is accepted, so its sentence is never shown.`, 'Take it out of one list.'),
      ];
    }
    const [remark] = result.verdict === 'wrong' ? result.remarks : [];
    return remark?.kind === 'listed-answer' && remark.index === i
      ? []
      : [problem(['wrong', i], `"${answer}" is listed above in other spelling.`, 'Leave one of them.')];
  });
}

/**
 * Takes the text of all files and what they may refer to, returns all problems, file by file. None means: every file has its
 * form, ids are unique, misconceptions are known, every wrong answer has its explanation, claims occur in the recordings.
 */
export function checkQuiz(content: QuizContent): readonly ContentProblem[] {
  const problems: ContentProblem[] = [];
  const misconceptions = readAll(content.misconceptions, misconceptionSchema, problems);
  checkMisconceptions(misconceptions, problems);
  const files = readAll(content.quiz, quizFileSchema, problems);
  for (const { name, problem } of files) {
    if (content.lectures.has(name)) continue;
    problems.push(
      problem([], `There is no lecture "${name}".`, 'Name the file after a lecture of content/course.yaml.'),
    );
  }
  const placed: Placed[] = files.flatMap((file) =>
    file.value.items.map((item, i) => ({
      item,
      problem: (path, reason, remedy) => file.problem(['items', i, ...path], reason, remedy),
    })),
  );
  checkIds(placed, problems);
  for (const one of placed) {
    problems.push(...checkCatches(one, misconceptions), ...checkProof(one, content), ...checkListedAnswers(one));
  }
  return problems;
}

/** `content/quiz/one.yaml:7: There is no misconception "x". Add content/misconceptions/x.yaml, or mend the id.` */
export const formatContentProblem = ({ file, line, reason, remedy }: ContentProblem): string =>
  `${file}:${line}: ${reason} ${remedy}`;
