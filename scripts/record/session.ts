// A session: what an author writes to get a console block (content/console/<id>.session.yaml).
//
//   id: module-not-found
//   title: A module that isn't there
//   machine: debian-13            # or debian-testing
//   tools: [bash, python]         # or a map: a tool and the command that prints its version
//   index: pypi                   # optional: it installs something; without this line it runs without network
//   engine: docker                # optional: an engine without images and a builder with an empty cache; machine debian-docker
//   cwd: greeting                 # optional: made in the home folder, and entered
//   setup: |                      # optional: not shown, must succeed; kept in the recording
//     python3 -m venv .venv       # {{pip}} is the version that content/versions.json names for pip
//   steps:
//     - python3 -c 'import requests'
//     - run: python -m pip list
//       keep: { first: 3, last: 1, matching: 'idna' }   # the rest becomes a marked … line; buildSteps: true keeps the
//                                                       # steps of `docker build --progress=plain`
//       shorten: [{ from: 'cp313-many\S+', to: '….whl' }] # such lines are marked as shortened
//       varies: ['in \d+ms']                            # kept as seen, known to differ at each run
//       wraps: true                                     # lines longer than 100 columns, for the page to wrap

import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { root, versionOf } from './versions.ts';

export interface Keep {
  readonly first?: number;
  readonly last?: number;
  readonly matching?: string;
  /** Of a builder's plain progress: the steps of the Dockerfile, each with how it ended. */
  readonly buildSteps?: true;
}

export interface SessionStep {
  readonly run: string;
  readonly keep?: Keep;
  readonly shorten?: readonly { readonly from: string; readonly to: string }[];
  readonly varies?: readonly string[];
  readonly wraps?: boolean;
}

export interface Session {
  readonly id: string;
  readonly title: string;
  readonly machine: string;
  readonly tools: Readonly<Record<string, string | undefined>>;
  readonly index?: 'pypi';
  readonly engine?: 'docker';
  readonly cwd?: string;
  readonly setup?: string;
  readonly steps: readonly SessionStep[];
}

export const consoleFolder = `${root}content/console`;

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
const isList = (value: unknown): value is unknown[] => Array.isArray(value);

/** `pip=={{pip}}` → `pip==26.3` */
const withVersions = (text: string) => text.replace(/\{\{([\w.-]+)\}\}/g, (_, tool: string) => versionOf(tool));

/** Reads a session's text. Throws one error that names the file and each thing to mend. */
export function parseSession(text: string, id: string): Session {
  const problems: string[] = [];
  const raw: unknown = parse(text);
  const given = isObject(raw) ? raw : {};
  const say = (problem: string) => problems.push(problem);

  const allowed = (value: Record<string, unknown>, names: readonly string[], where: string) => {
    for (const name of Object.keys(value)) if (!names.includes(name)) say(`${where} has no property "${name}".`);
  };
  const textOf = (name: string): string => {
    const value = given[name];
    if (isText(value)) return value;
    say(`${name} must be a text.`);
    return '';
  };
  const toolsOf = (value: unknown): Session['tools'] => {
    if (isList(value) && value.every(isText)) return Object.fromEntries(value.map((name) => [name, undefined]));
    if (isObject(value)) {
      return Object.fromEntries(
        Object.entries(value).map(([name, probe]) => [name, isText(probe) ? probe : undefined]),
      );
    }
    say('tools must be a list of names, or a map of names to commands that print the version.');
    return {};
  };
  const keepOf = (value: unknown, where: string): Keep => {
    if (!isObject(value)) {
      say(`${where}: keep must be a map of first, last, matching, buildSteps.`);
      return {};
    }
    allowed(value, ['first', 'last', 'matching', 'buildSteps'], `${where}: keep`);
    const { first, last, matching, buildSteps } = value;
    return {
      ...(typeof first === 'number' ? { first } : {}),
      ...(typeof last === 'number' ? { last } : {}),
      ...(isText(matching) ? { matching } : {}),
      ...(buildSteps === true ? { buildSteps } : {}),
    };
  };
  const stepOf = (value: unknown, position: number): SessionStep => {
    const where = `step ${position + 1}`;
    if (isText(value)) return { run: value.trimEnd() };
    if (!isObject(value) || !isText(value['run'])) {
      say(`${where} must be a command, or a map with run.`);
      return { run: '' };
    }
    allowed(value, ['run', 'keep', 'shorten', 'varies', 'wraps'], where);
    const { run, keep, shorten, varies, wraps } = value;
    const pairs = isList(shorten) ? shorten.filter(isObject) : [];
    return {
      run: run.trimEnd(),
      ...(keep === undefined ? {} : { keep: keepOf(keep, where) }),
      ...(pairs.length > 0 ? { shorten: pairs.map(({ from, to }) => ({ from: String(from), to: String(to) })) } : {}),
      ...(isList(varies) ? { varies: varies.map(String) } : {}),
      ...(wraps === true ? { wraps } : {}),
    };
  };

  if (!isObject(raw)) say('A session is a map with id, title, machine, tools, steps.');
  allowed(given, ['id', 'title', 'machine', 'tools', 'index', 'engine', 'cwd', 'setup', 'steps'], 'A session');
  if (given['index'] !== undefined && given['index'] !== 'pypi') say('index can only be pypi.');
  if (given['engine'] !== undefined && given['engine'] !== 'docker') say('engine can only be docker.');
  if (given['id'] !== id) say(`id must be "${id}", as the file is named.`);
  const steps = isList(given['steps']) ? given['steps'].map(stepOf) : [];
  if (steps.length === 0) say('steps must be a list with at least one command.');
  const session: Session = {
    id,
    title: textOf('title'),
    machine: textOf('machine'),
    tools: toolsOf(given['tools']),
    ...(given['index'] === 'pypi' ? { index: 'pypi' } : {}),
    ...(given['engine'] === 'docker' ? { engine: 'docker' } : {}),
    ...(isText(given['cwd']) ? { cwd: given['cwd'] } : {}),
    ...(isText(given['setup']) ? { setup: withVersions(given['setup'].trimEnd()) } : {}),
    steps,
  };
  if (problems.length > 0) throw new Error(`content/console/${id}.session.yaml: ${problems.join(' ')}`);
  return session;
}

/** All sessions, sorted by id. */
export function readSessions(): readonly Session[] {
  return readdirSync(consoleFolder)
    .filter((name) => name.endsWith('.session.yaml'))
    .sort()
    .map((name) =>
      parseSession(readFileSync(`${consoleFolder}/${name}`, 'utf8'), name.slice(0, -'.session.yaml'.length)),
    );
}
