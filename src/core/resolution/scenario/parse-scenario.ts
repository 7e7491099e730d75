// Reading a scenario file into the problem that every strategy works on (docs/resolver-scenarios.md). What doesn't fit is told
// at its place; nothing is passed over in silence.
import { type FieldProblem, type FieldReport, type Parsed, parseToml, type TomlTable } from '@/core/python';
import { readElsewhere } from '../elsewhere';
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
}

/**
 * Reads a scenario file: TOML in packse's schema, with keys of ours under `[shipshape]` (docs/resolver-scenarios.md).
 *
 * Problems: those of TOML, and `scenario/` with `missing-key`, `unknown-key`, `wrong-type`, `unknown-word`,
 * `unknown-platform`, `bad-requirement`, `bad-specifier`, `bad-version`, `bad-marker`, `bad-name`, `bad-date`, `bad-pin`,
 * `bad-python`, `bad-wheel-tag`, `duplicate-name`, `duplicate-version`, `direct-url`, `too-large`;
 * in the tables of other ecosystems also `bad-module`, `bad-range`, `bad-replacement`, `bad-tag`.
 *
 * @example parseScenario('[root]\nrequires = ["a >= "]').problems.map((problem) => problem.path) // → ['root.requires[0]']
 */
export function parseScenario(text: string): ParsedScenario {
  const toml = parseToml(text);
  if (toml.value === undefined) {
    const problems = toml.problems.map((problem) => ({ ...problem, path: undefined }));
    return { value: undefined, parts: [], problems, file: undefined };
  }
  const report: FieldReport = { area: 'scenario', problems: [] };
  const file = new ScenarioFields(toml.value, '', text, report).only('file');
  const scenario = readScenario(file);
  const { problems } = report;
  return { value: problems.length === 0 ? scenario : undefined, parts: [], problems, file: toml.value };
}

function readScenario(file: ScenarioFields): Scenario {
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
    elsewhere: readElsewhere(shipshape?.keys),
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
