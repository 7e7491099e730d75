// `import-names` and `import-namespaces`: what the project lets others import (PEP 794).
import type { ImportName } from '../metadata';
import { readImportName } from '../metadata/import-name';
import type { FieldItem, TomlString } from '../toml';
import type { PyprojectFields } from './pyproject-fields';

export interface ProjectImports {
  readonly importNames: readonly ImportName[] | undefined;
  readonly importNamespaces: readonly ImportName[] | undefined;
}

interface Named {
  readonly item: FieldItem<TomlString>;
  readonly importName: ImportName;
}

export function readImports(fields: PyprojectFields): ProjectImports {
  const names = readNames(fields, 'import-names');
  const namespaces = readNames(fields, 'import-namespaces');
  const all = new Map<string, Named>();
  for (const named of [...(names ?? []), ...(namespaces ?? [])]) {
    const { name } = named.importName;
    if (all.has(name))
      refuse(fields, named, `“${name}” is listed already: each name stands once, in one of the two lists.`);
    all.set(name, named);
  }
  for (const named of all.values()) {
    const parent = missingParent(named.importName.name, all);
    if (parent === undefined) continue;
    refuse(
      fields,
      named,
      `“${parent}” is missing, in which this is: list it in import-namespaces, or in import-names if it is yours alone.`,
    );
  }
  return {
    importNames: names?.map(({ importName }) => importName),
    importNamespaces: namespaces?.map(({ importName }) => importName),
  };
}

function refuse(fields: PyprojectFields, { item }: Named, message: string): void {
  fields.keys.problem('import-name', item.path, item.value.at, message);
}

function readNames(fields: PyprojectFields, key: 'import-names' | 'import-namespaces'): readonly Named[] | undefined {
  return fields.keys.strings(key)?.flatMap((item) => {
    const read = readImportName(item.value.value);
    if (read.problem === undefined) return [{ item, importName: read.importName }];
    fields.refuse('import-name', item, [read.problem]);
    return [];
  });
}

/** How deep a module may lie. Protects from names that are nothing but dots. */
const MAX_PARENTS = 100;

function missingParent(name: string, all: ReadonlyMap<string, Named>): string | undefined {
  const parts = name.split('.', MAX_PARENTS);
  for (let end = 1; end < parts.length; end++) {
    const parent = parts.slice(0, end).join('.');
    if (!all.has(parent)) return parent;
  }
  return undefined;
}
