/**
 * Plain English for what a lookup found: the one writer of sentences for this folder. Words of the tools themselves
 * (bash: …: command not found) are in messages.ts.
 */

import { code, type Sentence, say, together } from '../sentence';
import type { CommandFinding, CommandLookup, DirectFinding, Program, Station } from './command-lookup';
import { bashMessage, pythonMessage } from './messages';
import type { ModuleFinding, ModuleLookup, ModuleStation, PackageEntry } from './module-lookup';
import { nameOf, type Path } from './path';
import type { Omission, Origin } from './sys-path';

/**
 * A word or two on what stands in one folder of PATH.
 * @example describeCommandFinding({ kind: 'nothing' }) // 'not here'
 */
export function describeCommandFinding(finding: CommandFinding): string {
  switch (finding.kind) {
    case 'no-folder':
      return 'no such folder';
    case 'nothing':
      return 'not here';
    case 'folder':
      return 'a folder';
    case 'broken-link':
      return 'broken link';
    case 'link-loop':
      return 'link to itself';
    case 'not-executable':
      return 'not executable';
    case 'executable':
      return 'taken';
  }
}

/** What a station before PATH is called. */
export function describeStation(station: Station | ModuleStation): string {
  switch (station) {
    case 'alias':
    case 'keyword':
    case 'function':
    case 'builtin':
    case 'frozen':
      return station;
    case 'hash-table':
      return 'hash table';
    case 'loaded':
      return 'already loaded';
  }
}

/**
 * What happened to a word, in a sentence or three.
 * @example plainText(describeCommand(lookup)) // 'bash takes /usr/bin/ls: the first executable ls along PATH.'
 */
export function describeCommand(lookup: CommandLookup): Sentence {
  const { aliases, name, verdict, visits } = lookup;
  const stands = aliases.map((alias) => say`${code(alias.name)} is an alias for ${code(alias.text)}.`);
  const word = code(name);
  const message = bashMessage(lookup);
  const told = message === undefined ? [] : say`${code(message.text)}`;
  switch (verdict.kind) {
    case 'keyword':
      return together(...stands, say`${word} belongs to the shell’s language: no file is looked for.`);
    case 'function':
      return together(...stands, describeFunction(name, verdict.function.kind === 'deactivate'));
    case 'builtin':
      return together(...stands, say`${word} is built into bash: PATH isn’t searched.`);
    case 'hashed':
      return together(
        ...stands,
        say`bash remembers ${word} at ${code(verdict.file)} and doesn’t search.`,
        describeStart(verdict.finding),
        told,
      );
    case 'found': {
      const { file } = verdict.executable;
      const refused = visits.flatMap(({ finding }) => (finding.kind === 'not-executable' ? [code(finding.file)] : []));
      const passed = refused.map((other) => say`It passed over ${other}, which isn’t executable.`);
      const taken = say`bash takes ${code(file)}: the first executable ${word} along PATH.`;
      return together(...stands, taken, ...passed, describeStart(verdict.executable), told);
    }
    case 'direct': {
      const why = name.includes('/') ? say`${word} has a slash: PATH isn’t searched.` : say`PATH is empty.`;
      return together(...stands, why, describeStart(verdict.finding), told);
    }
    case 'not-executable':
      return together(
        ...stands,
        say`The only ${word} along PATH is ${code(verdict.file)}, and it isn’t executable. bash tries it all the same:`,
        told,
      );
    case 'not-found':
      return together(
        ...stands,
        say`${howMany(visits.length, 'folder', 'folders')} on PATH, and none has ${word} to run:`,
        told,
      );
  }
}

function describeFunction(name: string, isDeactivate: boolean): Sentence {
  return isDeactivate
    ? say`${code(name)} is a function that activation left in this shell: no file, so ${code('which')} can’t see it.`
    : say`${code(name)} is a function of this shell: PATH isn’t searched.`;
}

/** What becomes of a file that bash starts: where its link ends, or who interprets it. */
function describeStart(finding: DirectFinding): Sentence {
  if (finding.kind !== 'executable') return [];
  const { file, program, real } = finding;
  if (program.kind === 'script') return describeScript(program);
  // ./tool is tool in the current folder, so only the end of the path can be compared.
  return real.endsWith(file.replace(/^\.(?=\/)/, '')) ? [] : say`Links followed, that is ${code(real)}.`;
}

function describeScript(program: Extract<Program, { kind: 'script' }>): Sentence {
  const { interpreter, real } = program;
  return real === undefined
    ? say`Its first line names ${code(interpreter)}, which isn’t there any more:`
    : say`Its first line hands it to ${code(interpreter)}.`;
}

function howMany(count: number, one: string, many: string): string {
  return count === 1 ? `1 ${one}` : `${count} ${many}`;
}

/**
 * The verdict in a few words, for a live region.
 * @example announceCommand(lookup) // 'python3: taken at /usr/bin/python3, entry 2 of 4.'
 */
