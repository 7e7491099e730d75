// The ordered tags of random environments of every kind, beside the reference library's (npm run record:tags): the number of tags
// and the digest of the list. The whole list of one that differs: scripts/record/tag_lists.py with "all".
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatTag, supportedTags, type TagEnvironment } from './index';

interface Recorded {
  readonly packaging: string;
  readonly cases: readonly { readonly environment: TagEnvironment; readonly count: number; readonly sha256: string }[];
}
const place = new URL('../../../content/index/installers/tag-lists.json', import.meta.url);
const { packaging, cases }: Recorded = JSON.parse(readFileSync(place, 'utf8'));

describe('the ordered list of tags', () => {
  it(`is that of packaging ${packaging} for ${cases.length} random environments`, () => {
    const differences = cases.filter(({ environment, count, sha256 }) => {
      const tags = supportedTags(environment).map(formatTag);
      return tags.length !== count || createHash('sha256').update(tags.join('\n')).digest('hex') !== sha256;
    });
    expect(differences.map(({ environment }) => environment)).toEqual([]);
  });

  it('is asked of every kind of platform and of implementations with short and long names', () => {
    const kinds = new Set(cases.map(({ environment }) => environment.platform.kind));
    expect([...kinds].sort()).toEqual([
      ...['android', 'emscripten', 'freebsd', 'ios', 'linux', 'macos', 'musl', 'windows'],
    ]);
    const names = new Set(cases.map(({ environment }) => environment.implementation));
    for (const name of ['cp', 'pp', 'graalpy', 'jython', 'rustpython']) expect(names).toContain(name);
  });
});
