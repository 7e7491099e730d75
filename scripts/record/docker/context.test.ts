import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { ContextFolder } from './context.ts';

const scratch = mkdtempSync(join(tmpdir(), 'shipshape-context-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

it('a link in a context leads out of it, and what it leads to is never touched', () => {
  const elsewhere = mkdtempSync(join(scratch, 'elsewhere-'));
  writeFileSync(join(elsewhere, 'keep.txt'), 'mine\n');
  const folder = new ContextFolder(join(scratch, 'context'));
  folder.lay({ 'a/link': { symlink: elsewhere }, 'a/old.txt': { content: 'old\n' } });
  folder.lay({ 'a/link': { symlink: elsewhere }, 'a/new.txt': { content: 'new\n' } });
  expect(readdirSync(elsewhere)).toEqual(['keep.txt']);
  expect(readdirSync(join(scratch, 'context', 'a'))).toEqual(['link', 'new.txt']);
});
