import inc from 'semver/functions/inc.js';
import { describe, expect, it } from 'vitest';
import { readVersion } from '@/core/python';
import { bumpText, type Component } from './bump-version';
import { nextVersion, semVerText } from './next-version';
import recorded from './recorded.json';

describe('the arithmetic of bumps', () => {
  it('is that of uv version --bump, refusals included', () => {
    const asked = recorded.answers.map(([version, components]) => {
      return [version, components, bumpText(version ?? '', (components ?? '').split(' ') as Component[]) ?? null];
    });
    expect(asked).toEqual(recorded.answers);
    expect(recorded.answers.length).toBe(297);
  });

  it('is that of node-semver’s inc, from a release and from a candidate', () => {
    const levels = ['major', 'minor', 'patch'] as const;
    const cases = ['0.1.0', '1.4.2', '2.0.0rc1', '1.5.0rc1', '1.4.3rc2'].flatMap((text) => {
      const current = readVersion(text);
      if (current === undefined) throw new Error(text);
      return levels.map((level) => {
        const ours = nextVersion({ scheme: 'semver', current, year: 0 }, level, 'final');
        return [text, level, ours && semVerText(ours.version), inc(semVerText(current) ?? '', level)];
      });
    });
    expect(cases.filter(([, , ours, theirs]) => ours !== theirs)).toEqual([]);
  });
});
