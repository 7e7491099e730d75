/**
 * The model against sys.path as recorded on Debian 13 with CPython 3.13.5, in all cases (content/console/truth).
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { debian, environment, greeting, home, merge } from './debian.fixture';
import type { Invocation, Option, Run } from './interpreter';
import { createMachine } from './machine';
import { pythonMessage } from './messages';
import { findModule } from './module-lookup';
import { moduleSearch } from './sys-path';

const truth = new URL('../../../../content/console/truth/sys-path.json', import.meta.url);
const { cases }: { readonly cases: readonly PathCase[] } = JSON.parse(readFileSync(truth, 'utf8'));

interface PathCase {
  readonly form: string;
  readonly cwd: string;
  readonly interpreter: string;
  readonly options: readonly Option[];
  readonly environment: Readonly<Record<string, string>>;
  readonly userSite: boolean;
  readonly command: string;
  readonly path?: readonly string[];
  readonly prefix?: string;
  readonly basePrefix?: string;
  readonly safePath?: boolean;
  readonly error?: string;
}

const forms: ReadonlyMap<string, Run> = new Map<string, Run>([
  ['script-here', { kind: 'script', path: 'show.py' }],
  ['script-in-folder', { kind: 'script', path: 'app/show.py' }],
  ['script-from-elsewhere', { kind: 'script', path: `${greeting}/app/show.py` }],
  ['script-by-link', { kind: 'script', path: 'link.py' }],
  ['folder-with-main', { kind: 'script', path: 'app' }],
  ['command', { kind: 'command' }],
  ['command-elsewhere', { kind: 'command' }],
  ['module-here', { kind: 'module', name: 'show' }],
  ['module-in-package', { kind: 'module', name: 'app.show' }],
  ['module-from-elsewhere', { kind: 'module', name: 'show' }],
  ['module-installed', { kind: 'module', name: 'show_installed' }],
  ['standard-input', { kind: 'standard-input' }],
]);

const pathMachine = merge(
  debian,
  environment(`${greeting}/.venv`, 'venv'),
  environment(`${greeting}/.venv-shared`, 'venv', undefined, true),
  {
    files: [
      ...['show.py', 'app/show.py', 'app/__init__.py', 'app/__main__.py'].map((name) => `${greeting}/${name}`),
      `${greeting}/.venv/lib/python3.13/site-packages/show_installed.py`,
    ],
    folders: [`${greeting}/lib`],
    links: { [`${greeting}/link.py`]: 'app/show.py' },
  },
);
const withUserSite = merge(pathMachine, { folders: [`${home}/.local/lib/python3.13/site-packages`] });

function askForPath(given: PathCase) {
  const run = forms.get(given.form);
  if (run === undefined) throw new Error(`${given.form} isn't in the table of forms`);
  const machine = createMachine(given.userSite ? withUserSite : pathMachine);
  const invocation: Invocation = {
    executable: given.interpreter,
    run,
    options: given.options,
    folder: given.cwd,
    environment: new Map([['HOME', home], ...Object.entries(given.environment)]),
  };
  if (run.kind === 'module') {
    const found = findModule(machine, invocation, run.name);
    const error = found.kind === 'looked-up' ? pythonMessage(found.lookup) : found.problem.kind;
    if (error !== undefined) return { error };
  }
  const search = moduleSearch(machine, invocation);
  if (search.kind === 'failed') return { error: search.problem.kind };
  return {
    path: search.entries.map((entry) => entry.shown),
    prefix: search.startup.prefix,
    basePrefix: search.startup.basePrefix,
    safePath: search.safePathBy !== undefined,
  };
}

describe('sys.path as CPython 3.13.5 on Debian 13 sets it', () => {
  it.each([...forms.keys()])('is the same in every recorded case of %s', (form) => {
    const recorded = cases.filter((one) => one.form === form);
    expect(recorded.length).toBeGreaterThan(0);
    for (const one of recorded) {
      const { path, prefix, basePrefix, safePath, error } = one;
      expect(askForPath(one), `${one.cwd}$ ${one.command}`).toEqual(
        error === undefined ? { path, prefix, basePrefix, safePath } : { error },
      );
    }
  });
  it('leaves no recorded case out', () => {
    expect(cases.filter((one) => !forms.has(one.form))).toEqual([]);
  });
});
