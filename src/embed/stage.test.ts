import { expect, it } from 'vitest';
import { isOnStage } from './stage';

it('a figure is on stage when its frame is seen, the tab is shown and the slide says nothing else', () => {
  expect(isOnStage({ seen: true, hidden: false, shown: true })).toBe(true);
  expect(isOnStage({ seen: false, hidden: false, shown: true })).toBe(false);
  expect(isOnStage({ seen: true, hidden: true, shown: true })).toBe(false);
  expect(isOnStage({ seen: true, hidden: false, shown: false })).toBe(false);
});
