// apt-get, pip, uv and npm: what they fetch and write, by the table of sizes; and users, and building a wheel. A model throughout.

import { digestOfText } from '../files/content';
import { digestOf } from '../files/digest';
import { namesOf } from '../files/path';
import { nodeAt } from '../files/tree';
import {
  type CommandModel,
  type CommandResult,
  type CommandRun,
  fileOf,
  folder,
  NOTHING_DONE,
  operands,
  pathIn,
  readText,
} from './command';
import { addCosts, COST_MODEL, installCost, NO_COST, type StepCost } from './cost-model';
import { textFact } from './file-commands';
import {
  DEBIAN_LISTS,
  DEBIAN_PACKAGES,
  DEBIAN_WITH_RECOMMENDED,
  type MeasuredSize,
  NODE_PACKAGES,
  PYTHON_PACKAGES,
  sizeOfPackage,
} from './package-sizes';
import type { FileFact } from './run-effect';
import { activate, sitePackages, venv } from './virtual-environment';

const LISTS = '/var/lib/apt/lists';

const aptGet: CommandModel = (words, run) => {
  const [what, ...names] = operands(words);
  if (what === 'clean' || what === 'autoremove' || what === 'upgrade') return NOTHING_DONE;
  if (what === 'update') {
    const { downloadedBytes, installedBytes } = DEBIAN_LISTS;
    const writes = new Map([[`${LISTS}/deb.debian.org_Packages`, fileOf(installedBytes, 'lists')]]);
    return { writes, cost: installCost(downloadedBytes, installedBytes, 3) };
  }
  // With what came for it; without --auto-remove that stays, and its size isn’t told apart here.
  const takesAll = words.some((word) => word === '--auto-remove' || word === '--autoremove');
  if ((what === 'purge' || what === 'remove') && takesAll) return { deletes: names.map((name) => `/usr/lib/${name}`) };
  if (what !== 'install') return undefined;
  // Without lists apt knows no package: what `RUN apt-get install` alone ends with.
  const lists = nodeAt(run.root, namesOf(LISTS));
  if (lists?.kind !== 'dir' || lists.entries.size === 0) return { exitCode: 100 };
  const isLean = words.includes('--no-install-recommends');
  const sizes = isLean ? DEBIAN_PACKAGES : [...DEBIAN_WITH_RECOMMENDED, ...DEBIAN_PACKAGES];
  return installed(names, sizes, (name) => `/usr/lib/${name}/files`, undefined, run);
};

/** Packages written to a place each; `cache` keeps what was fetched. */
function installed(
  names: readonly string[],
  sizes: readonly MeasuredSize[],
  placeOf: (name: string) => string,
  cache: string | undefined,
  run: CommandRun,
  /** Of projects that are built here: what they are built from. */
  built: ReadonlyMap<string, string> = new Map(),
): CommandResult {
  const writes = new Map<string, FileFact>();
  let cost: StepCost = NO_COST;
  for (const name of names) {
    const size = sizeOfPackage(sizes, name);
    const kept = cache === undefined ? undefined : `${cache}/${name}`;
    const isKept = kept !== undefined && nodeAt(run.root, namesOf(kept)) !== undefined;
    const fetched = isKept ? 0 : size.downloadedBytes;
    cost = addCosts(cost, installCost(fetched, size.installedBytes, 1));
    writes.set(placeOf(name), fileOf(size.installedBytes, `${name}${built.get(name) ?? ''}`));
    if (kept !== undefined) writes.set(kept, fileOf(size.downloadedBytes, `${name} as fetched`));
  }
  const isGuess = names.some((name) => !sizes.some((one) => one.name === name));
  return { writes, cost, ...(isGuess && { isGuess }) };
}

/** The project’s name of a requirement: `Flask[async]==3.0` → `flask`. */
function projectOf(requirement: string): string {
  const [, name = requirement] = /^\s*([A-Za-z0-9][\w.-]*)/.exec(requirement) ?? [];
  return name.toLowerCase().replaceAll(/[-_.]+/g, '-');
}

