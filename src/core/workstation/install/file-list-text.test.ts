import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFileList, MAX_FILES, parseFileList } from './file-list-text';
import type { IndexFile } from './index-answer';

describe('a list of files as text', () => {
  it('has a file on each line, with what the index says beside it', () => {
    expect(parseFileList('kit-1.0-py3-none-any.whl ; python >=3.9,<4 ; yanked\n\n  kit-1.0.tar.gz  \n')).toEqual({
      files: [
        { filename: 'kit-1.0-py3-none-any.whl', hashes: {}, 'requires-python': '>=3.9,<4', yanked: true },
        { filename: 'kit-1.0.tar.gz', hashes: {} },
      ],
      problems: [],
      unread: 0,
    });
  });

  it.each([
    ['a-1-py3-none-any.whl\nreadme.md', 'file-list/name', 'readme.md'],
    ['  a-one-py3-none-any.whl', 'file-list/name', 'one'],
    ['a-one.tar.gz', 'file-list/name', 'one'],
    ['a-1.tar.gz ; python three', 'file-list/python', 'python three'],
    ['a-1.tar.gz;new', 'file-list/note', 'new'],
  ])('%j has %s at %j', (text, code, where) => {
    const { problems } = parseFileList(text);
    expect(problems.map((problem) => [problem.code, text.slice(problem.at.start, problem.at.end)])).toEqual([
      [code, where],
    ]);
  });

  it('is read up to a bound, and the rest is counted', () => {
    const text = Array.from({ length: MAX_FILES + 3 }, (_, index) => `a-${index}.tar.gz`).join('\n');
    const { files, unread } = parseFileList(text);
    expect([files.length, unread]).toEqual([MAX_FILES, 3]);
  });

  it('is read as the files that were written', () => {
    const file: fc.Arbitrary<IndexFile> = fc.record(
      {
        filename: fc.constantFrom('a-1.tar.gz', 'a-1-py3-none-any.whl', 'a-1-1-py3-none-any.whl', 'x'),
        hashes: fc.constant({}),
        'requires-python': fc.constantFrom('>=3.9', '<3.12,>=3.8', '!=3.0.*'),
        yanked: fc.constant(true),
      },
      { requiredKeys: ['filename', 'hashes'] },
    );
    fc.assert(
      fc.property(fc.array(file), (files) => {
        expect(parseFileList(formatFileList(files)).files).toEqual(files);
      }),
    );
  });

  it('never throws, and problems lie in the text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const { at } of parseFileList(text).problems) {
          expect(at.start).toBeLessThanOrEqual(at.end);
          expect(at.end).toBeLessThanOrEqual(text.length);
        }
      }),
    );
  });
});
