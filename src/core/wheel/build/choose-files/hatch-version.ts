// Where hatchling 1.33 gets a version that is dynamic: `[tool.hatch.version]`, source “regex” (a file is searched for a line that sets
// `__version__` or `VERSION`). Its sources “code” and “env” run code or read the machine, and plugins are code of others.
import { decodeMetadata, type Project, parseMetadata, parseVersion, type TomlValue, type Version } from '@/core/python';
import type { BuildInput, Found } from '../backend-rules';
import { type BuildProblem, type BuildProblemDetails, buildError } from '../build-problem';
import { placeIn, placeOfKeys, valueAt } from '../project-document';
import { textOf } from '../project-files';
import { normalPath } from './hatch-paths';

/** What the search looks for, if no pattern is given. */
const VERSION_LINE = /^(?:__version__|VERSION) *= *(['"])v?(?<version>.+?)\1/im;

/** What a pattern of one’s own may be made of here: plain text, blanks, and one group that takes a line’s rest, a word or up to a quote. */
const SIMPLE_PATTERN =
  /^(\^?(?:[\w =:,'"-]|\\[.'"]|\\s\*| \*)*)\(\?P<version>(\.\+\??|\\S\+|\[\^['"\]]+\]\+)\)((?:[\w =:,'"-]|\\[.'"])*\$?)$/;

/** The search for a pattern of one’s own; `undefined` for one that could take long, or means something else in JavaScript. */
function searchFor(pattern: string): RegExp | undefined {
  const parts = pattern.length > 200 ? null : SIMPLE_PATTERN.exec(pattern);
  if (parts === null) return undefined;
  const [, before = '', inside = '', after = ''] = parts;
  return new RegExp(`${before}(?<version>${inside})${after}`, 'm');
}

/** The version, or why hatchling finds none. */
export function findHatchVersion({ files, document }: BuildInput, _project: Project): Found<Version> {
  // Unpacked from an sdist, the project has its version in PKG-INFO: what is dynamic was found when the sdist was built.
  const packed = files.get('PKG-INFO');
  const before = packed && parseMetadata(decodeMetadata(packed.bytes)).value?.version;
  if (before !== undefined) return { value: before, problems: [] };
  const keys = ['tool', 'hatch', 'version'];
  const table = valueAt(document.root, keys);
  const dynamicAt = placeOfKeys(document, ['project', 'dynamic']);
  if (table === undefined) {
    const message =
      'The version is dynamic, and nothing says where it stands: add [tool.hatch.version] with path = "src/…/__init__.py", or write version = "0.1.0" instead.';
    return refused('version-source', message, {
      at: dynamicAt,
      toolSays: 'ValueError: Missing `tool.hatch.version` configuration',
    });
  }
  if (table.kind !== 'table') {
    const toolSays = 'TypeError: Field `tool.hatch.version` must be a table';
    return refused('version-source', '[tool.hatch.version] is a table.', {
      at: placeIn(document.text, table.at),
      toolSays,
    });
  }
  const at = placeOfKeys(document, keys);
  const source = stringIn(table.entries.get('source')?.value) ?? 'regex';
  const pattern = table.entries.get('pattern')?.value;
  const search = pattern === undefined ? VERSION_LINE : searchFor(stringIn(pattern) ?? '');
  if (source !== 'regex' || search === undefined || table.entries.has('scheme')) {
    const what = source === 'regex' ? 'This way' : `The source “${source.slice(0, 40)}”`;
    return refused(
      'not-modelled',
      `${what} for the version isn’t modelled here: a file with a line __version__ = "…" is.`,
      { at },
    );
  }
  const path = stringIn(table.entries.get('path')?.value);
  const says = (kind: string, words: string) => `${kind}: Error getting the version from source \`regex\`: ${words}`;
  if (path === undefined || path === '') {
    const message = 'The file with the version isn’t named: add path = "src/…/__init__.py".';
    return refused('version-source', message, { at, toolSays: says('ValueError', 'option `path` must be specified') });
  }
  const pathAt = placeOfKeys(document, [...keys, 'path']);
  const file = files.get(normalPath(path));
  const text = file && textOf(file);
  if (file === undefined) {
    const message = `The version is to be read from ${path}, and the project has no such file.`;
    return refused('version-file', message, { at: pathAt, toolSays: says('OSError', `file does not exist: ${path}`) });
  }
  if (text === undefined) return refused('not-utf-8', `${path} isn’t UTF-8: save it as UTF-8.`, { at: pathAt });
  const line = search.exec(text);
  if (line === null) {
    const message = `In ${path} no line sets __version__ or VERSION to a text: write __version__ = "0.1.0" there.`;
    const words = `unable to parse the version from the file: ${path}`;
    return refused('version-file', message, { at: pathAt, toolSays: says('ValueError', words) });
  }
  const written = line.groups?.['version'] ?? '';
  const version = parseVersion(written);
  if (version.value !== undefined) return { value: version.value, problems: [] };
  const end = line.index + line[0].lastIndexOf(written) + written.length;
  const message = `${path} has a version that is none: ${version.problems[0]?.message ?? ''}`;
  return refused('version-file', message, {
    at: placeIn(text, { start: end - written.length, end }, file.path),
    toolSays: `ValueError: Invalid version \`${written}\` from source \`regex\`, see https://peps.python.org/pep-0440/`,
  });
}

function refused(code: string, message: string, details: BuildProblemDetails): Found<Version> {
  const problems: readonly BuildProblem[] = [buildError(code, message, details)];
  return { value: undefined, problems };
}

function stringIn(value: TomlValue | undefined): string | undefined {
  return value?.kind === 'string' ? value.value : undefined;
}
