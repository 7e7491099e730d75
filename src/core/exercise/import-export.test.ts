import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importProgress, largestImport, type Place } from './import-progress';
import { isTooDeep, parseJson } from './json';
import { migrate } from './migrations';
import { type AnswerRecord, mostRecords, noMore, noProgress, progressOf } from './progress';
import { anyProgress } from './progress.arbitrary';
import { progressCode } from './progress-code';
import { formatProgress } from './progress-file';

const record: AnswerRecord = {
  kind: 'answer',
  id: 'venv/moved',
  given: { answer: { kind: 'text', text: 'pip – “ü”' }, verdict: 'right', revision: 1, at: 7 },
  attempts: 2,
  solved: 'alone',
  first: 3,
  last: 7,
  more: noMore,
};
const progress = progressOf([record]);
const whole: Place = { kind: 'whole' };

describe('export', () => {
  it('writes one record a line', () => {
    expect(formatProgress(progress)).toBe(`{
"format": "shipshape-progress",
"schema": 2,
"records": [
{"kind":"answer","id":"venv/moved","given":{"answer":{"kind":"text","text":"pip – “ü”"},"verdict":"right","revision":1,"at":7},"attempts":2,"solved":"alone","first":3,"last":7}
]
}
`);
  });

  it('writes an empty file as its example says', () => {
    expect(formatProgress(noProgress)).toBe('{\n"format": "shipshape-progress",\n"schema": 2,\n"records": []\n}\n');
  });

  it('makes a code of characters that an address may hold, shorter than the file', () => {
    const records = Array.from({ length: 14 }, (_, i) => ({ ...record, id: `venv/item-${i}` }));
    const code = progressCode(progressOf(records));
    expect(code).toMatch(/^shipshape2\.[\w-]+\.[0-9a-z]{7}$/);
    expect(code.length).toBeLessThan(formatProgress(progressOf(records)).length);
  });

  it('makes of nothing the code of its example', () => {
    expect(progressCode(noProgress)).toMatch(/^shipshape2\.eyJmIjoic2hpcHNoYXBlLXByb2dyZXNzIiwidiI6MiwiUiI6W119\./);
  });
});

