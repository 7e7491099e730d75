/** The check of misconceptions, and of the ids by which quiz items and exercises name what they catch. */
import { type Misconception, misconceptionSchema } from '@/components/quiz/schema';
import { type ContentProblem, readAll, type SourceFile, type Understood } from './source';

export type Misconceptions = readonly Understood<Misconception>[];

/** Reads all files; the problems that they have, each by itself or together, are added to the list. */
export function readMisconceptions(sources: readonly SourceFile[], problems: ContentProblem[]): Misconceptions {
  const files = readAll(sources, misconceptionSchema, 'content/misconceptions has examples of the form.', problems);
  const ids = new Set(files.map((file) => file.value.id));
  for (const { name, value, problem } of files) {
    if (value.id !== name) {
      problems.push(problem(['id'], `The id "${value.id}" isn’t the file’s name.`, `Name the file ${value.id}.yaml.`));
    }
    for (const alias of value.aliases) {
      if (!ids.has(alias)) continue;
      problems.push(
        problem(
          ['aliases'],
          `"${alias}" is a misconception of its own.`,
          'Leave it out of the aliases, or delete its file.',
        ),
      );
    }
  }
  return files;
}

/** What is wrong with the ids that an item says it catches; `problem` reports at its list. */
export function checkCatches(
  catches: readonly string[],
  misconceptions: Misconceptions,
  problem: Understood<unknown>['problem'],
): readonly ContentProblem[] {
  return catches.flatMap((id, i) => {
    if (misconceptions.some((file) => file.value.id === id)) return [];
    const renamed = misconceptions.find((file) => file.value.aliases.includes(id));
    return [
      renamed
        ? problem(['catches', i], `The misconception "${id}" was renamed.`, `Write ${renamed.value.id}.`)
        : problem(
            ['catches', i],
            `There is no misconception "${id}".`,
            `Add content/misconceptions/${id}.yaml, or mend the id.`,
          ),
    ];
  });
}