export function announceCommand(lookup: CommandLookup): string {
  const { word, verdict, visits, unvisited } = lookup;
  switch (verdict.kind) {
    case 'keyword':
    case 'function':
      return `${word}: a ${verdict.kind} of the shell. PATH isn’t searched.`;
    case 'builtin':
      return `${word}: built into bash. PATH isn’t searched.`;
    case 'hashed':
    case 'direct':
      return `${word}: ${verdict.file}, without a search.`;
    case 'found': {
      const { file } = verdict.executable;
      return `${word}: taken at ${file}, entry ${verdict.position + 1} of ${visits.length + unvisited.length}.`;
    }
    case 'not-executable':
      return `${word}: only ${verdict.file}, which isn’t executable.`;
    case 'not-found':
      return `${word}: not found in ${visits.length} entries.`;
  }
}

/** A word or two on what an entry of sys.path has under a name. */
export function describeModuleFinding(finding: ModuleFinding): string {
  switch (finding.kind) {
    case 'no-folder':
      return 'doesn’t exist';
    case 'archive':
      return 'an archive: not modelled';
    case 'nothing':
      return 'not here';
    case 'package':
    case 'module':
      return 'taken';
    case 'portion':
      return 'folder without __init__.py';
  }
}

/** What an entry of sys.path is. */
export function describeOrigin(origin: Origin | PackageEntry['origin']): string {
  switch (origin.kind) {
    case 'script-folder':
      return origin.link === undefined ? 'the script’s folder' : 'the folder of the real script, not of the link';
    case 'started-folder':
      return 'the folder that is run';
    case 'current-folder':
      return 'the current folder';
    case 'python-path':
      return 'from PYTHONPATH';
    case 'standard-library':
      return {
        archive: 'the standard library, zipped',
        folder: 'the standard library',
        extensions: 'its compiled part',
      }[origin.part];
    case 'user-site':
      return 'your own site-packages';
    case 'site-packages':
      return origin.of === 'environment' ? 'the environment’s site-packages' : 'the system’s packages';
    case 'pth':
      return `from ${nameOf(origin.file)}`;
    case 'package':
      return `the package ${origin.name}`;
  }
}

/** What would be on sys.path: the folders, what they are, and what left them out. */
export function describeOmission(omission: Omission): {
  readonly folders: readonly Path[];
  readonly what: string;
  readonly why: string;
} {
  switch (omission.kind) {
    case 'first-entry':
      return { folders: [omission.folder], what: 'the first place', why: `left out by ${omission.by}` };
    case 'python-path':
      return { folders: omission.folders, what: 'PYTHONPATH', why: `ignored by ${omission.by}` };
    case 'user-site': {
      const by = omission.by === 'environment' ? 'the environment' : omission.by;
      return { folders: [omission.folder], what: 'your own site-packages', why: `left out by ${by}` };
    }
    case 'installation-site':
      return { folders: omission.folders, what: 'the system’s packages', why: 'left out by the environment' };
    case 'sites':
      return { folders: [], what: 'site-packages', why: 'left out by -S' };
  }
}

/**
 * What an import got, in a sentence or two.
 * @example plainText(describeModule(lookup)) // 'Python takes /home/you/random.py: …'
 */
export function describeModule(lookup: ModuleLookup): Sentence {
  const { name, verdict, visits, hidden } = lookup;
  const module = code(name);
  const message = pythonMessage(lookup);
  const told = message === undefined ? [] : say`${code(message)}`;
  const hides = hidden.flatMap(({ finding }) => {
    return finding.kind === 'package' || finding.kind === 'module' ? [say`It hides ${code(finding.file)}.`] : [];
  });
  switch (verdict.kind) {
    case 'loaded':
      return say`${module} was loaded before the program began: nothing is searched, and a file of yours can’t replace it.`;
    case 'builtin':
      return say`${module} is part of the interpreter itself: sys.path isn’t searched.`;
    case 'frozen':
      return say`${module} is frozen into the interpreter: sys.path isn’t searched.`;
    case 'package':
    case 'module':
      return together(
        say`Python takes ${code(verdict.file)}: the first ${module} along sys.path.`,
        ...hides.slice(0, 1),
        told,
      );
    case 'namespace':
      return say`No entry has a ${module} with code of its own, so the folders of that name together are a namespace package.`;
    case 'not-found':
      return together(say`${howMany(visits.length, 'entry', 'entries')} on sys.path, and none has ${module}:`, told);
  }
}

/** The verdict in a few words, for a live region. */
export function announceModule(lookup: ModuleLookup): string {
  const { name, verdict, visits, unvisited } = lookup;
  switch (verdict.kind) {
    case 'loaded':
    case 'builtin':
    case 'frozen':
      return `${name}: ${verdict.kind === 'loaded' ? 'loaded already' : verdict.kind}. sys.path isn’t searched.`;
    case 'package':
    case 'module':
      return `${name}: taken at ${verdict.file}, entry ${verdict.position + 1} of ${visits.length + unvisited.length}.`;
    case 'namespace':
      return `${name}: a namespace package of ${howMany(verdict.portions.length, 'folder', 'folders')}.`;
    case 'not-found':
      return `${name}: not found in ${visits.length} entries.`;
  }
}
