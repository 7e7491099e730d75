// Ways of starting Python whose sys.path is recorded: each form, with each option and variable that changes the answer.

const show =
  'import json, sys; print(json.dumps({"path": sys.path, "prefix": sys.prefix, "basePrefix": sys.base_prefix, "safePath": sys.flags.safe_path}))';

/** What stands on the machine while the cases run; `show` prints sys.path. */
export const sysPathFiles = [
  { path: '/home/you/greeting/show.py', holds: 'show' },
  { path: '/home/you/greeting/app/show.py', holds: 'show' },
  { path: '/home/you/greeting/app/__init__.py', holds: 'nothing' },
  { path: '/home/you/greeting/app/__main__.py', holds: 'show' },
  { path: '/home/you/greeting/link.py', holds: 'a symbolic link to app/show.py' },
  { path: '/home/you/greeting/lib', holds: 'an empty folder' },
  { path: '/home/you/greeting/.venv', holds: 'python3 -m venv .venv, with show_installed.py in site-packages' },
  { path: '/home/you/greeting/.venv-shared', holds: 'python3 -m venv --system-site-packages .venv-shared' },
];

export const sysPathSetup = `mkdir -p greeting/app greeting/lib && cd greeting &&
printf '%s\\n' '${show}' >show.py && cp show.py app/ && cp show.py app/__main__.py && touch app/__init__.py &&
ln -s app/show.py link.py && python3 -m venv .venv && python3 -m venv --system-site-packages .venv-shared &&
cp show.py .venv/lib/python3.13/site-packages/show_installed.py`;

export interface SysPathCase {
  readonly form: string;
  readonly cwd: string;
  readonly interpreter: string;
  readonly options: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly userSite: boolean;
  readonly command: string;
}

const forms: readonly { readonly form: string; readonly cwd: string; readonly arguments: string }[] = [
  { form: 'script-here', cwd: '/home/you/greeting', arguments: 'show.py' },
  { form: 'script-in-folder', cwd: '/home/you/greeting', arguments: 'app/show.py' },
  { form: 'script-from-elsewhere', cwd: '/tmp', arguments: '/home/you/greeting/app/show.py' },
  { form: 'script-by-link', cwd: '/home/you/greeting', arguments: 'link.py' },
  { form: 'folder-with-main', cwd: '/home/you/greeting', arguments: 'app' },
  { form: 'command', cwd: '/home/you/greeting', arguments: `-c '${show}'` },
  { form: 'command-elsewhere', cwd: '/tmp', arguments: `-c '${show}'` },
  { form: 'module-here', cwd: '/home/you/greeting', arguments: '-m show' },
  { form: 'module-in-package', cwd: '/home/you/greeting', arguments: '-m app.show' },
  { form: 'module-from-elsewhere', cwd: '/tmp', arguments: '-m show' },
  { form: 'module-installed', cwd: '/tmp', arguments: '-m show_installed' },
  { form: 'standard-input', cwd: '/home/you/greeting', arguments: '- <show.py' },
];

const settings: readonly Pick<SysPathCase, 'options' | 'environment' | 'userSite'>[] = [
  { options: [], environment: {}, userSite: false },
  { options: ['-P'], environment: {}, userSite: false },
  { options: ['-I'], environment: {}, userSite: false },
  { options: ['-E'], environment: {}, userSite: false },
  { options: ['-s'], environment: {}, userSite: false },
  { options: ['-S'], environment: {}, userSite: false },
  { options: [], environment: {}, userSite: true },
  { options: ['-s'], environment: {}, userSite: true },
  { options: ['-I'], environment: {}, userSite: true },
  { options: [], environment: { PYTHONPATH: '/home/you/greeting/lib' }, userSite: false },
  { options: [], environment: { PYTHONPATH: 'lib' }, userSite: false },
  { options: [], environment: { PYTHONPATH: 'lib:' }, userSite: false },
  { options: [], environment: { PYTHONPATH: '/nowhere:/home/you/greeting/lib' }, userSite: false },
  { options: ['-P'], environment: { PYTHONPATH: '/home/you/greeting/lib' }, userSite: false },
  { options: ['-I'], environment: { PYTHONPATH: '/home/you/greeting/lib' }, userSite: false },
  { options: ['-E'], environment: { PYTHONPATH: '/home/you/greeting/lib' }, userSite: false },
  { options: [], environment: { PYTHONSAFEPATH: '1' }, userSite: false },
  { options: ['-E'], environment: { PYTHONSAFEPATH: '1' }, userSite: false },
  { options: [], environment: { PYTHONSAFEPATH: '1', PYTHONPATH: '/home/you/greeting/lib' }, userSite: false },
];

const interpreters = [
  '/usr/bin/python3',
  '/home/you/greeting/.venv/bin/python',
  '/home/you/greeting/.venv-shared/bin/python',
];

/** Every form with every setting on every interpreter. */
export const sysPathCases: readonly SysPathCase[] = interpreters.flatMap((interpreter) =>
  forms.flatMap(({ form, cwd, arguments: given }) =>
    settings.map(({ options, environment, userSite }) => ({
      form,
      cwd,
      interpreter,
      options,
      environment,
      userSite,
      command: [
        ...Object.entries(environment).map(([name, value]) => `${name}=${value}`),
        interpreter,
        ...options,
        given,
      ].join(' '),
    })),
  ),
);
