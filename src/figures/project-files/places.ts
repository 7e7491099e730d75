/** Where in a project’s own files something stands that an installer or a running command stumbled over. */
import { parseToml, placeOf, type TomlValue } from '@/core/python';
import type { SourcePlace } from '@/core/wheel';
import type { CodePlace, Installation } from '@/core/workstation';

type Files = ReadonlyMap<string, string>;

const MANIFEST = 'pyproject.toml';

/** Where the value at a path of keys stands in pyproject.toml. */
export function placeInManifest(files: Files, keys: readonly string[]): SourcePlace | undefined {
  const text = files.get(MANIFEST) ?? '';
  let value: TomlValue | undefined = parseToml(text).value;
  for (const key of keys) value = value?.kind === 'table' ? value.entries.get(key)?.value : undefined;
  if (value === undefined) return undefined;
  const { start, end } = value.at;
  return { file: MANIFEST, from: start, to: end, ...placeOf(text, start) };
}

/**
 * Where a line of an installed file stands in the project: a launcher’s in the entry point that it was made from, a module’s in the file
 * that it is a copy of. Undefined: it is nobody’s here.
 */
export function placeInProject(
  files: Files,
  { files: installed }: Installation,
  { file, line }: CodePlace,
): SourcePlace | undefined {
  const from = installed.find(({ path }) => path === file)?.from;
  if (from?.kind === 'launcher') return placeInManifest(files, ['project', 'scripts', from.entryPoint.name]);
  if (from?.kind !== 'wheel') return undefined;
  // A wheel has the package’s own folders; in the project they may stand below another one.
  const path = [...files.keys()].find((one) => one === from.path || one.endsWith(`/${from.path}`));
  const lines = path === undefined ? [] : (files.get(path) ?? '').split('\n');
  const text = lines[line - 1];
  if (path === undefined || text === undefined) return undefined;
  const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  return { file: path, from: start, to: start + text.length, line, column: 1 };
}
