import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSpecifierSet, readVersion } from '@/core/python';
import { describeDifferences, differences } from './differences';
import { clauseTextOf, withClause, withoutClause } from './edit-clause';
import { foreignNotation } from './foreign-notation';
import { INTENTS, intentTexts } from './intent';
import { describeCargoVerdict, judgeByCargo, readCargo } from './judge-cargo';
import { describeNpmVerdict, judgeByNpm, readNpm } from './judge-npm';
import { describePythonVerdict, judgeByPython, readPython } from './judge-python';
import { type ListedVersion, readVersionList } from './listed-version';
import { sameElsewhere } from './same-elsewhere';
import { seriesOf } from './series';
import { takenOf } from './taken';
import { judgeWanted } from './wanted';

const version = (text: string) => {
  const read = readVersion(text);
  if (read === undefined) throw new RangeError(text);
  return read;
};
const listed = (text: string): ListedVersion => {
  const [one] = readVersionList(text).versions;
  if (one === undefined) throw new RangeError(text);
  return one;
};
const set = (text: string) => {
  const read = readSpecifierSet(text);
  if (read === undefined) throw new RangeError(text);
  return read;
};
const texts = (versions: readonly ListedVersion[], verdicts: readonly { readonly kind: string }[]) =>
  versions.filter((_, at) => verdicts[at]?.kind === 'admitted').map(({ text }) => text);

describe('a specifier in another ecosystem’s notation', () => {
  it.each([
    ['^1.2', 'The caret is npm’s and Poetry’s notation. A specifier says >=1.2,<2.', '>=1.2,<2', 0, 4],
    ['^0.2.3', 'The caret is npm’s and Poetry’s notation. A specifier says >=0.2.3,<0.3.', '>=0.2.3,<0.3', 0, 6],
    ['>=1, ^1.2', 'The caret is npm’s and Poetry’s notation. A specifier says >=1,>=1.2,<2.', '>=1,>=1.2,<2', 5, 9],
    ['~1.2.3', 'The tilde alone is npm’s and Cargo’s notation. A specifier says ~=1.2.3.', '~=1.2.3', 0, 6],
    ['~1.2', 'The tilde alone is npm’s and Cargo’s notation. A specifier says ==1.2.*.', '==1.2.*', 0, 4],
    ['~> 2.1', '“~>” is Ruby’s notation. A specifier says ~=2.1.', '~=2.1', 0, 6],
    ['=1.2', 'One “=” is npm’s and Cargo’s notation. A specifier says ==1.2.', '==1.2', 0, 4],
    ['1.2.3', 'A bare version is npm’s and Cargo’s notation. A specifier says ==1.2.3.', '==1.2.3', 0, 5],
    ['1.x', '“1.x” without an operator is npm’s notation. A specifier says ==1.*.', '==1.*', 0, 3],
    ['>=1.2.x', '“.x” and “.*” behind any operator are npm’s notation. A specifier says >=1.2.', '>=1.2', 0, 7],
    ['>=1.2 <2', 'Clauses side by side are npm’s notation. A specifier says >=1.2,<2.', '>=1.2,<2', 5, 6],
    ['1.2 - 2.0', 'A hyphen between versions is npm’s notation. A specifier says >=1.2,<=2.0.', '>=1.2,<=2.0', 3, 6],
    ['1 || 2', '“||” is npm’s notation. A specifier has no “or”: its clauses must all hold.', undefined, 2, 4],
    ['*', '“*” is npm’s notation. Any version is no clause at all: leave the field empty.', undefined, 0, 1],
    ['^', 'The caret is npm’s and Poetry’s notation. A specifier has operators such as >=, < and ~=.', undefined, 0, 1],
  ])('%s is named, with what to write', (text, message, instead, start, end) => {
    expect(foreignNotation(text)).toEqual({
      problem: { code: 'specifier/foreign', at: { start, end }, message },
      instead,
    });
  });

  it.each(['', '>=1.2', '>=', 'latest version', '==1.0.**', '>=1.x.2', '≥1.2', '~=1'])('%j is nobody’s', (text) => {
    expect(foreignNotation(text)).toBeUndefined();
  });

  it('never throws, names a place in the text, and offers only what is a specifier', () => {
    const pieces = fc.constantFrom('^', '~', '=', '~>', '>=', '1', '.2', '.x', '.*', ' ', ',', '||', ' - ', 'rc1', '*');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 9 }), (parts) => {
        const text = parts.join('');
        const found = foreignNotation(text);
        if (found === undefined) return;
        expect(found.problem.at.start).toBeLessThanOrEqual(found.problem.at.end);
        expect(found.problem.at.end).toBeLessThanOrEqual(text.length);
        if (found.instead !== undefined) expect(readSpecifierSet(found.instead)).toBeDefined();
      }),
    );
  });
});