describe('import', () => {
  it('law: what was exported comes back, as a file and as a code', () => {
    fc.assert(
      fc.property(anyProgress, (all) => {
        expect(importProgress(formatProgress(all))).toEqual({ value: all, problems: [] });
        expect(importProgress(progressCode(all))).toEqual({ value: all, problems: [] });
      }),
    );
  });

  it('forgives white space that a mail put around and into a code', () => {
    const code = progressCode(progress);
    const wrapped = `\n  ${code.replace(/(.{20})/g, '$1\r\n ')}  `;
    expect(importProgress(wrapped)).toEqual({ value: progress, problems: [] });
  });

  it('reads its example', () => {
    expect(importProgress('hello').problems[0]?.code).toBe('progress/foreign');
  });

  it('refuses a code that is whole in form and changed in content', () => {
    const [version, payload = '', sum] = progressCode(progress).split('.');
    const changed = btoa(atob(payload.replaceAll('-', '+').replaceAll('_', '/')).replace('"n":2', '"n":9'))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replace(/=+$/, '');
    expect(changed).not.toBe(payload);
    expect(importProgress(`${version}.${changed}.${sum}`).problems.map((problem) => problem.code)).toEqual([
      'progress/damaged',
    ]);
  });

  it('merges two records of one id', () => {
    const twice = formatProgress(progress).replace(/(\{"kind".*\})\n/, '$1,\n$1\n');
    expect(importProgress(twice)).toEqual({ value: progress, problems: [] });
  });

  it.each([
    [
      'a text of something else',
      'hello',
      'progress/foreign',
      'This is neither a code nor a file of this course: a code begins with “shipshape”, a file with a curly bracket.',
    ],
    [
      'another program’s JSON',
      '{"format":"cards"}',
      'progress/foreign',
      'This is no progress of this course: choose the file that this page saved.',
    ],
    [
      'a file cut short',
      formatProgress(progress).slice(0, -9),
      'progress/damaged',
      'This is damaged: it was cut short or changed on the way. Export it once more, and take all of it.',
    ],
    [
      'a file without its list',
      '{"format":"shipshape-progress","schema":2}',
      'progress/damaged',
      'This is damaged: it was cut short or changed on the way. Export it once more, and take all of it.',
    ],
    [
      'a file without a schema',
      '{"format":"shipshape-progress","records":[]}',
      'progress/damaged',
      'This is damaged: it was cut short or changed on the way. Export it once more, and take all of it.',
    ],
    [
      'a file of a newer schema',
      '{"format":"shipshape-progress","schema":3,"records":[]}',
      'progress/newer',
      'This was exported by a newer version of the course (schema 3, this page knows 2): reload this page, then import again.',
    ],
    [
      'a code of a newer schema, whatever its form',
      'shipshape3.anything:else',
      'progress/newer',
      'This was exported by a newer version of the course (schema 3, this page knows 2): reload this page, then import again.',
    ],
    [
      'a code cut short',
      progressCode(progress).slice(0, -3),
      'progress/damaged',
      'This is damaged: it was cut short or changed on the way. Export it once more, and take all of it.',
    ],
    [
      'a code with one character changed',
      progressCode(progress).replace('eyJ', 'eyK'),
      'progress/damaged',
      'This is damaged: it was cut short or changed on the way. Export it once more, and take all of it.',
    ],
    [
      'a text beyond the bound',
      `{${' '.repeat(largestImport)}}`,
      'progress/too-large',
      'This is larger than 1 MB, far more than any progress of this course: choose the file that this page saved.',
    ],
    [
      'more records than the bound',
      JSON.stringify({ format: 'shipshape-progress', schema: 2, records: Array(mostRecords + 1).fill(0) }),
      'progress/too-many-records',
      'This holds 5001 records, more than the 5000 that are read: choose the file that this page saved.',
    ],
  ])('refuses %s with a sentence', (_, text, code, message) => {
    expect(importProgress(text)).toEqual({ value: undefined, problems: [{ code, at: whole, message }] });
  });

  it.each([
    ['kind', { kind: 'answers' }],
    ['id', { id: 'Venv Moved' }],
    ['id', { id: '__proto__' }],
    ['given', { given: { answer: { kind: 'option', option: '<b>' }, verdict: 'right', revision: 1, at: 7 } }],
    ['given', { given: { answer: { kind: 'options', options: ['a', 'a'] }, verdict: 'right', revision: 1, at: 7 } }],
    ['given', { given: { answer: { kind: 'text', text: 'x'.repeat(501) }, verdict: 'right', revision: 1, at: 7 } }],
    ['given', { given: { answer: { kind: 'essay' }, verdict: 'right', revision: 1, at: 7 } }],
    ['given', { given: { answer: { kind: 'option', option: 'a' }, verdict: 'great', revision: 1, at: 7 } }],
    ['given', { given: { answer: { kind: 'option', option: 'a' }, verdict: 'right', revision: 0, at: 7 } }],
    ['given', { given: 3 }],
    ['given', { given: null }],
    ['attempts', { attempts: -1 }],
    ['attempts', { attempts: 1.5 }],
    ['solved', { solved: 'perfectly' }],
    ['first', { first: '3' }],
    ['last', { last: 2 }],
    ['last', { last: 1e300 }],
  ])('leaves out a record whose `%s` can’t be, says where, and takes the others', (key, change) => {
    const { more: _, ...plain } = record;
    const bad = { ...plain, id: 'venv/bad', ...change };
    const text = JSON.stringify({ format: 'shipshape-progress', schema: 2, records: [plain, bad] });
    expect(importProgress(text)).toEqual({
      value: progress,
      problems: [
        {
          code: 'progress/bad-record',
          at: { kind: 'record', index: 1, id: bad.id, key },
          message: `Record 2 ("${bad.id}") is left out: its "${key}" is missing or can’t be. Everything else can be taken.`,
        },
      ],
    });
  });

  it.each([
    ['text', { kind: 'draft', id: 'a/b', text: 'x'.repeat(20_001), at: 1 }],
    ['at', { kind: 'draft', id: 'a/b', text: 'x' }],
    ['id', { kind: 'draft', id: 'a', text: 'x', at: 1 }],
    ['place', { kind: 'lecture', id: 'one', first: 1, last: 1, place: { heading: '"><b>', at: 1 } }],
    ['finished', { kind: 'lecture', id: 'one', first: 1, last: 1, finished: 'yes' }],
    ['first', { kind: 'lecture', id: 'one', last: 1 }],
    ['last', { kind: 'lecture', id: 'one', first: 1 }],
    ['id', { kind: 'lecture', id: 'a/b', first: 1, last: 1 }],
  ])('leaves out a draft or lecture whose `%s` can’t be', (key, bad) => {
    const read = importProgress(JSON.stringify({ format: 'shipshape-progress', schema: 2, records: [bad] }));
    expect(read.value).toEqual(noProgress);
    expect(read.problems.map((problem) => problem.at)).toEqual([{ kind: 'record', index: 0, id: bad.id, key }]);
  });

  it.each<[string, object]>([
    ['id', { id: 'venv' }],
    ['solved', { solved: 'nearly' }],
    ['revision', { revision: 0 }],
    ['revision', { revision: null }],
    ['attempts', { attempts: -1 }],
    ['tasks', { tasks: {} }],
    [
      'tasks',
      {
        tasks: [
          { id: 'a', solved: 'no', hints: 0 },
          { id: 'a', solved: 'alone', hints: 0 },
        ],
      },
    ],
    ['tasks', { tasks: [{ id: '<b>', solved: 'no', hints: 0 }] }],
    ['tasks', { tasks: [{ id: 'a', solved: 'no', hints: 21 }] }],
    ['tasks', { tasks: [{ id: 'a', solved: 'great', hints: 0 }] }],
    ['tasks', { tasks: Array.from({ length: 41 }, (_, i) => ({ id: `t${i}`, solved: 'no', hints: 0 })) }],
    ['first', { first: -1 }],
    ['last', { last: 0 }],
  ])('leaves out an exercise whose `%s` can’t be', (key, change) => {
    const plain = { kind: 'exercise', id: 'venv/moved', solved: 'no', attempts: 1, tasks: [], first: 1, last: 2 };
    const records = [plain, { ...plain, id: 'venv/bad', ...change }];
    const read = importProgress(JSON.stringify({ format: 'shipshape-progress', schema: 2, records }));
    expect([...(read.value?.records.keys() ?? [])]).toEqual(['exercise:venv/moved']);
    expect(read.problems.map((problem) => problem.at)).toMatchObject([{ kind: 'record', index: 1, key }]);
  });

  it('merges two exercises whose tasks together are more than can be kept, and can export what comes of it', () => {
    const tasks = (letter: string) =>
      Array.from({ length: 40 }, (_, i) => ({ id: `${letter}${i}`, solved: 'no', hints: 0 }));
    const plain = { kind: 'exercise', id: 'venv/moved', solved: 'no', attempts: 1, first: 1, last: 2 };
    const records = [
      { ...plain, tasks: tasks('a') },
      { ...plain, tasks: tasks('b') },
    ];
    const read = importProgress(JSON.stringify({ format: 'shipshape-progress', schema: 2, records }));
    expect(importProgress(formatProgress(read.value ?? noProgress))).toEqual({ value: read.value, problems: [] });
    expect(read.value?.records.size).toBe(1);
  });

  it('names a record without an id by its place', () => {
    const read = importProgress('{"format":"shipshape-progress","schema":2,"records":[7]}');
    expect(read.problems.map((problem) => problem.message)).toEqual([
      'Record 1 is left out: its "kind" is missing or can’t be. Everything else can be taken.',
    ]);
  });

  it('keeps unknown keys, but none nested deeper than any of ours', () => {
    const deep = JSON.parse('['.repeat(20) + ']'.repeat(20));
    const { more: _, ...plain } = record;
    const text = JSON.stringify({
      format: 'shipshape-progress',
      schema: 2,
      made: 'elsewhere',
      deep,
      records: [{ ...plain, colour: 'red', deep }],
    });
    expect(importProgress(text)).toEqual({
      value: progressOf([{ ...record, more: new Map([['colour', 'red']]) }], new Map([['made', 'elsewhere']])),
      problems: [],
    });
  });

  it('survives nesting that exhausts a stack, in a file and in a code', () => {
    const bomb = `{"format":"shipshape-progress","schema":2,"records":${'['.repeat(400_000)}${']'.repeat(400_000)}}`;
    expect(importProgress(bomb).value?.records.size ?? 0).toBe(0);
    expect(isTooDeep(parseJson('['.repeat(14) + ']'.repeat(14)) ?? null)).toBe(true);
  });
});

