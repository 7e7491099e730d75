import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { home } from './programs.mjs';

const copies = join(home, 'src/core/python/conformance');

/** @type {string} */
let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'conformance-'));
  cpSync(join(copies, 'names.jsonl'), join(folder, 'names.jsonl'));
  writeFileSync(join(folder, 'README.md'), '# Cases\n');
  mkdirSync(join(folder, 'support'));
  writeFileSync(join(folder, 'support', 'base-images.json'), '{}');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** @param {readonly string[]} words */
function conformance(...words) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/conformance.mjs', ...words], {
    cwd: home,
    encoding: 'utf8',
  });
  return {
    status,
    stderr,
    lines: stdout
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line)),
  };
}

describe('npm run conformance', () => {
  it('prints a line of JSON for each suite of a folder, and nothing else', () => {
    const cases = readFileSync(join(folder, 'names.jsonl'), 'utf8').trimEnd().split('\n').length;
    expect(conformance(folder)).toEqual({
      status: 0,
      stderr: '',
      lines: [{ suite: 'names', cases, agree: cases, apart: 0, apartAgree: 0, seconds: expect.any(Number) }],
    });
  });

  it('lists disagreements in the report, and fails', () => {
    const wrong = { input: 'a_b', valid: true, normalized: 'a_b', isNormalized: true };
    mkdirSync(join(folder, 'more'));
    writeFileSync(join(folder, 'more', 'names.jsonl'), `${JSON.stringify(wrong)}\n`);
    const report = join(folder, 'support', 'report.jsonl');
    expect(conformance(folder, '--report', report).status).toBe(1);
    expect(JSON.parse(readFileSync(report, 'utf8'))).toEqual({
      suite: 'names',
      file: join('more', 'names.jsonl'),
      line: 1,
      apart: false,
      case: wrong,
      expected: { valid: true, normalized: 'a_b', isNormalized: true },
      got: { valid: true, normalized: 'a-b', isNormalized: false },
    });
  });

  it('takes a file that can’t be read for an error, and says which', () => {
    writeFileSync(join(folder, 'versions.jsonl'), Buffer.from([0x7b, 0xff, 0x0a]));
    writeFileSync(join(folder, 'names.jsonl'), '{"input": \n', { flag: 'a' });
    const { status, stderr } = conformance(folder);
    expect(status).toBe(1);
    expect(stderr).toMatch(/conformance: versions\.jsonl:1: .+\n/);
    expect(stderr).toMatch(/conformance: names\.jsonl:\d+: This is no JSON/);
  });

  it('takes a folder without cases for an error', () => {
    rmSync(join(folder, 'names.jsonl'));
    expect(conformance(folder)).toMatchObject({ status: 1, stderr: expect.stringContaining('holds no file of cases') });
  });

  it.each([[[]], [['/nowhere/at/all']], [['a', 'b']], [['--what']]])('is asked in vain with %j', (words) => {
    expect(conformance(...words)).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage: '), lines: [] });
  });
});
