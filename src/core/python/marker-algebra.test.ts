import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  andMarkers,
  assumeMarker,
  complexifyMarker,
  dropExtras,
  evaluateMarker,
  fixEnvironment,
  fixExtras,
  forksOf,
  ignoredComparisons,
  implies,
  isAlways,
  isDisjoint,
  isInSet,
  isNever,
  isSameSet,
  type Marker,
  type MarkerArena,
  type MarkerContext,
  type MarkerEnvironment,
  type MarkerSet,
  markerArena,
  markerOf,
  markerSet,
  notMarker,
  orMarkers,
  parseMarker,
  readSpecifierSet,
  requiresPythonOf,
  simplifyMarker,
} from './index';
import { anyEnvironment, anyMarker, lockContext, lockMarker, metadataContext, plainMarker } from './marker-arbitraries';
import type { InterpreterRelease } from './python-axis';

const marker = (text: string): Marker => {
  const { value, problems } = parseMarker(text);
  if (value === undefined) throw new TypeError(`${text}: ${problems[0]?.message}`);
  return value;
};
const set = (text: string, arena = markerArena()): MarkerSet => markerSet(marker(text), arena);
const textOf = (given: MarkerSet) => {
  const written = markerOf(given);
  return written.kind === 'marker' ? written.text : written.kind;
};
const simplified = (text: string) => textOf(set(text));

const MACHINE = fc.sample(anyEnvironment, { seed: 1, numRuns: 1 })[0] as MarkerEnvironment;

describe('the world of uv', () => {
  const both = (arena: MarkerArena, ...texts: readonly string[]) =>
    andMarkers(...texts.map((text) => set(text, arena)));

  it('has environments in which a comparison with in contradicts the value', () => {
    const texts = ["sys_platform == 'win32'", "sys_platform in 'linux darwin'"];
    expect(isNever(both(markerArena(), ...texts))).toBe(true);
    expect(textOf(both(markerArena('uv'), ...texts))).toBe(
      'sys_platform == "win32" and sys_platform in "linux darwin"',
    );
  });

  it('has versions of Python between two releases', () => {
    const texts = ["python_full_version > '3.13.1'", "python_full_version < '3.13.2'"];
    expect(isNever(both(markerArena(), ...texts))).toBe(true);
    expect(textOf(both(markerArena('uv'), ...texts))).toBe(
      'python_full_version > "3.13.1" and python_full_version < "3.13.2"',
    );
  });

  it.each([
    "python_full_version == '3.13.1'",
    "python_full_version <= '3.13.1'",
    "python_full_version != '3.13.1'",
    "python_full_version == '3.13.*'",
  ])('keeps %s as it is', (text) => {
    expect(textOf(set(text, markerArena('uv')))).toBe(text.replaceAll("'", '"'));
  });

  it.each(["python_full_version == '3.9.0.*'", "python_full_version ~= '3.9.0.0'"])('ends %s before 3.9.1', (asked) => {
    const arena = markerArena('uv');
    const at = (python_full_version: string) =>
      isInSet(set(asked, arena), { ...MACHINE, python_full_version }, { kind: 'metadata' });
    expect(['3.8.20', '3.9.0', '3.9.1', '3.9.10'].map(at)).toEqual([false, true, false, false]);
  });

  it('orders the releases of a system as text, and on macOS as versions', () => {
    const arena = markerArena('uv');
    const asked = "platform_release >= '9'";
    const at = (sys_platform: string, platform_release: string) =>
      isInSet(set(asked, arena), { ...MACHINE, sys_platform, platform_release }, { kind: 'metadata' });
    expect([at('linux', '10'), at('linux', '9'), at('darwin', '10.0.0'), at('darwin', '8.1')]).toEqual([
      false,
      true,
      true,
      false,
    ]);
    expect(isDisjoint(set(asked, arena), set("platform_release < '9'", arena))).toBe(true);
  });

  it('is the real one wherever a machine is asked for, but for the releases of its system', () => {
    fc.assert(
      fc.property(anyMarker, anyEnvironment, lockContext, (text, environment, context) => {
        fc.pre(!/platform_(release|version)/.test(text));
        const isThere = (arena: MarkerArena) => isInSet(set(text, arena), environment, context);
        expect(isThere(markerArena('uv'))).toBe(isThere(markerArena()));
      }),
    );
  });
});

