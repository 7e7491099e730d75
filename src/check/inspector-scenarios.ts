/**
 * The check of the inspector's files: each opens, stands beside files that exist, and its first state has the facts that it expects. They
 * are opened together, because they are compared with each other.
 */
import { z } from 'astro/zod';
import type { Fact, Json } from '@/core/exercise';
import { makeScenarios, type RecordedFile } from '@/figures/inspector/make-scenario';
import { model } from '@/figures/inspector/model';
import type { OpenScenario } from './scenarios';
import { type ContentProblem, readYaml, type SourceFile } from './source';

const fact = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
const schema = z.strictObject({
  id: z.string(),
  title: z.string().min(1),
  says: z.string().min(1),
  beside: z.array(z.string()).min(1).optional(),
  expects: z.record(z.string(), fact).refine((facts) => Object.keys(facts).length > 0),
  file: z.string(),
  made: z.array(z.string()),
  base64: z.string(),
});

interface CheckedFiles {
  readonly scenarios: readonly OpenScenario[];
  readonly problems: readonly ContentProblem[];
}

export async function checkInspectorScenarios(sources: readonly SourceFile[]): Promise<CheckedFiles> {
  const problems: ContentProblem[] = [];
  const files: RecordedFile[] = [];
  const problemOf = new Map<string, (path: (string | number)[], reason: string, remedy: string) => ContentProblem>();
  for (const source of sources) {
    const reading = readYaml(source, schema, 'content/scenarios/inspector/greeting.json shows the form.');
    if ('problems' in reading) {
      problems.push(...reading.problems);
      continue;
    }
    const { name, value, problem } = reading.file;
    if (value.id !== name) {
      problems.push(problem(['id'], `The id "${value.id}" isn’t the file’s name.`, `Name the file ${value.id}.json.`));
    }
    problemOf.set(value.id, problem);
    files.push(JSON.parse(source.text) as RecordedFile);
  }
  for (const { id, beside = [] } of files) {
    const lost = beside.filter((other) => !files.some((file) => file.id === other));
    const tell = problemOf.get(id);
    for (const other of lost) {
      if (tell)
        problems.push(tell(['beside'], `There is no file "${other}".`, 'Name one of content/scenarios/inspector.'));
    }
  }
  if (problems.length > 0) return { scenarios: [], problems };
  const made = await makeScenarios(files);
  const scenarios = files.flatMap(({ id, expects }): readonly OpenScenario[] => {
    const data = made.get(id);
    if (data === undefined) return [];
    const scene = model.open(data);
    const facts = model.facts(scene, model.first(scene));
    for (const [name, expected] of Object.entries(expects)) {
      const found = facts.get(name);
      const tell = problemOf.get(id);
      if (isSame(found, expected) || tell === undefined) continue;
      const reason = `${name} is ${JSON.stringify(found)}, and the scenario expects ${JSON.stringify(expected)}.`;
      problems.push(tell(['expects', name], reason, 'Mend what it expects, or record the file again.'));
    }
    return [{ figure: 'wheel-inspector', id, data }];
  });
  return { scenarios, problems };
}

function isSame(found: Fact | undefined, expected: Json): boolean {
  return JSON.stringify(found) === JSON.stringify(expected);
}
