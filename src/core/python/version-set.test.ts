import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyClause, normalVersion } from './arbitraries';
import {
  ALL_VERSIONS,
  admits,
  areDisjoint,
  areEqualSets,
  baseVersion,
  comparesText,
  compareVersions,
  complementOf,
  containsVersion,
  differenceOf,
  formatVersion,
  formatVersionSet,
  intersectionOf,
  intervalsOf,
  isEmptySet,
  isPostrelease,
  isPrerelease,
  isSubset,
  NO_VERSIONS,
  type Numeral,
  nextInSet,
  nextNumeral,
  onlyVersion,
  publicVersion,
  readSpecifierSet,
  readVersion,
  relationOfSets,
  type SpecifierSet,
  simplifyVersionSet,
  sortByVersion,
  specifierSetOf,
  unionOf,
  type Version,
  type VersionSet,
  versionSetKey,
  versionSetOf,
} from './index';

const specifiers = (text: string): SpecifierSet => {
  const read = readSpecifierSet(text);
  if (read === undefined) throw new TypeError(`no specifier set: ${text}`);
  return read;
};
const version = (text: string): Version => {
  const read = readVersion(text);
  if (read === undefined) throw new TypeError(`no version: ${text}`);
  return read;
};
const set = (text: string): VersionSet => versionSetOf(specifiers(text));
const held = (of: VersionSet, ...versions: string[]) => versions.filter((text) => containsVersion(of, version(text)));

/** Sets of all kinds: of specifiers, of single versions, and what is made of both. */
const anySet = fc
  .letrec<{ any: VersionSet; single: VersionSet; combined: VersionSet }>((tie) => ({
    single: fc.oneof(
      fc.array(anyClause, { maxLength: 3 }).map((clauses) => set(clauses.join(','))),
      normalVersion.map((text) => onlyVersion(version(text))),
    ),
    combined: fc
      .tuple(fc.constantFrom(unionOf, intersectionOf, differenceOf), tie('any'), tie('any'))
      .map(([combine, left, right]) => combine(left, right)),
    any: fc.oneof({ maxDepth: 2 }, tie('single'), tie('combined'), tie('any').map(complementOf)),
  }))
  .any.map((made) => made);
const anyVersionValue = normalVersion.map(version);

const same = (left: VersionSet, right: VersionSet) => expect(versionSetKey(left)).toBe(versionSetKey(right));

/** Versions at the bounds of a set and right beside them. */
function besideBounds({ bounds }: VersionSet): Version[] {
  return bounds.flatMap(({ version: bound }) => {
    const at = bound.post === Number.POSITIVE_INFINITY ? { ...bound, post: 3 } : bound;
    return [at, { ...at, local: ['x'] }, { ...at, dev: 0, local: [] }, { ...at, dev: undefined, local: [] }];
  });
}

describe('version specifiers', () => {
  it.each([
    // ~= and prefixes take dev releases and pre-releases of what they begin with along, or leave them out.
    ['~=2.1', ['2.1', '2.9', '2.9.post1'], ['2.1rc1', '3.dev0', '3.0a1', '3']],
    ['==1.*', ['1.dev0', '1a1', '1.99', '1.0+a'], ['0.9', '2.dev0', '2']],
    ['!=1.*', ['0.9', '2.dev0'], ['1.dev0', '1.5']],
    ['==1.0', ['1.0', '1.0.0', '1.0+a'], ['1.0.post0.dev0', '1.0rc1']],
    ['==1.0+a', ['1.0+a', '1.0.0+A'], ['1.0', '1.0+a.b', '1.0+b']],
    ['!=1.0+a', ['1.0', '1.0+a.b'], ['1.0+a']],
    ['<=1.0', ['1.0', '1.0+zzz.9', '1.0rc1'], ['1.0.post0.dev0', '1.0.1']],
    ['>1.7', ['1.7.0.1', '1.8.dev0'], ['1.7', '1.7+local', '1.7.post1', '1.7.0.post9.dev1']],
    ['>1.7.post1', ['1.7.post2.dev0', '1.7.post2'], ['1.7.post1', '1.7.post1+a', '1.7']],
    ['>1.7rc1', ['1.7rc2.dev0', '1.7'], ['1.7rc1.post1', '1.7rc1', '1.7rc1+a']],
    ['<1.7', ['1.6.9', '1.6.9.post1'], ['1.7.dev0', '1.7rc1', '1.7']],
    ['<1.7rc1', ['1.7b1', '1.7.dev0', '1.7rc1.dev0'], ['1.7rc1']],
    ['<1.7.post1', ['1.7', '1.7.post0'], ['1.7.post1.dev0', '1.7.post1']],
  ])('%s holds %j but not %j', (text, inside, outside) => {
    expect(held(set(text), ...inside, ...outside)).toEqual(inside);
    expect(held(complementOf(set(text)), ...inside, ...outside)).toEqual(outside);
  });

  it('keep numbers beyond 2^53 apart', () => {
    expect(held(set('==1.9007199254740992.*'), '1.9007199254740992', '1.9007199254740993')).toEqual([
      '1.9007199254740992',
    ]);
  });
});