describe('variables and their domains', () => {
  it.each([
    ["python_version == '3.9'", 'python_full_version == "3.9.*"'],
    ["python_version > '3.8'", 'python_full_version >= "3.9"'],
    ["python_version <= '3.8'", 'python_full_version < "3.9"'],
    ["python_version >= '3.8.1'", 'python_full_version >= "3.9"'],
    ["python_version == '3.8.1'", 'never'],
    ["python_version != '3.8.1'", 'always'],
    ["python_version in '3.8 3.9'", 'python_full_version >= "3.8" and python_full_version < "3.10"'],
    ["python_version in '3.10'", 'python_full_version == "3.1.*" or python_full_version == "3.10.*"'],
    ["python_version ~= '3.9'", 'python_full_version >= "3.9" and python_full_version < "4"'],
    ["'3.9' <= python_version", 'python_full_version >= "3.9"'],
    ["python_full_version > '3.9.1' and python_full_version < '3.9.2'", 'never'],
    ["python_full_version <= '3.11.0a6'", 'python_full_version < "3.11"'],
    ["python_full_version != '3.9.1'", 'python_full_version != "3.9.1"'],
    ["os_name < 'nt'", 'never'],
    ["os_name >= 'nt'", 'os_name == "nt"'],
    ["os_name == 'nt' and os_name in 'posix'", 'never'],
    ["os_name == 'nt' and 'n' in os_name", 'os_name == "nt"'],
    ["sys_platform == 'win32' and platform_system == 'Darwin'", 'never'],
    ["platform_system == 'Windows'", 'sys_platform == "win32"'],
    ["platform_system == 'FreeBSD' and sys_platform == 'linux'", 'never'],
    ["os_name != 'posix' or sys_platform != 'win32'", 'always'],
    ["extra == 'a' and extra == 'b'", 'extra == "a" and extra == "b"'],
    ["extra != 'a' and extra == 'a'", 'never'],
    ["platform_release >= '5' and platform_release == 'x'", 'never'],
  ])('reads %s as %s', (given, expected) => expect(simplified(given)).toBe(expected));

  it('lets a comparison count for nothing that is an error everywhere, and tells it', () => {
    const given = "os_name ~= 'nt' or (python_version >= '3.9' and 'a' == 'b')";
    expect(simplified(given)).toBe('python_full_version >= "3.9"');
    expect(ignoredComparisons(marker(given)).map(({ error }) => error)).toEqual([
      'undefined-comparison',
      'undefined-name',
    ]);
    expect(simplified("os_name ~= 'nt'")).toBe('always');
  });
});

describe('writing', () => {
  it.each([
    ["sys_platform == 'linux' or os_name == 'posix'", 'os_name == "posix" or sys_platform == "linux"'],
    [
      "sys_platform == 'linux' and python_version < '3.9' or sys_platform == 'linux' and python_version >= '3.12'",
      '(python_full_version < "3.9" and sys_platform == "linux") or (python_full_version >= "3.12" and sys_platform == "linux")',
    ],
    ["python_version != '3.9'", 'python_full_version != "3.9.*"'],
    ["sys_platform not in 'a b' and os_name != 'nt'", 'os_name != "nt" and sys_platform not in "a b"'],
  ])('writes %s as %s', (given, expected) => expect(simplified(given)).toBe(expected));

  it('says where the opposite of a comparison cannot be written', () => {
    expect(markerOf(notMarker(set("platform_release >= '5'")))).toEqual({ kind: 'unwritable' });
  });
});

