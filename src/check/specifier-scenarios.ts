/**
 * The check of content/scenarios/specifier: what packaging admitted of each specifier to try, and what the core makes of it now; and that
 * what an author wrote can be shown.
 */
import { z } from 'astro/zod';
import { readVersion } from '@/core/python';
import { intentTexts, judgeByPython, readPython, readVersionList } from '@/core/versioning';
import { type RecordedScenario, type SpecifierScenario, shipScenario } from '@/figures/specifier/scenario';
import { type ContentProblem, readYaml, type SourceFile } from './source';

const policy = z.enum(['if-needed', 'allow', 'refuse']);

const schema = z.strictObject({
  id: z.string(),
  title: z.string(),
  says: z.string(),
  project: z.string(),
  ours: z.boolean().optional(),
  base: z.string(),
  beside: z.boolean().optional(),
  wanted: z.array(z.string()).min(1).optional(),
  tries: z.array(z.strictObject({ specifier: z.string(), prereleases: policy.optional() })).min(1),
  recorded: z.string().optional(),
  source: z.string().optional(),
  versions: z.array(z.string()).min(1),
  yanked: z.array(z.string()),
  packaging: z.string(),
  expects: z.array(z.strictObject({ specifier: z.string(), prereleases: policy, admits: z.array(z.string()) })),
});

const RECORD = 'Record it again: npm run record:versions.';

export function checkSpecifierScenario(source: SourceFile): {
  readonly data: SpecifierScenario | undefined;
  readonly problems: readonly ContentProblem[];
} {
  const reading = readYaml(source, schema, 'content/scenarios/specifier/urllib3.json shows the form.');
  if ('problems' in reading) return { data: undefined, problems: reading.problems };
  const { name, value, problem } = reading.file;
  const problems: ContentProblem[] = [];
  if (value.id !== name)
    problems.push(problem(['id'], `The id "${value.id}" isn’t the file’s name.`, `Name it ${value.id}.json.`));
  if (value.ours !== true && value.recorded === undefined)
    problems.push(problem(['versions'], 'The list isn’t recorded.', RECORD));
  const base = readVersion(value.base);
  if (base === undefined || intentTexts('exactly', base) === undefined) {
    problems.push(
      problem(['base'], `The intents can’t be about ${value.base}.`, 'Write a version of three plain numbers.'),
    );
  }
  const { versions } = readVersionList(value.versions.join(' '));
  const texts = versions.map(({ text }) => text);
  if (texts.join() !== value.versions.join())
    problems.push(problem(['versions'], 'The versions aren’t in their order and normal form.', RECORD));
  const strangers = [...(value.wanted ?? []), ...value.yanked].filter((version) => !texts.includes(version));
  for (const stranger of strangers)
    problems.push(problem(['wanted'], `${stranger} isn’t in the list.`, 'Take it out.'));
  for (const [at, { specifier, prereleases }] of value.tries.entries()) {
    const { set } = readPython(specifier);
    const expected = value.expects[at];
    if (set === undefined) {
      problems.push(problem(['tries', at], `${specifier} is no specifier.`, 'Mend it.'));
      continue;
    }
    const verdicts = judgeByPython(set, versions, prereleases ?? 'if-needed');
    const admits = texts.filter((_, place) => verdicts[place]?.kind === 'admitted');
    const isSame = expected?.specifier === specifier && expected.admits.join() === admits.join();
    if (!isSame)
      problems.push(
        problem(
          ['expects', at],
          `The core admits ${admits.length} versions for ${specifier}, and that isn’t what is recorded.`,
          RECORD,
        ),
      );
  }
  return {
    data: problems.length === 0 ? shipScenario(JSON.parse(source.text) as RecordedScenario) : undefined,
    problems,
  };
}
