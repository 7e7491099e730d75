import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyClause, normalMarker } from './arbitraries';
import { formatRequirement, isSameRequirement, parseRequirement } from './index';

describe('parsing', () => {
  it('tells every part and its place', () => {
    const { parts } = parseRequirement("Foo[a,b] (>=1,<2) ; extra == 'x'");
    expect(parts.map(({ kind, text, at }) => `${kind} ${text} ${at.start}-${at.end}`)).toEqual([
      'name Foo 0-3',
      'separator [ 3-4',
      'extra a 4-5',
      'comma , 5-6',
      'extra b 6-7',
      'separator ] 7-8',
      'separator ( 9-10',
      'operator >= 10-12',
      'version 1 12-13',
      'comma , 13-14',
      'operator < 14-15',
      'version 2 15-16',
      'separator ) 16-17',
      'separator ; 18-19',
      'variable extra 20-25',
      'operator == 26-28',
      "text 'x' 29-32",
    ]);
  });

  it.each([
    ['', 'requirement/name', 0, 0],
    ['>=1.0', 'requirement/name', 0, 5],
    ['foo[a b]', 'requirement/extras', 3, 7],
    ['foo[a', 'requirement/extras', 3, 5],
    ['foo @', 'requirement/url', 5, 5],
    ['foo @ https://example.org/f.whl, os', 'requirement/unexpected', 33, 35],
    ['foo @ https://example.org/\u00a0f.whl', 'requirement/unexpected', 26, 32],
    ['foo===1, bar', 'requirement/unexpected', 9, 12],
    ['foo 1.0', 'requirement/unexpected', 4, 7],
    ['foo (>=1', 'requirement/parenthesis', 4, 8],
    ['foo>=1.*', 'specifier/wildcard', 6, 8],
    ['foo~=1; os_name == "nt"', 'specifier/compatible-needs-two', 5, 6],
    ['foo; python == "3"', 'marker/operand', 5, 11],
    ['foo;', 'marker/operand', 4, 4],
  ])('says of %j that it is %s at %i to %i', (text, code, start, end) => {
    const { value, problems } = parseRequirement(text);
    expect(value).toBeUndefined();
    expect(problems.map((problem) => ({ code: problem.code, at: problem.at }))).toEqual([{ code, at: { start, end } }]);
  });

  it.each([
    ['foo===1, >=0', '===1,>=0'],
    ['foo (=== 1 , <2,) ; os_name == "nt"', '<2,===1; os_name == "nt"'],
  ])('ends a clause of === in %j at a comma that clauses follow', (text, clauses) => {
    const { value } = parseRequirement(text);
    expect(value && formatRequirement(value)).toBe(`foo${clauses}`);
  });

  it('keeps what stands before a problem', () => {
    expect(parseRequirement('foo[a]>=1; os').parts.map(({ text }) => text)).toEqual(
      ['foo', '[', 'a', ']', '>=', '1', ';', 'os'].slice(0, 7),
    );
  });
});

describe('same requirements', () => {
  it.each([
    ['Foo_Bar', 'foo.bar', true],
    ['foo[a,B]', 'foo[b, a, A]', true],
    ['foo>=1.0,<2', 'foo <2.0, >=1', true],
    ['foo==1.0', 'foo===1.0', false],
    ['foo~=1.0', 'foo~=1.0.0', false],
    ['foo==1.*', 'foo==1.0.*', false],
    ['foo', 'foo[a]', false],
    ['foo @ https://example.org/a', 'foo @ https://example.org/b', false],
    ["foo; os_name=='nt'", 'foo; os.name == "nt"', true],
    ["foo; python_version < '3'", "foo; python_full_version < '3'", false],
  ])('tells of %j and %j: %s', (left, right, expected) => {
    const [a, b] = [parseRequirement(left).value, parseRequirement(right).value];
    expect(a && b && isSameRequirement(a, b)).toBe(expected);
  });
});

describe('laws', () => {
  it('reading a requirement in canonical form and writing it gives the same text', () => {
    const clauses = fc.uniqueArray(anyClause, { maxLength: 3 });
    const extras = fc.uniqueArray(fc.constantFrom('dev', 'socks', 'test'), { maxLength: 3 });
    const marker = fc.option(normalMarker, { nil: undefined });
    fc.assert(
      fc.property(clauses, extras, marker, (specifier, names, condition) => {
        const text = `pkg${names.length > 0 ? `[${names.join(',')}]` : ''}${specifier.join(',')}${condition ? `; ${condition}` : ''}`;
        const once = parseRequirement(text).value;
        if (once === undefined) throw new TypeError(`no requirement: ${text}`);
        const written = formatRequirement(once);
        const twice = parseRequirement(written).value;
        expect(twice && formatRequirement(twice)).toBe(written);
        expect(twice?.extras).toEqual([...names].sort());
      }),
    );
  });
});
