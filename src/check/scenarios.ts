/**
 * The check of scenarios: each figure's folder has a reader of its own, which compares what the scenario expects with what the core
 * makes of it. It also opens them for the exercises that stand on them.
 */
import { z } from 'astro/zod';
import type { FigureName } from '@/figures/frame/model';
import { type InstallScenario, openScene } from '@/figures/install/scenario';
import { scenarioProblems } from '@/figures/lookup/check-scenario';
import { forCommands, forModules } from '@/figures/lookup/read-scenario';
import { scenarioSchema } from '@/figures/lookup/schema';
import { type RecordedScenario, shipScenario } from '@/figures/wheel/scenario';
import { checkBuilderScenario } from './builder-scenarios';
import { checkBumpScenario } from './bump-scenarios';
import { checkClinicScenario } from './clinic-scenarios';
import { checkInspectorScenarios } from './inspector-scenarios';
import { checkLayerScenario } from './layer-scenarios';
import { type ContentProblem, readYaml, type SourceFile } from './source';
import { checkSpecifierScenario } from './specifier-scenarios';
import { checkWheelScenario } from './wheel-scenarios';

/** What a scenario gives to a figure. */
export interface OpenScenario {
  readonly figure: FigureName;
  readonly id: string;
  readonly data: unknown;
}

interface Checked {
  readonly scenarios: readonly OpenScenario[];
  readonly problems: readonly ContentProblem[];
}

type Check = (source: SourceFile) => Checked;

const nothing: Checked = { scenarios: [], problems: [] };

const checkLookup: Check = (source) => {
  const form = 'content/scenarios/lookup/one-laptop.yaml shows the form, src/figures/lookup/schema.ts each key.';
  const reading = readYaml(source, scenarioSchema, form);
  if ('problems' in reading) return { ...nothing, problems: reading.problems };
  const { name, value, problem } = reading.file;
  const commands = forCommands(value);
  const modules = forModules(value);
  return {
    scenarios: [
      ...(commands ? [{ figure: 'command-lookup', id: name, data: commands } as const] : []),
      ...(modules ? [{ figure: 'module-lookup', id: name, data: modules } as const] : []),
    ],
    problems: [
      ...(value.id === name
        ? []
        : [problem(['id'], `The id "${value.id}" isn’t the file’s name.`, `Name the file ${value.id}.yaml.`)]),
      ...scenarioProblems(value).map(({ path, reason }) =>
        problem(path, reason, 'Mend what it expects, or the machine.'),
      ),
    ],
  };
};

/** Written by scripts/trim-index.ts: what matters here is that the walk comes to its end on every machine. */
const checkInstall: Check = (source) => {
  const remedy = 'Write it again: node scripts/trim-index.ts';
  const reading = readYaml(source, z.looseObject({ wanted: z.string(), first: z.string() }), remedy);
  if ('problems' in reading) return { ...nothing, problems: reading.problems };
  const { name, problem } = reading.file;
  const data = JSON.parse(source.text) as InstallScenario;
  try {
    const scene = openScene(data);
    const stopped = data.machines.filter((machine) => scene.runOn(machine).steps.at(-1)?.kind !== 'done');
    return {
      scenarios: [{ figure: 'install-steps', id: name, data }],
      problems: stopped.map(({ id }) =>
        problem(['machines'], `On ${id} the installation doesn’t come to its end.`, remedy),
      ),
    };
  } catch (error) {
    return { ...nothing, problems: [problem([], error instanceof Error ? error.message : String(error), remedy)] };
  }
};

function checkWheel(source: SourceFile, presets: string): Checked {
  const problems = checkWheelScenario(source, presets);
  if (problems.length > 0) return { scenarios: [], problems };
  const scenario = JSON.parse(source.text) as RecordedScenario;
  return { scenarios: [{ figure: 'wheel-decoder', id: scenario.id, data: shipScenario(scenario) }], problems };
}

const checkSpecifier: Check = (source) => {
  const { data, problems } = checkSpecifierScenario(source);
  return { scenarios: data === undefined ? [] : [{ figure: 'specifier-explorer', id: data.id, data }], problems };
};

const checkBump: Check = (source) => {
  const { data, problems } = checkBumpScenario(source);
  return { scenarios: data === undefined ? [] : [{ figure: 'bump-adviser', id: data.id, data }], problems };
};

const checkBuilder: Check = (source) => {
  const { data, problems } = checkBuilderScenario(source);
  return { scenarios: data === undefined ? [] : [{ figure: 'package-builder', id: data.id, data }], problems };
};

const checkClinic: Check = (source) => {
  const { data, problems } = checkClinicScenario(source);
  return { scenarios: data === undefined ? [] : [{ figure: 'manifest-clinic', id: data.id, data }], problems };
};

const checkLayers: Check = (source) => {
  const { data, problems } = checkLayerScenario(source);
  return { scenarios: data === undefined ? [] : [{ figure: 'layer-cache', id: data.id, data }], problems };
};

/**
 * Takes the files of content/scenarios, returns what each gives to figures, and what is wrong.
 * @param presets the text of content/scenarios/machines/presets.json
 */
export async function checkScenarios(sources: readonly SourceFile[], presets: string): Promise<Checked> {
  /** The check of each folder. */
  const checks: Readonly<Record<string, Check>> = {
    lookup: checkLookup,
    install: checkInstall,
    wheel: (source) => checkWheel(source, presets),
    specifier: checkSpecifier,
    bump: checkBump,
    builder: checkBuilder,
    clinic: checkClinic,
    'layer-project': checkLayers,
  };
  const isInspected = ({ path }: SourceFile) => path.startsWith('content/scenarios/inspector/');
  const inspected = await checkInspectorScenarios(sources.filter(isInspected));
  const others = sources
    .filter((source) => !isInspected(source))
    .map((source): Checked => {
      const folder = /scenarios\/([^/]+)\//.exec(source.path)?.[1] ?? '';
      const check = checks[folder];
      if (check !== undefined) return check(source);
      const reason = `No figure’s scenarios stand in content/scenarios/${folder}.`;
      const remedy = `Put it into one of ${[...Object.keys(checks), 'inspector'].join(', ')}, or add the folder’s check to src/check/scenarios.ts.`;
      return { ...nothing, problems: [{ file: source.path, line: 1, reason, remedy }] };
    });
  const all = [inspected, ...others];
  return {
    scenarios: all.flatMap(({ scenarios }) => scenarios),
    problems: all.flatMap(({ problems }) => problems),
  };
}
