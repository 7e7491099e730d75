import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LINUX, normalMarker } from './arbitraries';
import { evaluateMarker, formatMarker, MAX_MARKER_DEPTH, type Marker, parseMarker } from './index';

const marker = (text: string): Marker => {
  const { value, problems } = parseMarker(text);
  if (value === undefined) throw new TypeError(`${text}: ${problems[0]?.message}`);
  return value;
};
const holds = (text: string, extra?: string) => {
  const result = evaluateMarker(marker(text), LINUX, { kind: 'metadata', ...(extra === undefined ? {} : { extra }) });
  return result.kind === 'decided' ? result.holds : result.error;
};

describe('parsing', () => {
  it.each([
    ['', 'marker/operand', 0, 0, 'Here stands a marker variable, such as python_version, or text in quotes.'],
    [
      "python == '3'",
      'marker/operand',
      0,
      6,
      '“python” is neither: here stands a marker variable, such as python_version, or text in quotes.',
    ],
    [
      "os_name = 'nt'",
      'marker/operator',
      8,
      9,
      'Here stands an operator: one of ==, !=, <=, >=, <, >, ~=, ===, in, not in.',
    ],
    ["os_name == 'nt", 'marker/quoted-text', 11, 14, "This text is not closed: write ' after it."],
    [
      "(os_name == 'nt'",
      'marker/parenthesis',
      0,
      1,
      'This parenthesis is not closed: write “)” after the marker in it.',
    ],
    [
      "os_name == 'nt' os_name == 'nt'",
      'marker/unexpected',
      16,
      31,
      'The marker ends before this: join two comparisons by “and” or “or”.',
    ],
  ])('says of %j that it is %s at %i to %i', (text, code, start, end, message) => {
    const { value, problems } = parseMarker(text);
    expect({ value, problems }).toEqual({ value: undefined, problems: [{ code, at: { start, end }, message }] });
  });

  it('binds “and” closer than “or”', () => {
    expect(holds("os_name == 'posix' or os_name == 'nt' and os_name == 'java'")).toBe(true);
    expect(holds("(os_name == 'posix' or os_name == 'nt') and os_name == 'java'")).toBe(false);
  });

  it('stops at a stated depth of parentheses, on either side of which it answers', () => {
    const nested = (depth: number) => `${'('.repeat(depth)}os_name == 'nt'${')'.repeat(depth)}`;
    expect(parseMarker(nested(MAX_MARKER_DEPTH)).problems).toEqual([]);
    expect(parseMarker(nested(MAX_MARKER_DEPTH + 1)).problems.map(({ code }) => code)).toEqual(['marker/too-deep']);
  });
});

describe('evaluation', () => {
  it('compares versions as versions and other text as text', () => {
    expect(holds("python_version >= '3.9'")).toBe(true);
    expect(holds("platform_machine > 'a'")).toBe(false);
    expect(holds("'linux' in sys_platform")).toBe(true);
  });

  it('compares extras in normal form', () => {
    expect(holds("extra == 'Dev_Tools'", 'dev.tools')).toBe(true);
  });

  it('has no short circuit: one comparison without meaning spoils the marker', () => {
    expect(holds("os_name == 'posix' or os_name ~= 'p'")).toBe('undefined-comparison');
    expect(holds("os_name == 'posix' or 'a' in extras")).toBe('undefined-name');
  });

  it('knows one use of a set: whether a name is in it', () => {
    const lock = (text: string) => {
      const result = evaluateMarker(marker(text), LINUX, { kind: 'lock_file', extras: ['Dev_Tools'] });
      return result.kind === 'decided' ? result.holds : result.error;
    };
    expect(
      ["'dev.tools' in extras", "'dev' not in extras", "'dev-tools' != extras", "'dev-tools' == extras"].map(lock),
    ).toEqual([true, true, true, false]);
    expect(lock("extras == 'dev-tools'")).toBe('undefined-comparison');
  });

  it('tells what was compared with what', () => {
    const result = evaluateMarker(marker("extra == 'socks' and python_version < '3.9'"), LINUX, { kind: 'metadata' });
    const shown =
      result.kind === 'decided' ? result.comparisons.map(({ left, right, holds: held }) => [left, right, held]) : [];
    expect(shown).toEqual([
      ['', 'socks', false],
      ['3.12', '3.9', false],
    ]);
  });
});

describe('laws', () => {
  it('reading a marker in canonical form and writing it gives the same text', () => {
    fc.assert(
      fc.property(normalMarker, (text) => {
        expect(formatMarker(marker(text))).toBe(text);
      }),
    );
  });

  it('a marker holds as its text read with && and || does', () => {
    fc.assert(
      fc.property(normalMarker, (text) => {
        const asBooleans = text.replace(/(\w+) (==|!=|<|>=|in|not in) "[^"]*"/g, (atom) => String(holds(atom)));
        expect(holds(text)).toBe(booleans(asBooleans));
      }),
    );
  });
});

/** Reads `true and (false or true)`: innermost parentheses first, `and` before `or`. */
function booleans(text: string): boolean {
  const inner = /\(([^()]*)\)/.exec(text);
  if (inner !== null) return booleans(text.replace(inner[0], String(booleans(inner[1] ?? ''))));
  return text.split(' or ').some((part) => part.split(' and ').every((word) => word.trim() === 'true'));
}