const pip: CommandModel = (words, run) => {
  const [what] = operands(words);
  if (what !== 'install') return what === undefined || what === 'cache' ? NOTHING_DONE : undefined;
  const names: string[] = [];
  const built = new Map<string, string>();
  let isFile = false;
  for (const word of words.slice(words.indexOf('install') + 1)) {
    if (isFile) {
      const text = readText(run, word);
      if (text === undefined) return { exitCode: 1 };
      names.push(...requirementLines(text));
      isFile = false;
    } else if (word === '-r' || word === '--requirement') isFile = true;
    else if (word.startsWith('-')) continue;
    else if (/^\.{0,2}\/|^\.$/.test(word)) {
      names.push(...projectRequirements(run, word), projectName(run, word));
      built.set(projectName(run, word), builtFrom(run, word));
    } else names.push(projectOf(word));
  }
  const cache =
    words.includes('--no-cache-dir') || run.environment.has('PIP_NO_CACHE_DIR') ? undefined : '/root/.cache/pip';
  return installed(names, PYTHON_PACKAGES, (name) => `${sitePackages(run)}/${name}/__init__.py`, cache, run, built);
};

function requirementLines(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '' && !line.startsWith('-'))
    .map(projectOf);
}

/** The names in `dependencies = [ … ]` of a pyproject.toml. */
function projectRequirements(run: CommandRun, path: string): readonly string[] {
  const text = readText(run, `${path}/pyproject.toml`) ?? '';
  const list = between(text, /^dependencies\s*=\s*\[/m, ']');
  return [...list.matchAll(/["']([^"']+)["']/g)].map(([, requirement = '']) => projectOf(requirement));
}

/** What stands between the first opening and the mark that closes it; nothing where it isn’t closed. */
function between(text: string, opening: RegExp, closing: string): string {
  const found = opening.exec(text);
  if (found === null) return '';
  const start = found.index + found[0].length;
  return text.slice(start, Math.max(start, text.indexOf(closing, start)));
}

function projectName(run: CommandRun, path: string): string {
  const text = readText(run, `${path}/pyproject.toml`) ?? '';
  return projectOf(/^name\s*=\s*["']([^"']+)["']/m.exec(text)?.[1] ?? 'project');
}

/** The source that a project’s package is made from, in short: all in its folder but an environment. */
function builtFrom(run: CommandRun, path: string): string {
  const project = nodeAt(run.root, namesOf(pathIn(run, path)));
  if (project?.kind !== 'dir') return '';
  const source = [...project.entries].filter(([name]) => name !== '.venv');
  return ` from ${digestOfText(
    source
      .map(([name, node]) => `${name} ${digestOf(node)}`)
      .sort()
      .join(' '),
  )}`;
}

const uv: CommandModel = (words, run) => {
  const [what, ...rest] = words;
  if (what === 'pip') return pip(words.slice(1), run);
  if (what === 'cache' || what === 'lock' || what === 'venv') return NOTHING_DONE;
  if (what !== 'sync') return undefined;
  if (readText(run, 'pyproject.toml') === undefined) return { exitCode: 2 };
  const isLocked = rest.some((word) => word === '--locked' || word === '--frozen');
  if (isLocked && readText(run, 'uv.lock') === undefined) return { exitCode: 2 };
  const names = [...projectRequirements(run, '.')];
  const own = projectName(run, '.');
  if (!rest.includes('--no-install-project')) names.push(own);
  // An editable project is a pointer to its source, the same after each edit.
  const built = new Map(rest.includes('--no-editable') ? [[own, builtFrom(run, '.')]] : []);
  const venv = pathIn(run, run.environment.get('UV_PROJECT_ENVIRONMENT') ?? '.venv');
  const cache = run.environment.has('UV_NO_CACHE') || rest.includes('--no-cache') ? undefined : '/root/.cache/uv';
  const isThere = (name: string) => nodeAt(run.root, namesOf(`${venv}/lib/${name}/__init__.py`)) !== undefined;
  const missing = names.filter((name) => !isThere(name));
  return installed(missing, PYTHON_PACKAGES, (name) => `${venv}/lib/${name}/__init__.py`, cache, run, built);
};

const npm: CommandModel = (words, run) => {
  const [what, ...names] = operands(words);
  if (what === 'cache') return { deletes: ['/root/.npm'] };
  if (what !== 'ci' && what !== 'install' && what !== 'i') return undefined;
  const manifest = readText(run, 'package.json');
  if (manifest === undefined) return { exitCode: 254 };
  if (what === 'ci' && readText(run, 'package-lock.json') === undefined) return { exitCode: 1 };
  const wanted = names.length > 0 ? names : manifestNames(manifest, words);
  const modules = pathIn(run, 'node_modules');
  return installed(wanted, NODE_PACKAGES, (name) => `${modules}/${name}/index.js`, '/root/.npm', run);
};

function manifestNames(manifest: string, words: readonly string[]): readonly string[] {
  const isLean = words.some((word) => word === '--omit=dev' || word === '--production');
  const tables = isLean ? ['dependencies'] : ['dependencies', 'devDependencies'];
  return tables.flatMap((table) => {
    const body = between(manifest, new RegExp(`"${table}"\\s*:\\s*\\{`), '}');
    return [...body.matchAll(/"([^"]+)"\s*:/g)].map(([, name = '']) => name);
  });
}

/** `python -m build`, `pip` and `venv` by way of `-m`; a program of the project runs and writes nothing. */
const python: CommandModel = (words, run) => {
  if (words[0] !== '-m') return undefined;
  if (words[1] === 'pip') return pip(words.slice(2), run);
  if (words[1] === 'venv') return venv(words.slice(2), run);
  if (words[1] !== 'build') return undefined;
  const text = readText(run, 'pyproject.toml');
  if (text === undefined) return { exitCode: 1 };
  const version = /^version\s*=\s*["']([^"']+)["']/m.exec(text)?.[1] ?? '0.0.0';
  const wheel = `${pathIn(run, 'dist')}/${projectName(run, '.').replaceAll('-', '_')}-${version}-py3-none-any.whl`;
  return { writes: new Map([[wheel, fileOf(20_000, wheel)]]), cost: { seconds: 4, downloadedBytes: 1_500_000 } };
};

/** A line of /etc/passwd and one of /etc/group, with the next free number from 1000. */
const addUser: CommandModel = (words, run) => {
  const name = operands(words).at(-1);
  if (name === undefined) return undefined;
  const [passwd = '', group = ''] = ['/etc/passwd', '/etc/group'].map((path) => readText(run, path));
  if (new RegExp(`^${name.replace(/\W/g, '')}:`, 'm').test(passwd)) return { exitCode: 9 };
  const asked = /(?:^| )(?:-u|--uid)[ =](\d+)/.exec(words.join(' '))?.[1];
  const taken = [...passwd.matchAll(/^[^:]*:[^:]*:(\d+)/gm)]
    .map(([, uid]) => Number(uid))
    .filter((uid) => uid < 60_000);
  const uid = asked === undefined ? Math.max(999, ...taken) + 1 : Number(asked);
  const writes = new Map([
    ['/etc/passwd', textFact(`${passwd}${name}:x:${uid}:${uid}::/home/${name}:/bin/sh\n`)],
    ['/etc/group', textFact(`${group}${name}:x:${uid}:\n`)],
    [`/home/${name}`, folder()],
  ]);
  return { writes, cost: { seconds: COST_MODEL.fileStep, downloadedBytes: 0 } };
};

export const INSTALL_COMMANDS: ReadonlyMap<string, CommandModel> = new Map([
  ['apt-get', aptGet],
  ['apt', aptGet],
  ['pip', pip],
  ['pip3', pip],
  ['uv', uv],
  ['npm', npm],
  ['python', python],
  ['python3', python],
  ['.', activate],
  ['source', activate],
  ['useradd', addUser],
  ['adduser', addUser],
  ['groupadd', () => NOTHING_DONE],
  ['addgroup', () => NOTHING_DONE],
]);
