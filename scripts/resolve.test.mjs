import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { home } from './programs.mjs';

const SOLVED = `
[root]
requires = ["a"]
[packages.a.versions."1.0.0"]
`;
const UNSOLVABLE = `
[root]
requires = ["a>=2"]
[packages.a.versions."1.0.0"]
`;
const FORKED = `
[resolver_options]
universal = true
[root]
requires = ["a>1 ; sys_platform == 'win32'", "a<2 ; sys_platform != 'win32'", "b"]
[packages.a.versions."1.0"]
[packages.a.versions."2.0"]
[packages.b.versions."1.0"]
`;

/** @type {string} */
let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'resolve-'));
  for (const [name, text] of Object.entries({ solved: SOLVED, unsolvable: UNSOLVABLE, forked: FORKED }))
    writeFileSync(join(folder, `${name}.toml`), text);
});
afterEach(() => rmSync(folder, { recursive: true }));

/** @param {readonly string[]} words */
function resolve(...words) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(home, 'scripts/resolve.mjs'), ...words], {
    cwd: home,
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: folder },
  });
  return { status, stdout, stderr };
}

/** @param {readonly string[]} words */
function resolveToJson(...words) {
  const { status, stdout } = resolve('--json', ...words);
  return { status, answers: stdout.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)])) };
}

describe('npm run resolve', () => {
  it('prints a line of JSON for each file, in the order given, and ends with 0 though one has no solution', () => {
    const counts = { decisions: 1, conflicts: 0, releasesRead: 1, steps: expect.any(Number) };
    expect(resolveToJson('unsolvable.toml', 'solved.toml', 'forked.toml')).toEqual({
      status: 0,
      answers: [
        {
          file: 'unsolvable.toml',
          satisfiable: false,
          packages: {},
          forks: [],
          counts: { decisions: 0, conflicts: 1, releasesRead: 0, steps: expect.any(Number) },
          explanation: expect.stringContaining('`a` 1.0.0'),
          problems: [],
        },
        {
          file: 'solved.toml',
          satisfiable: true,
          packages: { a: '1.0.0' },
          forks: [],
          counts,
          explanation: null,
          problems: [],
        },
        {
          file: 'forked.toml',
          satisfiable: true,
          packages: { b: '1.0' },
          forks: [
            { markers: "sys_platform != 'win32'", packages: { a: '1.0', b: '1.0' } },
            { markers: "sys_platform == 'win32'", packages: { a: '2.0', b: '1.0' } },
          ],
          counts: { decisions: expect.any(Number), conflicts: 0, releasesRead: 3, steps: expect.any(Number) },
          explanation: null,
          problems: [],
        },
      ],
    });
  });

  it('tells what can’t be read at its place, answers the other files, and ends with 2', () => {
    writeFileSync(join(folder, 'wrong.toml'), '[root]\nrequires = ["a", "b >="]\n');
    writeFileSync(join(folder, 'bytes.toml'), Buffer.from([0x61, 0xff, 0x00, 0xfe]));
    const { status, answers } = resolveToJson('wrong.toml', 'bytes.toml', 'missing.toml', '.', 'solved.toml');
    expect(status).toBe(2);
    const unread = { satisfiable: null, packages: {}, forks: [], counts: null, explanation: null };
    const at = (/** @type {number} */ line, /** @type {number} */ column) => [
      { line, column, message: expect.stringMatching(/^\S.*\.$/) },
    ];
    expect(answers.slice(0, 4)).toEqual([
      { file: 'wrong.toml', ...unread, problems: at(2, expect.any(Number)) },
      { file: 'bytes.toml', ...unread, problems: at(1, 1) },
      { file: 'missing.toml', ...unread, problems: at(1, 1) },
      { file: '.', ...unread, problems: at(1, 1) },
    ]);
    expect(answers[4]).toMatchObject({ file: 'solved.toml', satisfiable: true, problems: [] });
  });

  it('says of a search that reaches its bound that nothing is known yet, and what was learned', () => {
    const text = `${SOLVED}[shipshape]\nbounds.steps = 1\n`;
    writeFileSync(join(folder, 'stopped.toml'), text);
    for (const strategy of ['pubgrub', 'backtracking']) {
      const { status, answers } = resolveToJson('stopped.toml', '--strategy', strategy);
      expect({ status, answers }).toMatchObject({ status: 0, answers: [{ satisfiable: null, counts: { steps: 1 } }] });
      expect(answers[0].explanation).toMatch(/^The search was stopped at its bound/);
    }
  });

  it('resolves by backtracking too, for one environment', () => {
    const { status, answers } = resolveToJson(
      '--strategy=backtracking',
      'solved.toml',
      'unsolvable.toml',
      'forked.toml',
    );
    expect({ status, satisfiable: answers.map((answer) => answer.satisfiable) }).toEqual({
      status: 0,
      satisfiable: [true, false, null],
    });
    expect(answers[2].explanation).toContain('one environment only');
  });

  it('answers for another ecosystem by its rules', () => {
    const go = '[shipshape]\necosystem = "go"\n[shipshape.go]\nrequire = ["example.com/a v1.2.0"]\n';
    writeFileSync(join(folder, 'go.toml'), `${go}[shipshape.go.modules."example.com/a"."v1.2.0"]\n`);
    writeFileSync(join(folder, 'gone.toml'), go);
    const { status, answers } = resolveToJson('go.toml', 'gone.toml');
    expect(status).toBe(0);
    expect(answers).toMatchObject([
      { satisfiable: true, packages: { 'example.com/a': 'v1.2.0' }, explanation: null },
      { satisfiable: false, packages: {}, explanation: 'There is no answer by the rules of go: missing.' },
    ]);
  });

  it('reports for people without --json', () => {
    const { status, stdout } = resolve('solved.toml', 'forked.toml', 'unsolvable.toml', 'missing.toml');
    expect(status).toBe(2);
    expect(stdout.replaceAll(/steps \d+/g, 'steps n').split('\n')).toEqual([
      'solved.toml: solved',
      '  a==1.0.0',
      '  decisions 1, conflicts 0, releases read 1, steps n',
      'forked.toml: solved, in 2 forks',
      "  where sys_platform != 'win32'",
      '    a==1.0',
      '    b==1.0',
      "  where sys_platform == 'win32'",
      '    a==2.0',
      '    b==1.0',
      expect.stringMatching(/^ {2}decisions/),
      'unsolvable.toml: no solution',
      expect.stringMatching(/^ {2}\S.*\.$/),
      '  decisions 0, conflicts 1, releases read 0, steps n',
      'missing.toml:1:1: There is no such file.',
      '',
    ]);
  });

  it.each([[['--what', 'a.toml']], [['--strategy', 'guess', 'a.toml']], [['--json']]])(
    'is asked in vain with %j',
    (words) => {
      expect(resolve(...words)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('Usage: ') });
    },
  );
});
