/**
 * The check of the layer cache's scenarios: after a first build with each Dockerfile, the changes that a scenario names lead to the
 * steps, and to about the seconds and the image, that it expects; and the table of commands knows every one that its Dockerfiles run.
 */
import type { Facts } from '@/core/exercise';
import { factsOfImage } from '@/figures/layer-cache/image-facts';
import { outcomeNow, outcomesOf } from '@/figures/layer-cache/outcomes';
import { shipScenario } from '@/figures/layer-cache/read-scenario';
import { type LayerScenario, type LayerScene, openScene } from '@/figures/layer-cache/scenario';
import { type LayerFile, layerSchema } from '@/figures/layer-cache/schema';
import { firstState, update } from '@/figures/layer-cache/state';
import { stopOf } from '@/figures/layer-cache/walk';
import { type ContentProblem, readYaml, type SourceFile } from './source';

/** The scenario as a page is sent it, and what is wrong with the file. */
export function checkLayerScenario(source: SourceFile): {
  readonly data: LayerScenario | undefined;
  readonly problems: readonly ContentProblem[];
} {
  const form =
    'content/scenarios/layer-project/code-first.yaml shows the form, src/figures/layer-cache/schema.ts each key.';
  const reading = readYaml(source, layerSchema, form);
  if ('problems' in reading) return { data: undefined, problems: reading.problems };
  const { name, value, problem } = reading.file;
  const data = shipScenario(value);
  const scene = openScene(data);
  const wrongId = problem(['id'], `The id "${value.id}" isn’t the file’s name.`, `Name the file ${value.id}.yaml.`);
  const remedy = 'Mend what it expects, or the project.';
  return {
    data,
    problems: [
      ...(value.id === name ? [] : [wrongId]),
      ...value.dockerfiles.flatMap(({ id }, i) =>
        firstBuildFaults(scene, id).map((reason) => problem(['dockerfiles', i], reason, remedy)),
      ),
      ...value.expects.flatMap((expected, i) =>
        expectationFaults(scene, expected).map((reason) => problem(['expects', i], reason, remedy)),
      ),
    ],
  };
}

function firstBuildFaults(scene: LayerScene, id: string): readonly string[] {
  const state = update(scene, firstState(scene), { kind: 'arranged', id });
  const first = outcomesOf(scene, state.builds)[0];
  if (first?.outcome.kind === 'refused') return [`${id}: ${first.outcome.problem.builderMessage}`];
  const unknown = [
    ...new Set((first?.steps ?? []).flatMap(({ status }) => (status.kind === 'ran' ? status.report.unknown : []))),
  ];
  return unknown.map((command) => `${id}: nothing says what “${command}” does.`);
}

type Expected = LayerFile['expects'][number];

function expectationFaults(scene: LayerScene, expected: Expected): readonly string[] {
  const state = { ...firstState(scene), ...stopOf(scene, expected) };
  const outcome = outcomeNow(scene, state);
  const runs = outcome.steps.filter(({ status }) => status.kind === 'ran').map(({ line }) => line);
  const faults: string[] = [];
  const words = (lines: readonly number[]) =>
    lines.length === 0 ? 'no step' : `the steps of lines ${lines.join(', ')}`;
  if (runs.join() !== expected.runs.join())
    faults.push(`${words(runs)} run, and the scenario expects ${words(expected.runs)}.`);
  const hasFailed = outcome.outcome.kind !== 'built';
  if (hasFailed !== expected.fails) faults.push(hasFailed ? 'The build fails.' : 'The build doesn’t fail.');
  if (expected.seconds !== undefined && Math.abs(outcome.seconds - expected.seconds) > 0.5) {
    faults.push(`It takes ${outcome.seconds.toFixed(1)} seconds, and the scenario expects ${expected.seconds}.`);
  }
  return [...faults, ...imageFaults(factsOfImage(scene, state), expected)];
}

function imageFaults(facts: Facts, { buried, readable }: Expected): readonly string[] {
  const faults: string[] = [];
  const found = { buried: facts.get('buried'), readable: [facts.get('readable') ?? []].flat().join(', ') };
  if (buried !== undefined && found.buried !== buried)
    faults.push(`${found.buried} megabytes are buried, and the scenario expects ${buried}.`);
  if (readable !== undefined && found.readable !== readable.join(', '))
    faults.push(`Readable: ${found.readable || 'nothing'}; the scenario expects ${readable.join(', ') || 'nothing'}.`);
  return faults;
}
