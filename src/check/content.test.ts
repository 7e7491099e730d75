/** The course's own quiz items and misconceptions, as they stand in the repository, held against what was recorded. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkQuiz, formatContentProblem, type SourceFile } from './check';

describe('the content of this course', () => {
  const folder = (path: string, ending: string): SourceFile[] =>
    existsSync(path)
      ? readdirSync(path)
          .filter((name) => name.endsWith(ending))
          .sort()
          .map((name) => ({ path: `${path}/${name}`, text: readFileSync(`${path}/${name}`, 'utf8') }))
      : [];

  interface Recording {
    id: string;
    steps: { command: string; exit: number; lines: { text: string }[] }[];
  }
  const recorded = ({ id, steps }: Recording): [string, string] => [
    id,
    steps
      .map((step) => [step.command, ...step.lines.map((line) => line.text), `exit status ${step.exit}`].join('\n'))
      .join('\n'),
  ];
  /** The figure's tests and its scenarios, which state what they expect. */
  const proofsOf = (figure: string): string =>
    [`src/figures/${figure}`, `content/scenarios/${figure}`]
      .filter((path) => existsSync(path))
      .flatMap((path) => readdirSync(path, { recursive: true, encoding: 'utf8' }).map((name) => `${path}/${name}`))
      .filter((path) => (path.startsWith('content/') ? statSync(path).isFile() : /\.test\.tsx?$/.test(path)))
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
  const figures = existsSync('src/figures') ? readdirSync('src/figures') : [];
  const course = parse(readFileSync('content/course.yaml', 'utf8')) as { lectures: { id: string }[] };

  const rest = {
    misconceptions: folder('content/misconceptions', '.yaml'),
    lectures: new Set([...course.lectures.map((lecture) => lecture.id), 'example']),
    consoleBlocks: new Map(folder('content/console', '.json').map(({ text }) => recorded(JSON.parse(text)))),
    figureTests: new Map(figures.map((name) => [name, proofsOf(name)])),
  };

  it('has sound quiz items and misconceptions', () => {
    const problems = checkQuiz({ ...rest, quiz: folder('content/quiz', '.yaml') });
    expect(problems.map(formatContentProblem)).toEqual([]);
  });

  it('shows sound examples of every kind to authors', () => {
    const readme = readFileSync('content/quiz/README.md', 'utf8');
    const quiz = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => ({
      path: 'example.yaml',
      text,
    }));
    expect(quiz.map(({ text }) => /kind: (\S+)/.exec(text)?.[1])).toEqual([
      'single',
      'multiple',
      'order',
      'fill-in',
      'predict',
    ]);
    expect(checkQuiz({ ...rest, quiz }).map(formatContentProblem)).toEqual([]);
  });
});
