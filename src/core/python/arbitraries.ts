// Random values of the standards' kinds for property tests: versions, clauses and markers as their grammars give them.
import fc from 'fast-check';
import type { MarkerEnvironment } from './marker-evaluate';

const small = fc.integer({ min: 0, max: 12 }).map(String);
const number = fc.oneof({ weight: 8, arbitrary: small }, fc.constantFrom('20240131', '9007199254740993', '007'));
const separator = fc.constantFrom('', '.', '-', '_');
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined, freq: 2 });

/** The public version in normal form, without leading zeros. */
const release = fc.array(fc.oneof(small, fc.constant('0')), { minLength: 1, maxLength: 4 }).map((all) => all.join('.'));
const pre = fc.tuple(fc.constantFrom('a', 'b', 'rc'), small).map(([letter, at]) => letter + at);
const local = fc.array(fc.constantFrom('0', '7', 'abc', 'cu124', '9007199254740993'), { minLength: 1, maxLength: 3 });

/** Versions in normal form, as text. */
export const normalVersion = fc
  .tuple(optional(fc.constantFrom('1', '2')), release, optional(pre), optional(small), optional(small), optional(local))
  .map(([epoch, base, stage, post, dev, segments]) =>
    [
      epoch === undefined ? '' : `${epoch}!`,
      base,
      stage ?? '',
      post === undefined ? '' : `.post${post}`,
      dev === undefined ? '' : `.dev${dev}`,
      segments === undefined ? '' : `+${segments.join('.')}`,
    ].join(''),
  );

/** Versions in any spelling that the standard takes, as text. */
export const anyVersion = fc
  .record({
    v: fc.constantFrom('', 'v', 'V'),
    base: fc.array(number, { minLength: 1, maxLength: 3 }),
    pre: optional(
      fc.tuple(separator, fc.constantFrom('alpha', 'Beta', 'c', 'rc', 'pre', 'preview', 'A'), separator, number),
    ),
    post: optional(fc.tuple(separator, fc.constantFrom('post', 'rev', 'R'), separator, number)),
    dev: optional(fc.tuple(separator, fc.constant('dev'), fc.constantFrom('', '.', '-'), number)),
    local: optional(fc.array(fc.constantFrom('abc', 'X1', '007', '7'), { minLength: 1, maxLength: 3 })),
  })
  .map(
    ({ v, base, pre: stage, post, dev, local: segments }) =>
      v +
      base.join('.') +
      (stage?.join('') ?? '') +
      (post?.join('') ?? '') +
      (dev?.join('') ?? '') +
      (segments === undefined ? '' : `+${segments.join('-')}`),
  );

/** Pieces that change what a version or file name says, or make it none. */
const slip = fc.constantFrom(
  '',
  ' ',
  '\t',
  '\u0085',
  '\ufeff',
  '.',
  '-',
  '--',
  '_',
  '__',
  '+',
  '!',
  'v',
  'rc',
  'dev',
  '0',
  '1',
  'é',
  '٣',
  '\n',
  '.whl',
);

/** Text of a kind, now and then with a slip in it: something left out, put in or written twice. */
export function nearly(texts: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const slipped = fc.tuple(texts, slip, fc.nat(), fc.nat(2)).map(([text, piece, place, removed]) => {
    const at = place % (text.length + 1);
    return text.slice(0, at) + piece + text.slice(at + removed);
  });
  return fc.oneof(texts, slipped);
}

/** Clauses without white space, as text. */
export const anyClause = fc.oneof(
  fc.tuple(fc.constantFrom('==', '!='), normalVersion).map((pair) => pair.join('')),
  fc
    .tuple(fc.constantFrom('>=', '<=', '>', '<'), normalVersion)
    .map(([operator, version]) => operator + (version.split('+')[0] ?? '')),
  fc.tuple(fc.constantFrom('==', '!='), release).map(([operator, version]) => `${operator}${version}.*`),
  fc.tuple(fc.constant('~='), release, small).map(([operator, version, last]) => `${operator}${version}.${last}`),
);

const comparison = fc.oneof(
  fc
    .tuple(fc.constantFrom('python_version', 'python_full_version'), fc.constantFrom('<', '>=', '==', '!='), release)
    .map(([variable, operator, version]) => `${variable} ${operator} "${version}"`),
  fc
    .tuple(
      fc.constantFrom('sys_platform', 'os_name', 'platform_system', 'extra'),
      fc.constantFrom('==', '!=', 'in', 'not in'),
      fc.constantFrom('linux', 'win32', 'posix', 'Linux', 'docs'),
    )
    .map(([variable, operator, text]) => `${variable} ${operator} "${variable === 'extra' ? 'docs' : text}"`),
);

/** Markers in canonical form, as text. */
export const normalMarker = fc
  .letrec<{ any: string; group: string; comparison: string }>((tie) => ({
    comparison,
    group: fc
      .tuple(fc.constantFrom(' and ', ' or '), fc.array(tie('any'), { minLength: 2, maxLength: 3 }))
      .map(([word, parts]) => `(${parts.join(word)})`),
    any: fc.oneof({ maxDepth: 3 }, tie('comparison'), tie('group')),
  }))
  .any.map((marker) => (marker.startsWith('(') ? marker.slice(1, -1) : marker));

/** A Linux machine with CPython 3.12. */
export const LINUX: MarkerEnvironment = {
  implementation_name: 'cpython',
  implementation_version: '3.12.3',
  os_name: 'posix',
  platform_machine: 'x86_64',
  platform_python_implementation: 'CPython',
  platform_release: '6.8.0-60-generic',
  platform_system: 'Linux',
  platform_version: '#63-Ubuntu SMP PREEMPT_DYNAMIC',
  python_full_version: '3.12.3',
  python_version: '3.12',
  sys_platform: 'linux',
};
