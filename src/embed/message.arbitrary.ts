/** Messages of a hostile or broken page, for property tests: ours with something changed, and things that were never ours. */
import fc from 'fast-check';
import { figureIsHere, slideConnects } from './messages';

const ours: readonly object[] = [
  figureIsHere,
  slideConnects,
  { kind: 'ready', figure: 'wheel-decoder' },
  { kind: 'resize', height: 420 },
  { kind: 'change', fragment: '#1.eJyrVkrLz1eyUkpKLFKqBQAYUgPu' },
  { kind: 'solved', exercise: 'wheel/first-fit' },
  { kind: 'leave' },
  { kind: 'key', key: 'PageDown' },
  { kind: 'open', fragment: '' },
  { kind: 'step', by: 1 },
  { kind: 'goto', step: 3 },
  { kind: 'play', playing: true },
  { kind: 'theme', theme: 'dark' },
  { kind: 'enter' },
  { kind: 'stage', shown: false },
];

const value = fc.oneof(
  fc.anything(),
  fc.string({ maxLength: 40 }),
  fc.constantFrom('#', '#1.', '#1.a b', '#javascript:alert(1)', 'x'.repeat(9000), `#${'y'.repeat(9000)}`),
  fc.constantFrom<unknown>(-1, 0.5, 1e9, Number.NaN, Number.POSITIVE_INFINITY, null, undefined, [], {}),
  fc.constantFrom('ready', 'PageDown', 'dark', 'slide', 'figure', '__proto__', 'constructor'),
);

const fields = ['kind', 'figure', 'height', 'fragment', 'exercise', 'key', 'by', 'step', 'playing', 'theme', 'shown'];

/** One of ours, with some fields given other values, taken away or added. */
const mutated = fc
  .tuple(
    fc.constantFrom(...ours),
    fc.array(fc.tuple(fc.constantFrom(...fields, 'shipshape', 'version', 'toString'), value), { maxLength: 3 }),
    fc.option(fc.constantFrom(...fields), { nil: undefined }),
  )
  .map(([message, changes, dropped]): unknown => {
    const changed: Record<string, unknown> = { ...message, ...Object.fromEntries(changes) };
    if (dropped !== undefined) delete changed[dropped];
    return changed;
  });

export const anyMessage: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: mutated },
  { weight: 1, arbitrary: fc.constantFrom<unknown>(...ours) },
  { weight: 1, arbitrary: fc.anything() },
);
