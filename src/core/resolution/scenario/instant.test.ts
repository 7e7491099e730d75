import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readInstant } from './instant';

it('reads every instant as JavaScript’s calendar does', () => {
  const dates = fc.date({
    min: new Date('0000-01-01T00:00:00Z'),
    max: new Date('9999-12-31T23:59:59Z'),
    noInvalidDate: true,
  });
  fc.assert(
    fc.property(dates, (date) => {
      expect(readInstant(date.toISOString(), 'from')).toBe(date.toISOString());
    }),
  );
});

it('takes offsets off', () => {
  expect(readInstant('2024-01-01T00:30:00.5+01:00', 'from')).toBe('2023-12-31T23:30:00.500Z');
});

it('begins a day at midnight, and counts it through to the next', () => {
  expect([readInstant('2024-02-28', 'from'), readInstant('2024-02-28', 'through')]).toEqual([
    '2024-02-28T00:00:00.000Z',
    '2024-02-29T00:00:00.000Z',
  ]);
});

it.each([
  '',
  '2024',
  '2024-13-01',
  '2024-00-10',
  '2024-04-31',
  '1900-02-29',
  '2024-01-01T24:00:00Z',
  '2024-01-01T00:00:00+25:00',
])('has no instant for %j', (text) => expect(readInstant(text, 'from')).toBeUndefined());