describe('arbitrary equality', () => {
  it('is the version alone where the text is one, and nothing where it is none', () => {
    expect(held(set('===1.0'), '1.0', '1.0+a', '1.0rc1')).toEqual(['1.0']);
    expect(isEmptySet(set('===foobar'))).toBe(true);
    expect([comparesText(specifiers('===1.0')), comparesText(specifiers('==1.0'))]).toEqual([true, false]);
  });
});

describe('emptiness', () => {
  it.each([
    '>1.0,<1.0.dev0',
    '<0',
    '<0.dev0',
    '>1.0,<1.0.post5',
    '>1.0,==1.0.post1',
    '==1.0,!=1.0',
    '>1.0rc1,<1.0rc2.dev0',
  ])('no version there is fits %s', (text) => expect(isEmptySet(set(text))).toBe(true));

  it.each(['==1.0,!=1.0+a', '>=1.0,<1.0.post0.dev1', '>1.0,<1.0.0.0.1', '<0a1', '>=1.0,<1.0.post1', '>1.0rc1,<1.0rc2'])(
    'some version fits %s',
    (text) => expect(isEmptySet(set(text))).toBe(false),
  );

  it('==1.0 without 1.0 still holds the local versions of 1.0', () => {
    const others = differenceOf(set('==1.0'), onlyVersion(version('1.0')));
    expect(held(others, '1.0', '1.0+a', '1.0.post0.dev0')).toEqual(['1.0+a']);
    expect(isEmptySet(differenceOf(onlyVersion(version('1.0')), set('==1.0')))).toBe(true);
  });
});

describe('writing', () => {
  it.each([
    ['', 'any version', 'no version'],
    ['>=1,<2', '>=1,<2', '<=1,!=1 | >=2.dev0'],
    ['>=2.1,==2.*', '>=2.1,<3', '<=2.1,!=2.1 | >=3.dev0'],
    ['==1.*', '==1.*', '!=1.*'],
    ['==1.0.*,!=1.0.3', '==1.0.*,!=1.0.3', '<1.0 | ==1.0.3 | >=1.1.dev0'],
    ['!=1.5', '!=1.5', '==1.5'],
    ['==1.0,!=1.0+a', '==1.0,!=1.0+a', '<=1.0,!=1.0 | ==1.0+a | >=1.0.post0.dev0'],
    ['>1.7', '>1.7', '<=1.7.post*'],
    ['>1.7.post1', '>1.7.post1', '<=1.7.post1'],
    ['>1.0a1', '>1.0a1', '<1.0a2.dev0'],
    ['!=1.*,!=2.*,>=0.5', '>=0.5,!=1.*,!=2.*', '<=0.5,!=0.5 | >=1.dev0,<3'],
    ['===1.0', '===1.0', '!==1.0'],
    ['==1!0.*', '==1!0.*', '!=1!0.*'],
    ['!=0.*', '>=1.dev0', '<1'],
  ])('of %j gives %j, and of all else %j', (text, written, others) => {
    expect([formatVersionSet(set(text)), formatVersionSet(complementOf(set(text)))]).toEqual([written, others]);
  });

  it('leaves a hole of very many prefixes a hole', () => {
    const wide = unionOf(set('<1'), set('>=1000000.dev0'));
    expect(formatVersionSet(wide)).toBe('<1 | >=1000000.dev0');
    expect(specifierSetOf(wide)).toBe(undefined);
  });
});

