/**
 * The module figure's import by a real Python: a script that lays the reader's own files out in a temporary folder, makes a virtual
 * environment there, starts its Python as the figure does, and has it say which file it took.
 */
import { findModule, folderOf, type Path, resolvePath } from '@/core/workstation';
import type { RealCheck } from '@/figures/frame/model';
import { below, quoted, temporaryFolder, wrapped } from '../shell-script';
import { invocationOf, type ModuleScene } from './scene';
import type { ModuleState } from './state';

/** An empty environment stands for the system's Python, so that the reader's own packages don't show. */
const SYSTEM = '/python';

/** Says what `-m` would find; running any module of the standard library could do anything. */
const FINDER = 'what_m_finds';

const tell = (module: string) => `print(getattr(${module}, "__file__", "no file: part of the interpreter"))`;

export function realCheck(scene: ModuleScene, state: ModuleState): RealCheck {
  const found = findModule(scene.machine, invocationOf(scene.scenario, state), state.name);
  const search = found.kind === 'failed' ? undefined : found.lookup.search;
  const environment = search?.startup.environment?.prefix ?? SYSTEM;
  const sites = (search?.entries ?? []).flatMap(({ origin, folder }) =>
    origin.kind === 'site-packages' ? [folder] : [],
  );
  const needs = state.options.includes('-P') ? 'Python 3.11 or newer' : 'Python 3';
  const stands = environment === SYSTEM ? 'an environment for the system’s Python, ' : '';
  return {
    says: [
      `In a terminal with ${needs}. It lays the files out in a temporary folder, ${stands}starts Python there in the same way, and removes them. The standard library stands where it does on your machine.`,
    ],
    script: [
      "sh <<'END'",
      ...temporaryFolder,
      `python3 -m venv --without-pip ${below(environment)} || exit`,
      `python=${below(environment)}/bin/python`,
      ...ownFiles(scene, state.name),
      ...packages(scene, sites, startsWithM(scene, state)),
      ...run(scene, state),
      'END',
    ].join('\n'),
  };
}

const startsWithM = ({ scenario }: ModuleScene, state: ModuleState) =>
  invocationOf(scenario, state).run.kind === 'module';

/** The reader's own modules, each of which tells what `name` is when it is the program; and the links to them. */
function ownFiles({ scenario, machine }: ModuleScene, name: string): readonly string[] {
  const { files, links } = scenario.machine;
  const installed = [...machine.interpreters.values()].map(({ prefix }) => `${prefix}/`);
  const own = files.filter(
    (file) =>
      file.endsWith('.py') && !file.includes('/site-packages/') && !installed.some((prefix) => file.startsWith(prefix)),
  );
  const linked = Object.entries(links).filter(([path]) => {
    const end = resolvePath(machine, path);
    return end.kind === 'found' && own.includes(end.path);
  });
  const homes = new Set([...[...own, ...linked.map(([path]) => path)].map(folderOf), ...scenario.modules.folders]);
  return [
    wrapped('mkdir -p', [...homes].sort().map(below)),
    `${wrapped('for f in', own.map(quoted))}; do cat > "$d$f" <<'PY'`,
    'if __name__ == "__main__":',
    `    import ${name}`,
    `    ${tell(name)}`,
    'PY',
    'done',
    ...linked.map(([path, target]) => {
      return `ln -s ${target.startsWith('/') ? below(target) : quoted(target)} ${below(path)}`;
    }),
  ];
}

/** What stands in the site-packages of the Python that is started. */
function packages({ scenario }: ModuleScene, sites: readonly Path[], withFinder: boolean): readonly string[] {
  const files = sites.flatMap((site) =>
    scenario.machine.files.filter((file) => file.startsWith(`${site}/`)).map((file) => file.slice(site.length)),
  );
  const folders = [...new Set(files.map(folderOf))].filter((folder) => folder !== '/');
  const lists = sites.flatMap((site) =>
    Object.entries(scenario.machine.texts)
      .filter(([file]) => folderOf(file) === site && file.endsWith('.pth'))
      .map(([file, text]) => ({ file: file.slice(site.length), folders: text.trim().split('\n') })),
  );
  const inSite = (path: string) => `"$site"${quoted(path)}`;
  if (files.length + lists.length === 0 && !withFinder) return [];
  return [
    `site=$("$python" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')`,
    ...(folders.length === 0 ? [] : [wrapped('mkdir -p', folders.map(inSite))]),
    ...(files.length === 0 ? [] : [wrapped('touch', files.map(inSite))]),
    ...lists.map(({ file, folders: there }) => {
      return `${wrapped("printf '%s\\n'", there.map(below))} > ${inSite(file)}`;
    }),
    ...(withFinder
      ? [
          `cat > "$site/${FINDER}.py" <<'PY'`,
          'import importlib.util, sys',
          'spec = importlib.util.find_spec(sys.argv[1])',
          'print(f"No module named {sys.argv[1]}" if spec is None else spec.origin)',
          'PY',
        ]
      : []),
  ];
}

/** Starts Python as the figure says. The reader's own variables are left out. */
function run({ scenario }: ModuleScene, state: ModuleState): readonly string[] {
  const { run: start, folder, options } = invocationOf(scenario, state);
  const variable = state.pythonPath ? [`PYTHONPATH=${below(scenario.modules.pythonPath)}`] : [];
  const what = {
    script: start.kind === 'script' ? [below(start.path)] : [],
    command: ['-c', quoted(`import ${state.name}; ${tell(state.name)}`)],
    module: ['-m', FINDER, state.name],
    'standard-input': [],
    interactive: [],
  }[start.kind];
  return [
    'unset PYTHONPATH PYTHONHOME PYTHONSAFEPATH',
    `cd ${below(folder)}`,
    `${[...variable, '"$python"', ...options, ...what].join(' ')} 2>&1 | tail -n 1 | sed "s|$d||g"`,
  ];
}
