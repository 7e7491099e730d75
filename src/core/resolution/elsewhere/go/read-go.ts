// `[shipshape.go]`: what the main module's go.mod says, and the go.mod of every version of other modules, in go.mod's own notation.
import type { FieldItem, TomlFields, TomlString } from '@/core/python';
import { type ExpectedElsewhere, only, quoted, readExpectedElsewhere, tablesOf } from '../fields';
import type { GoModule, GoProblem, GoReplacement } from './go-problem';
import { goVersionProblem } from './go-version';

export const GO_KEYS = {
  go: ['module', 'require', 'exclude', 'replace', 'modules', 'expected'],
  goVersion: ['require'],
} as const;

/** A module's path: at least a domain, as Go asks for what is downloaded. */
const PATH = /^[a-z0-9-]+(\.[a-z0-9-]+)+(\/[A-Za-z0-9._~-]+)*$/;

export interface GoScenario {
  readonly problem: GoProblem;
  readonly expected: ExpectedElsewhere | undefined;
}

export function readGo(fields: TomlFields): GoScenario {
  only(fields, GO_KEYS.go);
  const modules = new Map<string, ReadonlyMap<string, readonly GoModule[]>>();
  for (const { entry, fields: versions } of tablesOf(fields.subtable('modules'))) {
    const path = entry.key;
    if (!PATH.test(path)) fields.problem('bad-module', `modules.${quoted(path)}`, entry.keyAt, pathMessage(path));
    const known = new Map<string, readonly GoModule[]>();
    for (const { entry: release, fields: inner } of tablesOf(versions)) {
      const problem = goVersionProblem(path, release.key);
      if (problem !== undefined) versions.problem('bad-version', inner.path, release.keyAt, problem);
      known.set(release.key, readRequire(only(inner, GO_KEYS.goVersion), 'require'));
    }
    modules.set(path, known);
  }
  return {
    problem: {
      module: fields.text('module') ?? 'example.com/app',
      require: readRequire(fields, 'require'),
      exclude: readRequire(fields, 'exclude'),
      replace: (fields.strings('replace') ?? []).flatMap((item) => readReplace(fields, item) ?? []),
      modules,
    },
    expected: readExpectedElsewhere(fields),
  };
}

function readRequire(fields: TomlFields, key: 'require' | 'exclude'): readonly GoModule[] {
  return (fields.strings(key) ?? []).flatMap((item) => readModule(fields, item, item.value.value) ?? []);
}

function readModule(fields: TomlFields, item: FieldItem<TomlString>, text: string): GoModule | undefined {
  const [path = '', version, ...more] = text.trim().split(/\s+/);
  const tell = (kind: string, message: string) => fields.problem(kind, item.path, item.value.at, message);
  if (version === undefined || more.length > 0) {
    tell(
      'bad-requirement',
      `“${text}” is no requirement of go.mod: write a path and a version, example.com/lib v1.2.0.`,
    );
    return undefined;
  }
  if (!PATH.test(path)) {
    tell('bad-module', pathMessage(path));
    return undefined;
  }
  const problem = goVersionProblem(path, version);
  if (problem === undefined) return { path, version };
  tell('bad-version', problem);
  return undefined;
}

function readReplace(fields: TomlFields, item: FieldItem<TomlString>): GoReplacement | undefined {
  const [left = '', right, ...more] = item.value.value.split('=>');
  const form = 'example.com/lib v1.2.0 => example.com/fork v1.2.1';
  if (right === undefined || more.length > 0 || /^\s*\.{0,2}\//.test(right)) {
    const message = `A replacement is written ${form}; one by a folder is not modelled here.`;
    fields.problem('bad-replacement', item.path, item.value.at, message);
    return undefined;
  }
  const by = readModule(fields, item, right);
  if (by === undefined) return undefined;
  if (!/\s/.test(left.trim())) return { path: left.trim(), version: undefined, by };
  const module = readModule(fields, item, left);
  return module && { ...module, by };
}

const pathMessage = (path: string): string =>
  `“${path}” is no path of a module: they begin with a domain, example.com/lib.`;
