import { describe, expect, it } from 'vitest';
import { compactJson } from './compact-json.ts';
import { toLines } from './lines.ts';

const out = (text: string) => ({ stream: 'out' as const, text });
const err = (text: string) => ({ stream: 'err' as const, text });

describe('lines of a recording', () => {
  it('stand in the order in which they ended', () => {
    const lines = toLines([out('a\nb'), err('oops\n'), out('c\n'), out('no end')]);
    expect(lines).toEqual([out('a'), err('oops'), out('bc'), out('no end')]);
  });

  it('keep empty lines', () => {
    expect(toLines([out('a\n\nb\n')])).toEqual([out('a'), out(''), out('b')]);
  });

  it('that are left out become one marked line for each gap', () => {
    const lines = toLines([out('a\nb\nc\nd\ne\n')], { first: 1, matching: '^c', last: 1 });
    expect(lines).toEqual([
      out('a'),
      { stream: 'elided', text: '…', lines: 1 },
      out('c'),
      { stream: 'elided', text: '…', lines: 1 },
      out('e'),
    ]);
  });

  it('of a build can be its steps alone, each with how it ended', () => {
    const log = [
      '#1 [internal] load build definition from Dockerfile',
      '#1 DONE 0.0s',
      '',
      '#2 [builder 1/2] FROM base',
      '#2 resolve base done',
      '#2 CACHED',
      '',
      '#3 [2/2] RUN pip install x',
      '#3 1.2 Collecting x',
      '#3 DONE 3.4s',
      '',
    ];
    expect(toLines([out(`${log.join('\n')}\n`)], { buildSteps: true })).toEqual([
      { stream: 'elided', text: '…', lines: 3 },
      out('#2 [builder 1/2] FROM base'),
      { stream: 'elided', text: '…', lines: 1 },
      out('#2 CACHED'),
      out(''),
      out('#3 [2/2] RUN pip install x'),
      { stream: 'elided', text: '…', lines: 1 },
      out('#3 DONE 3.4s'),
      out(''),
    ]);
  });

  it('say that they were shortened, and only those that were', () => {
    expect(toLines([out('long name\nother\n')], undefined, [{ from: 'long \\w+', to: '…' }])).toEqual([
      { stream: 'out', text: '…', shortened: true },
      out('other'),
    ]);
  });
});

describe('compact JSON', () => {
  it('puts each element of a named list on its line', () => {
    const text = compactJson({ project: 'idna', files: [{ size: 1, yanked: false }, { size: 2 }], meta: {} }, [
      'files',
    ]);
    expect(text).toBe(
      '{\n  "project": "idna",\n  "files": [\n    { "size": 1, "yanked": false },\n    { "size": 2 }\n  ],\n  "meta": {}\n}\n',
    );
  });

  it('says what JSON.stringify says', () => {
    const value = { a: [1, 'zwei', null, true, []], b: { c: { d: 'ü"\n' } }, files: [{ a: 1 }, 2], e: [] };
    expect(JSON.parse(compactJson(value, ['files']))).toEqual(value);
  });

  it('leaves out what is undefined', () => {
    expect(compactJson({ a: 1, b: undefined }, [])).toBe('{\n  "a": 1\n}\n');
  });
});
