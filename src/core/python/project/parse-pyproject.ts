// Reading `pyproject.toml` whole: the pyproject.toml specification. Every table is read, so there may be several problems,
// in the order of the tables: `[build-system]`, `[project]`, `[dependency-groups]`.
import type { Parsed } from '../problem';
import { type FieldProblem, parseToml, TomlFields, type TomlValue } from '../toml';
import { readBuildSystem } from './build-system';
import { type DependencyGroups, type GroupProblem, parseDependencyGroups } from './dependency-groups';
import { readProject } from './project-table';
import type { Pyproject } from './pyproject';
import { PyprojectFields, type PyprojectReport } from './pyproject-fields';
import { resolveDependencyGroup } from './resolve-group';
import { warnOfToolNames, warnOfUnknownTables } from './unread-tables';

/** What reading gives. Warnings are about what is read, but old, or probably meant otherwise. */
export interface ParsedPyproject extends Parsed<Pyproject, never> {
  readonly problems: readonly FieldProblem[];
  readonly warnings: readonly FieldProblem[];
  /**
   * What could be read in spite of problems: tools overlook some of them. It lacks what couldn’t be read, but an entry point that leads
   * to nothing is in it as it is written. `undefined` where `[build-system]` can’t be read.
   */
  readonly draft: Pyproject | undefined;
}

/**
 * Reads a project's file ("pyproject.toml specification").
 *
 * Problems: those of TOML; `pyproject/` with `wrong-type`, `missing-key`, `unknown-key`, `name`, `version`, `description`,
 * `readme`, `specifier`, `requirement`, `license`, `license-file`, `license-classifier`, `person`, `classifier`, `url-label`,
 * `entry-point`, `extra`, `duplicate-extra`, `import-name`, `dynamic`, `backend`, `backend-path`; and those of dependency groups.
 * Warnings: `pyproject/` with `license-table`, `license-classifier`, `version`, `keyword`, `url`, `url-label`,
 * `build-frontend`, `backend-not-required`, `backend`, `unknown-table`, `tool-name`, `entry-point`.
 *
 * @example parsePyproject('[project]\nname = "kit"\nlicense = {text = "MIT"}').problems.map((problem) => problem.path) // → ['project.version']
 */
export function parsePyproject(text: string): ParsedPyproject {
  const toml = parseToml(text);
  if (toml.value === undefined) {
    return {
      value: undefined,
      parts: [],
      problems: toml.problems.map((found) => ({ ...found, path: undefined })),
      warnings: [],
      draft: undefined,
    };
  }
  const report: PyprojectReport = { document: text, problems: [], warnings: [], sought: 0 };
  const keys = new TomlFields(toml.value, '', { area: 'pyproject', problems: report.problems });
  const draft = readPyproject(new PyprojectFields(keys, report));
  const { problems, warnings } = report;
  return { value: problems.length === 0 ? draft : undefined, parts: [], problems, warnings, draft };
}

function readPyproject(fields: PyprojectFields): Pyproject | undefined {
  const { keys } = fields;
  const buildSystem =
    keys.has('build-system') && keys.entry('build-system')?.value.kind !== 'table'
      ? refuseBuildSystem(fields)
      : readBuildSystem(fields.table('build-system'));
  const projectTable = fields.table('project');
  const project = projectTable && readProject(projectTable);
  const dependencyGroups = readGroups(fields);
  const tool = keys.subtable('tool')?.table;
  warnOfUnknownTables(fields);
  warnOfToolNames(fields, tool);
  return buildSystem && { buildSystem, project, dependencyGroups, tool };
}

/** The table is of another kind, which is a problem and not a missing table. */
function refuseBuildSystem(fields: PyprojectFields): undefined {
  fields.keys.subtable('build-system');
  return undefined;
}

function readGroups(fields: PyprojectFields): DependencyGroups | undefined {
  const entry = fields.keys.entry('dependency-groups');
  if (entry === undefined) return undefined;
  const groups = parseDependencyGroups(plain(entry.value));
  const resolved = [...groups.groups.values()].flatMap(({ name }) => {
    const answer = resolveDependencyGroup(groups, name);
    return answer.kind === 'resolved' ? [] : answer.problems;
  });
  const seen = new Set<string>();
  for (const found of [
    ...groups.problems,
    ...[...groups.groups.values()].flatMap(({ problems }) => problems),
    ...resolved,
  ]) {
    const key = JSON.stringify([found.code, found.path]);
    if (!seen.has(key)) addGroupProblem(fields, entry.value, found);
    seen.add(key);
  }
  return groups;
}

/** The value as plain lists, maps and texts; what is no text stands for itself, as something that has no place there. */
function plain(value: TomlValue): unknown {
  switch (value.kind) {
    case 'table':
      return new Map([...value.entries.values()].map((entry) => [entry.key, plain(entry.value)]));
    case 'array':
      return value.items.map(plain);
    case 'string':
      return value.value;
    default:
      return 0;
  }
}

/** A problem of the groups, at the place of its path. */
function addGroupProblem(fields: PyprojectFields, table: TomlValue, { code, path, at, message }: GroupProblem): void {
  let here = table;
  let place = table.at;
  let written = 'dependency-groups';
  for (const [depth, step] of path.entries()) {
    written += typeof step === 'number' ? `[${step}]` : `.${step}`;
    if (typeof step === 'number') {
      const item = here.kind === 'array' ? here.items[step] : undefined;
      if (item === undefined) break;
      here = item;
      place = item.at;
    } else {
      const entry = here.kind === 'table' ? here.entries.get(step) : undefined;
      if (entry === undefined) break;
      here = entry.value;
      // A problem of a group’s name is shown at the key.
      place = depth === path.length - 1 && here.kind === 'array' ? entry.keyAt : here.at;
    }
  }
  if (at !== undefined && here.kind === 'string') place = fields.within(here, at);
  fields.report.problems.push({ code, path: written, at: place, message });
}
