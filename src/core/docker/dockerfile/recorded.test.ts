// BuildKit’s own frontend beside ours, case by case (`npm run record:dockerfile`).
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addSource } from './add-source';
import { expandHeredoc, expandWord, expandWords } from './expand-word';
import { formatDockerfile } from './format-dockerfile';
import { meaningOf } from './meaning';
import { parseDockerfile } from './parse-dockerfile';
import { ourAnswer, type RecordedParse, theirAnswer } from './recorded-answer';
import { lexShell } from './shell-lex';

/** The cases of a file: a line each, below one that names the versions. */
function recorded<Case>(name: string): Case[] {
  const text = readFileSync(`${import.meta.dirname}/recorded/${name}.jsonl`, 'utf8');
  return text
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => JSON.parse(line));
}

const file = (name: string) => readFileSync(`${import.meta.dirname}/recorded/files/${name}`, 'utf8');
/** Of two suggestions that are equally near the builder takes either. */
const plain = (answer: unknown) =>
  JSON.parse(JSON.stringify(answer).replace(/ \(did you mean [^)]*\)/g, ' (did you mean …)'));

describe('Dockerfiles of real shapes', () => {
  const files = recorded<{ readonly file: string } & Pick<RecordedParse, 'answer'>>('files');

  it('are at least sixty', () => {
    expect(files.length).toBeGreaterThanOrEqual(60);
  });

  it.each(files)('$file is read as BuildKit reads it', ({ file: name, answer }) => {
    expect(plain(ourAnswer({ text: file(name) }))).toEqual(plain(theirAnswer(answer)));
  });

  it.each(files)('$file means the same in canonical writing, which stays as it is', ({ file: name }) => {
    const read = parseDockerfile(file(name)).file;
    const written = formatDockerfile(read);
    const again = parseDockerfile(written);
    expect(again.problems).toEqual([]);
    const meaning = ({ stages, globalArgs }: typeof read) =>
      [globalArgs, ...stages.map(({ from, instructions }) => [from, ...instructions])].flat().map(meaningOf);
    expect(meaning(again.file)).toEqual(meaning(read));
    expect(formatDockerfile(again.file)).toBe(written);
  });
});

describe('what BuildKit reads and what it refuses', () => {
  const cases = recorded<RecordedParse>('parse').map((one) => [JSON.stringify(one.text).slice(0, 120), one] as const);

  it.each(cases)('%s', (_, one) => {
    expect(plain(ourAnswer(one))).toEqual(plain(theirAnswer(one.answer)));
  });
});

interface RecordedWord {
  readonly text: string;
  readonly env: readonly string[];
  readonly escape: '\\' | '`';
  readonly answer: Readonly<Record<string, unknown>>;
}

describe('variables, quotes and escapes in words', () => {
  it.each(recorded<RecordedWord>('words'))('$text', ({ text, env, escape: escaping, answer }) => {
    const environment = new Map(
      env.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
    );
    const word = expandWord(text, environment, escaping);
    const { words } = expandWords(text, environment, escaping);
    const heredoc = expandHeredoc(text, environment);
    const display = lexShell(text, {
      escape: escaping,
      environment,
      rawQuotes: true,
      rawEscapes: true,
      keepUnset: true,
    });
    const ours = {
      text: word.text,
      used: [...word.used].sort(),
      missing: [...word.missing].sort(),
      ...(word.problem === undefined ? { words } : { error: word.problem }),
      heredoc: heredoc.text,
      ...(heredoc.problem !== undefined && { heredocError: heredoc.problem }),
      display: display.text,
    };
    const { displayError: _, ...theirs } = answer;
    expect(ours).toEqual({ ...theirs, ...('words' in theirs && { words: theirs['words'] ?? [] }) });
  });
});

interface RecordedSource {
  readonly text: string;
  readonly answer: { readonly git: boolean; readonly error?: string; readonly ref?: Readonly<Record<string, unknown>> };
}

describe('sources of ADD', () => {
  it.each(recorded<RecordedSource>('sources'))('$text', ({ text, answer }) => {
    const source = addSource(text);
    if (answer.error !== undefined) expect(source).toEqual({ problem: answer.error });
    else if (!answer.git) expect(source).toMatchObject({ kind: expect.stringMatching(/^(path|url)$/) });
    else {
      const { Ref: ref, SubDir: subdir, Checksum: checksum, KeepGitDir: keepGitDir } = answer.ref ?? {};
      expect(source).toEqual({ kind: 'git', ref, subdir, checksum, keepGitDir: keepGitDir ?? undefined });
    }
  });
});
