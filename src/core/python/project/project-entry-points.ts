// `scripts`, `gui-scripts` and `entry-points`: the pyproject.toml specification, "Entry points".
import { type EntryPoint, readEntryPoint } from '../metadata';
import type { FieldItem, TomlString } from '../toml';
import { adviseMisplaced } from './misplaced-key';
import type { PyprojectFields } from './pyproject-fields';

export function readEntryPointTables(fields: PyprojectFields): readonly EntryPoint[] {
  const scripts = fields.table('scripts');
  const guiScripts = fields.table('gui-scripts');
  const groups = fields.table('entry-points');
  return [
    ...(scripts ? readGroup(scripts, 'console_scripts') : []),
    ...(guiScripts ? readGroup(guiScripts, 'gui_scripts') : []),
    ...(groups ? readGroups(groups) : []),
  ];
}

/** Groups with a table of their own elsewhere. */
const OWN_TABLES: ReadonlyMap<string, string> = new Map([
  ['console_scripts', '[project.scripts]'],
  ['gui_scripts', '[project.gui-scripts]'],
]);

function readGroups(fields: PyprojectFields): readonly EntryPoint[] {
  const found: EntryPoint[] = [];
  for (const { key: group, keyAt, value } of fields.keys.table.entries.values()) {
    const path = fields.keys.pathOf(group);
    const own = OWN_TABLES.get(group);
    if (own !== undefined)
      fields.keys.problem('entry-point', path, keyAt, `Commands have a table of their own: write ${own} instead.`);
    else if (!/^[\p{L}\p{N}_]+(?:\.[\p{L}\p{N}_]+)*$/u.test(group)) {
      fields.keys.problem(
        'entry-point',
        path,
        keyAt,
        'A group is letters, digits and “_”, joined by dots, such as "pytest11" or "kit.plugins"; a dot needs quotes here.',
      );
    } else if (value.kind !== 'table') {
      fields.keys.wrongKind(value, path, `a table of names, such as [project.entry-points.${group}]`);
    } else {
      const table = fields.table(group);
      if (table !== undefined) found.push(...readGroup(table, group));
    }
  }
  return found;
}

function readGroup(fields: PyprojectFields, group: string): readonly EntryPoint[] {
  const found: EntryPoint[] = [];
  for (const { key: name, keyAt, value } of fields.keys.table.entries.values()) {
    const path = fields.keys.pathOf(name);
    if (value.kind === 'table') {
      fields.keys.problem(
        'entry-point',
        path,
        value.at,
        'A group of entry points has no tables in it: if the group’s name has a dot, put quotes around the name.',
      );
      continue;
    }
    if (value.kind !== 'string') {
      const misplaced = adviseMisplaced(fields, name);
      if (misplaced !== undefined) fields.keys.problem('wrong-type', path, keyAt, misplaced);
      else fields.keys.wrongKind(value, path, 'a string such as "kit.cli:main"');
      continue;
    }
    const read = readEntryPoint({ group, name, value: value.value });
    if (read.problem === undefined) {
      found.push(read.entryPoint);
      warnOfModule(fields, { value, path }, read.entryPoint);
    } else if (read.about === 'value') {
      const misplaced = adviseMisplaced(fields, name);
      if (misplaced !== undefined) fields.keys.problem('entry-point', path, keyAt, misplaced);
      else fields.refuse('entry-point', { value, path }, [read.problem]);
      found.push(asWritten(group, name, value.value));
    } else fields.keys.problem('entry-point', path, keyAt, read.problem.message);
  }
  return found;
}

/** Names of modules that are paths in disguise: dotted, and probably not what is installed. */
function warnOfModule(fields: PyprojectFields, item: FieldItem<TomlString>, { module, attribute }: EntryPoint): void {
  const meant = module.replace(/^src\./, '').replace(/\.py$/, '');
  if (meant === module || meant === '') return;
  const why = module.endsWith('.py')
    ? '“.py” is no part of a module’s name'
    : 'Packages lie in src/ and are installed without it';
  const object = attribute === undefined ? '' : `:${attribute}`;
  fields.warn('entry-point', item.path, item.value.at, `${why}: ${meant}${object} is meant, it seems.`);
}

/** An entry point that leads to nothing, as backends write it that don’t look at it. */
function asWritten(group: string, name: string, value: string): EntryPoint {
  const colon = value.indexOf(':');
  const module = colon === -1 ? value : value.slice(0, colon);
  return { group, name, module, attribute: colon === -1 ? undefined : value.slice(colon + 1), extras: [] };
}
