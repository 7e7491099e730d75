// `[tool.uv.build-backend]` as uv_build 0.13 reads it (uv’s settings reference, "build-backend").
import type { BuildInput } from '../backend-rules';
import { type BuildProblem, buildError } from '../build-problem';
import { ToolSettings } from './tool-settings';

/** The folders of an environment that data may be put into. */
const DATA_KINDS = ['purelib', 'platlib', 'headers', 'scripts', 'data'] as const;

export type DataKind = (typeof DATA_KINDS)[number];

export interface UvSettings {
  /** The folder that modules lie in; “” for the project’s own. */
  readonly moduleRoot: string;
  /** With dots; `undefined` for the one that the project’s name makes. */
  readonly moduleNames: readonly string[] | undefined;
  readonly isNamespace: boolean;
  readonly sourceInclude: readonly string[];
  readonly sourceExclude: readonly string[];
  readonly wheelExclude: readonly string[];
  readonly data: ReadonlyMap<DataKind, string>;
  readonly problems: readonly BuildProblem[];
}

/** What is excluded unless `default-excludes` is false. */
const DEFAULT_EXCLUDES: readonly string[] = ['__pycache__', '*.pyc', '*.pyo'];

const WORDS = { strings: 'a sequence', text: 'a string', flag: 'a boolean', table: 'a map' } as const;

/** The settings, with what holds where the file is silent. What the table has besides is overlooked, as uv overlooks it. */
export function readUvSettings(input: BuildInput): UvSettings {
  const table = new ToolSettings(input, ['tool', 'uv', 'build-backend'], (path, kind) => {
    if (path.endsWith('.module-root')) return 'expected path string';
    return kind === 'text' || kind === 'table' ? undefined : `expected ${WORDS[kind]}`;
  });
  const problems: BuildProblem[] = [];
  const root = table.text('module-root') ?? 'src';
  const moduleRoot = normalFolder(root);
  if (moduleRoot === undefined) {
    const message = '“module-root” is a folder of the project, such as src, or "" for the project’s own.';
    const toolSays = `error: Module root must be inside the project: ${root}`;
    problems.push(buildError('module-root', message, { at: table.placeOf('module-root'), toolSays }));
  }
  const data = new Map<DataKind, string>();
  for (const key of table.keysOf('data')) {
    const at = table.placeOf('data', key);
    const kind = DATA_KINDS.find((known) => known === key);
    const folder = normalFolder(table.text('data', key) ?? '');
    if (kind === undefined) {
      const message = `“data” has the keys ${DATA_KINDS.join(', ')}: this is none of them.`;
      const toolSays = `unknown field \`${key}\`, expected one of ${DATA_KINDS.map((known) => `\`${known}\``).join(', ')}`;
      problems.push(buildError('tool-setting', message, { at, toolSays }));
    } else if (folder === undefined) {
      problems.push(buildError('data-folder', 'The folder is one of the project’s own.', { at }));
    } else data.set(kind, folder);
  }
  const defaults = table.flag('default-excludes') === false ? [] : DEFAULT_EXCLUDES;
  const sourceExclude = [...defaults, ...(table.strings('source-exclude') ?? [])];
  const settings = {
    moduleRoot: moduleRoot ?? 'src',
    moduleNames: table.oneOrMore('module-name'),
    isNamespace: table.flag('namespace') ?? false,
    sourceInclude: table.strings('source-include') ?? [],
    sourceExclude,
    wheelExclude: [...sourceExclude, ...(table.strings('wheel-exclude') ?? [])],
    data,
  };
  return { ...settings, problems: [...problems, ...table.problems] };
}

/** The path of a folder without “.”; `undefined` if it leads out of the project. */
function normalFolder(path: string): string | undefined {
  const parts = path.split('/').filter((part) => part !== '' && part !== '.');
  return path.startsWith('/') || parts.includes('..') ? undefined : parts.join('/');
}