describe('simplifying', () => {
  const among = (of: VersionSet, ...versions: string[]) =>
    formatVersionSet(simplifyVersionSet(of, versions.map(version)));

  it('leaves out what no version is there for', () => {
    expect(among(set('>=1,!=1.2,<2'), '0.9', '1.0', '1.4')).toBe('>=1');
    expect(among(set('>=1,<2'), '1.0', '1.4')).toBe('any version');
    expect(among(set('>=1,<2'), '0.9', '2.0')).toBe('no version');
    expect(among(unionOf(set('==1.0'), set('==1.1')), '0.9', '1.0', '1.1', '1.2')).toBe('>=1.0,<=1.1');
  });

  it('takes plainer bounds where they part the same versions', () => {
    expect(among(complementOf(set('>=1,<2')), '0.9', '1.0', '1.5', '2.0')).toBe('<1 | >=2');
    expect(among(complementOf(set('>=1,<2')), '0.9', '1.0rc1', '1.0', '2.0rc1', '2.0')).toBe('<=1,!=1 | >=2.dev0');
    expect(among(complementOf(set('>1.7')), '1.7', '1.8')).toBe('<=1.7');
    expect(among(onlyVersion(version('1.0')), '0.9', '1.0', '1.1')).toBe('==1.0');
    expect(among(complementOf(onlyVersion(version('1.0'))), '0.9', '1.0', '1.1')).toBe('!=1.0');
  });

  it('takes versions in any order', () => {
    expect(among(set('<=1.1'), '1.2', '0.9', '1.1')).toBe('<=1.1');
  });

  it('holds the same of the given versions, with no more bounds', () => {
    fc.assert(
      fc.property(anySet, fc.array(anyVersionValue, { maxLength: 8 }), fc.nat(), (given, others, seed) => {
        const versions = [...others, ...besideBounds(given).filter((_, at) => (seed >> (at % 31)) % 2 === 0)];
        const simple = simplifyVersionSet(given, versions);
        for (const one of versions) expect(containsVersion(simple, one)).toBe(containsVersion(given, one));
        expect(simple.bounds.length).toBeLessThanOrEqual(given.bounds.length);
      }),
    );
  });
});

/**
 * Which versions a clause admits, said a second time and by comparison alone, as the standard's sentences go. What is held
 * against this must not be made of the same parts.
 */
function admitsByComparison(text: string, candidate: Version): boolean {
  const [, operator = '', rest = ''] = /^([=!<>~]+)(.*)$/.exec(text) ?? [];
  const bound = version(rest.replace('.*', ''));
  const order = compareVersions(candidate, bound);
  const publicOrder = compareVersions(publicVersion(candidate), bound);
  const zeros = Array.from({ length: bound.release.length }, () => 0);
  const begins = (prefix: readonly Numeral[]) =>
    candidate.epoch === bound.epoch && prefix.every((number, at) => [...candidate.release, ...zeros][at] === number);
  const isOfBase = compareVersions(baseVersion(candidate), baseVersion(bound)) === 0;
  const isMatch = rest.endsWith('.*') ? begins(bound.release) : (bound.local.length > 0 ? order : publicOrder) === 0;
  switch (operator) {
    case '==':
      return isMatch;
    case '!=':
      return !isMatch;
    case '>=':
      return order >= 0;
    case '<=':
      return publicOrder <= 0;
    case '~=':
      return order >= 0 && begins(bound.release.slice(0, -1));
    case '<':
      // “MUST NOT allow a pre-release of the specified version unless the specified version is itself a pre-release.”
      if (isPrerelease(bound)) return order < 0;
      return (
        order < 0 &&
        !(isOfBase && isPrerelease(candidate) && candidate.post === bound.post && !isBelowStage(candidate, bound))
      );
    case '>':
      // “MUST NOT allow a post-release of the given version unless V itself is a post release”, nor a local version.
      if (publicOrder <= 0) return false;
      return !(
        isPostrelease(candidate) &&
        bound.post === undefined &&
        bound.dev === undefined &&
        isOfBase &&
        isSamePre(candidate, bound)
      );
    default:
      throw new TypeError(`no operator: ${operator}`);
  }
}

