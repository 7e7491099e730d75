// `[tool]` and `[tool.uv]` as uv 0.13 reads them whatever the backend is (uv’s settings reference, “Project metadata”): the keys whose kind
// it insists on. What it only warns of, as a key that it doesn’t know, is no problem here.
import { admits, parseSpecifierSet, parseVersion, type TomlEntry, type TomlTable, type TomlValue } from '@/core/python';
import { type DocumentProblem, valueAt } from '../project-document';
import type { ReadToml } from './frontend-rules';

/** The release that is modelled. */
export const RUNNING = parseVersion('0.13.9').value;

type Kind = 'table' | 'boolean' | 'array';

/** Keys of `[tool.uv]` whose values are of one kind, with how a reader is told of it. */
const KINDS: readonly { readonly keys: readonly string[]; readonly kind: Kind }[] = [
  { keys: ['managed'], kind: 'boolean' },
  { keys: ['package'], kind: 'boolean' },
  { keys: ['sources'], kind: 'table' },
  { keys: ['workspace'], kind: 'table' },
  { keys: ['workspace', 'members'], kind: 'array' },
  { keys: ['workspace', 'exclude'], kind: 'array' },
  { keys: ['dev-dependencies'], kind: 'array' },
  { keys: ['override-dependencies'], kind: 'array' },
  { keys: ['constraint-dependencies'], kind: 'array' },
];

const WRITE: Readonly<Record<Kind, string>> = {
  table: 'a table',
  boolean: 'true or false, without quotes',
  array: 'a list of strings, in brackets',
};

/** Where a source may say that a project comes from; one of them, and no more. */
const PLACES: readonly string[] = ['git', 'url', 'path', 'index', 'workspace'];

export const SOURCE_KEYS: readonly string[] = [
  ...['git', 'subdirectory', 'rev', 'tag', 'branch', 'lfs', 'url', 'path', 'editable', 'package', 'index', 'workspace'],
  ...['marker', 'extra', 'group'],
];

/** The problems that uv has with the tables, in the order in which it comes to them. */
export function readUvTables({ root }: ReadToml): readonly DocumentProblem[] {
  const problems: DocumentProblem[] = [];
  const tool = root.entries.get('tool')?.value;
  const uv = tool?.kind === 'table' ? tool.entries.get('uv')?.value : undefined;
  // That [tool] isn’t a table is the file’s problem already.
  if (uv !== undefined && uv.kind !== 'table') problems.push(wrongType('tool.uv', uv, 'a table'));
  if (uv?.kind !== 'table') return problems;
  problems.push(...ofVersion(uv));
  for (const { keys, kind } of KINDS) {
    const value = valueAt(uv, keys);
    if (value === undefined) continue;
    if (value.kind !== kind) problems.push(wrongType(`tool.uv.${keys.join('.')}`, value, WRITE[kind]));
  }
  const sources = valueAt(uv, ['sources']);
  if (sources?.kind === 'table') problems.push(...[...sources.entries.values()].flatMap(ofSource));
  const indexes = valueAt(uv, ['index']);
  if (indexes?.kind === 'array') problems.push(...indexes.items.flatMap(ofIndex));
  return problems;
}

function wrongType(path: string, { at }: TomlValue, wanted: string): DocumentProblem {
  return { code: 'uv/wrong-type', path, at, message: `uv reads ${path} itself: write ${wanted}.` };
}

/** The release of uv that the project asks for, and this one isn’t. */
function ofVersion(uv: TomlTable): readonly DocumentProblem[] {
  const value = valueAt(uv, ['required-version']);
  const set = value?.kind === 'string' ? parseSpecifierSet(value.value).value : undefined;
  if (value === undefined || set === undefined || RUNNING === undefined || admits(set, RUNNING)) return [];
  const message = 'Another uv is asked for here than the one that is started, which is 0.13.9: take the line out.';
  return [{ code: 'uv/required-version', path: 'tool.uv.required-version', at: value.at, message }];
}

/** `idna = { path = "../idna" }`, or several of them with markers. */
function ofSource({ key, value }: TomlEntry): readonly DocumentProblem[] {
  const path = `tool.uv.sources.${key}`;
  const tables = value.kind === 'array' ? value.items : [value];
  return tables.flatMap((table): readonly DocumentProblem[] => {
    if (table.kind !== 'table') return [wrongType(path, table, 'a table, such as { workspace = true }')];
    const unknown = [...table.entries.values()].find((entry) => !SOURCE_KEYS.includes(entry.key));
    if (unknown !== undefined) {
      const message = `A source has no key “${unknown.key.slice(0, 40)}”: write one of ${PLACES.join(', ')}.`;
      return [{ code: 'uv/source-key', path: `${path}.${unknown.key}`, at: unknown.keyAt, message }];
    }
    const places = PLACES.filter((place) => table.entries.has(place));
    if (places.length < 2) return [];
    const message = `The project comes from one place: write “${places[0]}” or “${places[1]}”, not both.`;
    return [{ code: 'uv/source-places', path, at: table.at, message }];
  });
}

function ofIndex(index: TomlValue, number: number): readonly DocumentProblem[] {
  if (index.kind !== 'table' || index.entries.has('url')) return [];
  const message = 'An index is known by its address: add a line url = "…".';
  return [{ code: 'uv/missing-key', path: `tool.uv.index[${number}].url`, at: index.at, message }];
}
