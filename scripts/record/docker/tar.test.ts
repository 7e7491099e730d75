import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Member, readTar, writeTar } from './tar.ts';

const member = (path: string, more: Partial<Member> = {}): Member => ({
  path,
  type: 'file',
  mode: 0o644,
  uid: 0,
  gid: 0,
  content: Buffer.alloc(0),
  ...more,
});

const members = [
  member('app', { type: 'dir', mode: 0o755 }),
  member('app/main.txt', { content: Buffer.from('main\n') }),
  member('app/run.sh', { mode: 0o755, content: Buffer.from('#!/bin/sh\n') }),
];

describe('a tar archive', () => {
  it('has the bytes that Python’s tarfile writes for the same members', () => {
    const bytes = writeTar(members);
    const hash = createHash('sha256').update(bytes).digest('hex');
    expect([bytes.length, hash]).toEqual([10240, '00e0d046dadbdae93d2bad93ef6b61629d4a664e436b3557694b50107384f38c']);
  });

  it('gives its members back', () => {
    const links = [
      member('current', { type: 'symlink', mode: 0o777, target: 'app' }),
      member('again', { type: 'hardlink', target: 'app/run.sh', uid: 1000, gid: 50 }),
    ];
    expect(readTar(writeTar([...members, ...links]))).toEqual([...members, ...links]);
  });

  it('may name a member in a pax header before it', () => {
    const long = `${'folder/'.repeat(30)}file.txt`;
    const record = ` path=${long}\n`;
    const length = record.length + 3;
    const extended = writeTar([member('pax', { content: Buffer.from(`${length}${record}`) })]).subarray(0, 1024);
    extended.write('x', 156);
    const file = writeTar([member('short.txt', { content: Buffer.from('text\n') })]);
    expect(readTar(Buffer.concat([extended, file])).map(({ path, content }) => [path, content.toString()])).toEqual([
      [long, 'text\n'],
    ]);
  });
});
