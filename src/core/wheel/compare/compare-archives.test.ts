import { describe, expect, it } from 'vitest';
import type { Archive } from '../archive/archive';
import { METADATA, openSdist, openWheel } from '../inspect/written-wheels';
import { compareArchives } from './compare-archives';

const changes = (left: Archive, right: Archive) =>
  compareArchives(left, right).changes.map((change) =>
    [change.kind, change.path, ...(change.kind === 'changed' ? change.aspects : [])].join(' '),
  );

describe('two archives', () => {
  it('are the same if nothing differs', async () => {
    const wheel = await openWheel({ 'kit.py': 'x' });
    expect(compareArchives(wheel, wheel)).toEqual({ areSame: true, changes: [], unchanged: 4, fields: [] });
  });

  it('differ in what came, went and changed, and in their metadata', async () => {
    const left = await openWheel({ 'kit.py': 'x', 'old.py': '' });
    const metadata = METADATA.replace('1.0', '1.1').concat('Requires-Dist: tool\nRequires-Dist: nail\n');
    const right = await openWheel(
      { 'kit.py': 'y', 'new.py': '' },
      { metadata, info: 'kit-1.1.dist-info', name: 'kit-1.1-py3-none-any.whl' },
    );
    expect(compareArchives(left, right)).toMatchObject({
      areSame: false,
      unchanged: 1,
      fields: [
        { field: 'version', left: ['1.0'], right: ['1.1'] },
        { field: 'requires-dist', left: [], right: ['tool', 'nail'] },
      ],
    });
    expect(changes(left, right)).toEqual([
      'changed kit.dist-info/METADATA content',
      'changed kit.dist-info/RECORD content',
      'changed kit.py content',
      'added new.py',
      'removed old.py',
    ]);
  });

  it('may differ in mode and target alone', async () => {
    const left = await openSdist([{ path: 'kit-1.0/run' }, { path: 'kit-1.0/a', type: '2', target: 'run' }]);
    const right = await openSdist([
      { path: 'kit-1.1/run', mode: 0o755 },
      { path: 'kit-1.1/a', type: '2', target: 'b' },
    ]);
    expect(changes(left, right)).toEqual(['changed a target', 'changed run mode']);
  });

  it('may differ in time alone', async () => {
    const left = await openSdist([{ path: 'kit-1.0/run' }]);
    const later = { ...left, entries: left.entries.map((entry) => ({ ...entry, modified: '2025-01-01T00:00:00Z' })) };
    expect(changes(left, later)).toEqual(['changed run time']);
  });
});
