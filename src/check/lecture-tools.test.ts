/** The tables of lecture 5 about tools: who has a command for which job, and what other ecosystems make of a project, as recorded. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import packedTruth from '~content/console/truth/packed-elsewhere.json' with { type: 'json' };
import jobsTruth from '~content/console/truth/tool-jobs.json' with { type: 'json' };

const lecture = readFileSync('content/lectures/05-building-a-package.mdx', 'utf8');

/** The rows of the table below a heading, cell by cell, without the head. */
function rowsBelow(heading: string): readonly (readonly string[])[] {
  const text = lecture.slice(lecture.indexOf(heading));
  const [table = ''] = /^\|.*(?:\n\|.*)*/m.exec(text) ?? [];
  const cells = (line: string) => line.split('|').slice(1, -1);
  return table
    .split('\n')
    .slice(2)
    .map((line) => cells(line).map((cell) => cell.trim()));
}

/** What isn’t on PyPI, or is a part of Python: their own documentation says what they do. */
const NOT_ASKED = ['pixi', 'pyenv', 'venv'];
/** Words with which the text goes on about the tool before them. */
const GOES_ON = ['as', 'from', 'to'];

/** The tools that a cell names, each with whether it is an experiment there. */
function toolsIn(cell: string): readonly string[] {
  const parts = cell.split(/[;,]/).map((part) => part.replaceAll('`', '').trim().toLowerCase());
  return parts.flatMap((part, at) => {
    const [tool = ''] = part.split(' ');
    if (GOES_ON.includes(tool) || NOT_ASKED.includes(tool)) return [];
    return [parts[at + 1] === 'as an experiment' ? `${tool}, experimental` : tool];
  });
}

describe('what lecture 5 says of tools', () => {
  it('gives each job to the tools that have a command for it, and calls an experiment what they call so', () => {
    const rows = rowsBelow('### Who does what today').filter(([job]) => job !== 'build, as backend');
    const [, , all = ''] = rows[0] ?? [];
    const said = rows.map(([job, alone = '', whole = '']) => {
      const tools = [...toolsIn(alone), ...toolsIn(whole === 'the same' ? all : whole)];
      return [job, tools.sort()];
    });
    const jobs = [...new Set(jobsTruth.answers.map(({ job }) => job))];
    const recorded = jobs.map((job) => {
      const answers = jobsTruth.answers.filter((answer) => answer.job === job);
      return [job, answers.map(({ tool, says }) => (/experiment/i.test(says) ? `${tool}, experimental` : tool)).sort()];
    });
    expect(said).toEqual(recorded);
  });

  it('says what npm, Cargo, Go and Ruby publish, and how their commands get where they are typed', () => {
    const ending: Readonly<Record<string, string>> = { tgz: 'tarball', crate: '`.crate`', gem: '`.gem`' };
    const kinds: Readonly<Record<string, string>> = { link: 'a link', program: 'compiled', script: 'a small program' };
    const rows = rowsBelow('## Elsewhere').filter(([ecosystem]) => ecosystem !== 'Python');
    expect(rows.map(([ecosystem]) => ecosystem)).toEqual(packedTruth.packed.map(({ ecosystem }) => ecosystem));
    for (const { ecosystem, published, holds, kind, prints } of packedTruth.packed) {
      const [, , what = '', command = ''] = rows.find(([name]) => name === ecosystem) ?? [];
      expect(what).toContain(published === null ? 'nothing is uploaded' : ending[published.replace(/.*\./, '')]);
      expect(command).toContain(kinds[kind]);
      // npm’s and Ruby’s projects have tests, which their manifests don’t name.
      expect(holds.filter((path) => path.includes('test'))).toEqual([]);
      expect(prints).toBe('Hello!');
    }
  });
});
