// Reading a scenario file into the problem that every strategy works on (docs/resolver-scenarios.md). What doesn't fit is told
// at its place; nothing is passed over in silence. The tables of other ecosystems are read by a reader that is handed in, so that
// who has none of them needs none of its code.
import {
  type FieldProblem,
  type FieldReport,
  type Parsed,
  parseToml,
  type TomlFields,
  type TomlTable,
} from '@/core/python';
import type { ElsewhereScenarios } from '../elsewhere';
import type { ResolutionProblem } from '../problem';
import { readExpected } from './read-expected';
import { readBounds, readPolicy, readPythons, readTarget, readUploadDates, usualRange } from './read-options';
import { readPackages, USUAL_PYTHON } from './read-packages';
import type { Ecosystem, Scenario } from './scenario';
import { ScenarioFields } from './scenario-fields';

const ECOSYSTEMS = ['python', 'npm', 'cargo', 'go'] as const satisfies readonly Ecosystem[];

/** What reading gives: the problems with the paths of their keys. */
export interface ParsedScenario extends Parsed<Scenario, never> {
  readonly problems: readonly FieldProblem[];
  /** The document with its places, where it is TOML: for those who change it. */
  readonly file: TomlTable | undefined;
  /** Whether tables of other ecosystems were left unread. */
  readonly isPartial: boolean;
}

/** Reads the tables under `[shipshape]` that are other ecosystems'. */
export type ElsewhereReader = (shipshape: TomlFields | undefined) => ElsewhereScenarios;

const NOTHING_ELSEWHERE: ElsewhereScenarios = { npm: undefined, cargo: undefined, go: undefined };

/**
 * Reads a scenario file (docs/resolver-scenarios.md) as `parseScenario` does, with a reader of the other ecosystems' tables or
 * without one: then these are left unread, which is told. Who has read the text as TOML already hands that in.
 */
export function parseScenarioWith(
  text: string,
  elsewhere: ElsewhereReader | undefined,
  toml: Parsed<TomlTable, never> = parseToml(text),
): ParsedScenario {
  if (toml.value === undefined) {
    const problems = toml.problems.map((problem) => ({ ...problem, path: undefined }));
    return { value: undefined, parts: [], problems, file: undefined, isPartial: false };
  }
  const report: FieldReport = { area: 'scenario', problems: [] };
  const file = new ScenarioFields(toml.value, '', text, report).only('file');
  const scenario = readScenario(file, elsewhere);
  const { problems } = report;
  const shipshape = toml.value.entries.get('shipshape')?.value;
  const isThere = shipshape?.kind === 'table' && ['npm', 'cargo', 'go'].some((key) => shipshape.entries.has(key));
  return {
    value: problems.length === 0 ? scenario : undefined,
    parts: [],
    problems,
    file: toml.value,
    isPartial: isThere && elsewhere === undefined,
  };
}

function readScenario(file: ScenarioFields, elsewhere: ElsewhereReader = () => NOTHING_ELSEWHERE): Scenario {
  const shipshape = file.inner('shipshape', 'shipshape');
  const ecosystem = shipshape?.word('ecosystem', ECOSYSTEMS, 'python') ?? 'python';
  // What stands where is the ecosystem's: the root and the index of Python, or its own table.
  if (ecosystem === 'python' && !file.keys.has('root')) file.keys.missing('root', 'root.requires = ["a>=1"]');
  if (ecosystem !== 'python' && !shipshape?.keys.has(ecosystem)) {
    shipshape?.keys.missing(ecosystem, `[shipshape.${ecosystem}]`);
  }
  return {
    name: file.keys.text('name'),
    description: file.keys.text('description'),
    ecosystem,
    problem: readProblem(file, shipshape),
    elsewhere: elsewhere(shipshape?.keys),
    expected: readExpected(file, shipshape),
    bounds: readBounds(shipshape),
  };
}

function readProblem(file: ScenarioFields, shipshape: ScenarioFields | undefined): ResolutionProblem {
  const root = file.inner('root', 'root');
  const options = file.inner('resolver_options', 'resolverOptions');
  const pythons = readPythons(file.inner('environment', 'environment'), options);
  const target = readTarget(options, shipshape, pythons);
  const requiresPython = root?.specifier('requires_python', USUAL_PYTHON);
  const index = readPackages(file, readUploadDates(shipshape));
  const isOpen = target.kind === 'universal' && requiresPython === undefined;
  return {
    requirements: root?.requirements('requires') ?? [],
    requiresPython: isOpen ? usualRange(pythons.buildPython ?? pythons.python) : requiresPython,
    python: pythons.python,
    ...(pythons.buildPython === undefined ? {} : { buildPython: pythons.buildPython }),
    index,
    target,
    policy: readPolicy(options, shipshape),
  };
}