describe('assumptions', () => {
  it.each([
    ["python_version >= '3.8' and os_name == 'nt'", '>=3.8', 'os_name == "nt"'],
    ["python_version < '3.8'", '>=3.8', 'never'],
    ["python_version >= '3.7'", '>=3.8', 'always'],
    ["python_version < '3.12'", '>=3.8,!=3.11.*', 'python_full_version < "3.12"'],
  ])('simplifies %s under %s to %s', (given, requires, expected) => {
    const requiresPython = readSpecifierSet(requires);
    if (requiresPython === undefined) throw new TypeError(requires);
    expect(textOf(simplifyMarker(set(given), { requiresPython }))).toBe(expected);
  });

  it('fixes extras and variables, and leaves the rest', () => {
    const given = set("extra == 'docs' and sys_platform == 'linux' and python_version >= '3.9'");
    expect(textOf(fixExtras(given, ['Docs']))).toBe('python_full_version >= "3.9" and sys_platform == "linux"');
    expect(textOf(fixExtras(given, []))).toBe('never');
    expect(textOf(fixEnvironment(dropExtras(given), { platform_system: 'Linux' }))).toBe(
      'python_full_version >= "3.9"',
    );
    expect(textOf(fixEnvironment(given, { python_full_version: '3.8.2' }))).toBe('never');
  });

  it('tells the range of Python that a set leaves possible', () => {
    const range = (text: string) => {
      const found = requiresPythonOf(set(text));
      return found.kind === 'range'
        ? found.stretches.map(({ from, before }) => `${from?.join('.')} ${before?.join('.')}`)
        : found.kind;
    };
    expect(range("os_name == 'nt' and python_version >= '3.9' or os_name != 'nt' and python_version == '3.7'")).toEqual(
      ['3.7.0 3.8.0', '3.9.0 undefined'],
    );
    expect(range("os_name == 'nt'")).toEqual(['undefined undefined']);
    expect(range("os_name == 'nt' and sys_platform == 'linux' or python_version < '3'")).toEqual(['undefined 3.0.0']);
    expect(range("python_version < '3' and python_version > '3'")).toBe('never');
  });
});

describe('bounds', () => {
  const names = Array.from({ length: 40 }, (_, at) => `"x${at}" in extras and "y${at}" in dependency_groups`);

  /** Made once: it takes all the work that the bound allows. */
  const large = set(names.map((text) => `(${text})`).join(' or '));

  it('says too large where the diagram would be, and so does all that is made of it', () => {
    expect(markerOf(large)).toEqual({ kind: 'too-large' });
    expect(markerOf(andMarkers(notMarker(large), set("os_name == 'nt'", large.arena)))).toEqual({ kind: 'too-large' });
    expect([isNever(large), isAlways(large), implies(large, large), isDisjoint(large, large)]).toEqual(
      Array.from({ length: 4 }),
    );
    expect(isInSet(large, {} as MarkerEnvironment, { kind: 'lock_file' })).toBeUndefined();
    expect(requiresPythonOf(large)).toEqual({ kind: 'too-large' });
    expect(forksOf([large])).toEqual({ kind: 'too-large' });
  });

  it('goes on with an arena after an operation that was too large', () => {
    expect(textOf(set("python_version < '3.9'", large.arena))).toBe('python_full_version < "3.9"');
  });

  it.each([
    ['many texts', Array.from({ length: 5000 }, (_, at) => `os_name != "x${at}"`).join(' and ')],
    ['many versions', Array.from({ length: 5000 }, (_, at) => `python_full_version != "3.${at}.1"`).join(' and ')],
    ['many extras', Array.from({ length: 5000 }, (_, at) => `extra == "x${at}"`).join(' and ')],
    ['many pieces of a version', `python_full_version in "${'1.'.repeat(20_000)}"`],
    ['a long piece of a version', `python_version in "${'1'.repeat(20_000)}.${'1'.repeat(20_000)}"`],
    [
      'many systems',
      Array.from({ length: 300 }, (_, at) => `(platform_release >= "${at}" or platform_release < "${at + 1}")`).join(
        ' and ',
      ),
    ],
  ])('answers on %s', (_, text) => {
    const given = set(text);
    expect(['marker', 'too-large', 'unwritable']).toContain(markerOf(given).kind);
    isNever(notMarker(given));
    requiresPythonOf(given);
  });
});

describe('forks', () => {
  it('part all environments by the sets that hold in them', () => {
    const arena = markerArena();
    const found = forksOf(
      ["python_version < '3.9'", "sys_platform == 'win32'", "python_version >= '3.12'"].map((text) => set(text, arena)),
    );
    const shown = found.kind === 'forks' ? found.forks.map((fork) => [fork.holding, textOf(fork.environments)]) : [];
    expect(shown).toEqual([
      [[0, 1], 'python_full_version < "3.9" and sys_platform == "win32"'],
      [[0], 'python_full_version < "3.9" and sys_platform != "win32"'],
      [[1, 2], 'python_full_version >= "3.12" and sys_platform == "win32"'],
      [[1], 'python_full_version >= "3.9" and python_full_version < "3.12" and sys_platform == "win32"'],
      [[2], 'python_full_version >= "3.12" and sys_platform != "win32"'],
      [[], 'python_full_version >= "3.9" and python_full_version < "3.12" and sys_platform != "win32"'],
    ]);
  });

  it('are too large rather than countless', () => {
    const arena = markerArena();
    expect(forksOf(Array.from({ length: 12 }, (_, at) => set(`extra == "x${at}"`, arena)))).toEqual({
      kind: 'too-large',
    });
  });
});