describe('schema 1', () => {
  const old = {
    format: 'shipshape-progress',
    schema: 1,
    made: 'long ago',
    answers: {
      'venv/moved': { answer: { kind: 'option', option: 'fails' }, right: true, attempts: 2, first: 3, last: 7 },
      'venv/copy': { answer: { kind: 'option', option: 'copy' }, right: false, attempts: 1, first: 4, last: 4 },
      'pip/target': { right: false, shown: true, attempts: 0, first: 5, last: 5, colour: 'red' },
    },
    lectures: { one: { first: 1, last: 9, finished: 8 } },
  };

  it('becomes schema 2: answers to the first revision, solved alone unless they were shown', () => {
    const at = (option: string, verdict: 'right' | 'wrong', moment: number) => {
      return { answer: { kind: 'option', option }, verdict, revision: 1, at: moment } as const;
    };
    expect(importProgress(JSON.stringify(old))).toEqual({
      value: progressOf(
        [
          { ...record, given: at('fails', 'right', 7) },
          {
            ...record,
            id: 'venv/copy',
            given: at('copy', 'wrong', 4),
            attempts: 1,
            solved: 'no',
            first: 4,
            last: 4,
          },
          {
            ...record,
            id: 'pip/target',
            given: undefined,
            attempts: 0,
            solved: 'shown',
            first: 5,
            last: 5,
            more: new Map([['colour', 'red']]),
          },
          { kind: 'lecture', id: 'one', first: 1, last: 9, finished: 8, place: undefined, more: noMore },
        ],
        new Map([['made', 'long ago']]),
      ),
      problems: [],
    });
  });

  it('is refused record by record where it was damaged', () => {
    const damaged = { ...old, answers: { 'venv/moved': 7, 'venv/copy': { answer: 'x', right: 1 } }, lectures: [] };
    const read = importProgress(JSON.stringify(damaged));
    expect(read.value?.records.size).toBe(0);
    expect(read.problems.map((problem) => problem.at)).toEqual([
      { kind: 'record', index: 0, id: 'venv/moved', key: 'given' },
      { kind: 'record', index: 1, id: 'venv/copy', key: 'given' },
    ]);
  });

  it('migrates an empty document as the example says', () => {
    expect(migrate({ schema: 1, answers: {} })).toEqual({ schema: 2, records: [] });
  });

  it.each([0, 3, 1.5, '2', null])('knows no schema %j', (schema) => {
    expect(migrate({ schema })).toBeUndefined();
  });
});