describe('one intent', () => {
  const number = fc.nat(4);
  const triples = fc.tuple(number, number, number).map((parts) => parts.join('.'));

  it('admits the same stable versions in all three notations', () => {
    fc.assert(
      fc.property(
        triples,
        fc.constantFrom(...INTENTS),
        fc.uniqueArray(triples, { maxLength: 30 }),
        (base, intent, all) => {
          const { versions } = readVersionList(all.join(' '));
          const said = intentTexts(intent, version(base));
          const [npm, cargo] = [readNpm(said?.npm ?? '!'), readCargo(said?.cargo ?? '!')];
          if (said === undefined || npm === undefined || cargo === undefined) throw new RangeError(base);
          const python = texts(versions, judgeByPython(set(said.python), versions, 'if-needed'));
          expect(texts(versions, judgeByNpm(npm, versions))).toEqual(python);
          expect(texts(versions, judgeByCargo(cargo, versions))).toEqual(python);
        },
      ),
    );
  });

  it('can’t be about a version that has no three numbers', () => {
    expect(INTENTS.map((intent) => intentTexts(intent, version('1.0rc1')))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('is written as each ecosystem writes it', () => {
    expect(INTENTS.map((intent) => intentTexts(intent, version('1.4.2')))).toEqual([
      { python: '>=1.4.2,<2', npm: '^1.4.2', cargo: '1.4.2' },
      { python: '~=1.4.2', npm: '~1.4.2', cargo: '~1.4.2' },
      { python: '==1.4.2', npm: '1.4.2', cargo: '=1.4.2' },
      { python: '>=1.4.2', npm: '>=1.4.2', cargo: '>=1.4.2' },
    ]);
  });
});

describe('what is said of a version', () => {
  it.each([
    ['>=1', '1.0rc1', 'if-needed', '1.0rc1 comes before 1, and >=1 begins there.'],
    ['<2.0', '2.0rc1', 'if-needed', '<2.0 leaves out the pre-releases of 2.0, such as 2.0rc1.'],
    ['<2.0', '1.9rc1', 'refuse', '1.9rc1 is in range, but it’s a pre-release, and none is let in.'],
    ['<2.0', '1.9rc1', 'allow', '1.9rc1 meets <2.0. It’s a pre-release, and those are asked for.'],
    ['<2.0', '1.9rc1', 'if-needed', '1.9rc1 meets <2.0. It’s a pre-release, and nothing stable fits.'],
    [
      '>=1.9a1,<2',
      '1.9rc1',
      'if-needed',
      '1.9rc1 meets both >=1.9a1 and <2. It’s a pre-release, and the specifier names one, so they count.',
    ],
    [
      '==1.0',
      '1.0+cu118',
      'if-needed',
      '1.0+cu118 meets ==1.0. What follows “+” is a local version, and the public one decides.',
    ],
    ['>=1.0', '1.0.post1', 'if-needed', '1.0.post1 meets >=1.0. A post release comes right after its release.'],
    ['', '1.0', 'if-needed', 'No clause says anything, so 1.0 is in.'],
  ] as const)('%s about %s', (specifier, text, policy, says) => {
    const [verdict] = judgeByPython(set(specifier), [listed(text)], policy);
    expect(verdict && describePythonVerdict(verdict, set(specifier), listed(text))).toBe(says);
  });

  it.each([
    ['^1.4.2', '2.0.1', '^1.4.2 means >=1.4.2 <2.0.0-0: 2.0.1 isn’t <2.0.0-0.'],
    ['>=1.4.2', '1.5.0', '1.5.0 is in.'],
    ['^1 || ^3', '2.0', '^1 || ^3 means >=1.0.0 <2.0.0-0||>=3.0.0 <4.0.0-0: 2.0.0 is in none of the 2 alternatives.'],
    [
      '>=1.0.0',
      '2.0rc1',
      '2.0.0-rc.1 lies in it, but of pre-releases npm takes only those of a version that the range names with one.',
    ],
    ['*', '1.0.post1', 'Semantic Versioning has no post releases, so 1.0.post1 has no like there.'],
  ])('npm’s %s about %s', (range, text, says) => {
    const reading = readNpm(range);
    const [verdict] = reading ? judgeByNpm(reading, [listed(text)]) : [];
    expect(reading && verdict && describeNpmVerdict(verdict, reading, listed(text))).toBe(says);
  });

  it.each([
    ['1.4.2', '2.0.1', '1.4.2 means >=1.4.2, <2.0.0: 2.0.1 isn’t within >=1.4.2, <2.0.0.'],
    ['>=1.4.2', '1.4.1', '1.4.1 isn’t >=1.4.2.'],
    ['1.4.2', '2.0rc1', '1.4.2 means >=1.4.2, <2.0.0: 2.0.0-rc.1 belongs to 2.0.0, where it ends.'],
    ['0.0.3', '0.0.3', '0.0.3 means >=0.0.3, <0.0.4: 0.0.3 is in.'],
    ['>1', '1.9', '>1 means >=2.0.0: 1.9.0 isn’t >=2.0.0.'],
    [
      '*',
      '1.0rc1',
      '1.0.0-rc.1 lies in it, but of pre-releases Cargo takes only those of a version that the requirement names with one.',
    ],
    ['*', '1!1.0', 'Semantic Versioning has no epochs, so 1!1.0 has no like there.'],
    ['*', '1.2.3.4', 'Semantic Versioning has three numbers, so 1.2.3.4 has no like there.'],
  ])('Cargo’s %s about %s', (requirement, text, says) => {
    const reading = readCargo(requirement);
    const [verdict] = reading ? judgeByCargo(reading, [listed(text)]) : [];
    expect(reading && verdict && describeCargoVerdict(verdict, reading, listed(text))).toBe(says);
  });
});

describe('a specifier said elsewhere', () => {
  it.each([
    ['~=1.4.2', { npm: '>=1.4.2 <1.5.0', cargo: '>=1.4.2, <1.5.0' }],
    ['>=1.4.2,<2', { npm: '^1.4.2', cargo: '1.4.2' }],
    ['', { npm: '*', cargo: '*' }],
    ['>=1,!=1.5', { unsayable: '!=1.5' }],
    ['>=2.0rc1', { unsayable: '>=2.0rc1' }],
  ])('%s', (specifier, elsewhere) => expect(sameElsewhere(set(specifier))).toEqual(elsewhere));
});

describe('where three notations differ', () => {
  const { versions } = readVersionList('1.0 1.1a1 1.1rc1 1.1 1.1.post1 1.2 1.3');

  it('is told by lane, or for both at once, with what kind of version it is', () => {
    const found = differences(versions, {
      python: ['in', 'in', 'in', 'in', 'in', 'out', 'out'],
      npm: ['in', 'out', 'out', 'in', 'unspeakable', 'in', 'out'],
      cargo: ['in', 'out', 'out', 'in', 'unspeakable', 'in', 'in'],
    });
    expect(found.map(({ listed: { text } }) => text)).toEqual(['1.1a1', '1.1rc1', '1.1.post1', '1.2', '1.3']);
    expect(describeDifferences(found)).toEqual([
      'npm also admits 1.2.',
      'Cargo also admits 1.2 and 1.3.',
      'npm and Cargo leave out 1.1a1 and 1.1rc1, all pre-releases.',
      'npm and Cargo have no number for 1.1.post1.',
    ]);
  });

  it('is nothing where a version without a number is left out by Python too, or a lane has nothing to say', () => {
    const out = versions.map(() => 'out' as const);
    expect(
      differences(versions, { python: out, npm: undefined, cargo: out.map(() => 'unspeakable' as const) }),
    ).toEqual([]);
  });
});

describe('a list', () => {
  it('is read in any order, once each, with its marks and what isn’t a version', () => {
    const { versions, problems, unread } = readVersionList('2.0, v1.0 yanked; 1.0.0 what\n1.0 1.1-alpha');
    expect(versions.map(({ text, yanked }) => [text, yanked])).toEqual([
      ['1.0', true],
      ['1.0.0', false],
      ['1.1a0', false],
      ['2.0', false],
    ]);
    expect(problems).toEqual([
      {
        code: 'version-list/version',
        at: { start: 24, end: 28 },
        message: '“what” isn’t a version: write one such as 1.4.2 or 2.0rc1.',
      },
    ]);
    expect(unread).toBe(0);
  });

  it('is bounded', () => {
    const { versions, unread } = readVersionList(Array.from({ length: 700 }, (_, at) => `1.${at}`).join(' '));
    expect([versions.length, unread]).toEqual([500, 200]);
  });

  it('falls into series by the first number, or by two where the first has very many', () => {
    const labels = (text: string) =>
      seriesOf(readVersionList(text).versions).map(({ label, versions: of }) => [label, of.length]);
    expect(labels('1.0 1.5 2.0 1!0.1')).toEqual([
      ['1', 2],
      ['2', 1],
      ['1!0', 1],
    ]);
    const many = Array.from({ length: 30 }, (_, at) => `1.${at % 2}.${at}`).join(' ');
    expect(labels(many)).toEqual([
      ['1.0', 15],
      ['1.1', 15],
    ]);
  });
});

describe('what an installer takes', () => {
  it.each([
    ['>=1', '1.0 1.1', '1.1', '1.1'],
    ['>=1', '1.0 1.1 yanked', '1.0', '1.0'],
    ['==1.1', '1.0 1.1 yanked', '1.1', '1.1'],
    ['==1.1.*', '1.0 1.1 yanked', undefined, undefined],
    ['>=1.0a1', '1.0 1.1rc1', '1.1rc1', '1.0'],
    ['>=1.1', '1.0 1.1rc1 1.2rc1', '1.2rc1', '1.2rc1'],
    ['>=3', '1.0', undefined, undefined],
    ['==1.1,>=1', '1.0 1.1 yanked', '1.1', undefined],
    // black and pytest, as pip 26.3 and uv 0.13.9 took them.
    ['>=25.12,<=26.1a1', '25.11.0 25.12.0 26.1a1 26.1.0', '26.1a1', '25.12.0'],
    ['>=7.4.4,<=8.0.0rc2', '7.4.4 8.0.0rc1 8.0.0rc2 8.0.0', '8.0.0rc2', '7.4.4'],
    ['<22', '21.11b0 yanked 21.12b0 22.1.0', '21.12b0', '21.12b0'],
  ])('%s of %s', (specifier, list, pip, uv) => {
    const { versions } = readVersionList(list);
    const taken = takenOf(set(specifier), versions, judgeByPython(set(specifier), versions, 'if-needed'));
    expect([taken.pip?.text, taken.uv?.text]).toEqual([pip, uv]);
  });
});

describe('a wanted set', () => {
  it('is met by itself alone', () => {
    const sets = fc.uniqueArray(fc.constantFrom('1.0', '1.1', '1.2', '1.3', '1.4'));
    fc.assert(
      fc.property(sets, sets, (admitted, wanted) => {
        const { isMet, tooMuch, tooLittle } = judgeWanted(admitted, wanted);
        expect(isMet).toBe([...admitted].sort().join() === [...wanted].sort().join());
        expect(new Set([...admitted.filter((one) => !tooMuch.includes(one)), ...tooLittle])).toEqual(new Set(wanted));
      }),
    );
  });
});

describe('a clause that is changed', () => {
  it.each([
    ['>=', '1.4.2', '>=1.4.2'],
    ['~=', '2', '~=2.0'],
    ['==*', '1.4.2rc1', '==1.4.*'],
    ['<', '1.0+local.1', '<1.0'],
    ['==', '1.0+local.1', '==1.0+local.1'],
    ['!=', '1!2', '!=1!2'],
  ] as const)('%s about %s', (operator, text, written) => expect(clauseTextOf(operator, version(text))).toBe(written));

  it('leaves the others as they are written', () => {
    expect(withClause(set('>= 1.0, <2.00'), 0, '>1.1')).toBe('>1.1,<2.00');
    expect(withClause(set('>=1'), 1, '<2')).toBe('>=1,<2');
    expect(withoutClause(set('>=1,!=1.5,<2'), 1)).toBe('>=1,<2');
  });
});

describe('a text of any kind', () => {
  it('is read by all three without throwing', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary', maxLength: 40 })), (text) => {
        readPython(text);
        readNpm(text);
        readCargo(text);
        readVersionList(text);
      }),
    );
    expect(readNpm('1'.repeat(10_000))).toBeUndefined();
    expect(readCargo('1'.repeat(10_000))?.means.length).toBeGreaterThan(10_000);
  });
});
