import { describe, expect, it } from 'vitest';
import { isCaseFile, readCaseFile } from './case-file';
import { fails, runSuites } from './run-suites';

const line = (given: object) => `${JSON.stringify(given)}\n`;
const named = line({ input: 'Foo._Bar', valid: true, normalized: 'foo-bar', isNormalized: false });
const wrong = { input: 'a_b', valid: true, normalized: 'a_b', isNormalized: true };
const names = (text: string) => [{ path: 'here/names.jsonl', text }];
const still = () => 0;

describe('a file of cases', () => {
  it.each(['README.md', 'readme', 'README', '.DS_Store'])('is not one called %s', (name) => {
    expect(isCaseFile(name)).toBe(false);
  });

  it('is one whatever else it is called', () => {
    expect(['names.jsonl', 'readme-of-a-case.json', 'a.txt'].map(isCaseFile)).toEqual([true, true, true]);
  });

  it('is told by its name, and its cases by their lines', () => {
    const { suite, cases, faults } = readCaseFile({ path: 'here/names.jsonl', text: `${named}\n\r\n${named}` });
    expect([suite, cases.map((one) => one.line), faults]).toEqual(['names', [1, 4], []]);
  });

  it.each([
    ['stranger.jsonl', named, 1, /^No suite is called stranger/],
    ['names.jsonl', `${named}{"input": \n`, 2, /^This is no JSON/],
    ['names.jsonl', `${named}["a"]\n`, 2, /^A case is a JSON object/],
    ['names.jsonl', '\n', 1, /^The file holds no case/],
    ['scenario.json', '{"builds": 1}', 1, /^JSON of cases has "builds" and "expected"/],
    ['scenario.json', '{', 1, /^This is no JSON/],
    ['notes.txt', '', 1, /^Cases stand in files that end with/],
  ])('is never left out in silence: %s with %j', (path, text, at, reason) => {
    const { faults } = readCaseFile({ path, text });
    expect(faults).toEqual([{ file: path, line: at, reason: expect.stringMatching(reason) }]);
    expect(fails(runSuites([{ path, text }], still))).toBe(true);
  });
});

describe('a run of suites', () => {
  it('counts the cases that agree, and lists the ones that do not', () => {
    const ran = runSuites(names(named + line(wrong)), still);
    expect(ran.results).toEqual([{ suite: 'names', cases: 2, agree: 1, apart: 0, apartAgree: 0, seconds: 0 }]);
    expect(ran.disagreements).toEqual([
      {
        suite: 'names',
        file: 'here/names.jsonl',
        line: 2,
        apart: false,
        case: wrong,
        expected: { valid: true, normalized: 'a_b', isNormalized: true },
        got: { valid: true, normalized: 'a-b', isNormalized: false },
      },
    ]);
    expect(fails(ran)).toBe(true);
  });

  it.each([{ quirk: true }, { quirk: 'context-upload' }, { versionDependent: true }])(
    'counts a case marked %j apart, and fails for none of them',
    (mark) => {
      const ran = runSuites(names(named + line({ ...wrong, ...mark })), still);
      expect(ran.results).toEqual([{ suite: 'names', cases: 1, agree: 1, apart: 1, apartAgree: 0, seconds: 0 }]);
      expect(ran.disagreements.map(({ apart }) => apart)).toEqual([true]);
      expect(fails(ran)).toBe(false);
    },
  );

  it('takes a mark that says no as none', () => {
    const [result] = runSuites(names(line({ ...wrong, quirk: false, versionDependent: false })), still).results;
    expect(result).toMatchObject({ cases: 1, apart: 0 });
  });

  it('holds a case without its fields against the file, not against the core', () => {
    const ran = runSuites(names(named + line({ given: 'a' })), still);
    expect(ran.faults).toEqual([
      { file: 'here/names.jsonl', line: 2, reason: 'A case should hold text where it has nothing.' },
    ]);
    expect(fails(ran)).toBe(true);
  });

  it('adds files of one suite up, and measures it', () => {
    let time = 0;
    const files = ['a/names.jsonl', 'b/names.jsonl'].map((path) => ({ path, text: named }));
    expect(runSuites(files, () => (time += 250)).results).toEqual([
      { suite: 'names', cases: 2, agree: 2, apart: 0, apartAgree: 0, seconds: 0.25 },
    ]);
  });
});
