import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyClause, normalVersion } from './arbitraries';
import {
  admits,
  admitsText,
  filterVersions,
  formatSpecifierSet,
  parseSpecifierSet,
  readSpecifierSet,
  readVersion,
  type SpecifierSet,
  type Version,
} from './index';

const set = (text: string): SpecifierSet => {
  const read = readSpecifierSet(text);
  if (read === undefined) throw new TypeError(`no specifier set: ${text}`);
  return read;
};
const version = (text: string): Version => {
  const read = readVersion(text);
  if (read === undefined) throw new TypeError(`no version: ${text}`);
  return read;
};
const admitted = (specifier: string, ...versions: string[]) =>
  versions.filter((text) => admits(set(specifier), version(text)));

describe('compatible release', () => {
  it('leaves the last written segment open', () => {
    expect(admitted('~=2.1', '2.0.9', '2.1', '2.9', '3.0.dev1', '3.0')).toEqual(['2.1', '2.9']);
    expect(admitted('~=2.1.0', '2.1', '2.1.9', '2.2')).toEqual(['2.1', '2.1.9']);
  });
});

describe('version matching', () => {
  it('ignores trailing zeros, and local versions unless the clause has one', () => {
    expect(admitted('==1.1', '1.1', '1.1.0', '1.1+a', '1.1.post1', '1.1rc1')).toEqual(['1.1', '1.1.0', '1.1+a']);
    expect(admitted('==1.1+a', '1.1', '1.1+a', '1.1+b')).toEqual(['1.1+a']);
  });

  it('takes in everything of a release that begins with the prefix', () => {
    expect(admitted('==1.1.*', '1.0', '1.1.dev1', '1.1a1', '1.1', '1.1.9', '1.10', '1.2')).toEqual([
      '1.1.dev1',
      '1.1a1',
      '1.1',
      '1.1.9',
    ]);
  });
});

describe('inclusive ordered comparison', () => {
  it('lets local versions of the upper bound in', () => {
    expect(admitted('<=1.7', '1.7', '1.7+cu124', '1.7.post1')).toEqual(['1.7', '1.7+cu124']);
  });
});

describe('exclusive ordered comparison', () => {
  it('leaves post releases and local versions of the bound outside >1.7', () => {
    expect(admitted('>1.7', '1.7', '1.7+a', '1.7.post1', '1.7.0.post2.dev1', '1.7.1', '1.8a1')).toEqual([
      '1.7.1',
      '1.8a1',
    ]);
  });

  it('lets later post releases into >1.7.post2', () => {
    expect(admitted('>1.7.post2', '1.7.post2', '1.7.post2+a', '1.7.post3.dev0', '1.7.post3')).toEqual([
      '1.7.post3.dev0',
      '1.7.post3',
    ]);
  });

  it('leaves pre-releases of the bound outside <1.7, unless the bound is one', () => {
    expect(admitted('<1.7', '1.6.9', '1.7.dev1', '1.7rc1', '1.7')).toEqual(['1.6.9']);
    expect(admitted('<1.7rc2', '1.7.dev1', '1.7rc1', '1.7rc2', '1.7')).toEqual(['1.7.dev1', '1.7rc1']);
  });
});

describe('arbitrary equality', () => {
  it('compares text, ignoring case, and knows no zeros', () => {
    expect(admitsText(set('===1.0'), '1.0.0')).toBe(false);
    expect(admitsText(set('===Foo'), 'fOO')).toBe(true);
  });
});

describe('handling of pre-releases', () => {
  const kept = (specifier: string, ...versions: string[]) => filterVersions(set(specifier), versions, (text) => text);

  it('takes them only if nothing else fits', () => {
    expect(kept('>=1', '1.0', '1.1rc1')).toEqual(['1.0']);
    expect(kept('>=1', '0.9', '1.1rc1')).toEqual(['1.1rc1']);
  });

  it('takes them if a clause names one, but not if the clause excludes it', () => {
    expect(kept('>=1.0rc1', '1.0rc2', '1.0')).toEqual(['1.0rc2', '1.0']);
    expect(kept('!=1.0rc1', '1.0rc2', '1.0')).toEqual(['1.0']);
  });
});