/** A version close to the bound of a clause: itself, or one of those that the rules of the operators turn on. */
function beside(clause: string, kind: number): Version {
  const bound = version(clause.replace(/^[=!<>~]+/, '').replace('.*', ''));
  const { post, dev } = bound;
  const near: readonly Version[] = [
    bound,
    { ...bound, local: ['local'] },
    { ...bound, post: nextNumeral(post ?? 0), dev: undefined },
    { ...bound, post: post ?? 0, dev: 0 },
    { ...bound, dev: dev === undefined ? 0 : nextNumeral(dev), local: [] },
    { ...bound, pre: { letter: 'rc', number: 1 }, post: undefined, dev: undefined },
    { ...bound, release: [...bound.release, 1], pre: undefined, post: undefined, dev: undefined },
  ];
  return near[kind] ?? bound;
}

const isSamePre = (left: Version, right: Version) =>
  left.pre?.letter === right.pre?.letter && left.pre?.number === right.pre?.number;

/** Whether a candidate of the same release belongs to an earlier stage of it: 1.0rc1 to a bound of 1.0.post1. */
const isBelowStage = (candidate: Version, bound: Version) => candidate.pre !== undefined && bound.post !== undefined;

describe('sets of very many stretches', () => {
  const evens = Array.from({ length: 20_000 }, (_, at) => `!=${2 * at}.1`).join(',');

  it('are made, joined and written', () => {
    const many = set(evens);
    expect(many.bounds.length).toBe(40_000);
    expect(formatVersionSet(many)).toBe(evens);
    expect(isSubset(set('==7.1'), many)).toBe(true);
    expect(held(many, '39998', '39998.1', '39999.1')).toEqual(['39998', '39999.1']);
    expect(formatVersionSet(simplifyVersionSet(many, ['0.1', '1', '2.1', '3'].map(version)))).toBe('>0.1,!=2.1');
  });
});

