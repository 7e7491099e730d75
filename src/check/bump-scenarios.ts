/** The check of the bump adviser's scenarios: each set of changes leads to the versions that the scenario expects, and to those who get them. */
import { formatVersion } from '@/core/python';
import { advise, formatAsker, readSchemeVersion, receiptsOf } from '@/core/versioning';
import { shipScenario } from '@/figures/bump/read-scenario';
import {
  type BumpScenario,
  type BumpScene,
  type Expectation,
  openScene,
  scenarioProblems,
} from '@/figures/bump/scenario';
import { bumpSchema } from '@/figures/bump/schema';
import { type ContentProblem, readYaml, type SourceFile } from './source';

const FORM = 'content/scenarios/bump/greeting.yaml shows the form, src/figures/bump/schema.ts each key.';

export function checkBumpScenario(source: SourceFile): {
  readonly data: BumpScenario | undefined;
  readonly problems: readonly ContentProblem[];
} {
  const reading = readYaml(source, bumpSchema, FORM);
  if ('problems' in reading) return { data: undefined, problems: reading.problems };
  const { name, value, problem } = reading.file;
  const data = shipScenario(value);
  const faults = scenarioProblems(data).map(({ path, reason }) => problem(path, reason, 'Mend it.'));
  if (value.id !== name) {
    faults.push(problem(['id'], `The id "${value.id}" isn’t the file’s name.`, `Name the file ${value.id}.yaml.`));
  }
  if (faults.length > 0) return { data: undefined, problems: faults };
  const scene = openScene(data);
  const problems = value.expects.flatMap((expected, at) =>
    differences(scene, expected).map((reason) => problem(['expects', at], reason, 'Mend what it expects.')),
  );
  return { data, problems };
}

function differences({ scenario, current, before, year }: BumpScene, expected: Expectation): readonly string[] {
  const missing = [...expected.changes, ...Object.keys(expected.answers)].filter((id) => {
    return !scenario.changes.some((change) => change.id === id);
  });
  if (missing.length > 0) return missing.map((id) => `There is no change "${id}".`);
  const { ways } = advise({
    scheme: scenario.scheme,
    current,
    year: expected.year ?? year,
    form: expected.form,
    changes: scenario.changes
      .filter(({ id }) => expected.changes.includes(id))
      .map(({ id, kind }) => ({ id, kind, answer: expected.answers[id] })),
  });
  const next = ways.flatMap((way) => (way.next === undefined ? [] : [formatVersion(way.next.version)]));
  const wrongNext =
    next.join(', ') === expected.next.join(', ') ? [] : [`Next comes ${next.join(' or ') || 'nothing'}.`];
  const only = next.length === 1 ? readSchemeVersion(scenario.scheme, next[0] ?? '') : undefined;
  if (expected.gets === undefined || only === undefined) return wrongNext;
  const gets = receiptsOf(scenario.askers, [...before, current], only)
    .filter(({ kind }) => kind === 'gets')
    .map(({ asker }) => formatAsker(asker));
  if (gets.join('; ') === expected.gets.join('; ')) return wrongNext;
  return [...wrongNext, `It is got by: ${gets.join('; ') || 'nobody'}.`];
}
