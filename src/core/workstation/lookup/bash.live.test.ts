/**
 * The model against the bash of this machine: small machines are made up, laid out on disk, and the same word is looked
 * up by both. Skipped where there is no bash 5. LOOKUP_CASES=2000 tries more.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findCommand, rememberCommand } from './command-lookup';
import { createMachine, type MachineDescription } from './machine';
import { bashMessage, describeType } from './messages';
import { createShell, type Shell } from './shell';
import { typeAll, typeCommand, whichCommand } from './which';

const bash = '/bin/bash';
const which = '/usr/bin/which.debianutils';
const version = existsSync(bash) ? execFileSync(bash, ['--version'], { encoding: 'utf8' }) : '';
const cases = Number(process.env['LOOKUP_CASES'] ?? 60);

let root = '';
beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'lookup-bash-')));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Writes a described machine to disk; executables say which file ran. */
function layOut(description: MachineDescription): void {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root);
  for (const folder of description.folders ?? []) mkdirSync(folder, { recursive: true });
  const write = (path: string, mode: number) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, description.texts?.[path] ?? '#!/bin/sh\necho "ran $0"\n');
    chmodSync(path, mode);
  };
  for (const path of description.executables ?? []) write(path, 0o755);
  for (const path of description.files ?? []) write(path, 0o644);
  for (const [path, target] of Object.entries(description.links ?? {})) {
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(target, path);
  }
}

const holdings = [
  'none',
  'empty',
  'executable',
  'plain',
  'folder',
  'broken',
  'link',
  'loop',
  'to-plain',
  'stray',
] as const;
const folders = ['a', 'b', 'c', '.'] as const;

function describeFolders(held: readonly (typeof holdings)[number][]): MachineDescription {
  const executables = [`${root}/real/tool-1.0`];
  const files = [`${root}/real/notes`];
  const made: string[] = [root];
  const texts: Record<string, string> = {};
  const links: Record<string, string> = { [`${root}/linked`]: 'a' };
  for (const [index, name] of folders.entries()) {
    const folder = name === '.' ? root : `${root}/${name}`;
    const tool = `${folder}/tool`;
    switch (held[index] ?? 'none') {
      case 'none':
        break;
      case 'empty':
        made.push(folder);
        break;
      case 'executable':
        executables.push(tool);
        break;
      case 'plain':
        files.push(tool);
        break;
      case 'folder':
        made.push(tool);
        break;
      case 'broken':
        links[tool] = 'gone';
        break;
      case 'link':
        links[tool] = `${root}/real/tool-1.0`;
        break;
      case 'loop':
        links[tool] = 'tool';
        break;
      case 'stray':
        executables.push(tool);
        texts[tool] = '#!/gone/python3\n';
        break;
      case 'to-plain':
        links[tool] = `${root}/real/notes`;
        break;
    }
  }
  return { executables, files, folders: made, links, texts };
}

const entry = fc.constantFrom(
  '/a',
  '/b',
  '/c',
  '/a/',
  '/linked',
  '/nowhere',
  '/real/notes',
  '',
  '.',
  'a',
  './b',
  'c/',
  '~/c',
  '~',
  '~x',
  './.',
);
const scene = fc.record({
  held: fc.array(fc.constantFrom(...holdings), { minLength: folders.length, maxLength: folders.length }),
  path: fc.array(entry, { minLength: 1, maxLength: 5 }),
  alias: fc.constantFrom('', '', 'tool -x', 'other', 'cd .', 'a/tool'),
  isFunction: fc.constantFrom(false, false, false, true),
  move: fc.constantFrom('', '', 'b'),
  word: fc.constantFrom('tool', 'tool', 'tool', './tool', 'a/tool', 'a/tool/x', 'if', 'cd', 'tool-1.0'),
});

/** One session of the real bash: what type and which say, what running says, and what type says after. */
function askBash(path: string, given: { alias: string; isFunction: boolean; move: string; word: string }): string[] {
  const script = [
    'shopt -s expand_aliases',
    given.isFunction ? 'tool () { echo "ran function"; }' : '',
    given.alias === '' ? '' : `alias tool='${given.alias}'`,
    `type ${given.word} 2>&1; echo ----`,
    `${which} -a ${given.word} 2>&1; echo ----`,
    `type -a ${given.word} 2>&1; echo ----`,
    given.word === 'if' ? 'echo "ran keyword"' : `${given.word} 2>&1`,
    'echo "status $?"; echo ----',
    given.move === '' ? '' : `cd ${root}/${given.move} 2>/dev/null`,
    `type ${given.word} 2>&1; echo ----`,
  ];
  const environment = { HOME: root, PATH: path };
  const ran = spawnSync(bash, ['--norc', '--noprofile', '-c', script.join('\n')], {
    cwd: root,
    env: environment,
    encoding: 'utf8',
  });
  return ran.stdout
    .replace(/^\/bin\/bash: line \d+: /gm, 'bash: ')
    .split('----\n')
    .map((part) => part.trimEnd());
}

function askModel(
  path: string,
  machine: ReturnType<typeof createMachine>,
  given: { alias: string; isFunction: boolean; move: string; word: string },
) {
  let shell: Shell = createShell({
    folder: root,
    exported: { HOME: root, PATH: path },
    aliases: given.alias === '' ? {} : { tool: given.alias },
    functions: given.isFunction ? { tool: 'echo "ran function"' } : {},
  });
  const say = () => describeType(given.word, typeCommand(machine, shell, given.word));
  const first = say();
  const whichSays = whichCommand(machine, shell, given.word).join('\n');
  const answers = typeAll(machine, shell, given.word);
  const all = (answers.length === 0 ? [{ kind: 'not-found' as const }] : answers)
    .map((answer) => describeType(given.word, answer))
    .join('\n');
  const lookup = findCommand(machine, shell, given.word);
  shell = rememberCommand(shell, lookup);
  if (given.move !== '' && machine.entries.get(`${root}/${given.move}`)?.kind === 'folder') {
    shell = { ...shell, folder: `${root}/${given.move}` };
  }
  return [first, whichSays, all, ran(lookup), say(), ''];
}

/** What running prints, as the executables of layOut and bash itself put it. */
function ran(lookup: ReturnType<typeof findCommand>): string {
  const { verdict } = lookup;
  const message = bashMessage(lookup);
  if (message !== undefined) return `${message.text}\nstatus ${message.status}`;
  switch (verdict.kind) {
    case 'keyword':
      return 'ran keyword\nstatus 0';
    case 'function':
      return 'ran function\nstatus 0';
    case 'builtin':
      return 'status 0';
    case 'found':
      return `ran ${verdict.executable.file}\nstatus 0`;
    case 'hashed':
    case 'direct':
      return `ran ${verdict.file}\nstatus 0`;
    case 'not-executable':
    case 'not-found':
      return 'bash has a message for this';
  }
}

describe.skipIf(!version.includes('version 5.') || !existsSync(which))('bash on this machine', () => {
  it('looks words up as the model does, and says the same about them', () => {
    fc.assert(
      fc.property(scene, (given) => {
        const description = describeFolders(given.held);
        layOut(description);
        const path = given.path.map((part) => (part.startsWith('/') ? root + part : part)).join(':');
        expect(askModel(path, createMachine(description), given)).toEqual(askBash(path, given));
      }),
      { numRuns: cases, seed: 1 },
    );
  });
});
