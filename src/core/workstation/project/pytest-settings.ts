// How pytest is set up by a project: where it looks for tests, what it puts on the search path, how it imports. Follows the pytest
// documentation, “Configuration”, “Changing standard (Python) test discovery” and “pytest import mechanisms and sys.path/PYTHONPATH”.
import { parseToml, type TomlTable, type TomlValue } from '@/core/python';
import type { SourceTree } from '@/core/wheel';

export interface PytestSettings {
  /** `pythonpath`: folders below the project that come first on the search path. */
  readonly pythonPath: readonly string[];
  /** `testpaths`: where tests are looked for; everywhere if none is given. */
  readonly testPaths: readonly string[];
  readonly importMode: 'prepend' | 'append' | 'importlib';
}

const decoder = new TextDecoder();

/**
 * Reads `[tool.pytest.ini_options]` or `[tool.pytest]` of pyproject.toml; without them, pytest’s defaults.
 * @example pytestSettings([]).importMode // → 'prepend'
 */
export function pytestSettings(tree: SourceTree): PytestSettings {
  const file = tree.find(({ path }) => path === 'pyproject.toml');
  const text = file === undefined ? '' : typeof file.content === 'string' ? file.content : decoder.decode(file.content);
  const tool = tableAt(parseToml(text).value, ['tool', 'pytest']);
  const table = tableAt(tool, ['ini_options']) ?? tool;
  const options = words(valueAt(table, 'addopts'));
  const mode = options.join(' ').match(/--import-mode[= ](prepend|append|importlib)/)?.[1];
  return {
    pythonPath: words(valueAt(table, 'pythonpath')),
    testPaths: words(valueAt(table, 'testpaths')),
    importMode: mode === 'append' || mode === 'importlib' ? mode : 'prepend',
  };
}

function valueAt(table: TomlTable | undefined, key: string): TomlValue | undefined {
  return table?.entries.get(key)?.value;
}

function tableAt(table: TomlTable | undefined, keys: readonly string[]): TomlTable | undefined {
  let here = table;
  for (const key of keys) {
    const value = valueAt(here, key);
    here = value?.kind === 'table' ? value : undefined;
  }
  return here;
}

/** A list of texts, or one text with blanks between. */
function words(value: TomlValue | undefined): readonly string[] {
  if (value?.kind === 'string') return value.value.split(/\s+/).filter((word) => word !== '');
  if (value?.kind !== 'array') return [];
  return value.items.flatMap((item) => (item.kind === 'string' ? [item.value] : []));
}
