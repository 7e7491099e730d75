import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { contentFiles } from './content.mjs';
import { home } from './programs.mjs';

const content = (/** @type {readonly string[]} */ ...files) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/content.mjs', ...files], {
    cwd: home,
    encoding: 'utf8',
  });
  return { status, out: stdout.trim(), err: stderr.trim() };
};

describe('npm run content', () => {
  it('checks the files named, and says how many', () => {
    expect(content('content/glossary/wheel.md', 'content/quiz/works-on-my-machine.yaml')).toEqual({
      status: 0,
      out: 'content: 2 files checked, 0 problems',
      err: '',
    });
  });

  it('says of a file that no check reads, or that isn’t there, that it is so, and fails', () => {
    const { status, out, err } = content('content/site.json', 'content/nowhere.yaml');
    expect({ status, out }).toEqual({ status: 1, out: 'content: 1 file checked, 1 problem' });
    expect(err.split('\n')).toEqual([
      'content: there is no file content/nowhere.yaml.',
      expect.stringMatching(
        /^content\/site\.json:1: This command doesn’t know this kind of file\. It checks content\/lectures/,
      ),
    ]);
  });

  it('reads every kind of file that authors write', () => {
    const folders = new Set(contentFiles().map(({ path }) => path.split('/').slice(0, 2).join('/')));
    for (const folder of ['lectures', 'quiz', 'misconceptions', 'scenarios', 'glossary', 'console'])
      expect(folders).toContain(`content/${folder}`);
  });
});