describe('hostile input', () => {
  const texts = [
    formatProgress(progress),
    progressCode(progress),
    '{"format":"shipshape-progress","schema":1,"answers":{"a/b":{"answer":{"kind":"text","text":"x"},"right":true,"first":1,"last":2,"attempts":1}},"lectures":{"one":{"first":1,"last":2}}}',
    '{"format":"shipshape-progress","schema":2,"records":[{"kind":"lecture","id":"one","first":1,"last":2,"place":{"heading":"h","at":1}},{"kind":"draft","id":"a/b","text":"x","at":1}]}',
    '{"format":"shipshape-progress","schema":2,"records":[{"kind":"exercise","id":"a/b","solved":"hints","revision":1,"attempts":2,"tasks":[{"id":"t","solved":"hints","hints":1}],"first":1,"last":2}]}',
  ];
  const piece = fc.oneof(
    fc.constantFrom(
      'null',
      '{}',
      '[]',
      '"',
      '-1',
      '1e999',
      '{"__proto__":{"x":1}}',
      '\u0000',
      '\ud800',
      'true',
      ',',
      '.',
    ),
    fc.string({ maxLength: 4 }),
  );

  it('law: 2,000 mutations never throw; what is taken can be exported and comes back the same', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(fc.tuple(fc.nat(), fc.nat(20), piece), { minLength: 1, maxLength: 4 }),
        (text, edits) => {
          const mutated = edits.reduce((now, [at, length, put]) => {
            const place = at % (now.length + 1);
            return now.slice(0, place) + put + now.slice(place + length);
          }, text);
          const read = importProgress(mutated);
          for (const problem of read.problems) expect(problem.message).toMatch(/^[A-Z].+\.$/s);
          expect(read.value !== undefined || read.problems.length > 0).toBe(true);
          if (read.value) {
            expect(importProgress(formatProgress(read.value))).toEqual({ value: read.value, problems: [] });
            expect(importProgress(progressCode(read.value))).toEqual({ value: read.value, problems: [] });
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('law: any JSON in the place of the records never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(1, 2), (json, schema) => {
        const text = JSON.stringify({
          format: 'shipshape-progress',
          schema,
          records: json,
          answers: json,
          lectures: json,
        });
        expect(importProgress(text).problems.every((problem) => problem.message.endsWith('.'))).toBe(true);
      }),
    );
  });
});
