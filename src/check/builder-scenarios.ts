/** The check of the package builder's scenarios: after what is done in it, the facts are what the scenario expects. */
import { brokenPromises } from '@/figures/builder/promised';
import { shipScenario } from '@/figures/builder/read-scenario';
import type { BuilderScenario } from '@/figures/builder/scenario';
import { builderSchema } from '@/figures/builder/schema';
import { type ContentProblem, readYaml, type SourceFile } from './source';

/** The scenario as a page is sent it, and what is wrong with the file. */
export function checkBuilderScenario(source: SourceFile): {
  readonly data: BuilderScenario | undefined;
  readonly problems: readonly ContentProblem[];
} {
  const form = 'content/scenarios/builder/greeting.yaml shows the form, src/figures/builder/schema.ts each key.';
  const reading = readYaml(source, builderSchema, form);
  if ('problems' in reading) return { data: undefined, problems: reading.problems };
  const { name, value, problem } = reading.file;
  const data = shipScenario(value);
  const wrongId = problem(['id'], `The id "${value.id}" isn’t the file’s name.`, `Name the file ${value.id}.yaml.`);
  const remedy = 'Mend what it expects, or the project.';
  return {
    data,
    problems: [
      ...(value.id === name ? [] : [wrongId]),
      ...value.expects.flatMap((expected, at) =>
        brokenPromises(data, expected).map((reason) => problem(['expects', at], reason, remedy)),
      ),
    ],
  };
}
