// moby/patternmatcher and the walk of fsutil beside ours, case by case (`npm run record:dockerfile`).
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileIgnore, judgePath, readIgnoreFile, walkIgnoring } from '.';

interface RecordedIgnore {
  readonly text: string;
  /** In the order of a walk; folders end with a slash. */
  readonly paths: readonly string[];
  readonly alone: {
    readonly patterns?: readonly string[];
    readonly error?: string;
    readonly ignored?: readonly unknown[];
  };
  readonly walk: { readonly error?: string; readonly sent?: readonly string[] };
}

const lines = readFileSync(`${import.meta.dirname}/recorded/cases.jsonl`, 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1);
const cases = lines.map((line): RecordedIgnore => JSON.parse(line));
const titled = cases.map((one) => [JSON.stringify(one.text).slice(0, 100), one] as const);

it('holds at least three hundred recorded ignore files', () => {
  expect(cases.length).toBeGreaterThanOrEqual(300);
});

describe('each path by itself', () => {
  it.each(titled)('%s', (_, { text, paths, alone }) => {
    const { lines: read, problem } = readIgnoreFile(text);
    const patterns = read.map(({ pattern }) => pattern);
    const matcher = compileIgnore(patterns);
    if (problem !== undefined) expect({ error: problem }).toEqual(alone);
    else if ('problem' in matcher) expect({ patterns, error: matcher.problem }).toEqual(alone);
    else {
      const ignored = paths.map((path) => {
        const verdict = judgePath(matcher, path.replace(/\/$/, ''));
        return 'problem' in verdict ? verdict.problem : verdict.isIgnored;
      });
      expect({ patterns, ignored, exclusions: matcher.hasExceptions }).toEqual(alone);
    }
  });
});

describe('what of a context is sent', () => {
  it.each(titled)('%s', (_, { text, paths, walk }) => {
    const matcher = compileIgnore(readIgnoreFile(text).lines.map(({ pattern }) => pattern));
    if ('problem' in matcher) {
      expect(walk.error).toContain(matcher.problem);
      return;
    }
    const { verdicts, problem } = walkIgnoring(matcher, paths);
    if (problem !== undefined) {
      expect(walk.error).toBe(`failed to match excludepatterns: ${problem.problem}`);
      return;
    }
    // A folder that is ignored is sent when something in it is.
    const kept = paths.filter((_, i) => verdicts[i]?.isIgnored === false);
    const sent = paths.filter(
      (path) => kept.includes(path) || (path.endsWith('/') && kept.some((one) => one.startsWith(path))),
    );
    expect(sent.map((path) => path.replace(/\/$/, ''))).toEqual(walk.sent);
  });
});