describe('laws', () => {
  const three = [anySet, anySet, anySet] as const;

  it('a set holds what its specifier admits', () => {
    fc.assert(
      fc.property(fc.array(anyClause, { maxLength: 4 }), anyVersionValue, (clauses, one) => {
        const read = specifiers(clauses.join(','));
        expect(containsVersion(versionSetOf(read), one)).toBe(admits(read, one, 'allow'));
      }),
    );
  });

  it('a clause admits what the sentences of the standard say', () => {
    fc.assert(
      fc.property(
        anyClause,
        anyVersionValue,
        fc.boolean(),
        fc.integer({ min: 0, max: 6 }),
        (clause, one, isNear, kind) => {
          const near = isNear ? beside(clause, kind) : one;
          expect([clause, formatVersion(near), containsVersion(set(clause), near)]).toEqual([
            clause,
            formatVersion(near),
            admitsByComparison(clause, near),
          ]);
        },
      ),
    );
  });

  it('what is in a set made of two follows from what is in each', () => {
    fc.assert(
      fc.property(anySet, anySet, anyVersionValue, (a, b, one) => {
        const [inA, inB] = [containsVersion(a, one), containsVersion(b, one)];
        expect(containsVersion(unionOf(a, b), one)).toBe(inA || inB);
        expect(containsVersion(intersectionOf(a, b), one)).toBe(inA && inB);
        expect(containsVersion(differenceOf(a, b), one)).toBe(inA && !inB);
        expect(containsVersion(complementOf(a), one)).toBe(!inA);
      }),
    );
  });

  it('union and intersection are commutative, associative, distributive and absorb each other', () => {
    fc.assert(
      fc.property(...three, (a, b, c) => {
        same(unionOf(a, b), unionOf(b, a));
        same(intersectionOf(a, b), intersectionOf(b, a));
        same(unionOf(a, unionOf(b, c)), unionOf(unionOf(a, b), c));
        same(intersectionOf(a, intersectionOf(b, c)), intersectionOf(intersectionOf(a, b), c));
        same(intersectionOf(a, unionOf(b, c)), unionOf(intersectionOf(a, b), intersectionOf(a, c)));
        same(unionOf(a, intersectionOf(b, c)), intersectionOf(unionOf(a, b), unionOf(a, c)));
        same(unionOf(a, intersectionOf(a, b)), a);
        same(intersectionOf(a, unionOf(a, b)), a);
      }),
    );
  });

  it('complements obey De Morgan, and cancel', () => {
    fc.assert(
      fc.property(anySet, anySet, (a, b) => {
        same(complementOf(unionOf(a, b)), intersectionOf(complementOf(a), complementOf(b)));
        same(complementOf(intersectionOf(a, b)), unionOf(complementOf(a), complementOf(b)));
        same(complementOf(complementOf(a)), a);
        same(unionOf(a, complementOf(a)), ALL_VERSIONS);
        same(intersectionOf(a, complementOf(a)), NO_VERSIONS);
        same(differenceOf(a, a), NO_VERSIONS);
        same(differenceOf(a, b), intersectionOf(a, complementOf(b)));
      }),
    );
  });

  it('a subset is what intersection leaves as it is, and disjoint sets are what it leaves nothing of', () => {
    fc.assert(
      fc.property(anySet, anySet, (a, b) => {
        const both = intersectionOf(a, b);
        expect(isSubset(a, b)).toBe(areEqualSets(both, a));
        expect(isSubset(both, a)).toBe(true);
        expect(areDisjoint(a, b)).toBe(isEmptySet(both));
        expect(areEqualSets(a, b)).toBe(isSubset(a, b) && isSubset(b, a));
        const relation = isSubset(a, b) ? 'inside' : areDisjoint(a, b) ? 'outside' : 'across';
        expect(isEmptySet(a) || relationOfSets(a, b)).toBe(isEmptySet(a) || relation);
        expect(areEqualSets(a, b)).toBe(versionSetKey(a) === versionSetKey(b));
      }),
    );
  });

  it('what comes next in a set is what a walk along the versions finds', () => {
    fc.assert(
      fc.property(anySet, fc.array(anyVersionValue), fc.nat(), (within, versions, at) => {
        const items = sortByVersion(versions, (each) => each).map((each) => ({ version: each }));
        const from = items.length === 0 ? 0 : at % items.length;
        const places = items.flatMap((item, place) => (containsVersion(within, item.version) ? [place] : []));
        expect(nextInSet(within, items, from, 1)).toBe(places.find((place) => place >= from));
        expect(nextInSet(within, items, from, -1)).toBe(places.findLast((place) => place <= from));
      }),
    );
  });

  it('a union with a subset and an intersection with a superset are the same value', () => {
    fc.assert(
      fc.property(anySet, anySet, (a, b) => {
        const both = intersectionOf(a, b);
        expect(intersectionOf(both, a)).toBe(both);
        expect(unionOf(a, NO_VERSIONS)).toBe(a);
      }),
    );
  });

  it('the stretches of a set, put together, are the set', () => {
    fc.assert(
      fc.property(anySet, (a) => {
        const bounds = intervalsOf(a).flatMap(({ lower, upper }) =>
          [lower, upper].filter((bound) => bound !== undefined),
        );
        expect(bounds).toEqual(a.bounds);
      }),
    );
  });

  it('every set of specifiers can be written as specifiers that mean the same', () => {
    fc.assert(
      fc.property(fc.array(anyClause, { maxLength: 4 }), (clauses) => {
        const given = set(clauses.join(','));
        const back = specifierSetOf(given);
        expect(back && versionSetKey(versionSetOf(back))).toBe(versionSetKey(given));
      }),
    );
  });
});
