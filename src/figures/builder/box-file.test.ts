import { describe, expect, it } from 'vitest';
import { openArchive, readEntry } from '@/core/wheel';
import { boxFile } from './box-file';

describe('the project, taken along', () => {
  it('is a zip with its folder in it, file by file as it lies there, whether it can be built or not', async () => {
    const files = [
      ['pyproject.toml', '[project'],
      ['src/greeting/__init__.py', '# ü\r\n'],
    ] as const;
    const answer = await boxFile({ files, kind: 'project', folder: '/home/you/greeting' });
    if (answer.kind !== 'written') throw new Error(answer.message);
    expect([answer.name, answer.report]).toEqual(['greeting.zip', undefined]);
    const opened = await openArchive(answer.bytes, answer.name);
    if (opened.kind === 'refused') throw new Error(opened.findings[0]?.message);
    const texts = opened.archive.entries.map((entry) => {
      const content = readEntry(entry);
      return [entry.path, content.kind === 'read' ? new TextDecoder().decode(content.bytes) : content.finding.message];
    });
    expect(texts).toEqual(files.map(([path, text]) => [`greeting/${path}`, text]));
  });
});
