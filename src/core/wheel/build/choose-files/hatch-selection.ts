// Where hatchling 1.33 looks for files: what the settings name, or for a wheel, without settings, the package or module that has the
// project’s name (its builder documentation, “Default file selection”).
import type { NamedInput } from '../backend-rules';
import { type BuildProblem, buildError } from '../build-problem';
import { placeOfKeys } from '../project-document';
import { normalPath } from './hatch-paths';
import type { HatchSettings } from './hatch-settings';

/** What is to be searched for files. */
export interface Selection {
  readonly include: readonly string[];
  readonly packages: readonly string[];
  readonly onlyInclude: readonly string[];
  /** Nothing but what is forced. */
  readonly isEmpty: boolean;
}

/** What the settings select: of an sdist, nothing means everything. */
export function selectedBySettings(settings: HatchSettings): Selection {
  const include = settings.strings('include');
  const packages = settings.strings('packages').map(normalPath).sort();
  return { include, packages, onlyInclude: settings.strings('only-include').map(normalPath), isEmpty: false };
}

/** What the settings select, or else the package or module that has the project’s name. */
export function selectForWheel(input: NamedInput, settings: HatchSettings): Selection | BuildProblem {
  const set = selectedBySettings(settings);
  const { files, project, document } = input;
  if (set.include.length + set.packages.length + set.onlyInclude.length > 0) return set;
  const names = [
    ...new Set([project.name, project.normalizedName].map((name) => name.replace(/[^\p{L}\p{N}_.]+/gu, '_'))),
  ];
  const only = (packages: readonly string[], onlyInclude: readonly string[] = []): Selection => ({
    ...set,
    packages,
    onlyInclude,
  });
  for (const name of names) {
    if (files.has(`${name}/__init__.py`)) return only([name]);
    if (files.has(`src/${name}/__init__.py`)) return only([`src/${name}`]);
    if (files.has(`${name}.py`)) return only([], [`${name}.py`]);
    const namespaces = [...files.keys()].filter((path) => isPackageBelow(path, name));
    if (namespaces.length === 1) return only([namespaces[0]?.split('/')[0] ?? '']);
  }
  if (settings.flag('bypass-selection') || settings.mapping('force-include').size > 0) return { ...set, isEmpty: true };
  const shown = names.join(' or ');
  const message = `hatchling looks for the package by the project’s name, ${shown}, in src/ and beside pyproject.toml, and finds none: rename the folder, or name it with packages = ["src/…"] in [tool.hatch.build.targets.wheel].`;
  return buildError('no-package', message, {
    at:
      placeOfKeys(document, ['tool', 'hatch', 'build', 'targets', 'wheel']) ??
      placeOfKeys(document, ['project', 'name']),
    toolSays:
      'ValueError: Unable to determine which files to ship inside the wheel using the following heuristics: https://hatch.pypa.io/latest/plugins/builder/wheel/#default-file-selection',
  });
}

/** `*` in a pattern of Python’s takes no name with a dot in front. */
function isPackageBelow(path: string, name: string): boolean {
  const [folder = '', ...rest] = path.split('/');
  return !folder.startsWith('.') && rest.join('/') === `${name}/__init__.py`;
}
