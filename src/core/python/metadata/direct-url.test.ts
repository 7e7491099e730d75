import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DirectUrl, formatDirectUrl, parseDirectUrl, withoutCredentials } from '../index';

describe('direct_url.json: problems at their place', () => {
  it.each([
    ['', 'direct-url/json', ''],
    ['{"url": "file:///a" "dir_info": {}}', 'direct-url/json', '"'],
    ['[]', 'direct-url/object', '[]'],
    ['{"dir_info": {}}', 'direct-url/missing', '{'],
    ['{"url": null, "dir_info": {}}', 'direct-url/missing', 'null'],
    ['{"url": "a"}', 'direct-url/one-source', '{'],
    ['{"url": "a", "archive_info": {}, "dir_info": {}}', 'direct-url/one-source', '{'],
    ['{"url": "a", "vcs_info": {"vcs": "git"}}', 'direct-url/missing', '{'],
    ['{"url": "a", "vcs_info": {"vcs": "git", "commit_id": 7}}', 'direct-url/type', '7'],
    ['{"url": "a", "archive_info": []}', 'direct-url/type', '[]'],
    ['{"url": "a", "archive_info": {"hashes": {"sha256": 1}}}', 'direct-url/type', '{'],
    ['{"url": "a", "archive_info": {"hash": "sha256"}}', 'direct-url/hash', '"sha256"'],
    ['{"url": "a", "archive_info": {"hash": "md5=0", "hashes": {"md5": "1"}}}', 'direct-url/hash-differs', '"md5=0"'],
    ['{"url": "https://a", "dir_info": {}}', 'direct-url/directory-url', '"https://a"'],
    ['{"url": "file:a", "dir_info": {}}', 'direct-url/directory-url', '"file:a"'],
    ['{"url": "https://[::1/", "archive_info": {}}', 'direct-url/url', '"https://[::1/"'],
    ['{"url": "file:///a", "dir_info": {"editable": "yes"}}', 'direct-url/type', '"yes"'],
    ['{"url": "a", "url": 3, "archive_info": {}}', 'direct-url/type', '3'],
    [`${'['.repeat(200)}`, 'direct-url/nesting', '['],
  ])('says what is wrong in %j', (text, code, marked) => {
    const { value, problems } = parseDirectUrl(text);
    expect(value).toBeUndefined();
    expect(problems.map((problem) => [problem.code, text.slice(problem.at.start, problem.at.end)])).toEqual([
      [code, marked],
    ]);
  });

  it('says in the message what to write', () => {
    const { problems } = parseDirectUrl('{"url": "a", "vcs_info": {"vcs": "git", "commit_id": 7}}');
    expect(problems[0]?.message).toBe('vcs_info.commit_id is a text, and here is a number.');
  });
});

describe('direct_url.json: security considerations', () => {
  it.each([
    ['https://ada:secret@example.org/a', 'https://example.org/a'],
    ['https://token@example.org/a', 'https://example.org/a'],
    ['https://a@b@example.org/a', 'https://example.org/a'],
    ['ssh://git@example.org/a', 'ssh://git@example.org/a'],
    ['https://git:secret@example.org/a', 'https://example.org/a'],
    [`https://\${USER}:\${PASS_1}@example.org/a`, `https://\${USER}:\${PASS_1}@example.org/a`],
    [`https://\${USER}:plain@example.org/a`, 'https://example.org/a'],
    ['https://example.org/a@b?c@d#e@f', 'https://example.org/a@b?c@d#e@f'],
    ['https://ada:secret@[broken/a', 'https://[broken/a'],
  ])('writes %s as %s', (url, written) => {
    expect(withoutCredentials(url)).toBe(written);
  });
});

describe('laws', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 8 });
  const optional = fc.option(text, { nil: undefined });
  const source: fc.Arbitrary<DirectUrl['source']> = fc.oneof(
    fc.record({
      kind: fc.constant('archive' as const),
      hashes: fc.option(
        fc.dictionary(fc.constantFrom('sha256', 'md5', 'b'), text).map((hashes) => new Map(Object.entries(hashes))),
        { nil: undefined },
      ),
    }),
    fc.record({ kind: fc.constant('vcs' as const), vcs: text, commitId: text, requestedRevision: optional }),
    fc.record({ kind: fc.constant('directory' as const), editable: fc.option(fc.boolean(), { nil: undefined }) }),
  );

  it('reading what was written gives the value', () => {
    fc.assert(
      fc.property(source, fc.webPath(), optional, (given, path, subdirectory) => {
        const directUrl = { url: `file:///x${path}`, source: given, subdirectory };
        expect(parseDirectUrl(formatDirectUrl(directUrl)).value).toEqual(directUrl);
      }),
    );
  });
});
