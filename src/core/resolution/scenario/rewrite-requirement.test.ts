import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseToml, readSpecifierSet } from '@/core/python';
import { problemOf } from '../sketch';
import { parseScenario } from './parse-scenario';
import { requirementPlaces } from './requirement-places';
import { rewriteText } from './rewrite';
import { rewriteBound } from './rewrite-requirement';
import { hasBound, stepBound } from './step-bound';

const placesIn = (text: string) => requirementPlaces(parseToml(text).value);

const TEXT = `# what we need
[root]
requires = [
  "a>=1.0,<3", # not 3 yet
  'b ; python_version > "3.8"',
]

[packages.A.versions."1.0"]
requires = ["b == 2"]

[packages.a.extras]
`;

describe('the places of requirements', () => {
  it('are those of the root and of each release, by names in normal form', () => {
    const { root, releases } = placesIn(TEXT);
    expect(root.map(({ value }) => value)).toEqual(['a>=1.0,<3', 'b ; python_version > "3.8"']);
    expect(releases.get('a')?.get('1.0')).toBeUndefined();
  });

  it('are found for a file that can be read', () => {
    const { releases } = placesIn('[packages.A_b.versions."1.0"]\nrequires = ["b == 2"]');
    expect(
      releases
        .get('a-b')
        ?.get('1.0')
        ?.map(({ value }) => value),
    ).toEqual(['b == 2']);
  });

  it('are none in a text that is no TOML', () => {
    expect(placesIn('[root')).toEqual({ root: [], rootArray: undefined, releases: new Map() });
  });
});

const FILE = `[root]\nrequires = ["a>=1.0,<3", "b"] # as asked\n`;

describe('rewriting a requirement', () => {
  const { root } = placesIn(FILE);
  const [a] = root;
  if (a === undefined) throw new Error('The file has a requirement.');

  it('changes the version of one clause and nothing else', () => {
    const rewrite = rewriteBound(FILE, a, 1, '2.5');
    expect(rewriteText(FILE, rewrite === undefined ? [] : [rewrite])).toBe(FILE.replace('<3', '<2.5'));
    expect(rewriteBound(FILE, a, 2, '1')).toBeUndefined();
  });

  it('keeps a file readable, whatever is written into whichever clause', () => {
    fc.assert(
      fc.property(fc.nat(1), fc.nat(99), fc.nat(99), (clause, major, minor) => {
        const rewrite = rewriteBound(FILE, a, clause, `${major}.${minor}`);
        const text = rewriteText(FILE, rewrite === undefined ? [] : [rewrite]);
        const written =
          parseScenario(text).value?.problem.requirements[0]?.requirement.specifier.clauses[clause]?.written;
        expect(written).toBe(`${major}.${minor}`);
      }),
    );
  });
});

describe('moving a bound', () => {
  const releases =
    [...problemOf({ root: [], packages: { a: { '1.0': [], '1.5': [], '2.0': [] } } }).index.values()][0] ?? [];
  const stepped = (text: string, by: 1 | -1) => {
    const clause = readSpecifierSet(text)?.clauses[0];
    return clause === undefined ? 'no clause' : stepBound(clause, releases, by);
  };

  it.each([
    ['>=1.0', 1, '1.5'],
    ['>=1.2', 1, '1.5'],
    ['>=1.2', -1, '1.0'],
    ['>=1.0', -1, undefined],
    ['>=2.0', 1, undefined],
    ['<2.0', 1, '3'],
    ['<3', 1, undefined],
    ['<3', -1, '2.0'],
    ['==1.5', 1, '2.0'],
    ['!=1.5', 1, undefined],
    ['~=1.5', 1, undefined],
    ['==1.*', 1, undefined],
  ] as const)('%s moves by %i to %s', (text, by, version) => expect(stepped(text, by)).toBe(version));

  it('is offered for clauses with one bound that any version may stand in', () => {
    const clauses = readSpecifierSet('>=1,<2,==3,!=4,~=5.0,==6.*,===7')?.clauses ?? [];
    expect(clauses.map(hasBound)).toEqual([true, true, true, false, false, false, false]);
  });
});
