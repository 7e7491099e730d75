/** The course's own quiz items and misconceptions, as they stand in the repository, held against what was recorded. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
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
  const figures = existsSync('src/figures') ? readdirSync('src/figures') : [];
  const course = parse(readFileSync('content/course.yaml', 'utf8')) as { lectures: { id: string }[] };

  it('has sound quiz items and misconceptions', () => {
    const problems = checkQuiz({
      quiz: folder('content/quiz', '.yaml'),
      misconceptions: folder('content/misconceptions', '.yaml'),
      lectures: new Set(course.lectures.map((lecture) => lecture.id)),
      consoleBlocks: new Map(folder('content/console', '.json').map(({ text }) => recorded(JSON.parse(text)))),
      figureTests: new Map(
        figures.map((name) => [
          name,
          folder(`src/figures/${name}`, '.test.ts')
            .map(({ text }) => text)
            .join('\n'),
        ]),
      ),
    });
    expect(problems.map(formatContentProblem)).toEqual([]);
  });
});