/** What the evaluator says of a marker in which all comparisons have a meaning; undefined if some have not. */
function evaluated(text: string, environment: MarkerEnvironment, context: MarkerContext): boolean | undefined {
  const result = evaluateMarker(marker(text), environment, context);
  return result.kind === 'decided' ? result.holds : undefined;
}

describe('laws', () => {
  it('a set holds in an environment exactly if its marker does, in core metadata', () => {
    fc.assert(
      fc.property(
        anyMarker,
        fc.array(anyEnvironment, { minLength: 5, maxLength: 5 }),
        metadataContext,
        (text, environments, context) => {
          const given = set(text);
          for (const environment of environments) {
            const expected = evaluated(text, environment, context);
            if (expected !== undefined) expect(isInSet(given, environment, context)).toBe(expected);
          }
        },
      ),
    );
  });

  it('a set holds in an environment exactly if its marker does, in a lock file', () => {
    fc.assert(
      fc.property(
        lockMarker,
        fc.array(anyEnvironment, { minLength: 5, maxLength: 5 }),
        lockContext,
        (text, environments, context) => {
          const given = set(text);
          for (const environment of environments) {
            const expected = evaluated(text, environment, context);
            if (expected !== undefined) expect(isInSet(given, environment, context)).toBe(expected);
          }
        },
      ),
    );
  });

  it('and, or and not hold where they should', () => {
    fc.assert(
      fc.property(anyMarker, anyMarker, anyEnvironment, metadataContext, (left, right, environment, context) => {
        const [a, b] = [set(left), set(right)];
        const within = (given: MarkerSet) => isInSet(given, environment, context);
        expect(within(andMarkers(a, b))).toBe(within(a) && within(b));
        expect(within(orMarkers(a, b))).toBe(within(a) || within(b));
        expect(within(notMarker(a))).toBe(!within(a));
      }),
    );
  });

  it('sets are a Boolean algebra', () => {
    fc.assert(
      fc.property(anyMarker, anyMarker, anyMarker, (...texts) => {
        const arena = markerArena();
        const [a, b, c] = texts.map((text) => set(text, arena));
        if (a === undefined || b === undefined || c === undefined) throw new TypeError('three sets');
        const same = (left: MarkerSet, right: MarkerSet) => expect(isSameSet(left, right)).toBe(true);
        same(andMarkers(a, b), andMarkers(b, a));
        same(andMarkers(a, andMarkers(b, c)), andMarkers(andMarkers(a, b), c));
        same(andMarkers(a, orMarkers(b, c)), orMarkers(andMarkers(a, b), andMarkers(a, c)));
        same(orMarkers(a, andMarkers(a, b)), a);
        same(notMarker(andMarkers(a, b)), orMarkers(notMarker(a), notMarker(b)));
        expect(notMarker(notMarker(a)).root).toBe(a.root);
        expect([isNever(andMarkers(a, notMarker(a))), isAlways(orMarkers(a, notMarker(a)))]).toEqual([true, true]);
        expect(implies(a, b)).toBe(isNever(andMarkers(a, notMarker(b))));
        expect(isDisjoint(a, b)).toBe(isNever(andMarkers(a, b)));
        expect(implies(andMarkers(a, b), a)).toBe(true);
      }),
    );
  });

  it('a set that has an environment is not never', () => {
    fc.assert(
      fc.property(anyMarker, anyEnvironment, metadataContext, (text, environment, context) => {
        const given = set(text);
        const within = isInSet(given, environment, context);
        expect(isNever(given) && within).toBe(false);
        expect(isAlways(given) && !within).toBe(false);
      }),
    );
  });

  it('a set written as a marker and read again is the same set', () => {
    fc.assert(
      fc.property(anyMarker, (text) => {
        const given = set(text);
        const written = markerOf(given);
        if (written.kind === 'marker') expect(isSameSet(set(written.text), given)).toBe(true);
        if (written.kind === 'always') expect(isAlways(given)).toBe(true);
        if (written.kind === 'never') expect(isNever(given)).toBe(true);
      }),
    );
  });

  it('a marker of unrelated variables joined with itself as it is written is written as before', () => {
    fc.assert(
      fc.property(plainMarker, (text) => {
        const first = simplified(text);
        if (first !== 'always' && first !== 'never') expect(simplified(`(${first}) and (${text})`)).toBe(first);
      }),
    );
  });

  it('under an assumption a set is the same within it, and never longer to ask', () => {
    fc.assert(
      fc.property(anyMarker, anyMarker, (left, right) => {
        const arena = markerArena();
        const [given, assumption] = [set(left, arena), set(right, arena)];
        const shorter = assumeMarker(given, assumption);
        expect(isSameSet(andMarkers(shorter, assumption), andMarkers(given, assumption))).toBe(true);
      }),
    );
  });

  it('simplified under requires-python a set agrees on every environment inside; complexified it needs to be inside', () => {
    const range = fc
      .subarray(['>=3.8', '<4', '!=3.9.*', '<3.11', '>3.9.1', '!=3.10.1', '~=3.9'])
      .map((clauses) => readSpecifierSet(clauses.join(',')) ?? { clauses: [] });
    fc.assert(
      fc.property(anyMarker, range, anyEnvironment, metadataContext, (text, requiresPython, environment, context) => {
        const given = set(text);
        const inside = isInSet(complexifyMarker(markerSet(undefined), { requiresPython }), environment, context);
        const simple = isInSet(simplifyMarker(given, { requiresPython }), environment, context);
        const complex = isInSet(complexifyMarker(given, { requiresPython }), environment, context);
        if (inside) expect(simple).toBe(isInSet(given, environment, context));
        expect(complex).toBe(inside && isInSet(given, environment, context));
      }),
    );
  });

  it('with a whole environment and its extras fixed, a set is always or never, as it is there', () => {
    fc.assert(
      fc.property(anyMarker, anyEnvironment, fc.constantFrom([], ['docs'], ['dev']), (text, environment, extras) => {
        const given = set(text);
        const [extra] = extras;
        const context: MarkerContext = extra === undefined ? { kind: 'metadata' } : { kind: 'metadata', extra };
        const fixed = fixExtras(fixEnvironment(given, environment), extras);
        // A comparison that has no meaning in this environment is one that does not hold.
        expect(textOf(fixed)).toBe(isInSet(given, environment, context) ? 'always' : 'never');
      }),
    );
  });

  it('forks exclude one another, are everything together, and say which sets hold in them', () => {
    fc.assert(
      fc.property(
        fc.array(anyMarker, { maxLength: 4 }),
        anyEnvironment,
        metadataContext,
        (texts, environment, context) => {
          const arena = markerArena();
          const sets = texts.map((text) => set(text, arena));
          const found = forksOf(sets);
          if (found.kind !== 'forks') return;
          const here = found.forks.filter((fork) => isInSet(fork.environments, environment, context));
          expect(here.length).toBe(1);
          const holding = sets.flatMap((each, at) => (isInSet(each, environment, context) ? [at] : []));
          expect(here[0]?.holding).toEqual(holding);
        },
      ),
    );
  });

  it('the range of Python of a set holds every Python that it has an environment with', () => {
    fc.assert(
      fc.property(anyMarker, anyEnvironment, metadataContext, (text, environment, context) => {
        const given = set(text);
        const range = requiresPythonOf(given);
        if (!isInSet(given, environment, context) || range.kind !== 'range') return;
        const python = environment.python_full_version.split('.').map(Number);
        const isAtLeast = (bound: InterpreterRelease | undefined) => {
          const at = bound?.slice(0, 3).findIndex((each, place) => Number(each) !== python[place]) ?? -1;
          return at === -1 || Number(python[at]) > Number(bound?.[at]);
        };
        const isWithin = range.stretches.some(
          ({ from, before }) => isAtLeast(from) && !(before !== undefined && isAtLeast(before)),
        );
        expect(isWithin).toBe(true);
      }),
    );
  });
});