describe('canonical form', () => {
  it('keeps the first of clauses that mean the same; ~=1.0 and ~=1.0.0 do not', () => {
    expect(formatSpecifierSet(set('==1.0,==1,==1.00'))).toBe('==1');
    expect(formatSpecifierSet(set('~=1.0.0,~=1.0'))).toBe('~=1.0,~=1.0.0');
  });
});

describe('problems', () => {
  it.each([
    ['1.0', 'specifier/operator', 0, 3, 'A clause begins with an operator: one of ==, !=, >=, <=, >, <, ~= and ===.'],
    ['>=', 'specifier/version', 2, 2, 'After >= comes a version, such as >=1.0.'],
    ['>= latest', 'specifier/version', 3, 9, 'After >= comes a version, such as >=1.0.'],
    [
      '~=1',
      'specifier/compatible-needs-two',
      2,
      3,
      '~= needs two release segments at least, for it leaves the last one open: write ~=1.0 or >=1.',
    ],
    ['>=1.0.*', 'specifier/wildcard', 5, 7, '“.*” goes with == and != only: with >=, write the version alone.'],
    ['==1.0a1.*', 'specifier/wildcard', 7, 9, '“.*” follows a release only, such as ==1.0.*, and nothing follows it.'],
    [
      '<=1.0+abc',
      'specifier/local-version',
      5,
      9,
      'A local version, after “+”, goes with == and != only: with <=, write the public version.',
    ],
    ['>=1.0 <2', 'specifier/unexpected', 6, 8, '“<2” is not part of >=1.0: separate clauses with a comma.'],
  ])('of %j: %s at %i to %i', (text, code, start, end, message) => {
    const { value, problems } = parseSpecifierSet(text);
    expect({ value, problems }).toEqual({ value: undefined, problems: [{ code, at: { start, end }, message }] });
  });

  it('are told for every clause', () => {
    expect(parseSpecifierSet('>=x, <2, ~=3').problems.map(({ code, at }) => [code, at.start])).toEqual([
      ['specifier/version', 2],
      ['specifier/compatible-needs-two', 11],
    ]);
  });
});

describe('laws', () => {
  const clauses = fc.array(anyClause, { maxLength: 3 });

  it('a set admits what each of its clauses admits', () => {
    fc.assert(
      fc.property(clauses, normalVersion, (all, text) => {
        const each = all.every((clause) => admits(set(clause), version(text)));
        expect(admits(set(all.join(' , ')), version(text))).toBe(each);
      }),
    );
  });

  it('writing a set in canonical form changes neither it nor its text again', () => {
    fc.assert(
      fc.property(clauses, normalVersion, (all, text) => {
        const canonical = formatSpecifierSet(set(all.join(',')));
        expect(formatSpecifierSet(set(canonical))).toBe(canonical);
        expect(admits(set(canonical), version(text))).toBe(admits(set(all.join(',')), version(text)));
      }),
    );
  });

  it('!= admits exactly what == does not', () => {
    fc.assert(
      fc.property(normalVersion, normalVersion, fc.boolean(), (bound, text, wildcard) => {
        const of = wildcard ? `${/^[0-9!.]*[0-9]/.exec(bound)?.[0]}.*` : bound;
        expect(admits(set(`!=${of}`), version(text))).toBe(!admits(set(`==${of}`), version(text)));
      }),
    );
  });

  it('nothing is admitted by both < and >= of the same bound', () => {
    fc.assert(
      fc.property(normalVersion, normalVersion, (bound, text) => {
        const of = bound.split('+')[0];
        expect(admits(set(`<${of},>=${of}`), version(text))).toBe(false);
      }),
    );
  });

  it('filtering keeps the order and only what is admitted', () => {
    fc.assert(
      fc.property(clauses, fc.array(normalVersion, { maxLength: 6 }), (all, texts) => {
        const kept = filterVersions(set(all.join(',')), texts, (text) => text);
        const allowed = filterVersions(set(all.join(',')), texts, (text) => text, 'allow');
        expect(allowed).toEqual(texts.filter((text) => admits(set(all.join(',')), version(text))));
        expect(kept).toEqual(allowed.filter((text) => kept.includes(text)));
        expect(kept.length === 0).toBe(allowed.length === 0);
      }),
    );
  });
});
