// What `uv build` 0.13 reads of pyproject.toml before it asks for a backend. Twice it reads the file, each time to the first fault: once
// for `[build-system]` and the project’s name, version and `dynamic`, then for whatever its own project interface needs, dependencies,
// extras, groups and `[tool.uv]` among it. Whether a requirement of the project can be read is no matter of either. Held against recorded
// builds.
import { admits, normalizeName, parseRequirement, type TomlTable } from '@/core/python';
import { type DocumentProblem, valueAt, valueOfPath } from '../project-document';
import type { FrontendRules, ReadToml, Refusal } from './frontend-rules';
import { RUNNING, readUvTables, SOURCE_KEYS } from './uv-tables';
import { saysInvalidType, saysNoName, saysPlace } from './uv-toml-words';

/** One after the other: the settings, the first reading, the backend’s folders, the second reading, the backend. */
const TURNS = { settings: 0, first: 1, folders: 2, second: 3, backend: 4 } as const;

/** Which faults of which keys end which reading. A path is the problem’s, as in `project.dynamic[0]`. */
const READ: readonly { readonly path: RegExp; readonly codes: readonly string[]; readonly turn: keyof typeof TURNS }[] =
  [
    { path: /^tool\.uv\.required-version$/, codes: ['required-version'], turn: 'settings' },
    { path: /^(?:build-system|project|tool|tool\.uv)$/, codes: ['wrong-type'], turn: 'first' },
    { path: /^build-system\.requires(?:\[|$)/, codes: ['missing-key', 'wrong-type', 'requirement'], turn: 'first' },
    { path: /^build-system\.build-backend$/, codes: ['wrong-type'], turn: 'first' },
    { path: /^build-system\.backend-path(?:\[|$)/, codes: ['wrong-type'], turn: 'first' },
    { path: /^project\.name$/, codes: ['missing-key', 'wrong-type', 'name'], turn: 'first' },
    { path: /^project\.version$/, codes: ['wrong-type', 'version'], turn: 'first' },
    { path: /^project\.dynamic(?:\[|$)/, codes: ['wrong-type'], turn: 'first' },
    { path: /^build-system\.backend-path\[/, codes: ['backend-path'], turn: 'folders' },
    { path: /^project\.version$/, codes: ['missing-key'], turn: 'second' },
    { path: /^project\.requires-python$/, codes: ['wrong-type', 'specifier'], turn: 'second' },
    { path: /^project\.dependencies(?:\[|$)/, codes: ['wrong-type'], turn: 'second' },
    {
      path: /^project\.optional-dependencies(?:\.|$)/,
      codes: ['wrong-type', 'extra', 'duplicate-extra'],
      turn: 'second',
    },
    { path: /^dependency-groups(?:\.|$)/, codes: ['wrong-type', 'bad-name', 'duplicate-names'], turn: 'second' },
    { path: /^tool\.uv\./, codes: ['wrong-type', 'source-key', 'source-places', 'missing-key'], turn: 'second' },
    { path: /^build-system\.build-backend$/, codes: ['backend'], turn: 'backend' },
  ];

export const UV_FRONTEND: FrontendRules = {
  saysNoToml: () => 'cause: Invalid `pyproject.toml`',
  judgeIn: (toml) => {
    const isDirect = buildsItself(toml.root);
    return (problem) => judge(problem, toml, isDirect);
  },
  // What is an error to the backend is the cause of one to the frontend.
  relays: (line, root) => (buildsItself(root) ? line.replace(/^error: /, 'cause: ') : line),
  readOwnTables: readUvTables,
};

/**
 * Whether uv builds in its own process: uv_build is the backend and the only requirement, in a range that this uv is in. Then it reads the
 * file only as a backend.
 */
function buildsItself(root: TomlTable): boolean {
  const backend = valueAt(root, ['build-system', 'build-backend']);
  const requires = valueAt(root, ['build-system', 'requires']);
  if (backend?.kind !== 'string' || backend.value !== 'uv_build' || requires?.kind !== 'array') return false;
  const [first, ...others] = requires.items;
  const requirement = first?.kind === 'string' && others.length === 0 ? parseRequirement(first.value).value : undefined;
  if (requirement?.normalizedName !== 'uv-build' || requirement.url !== undefined || RUNNING === undefined)
    return false;
  return admits(requirement.specifier, RUNNING);
}

function judge(problem: DocumentProblem, toml: ReadToml, isDirect: boolean): Refusal | undefined {
  const { path = '', code } = problem;
  const kind = code.slice(code.indexOf('/') + 1);
  const found = READ.find((reading) => reading.path.test(path) && reading.codes.includes(kind));
  if (found === undefined || (isDirect && found.turn !== 'settings')) return undefined;
  // One folder may stand there as a text.
  if (path === 'build-system.backend-path' && valueOfPath(toml.root, path)?.kind === 'string') return undefined;
  // Without [build-system] there are no requirements of the build to be placed in the project, and uv doesn’t ask for its version.
  if (path === 'project.version' && kind === 'missing-key' && !toml.root.entries.has('build-system')) return undefined;
  const stage = found.turn === 'backend' ? 'build' : 'parse';
  return { stage, turn: TURNS[found.turn], toolSays: saysOf(kind, path, toml) };
}

function saysOf(kind: string, path: string, { text, root }: ReadToml): string | undefined {
  const value = valueOfPath(root, path);
  const key = path.slice(path.indexOf('.', path.startsWith('project.') ? 'project.'.length : 0) + 1);
  const written = value?.kind === 'string' ? value.value : '';
  switch (kind) {
    case 'missing-key':
      return path === 'project.version'
        ? '`pyproject.toml` is using the `[project]` table, but the required `project.version` field is neither set nor present in the `project.dynamic` list'
        : `missing field \`${path.slice(path.lastIndexOf('.') + 1)}\``;
    case 'name':
      return saysNoName(written);
    case 'extra':
    case 'bad-name':
      return saysNoName(key);
    case 'duplicate-extra':
      return `duplicate normalized extra name \`${normalizeName(key)}\``;
    case 'duplicate-names':
      return `duplicate dependency group: \`${normalizeName(key)}\``;
    case 'backend-path':
      return `cause: \`backend-path\` entry \`${written}\` must be a relative path within the source tree`;
    case 'source-key':
      return `unknown field \`${path.slice(path.lastIndexOf('.') + 1)}\`, expected one of ${SOURCE_KEYS.map((one) => `\`${one}\``).join(', ')}`;
    case 'backend':
      return 'SyntaxError: invalid syntax';
    case 'required-version':
      return `error: Required uv version \`${written}\` does not match the running version \`0.13.9\`. Update \`uv\` by running \`uv self update\`.`;
    case 'wrong-type': {
      const wanted = WANTED.find((one) => one.path.test(path))?.kind;
      return value === undefined || wanted === undefined ? saysPlace(text, value) : saysInvalidType(value, wanted);
    }
    default:
      return saysPlace(text, value);
  }
}

/** What uv calls the kind of value that it wants, by the key’s path. */
const WANTED: readonly { readonly path: RegExp; readonly kind: string }[] = [
  { path: /^build-system\.requires$/, kind: 'a sequence' },
  { path: /^build-system\.requires\[/, kind: 'a string containing a PEP 508 requirement' },
  { path: /^build-system\.backend-path$/, kind: 'list of strings' },
  { path: /^project\.dependencies$|^project\.dynamic$/, kind: 'a sequence' },
  { path: /^project\.(?:name|version|requires-python)$|^build-system\.build-backend$/, kind: 'a string' },
  { path: /^(?:project\.dependencies|project\.dynamic|build-system\.backend-path)\[/, kind: 'a string' },
  { path: /^project\.optional-dependencies$/, kind: 'a map with unique keys' },
  { path: /^project\.optional-dependencies\..*\[\d+\]$/, kind: 'a string' },
  { path: /^project\.optional-dependencies\./, kind: 'a sequence' },
  { path: /^dependency-groups$/, kind: 'a table with unique dependency group names' },
  { path: /^dependency-groups\..*\[\d+\]$/, kind: 'a string or a map with the `include-group` key' },
  { path: /^dependency-groups\.[^[]*$/, kind: 'a sequence' },
  { path: /^tool$/, kind: 'struct Tool' },
  { path: /^tool\.uv$/, kind: 'struct ToolUv' },
  { path: /^tool\.uv\.(?:package|managed)$/, kind: 'a boolean' },
  { path: /^tool\.uv\.workspace\.(?:members|exclude)$/, kind: 'a sequence' },
];
