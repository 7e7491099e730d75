/**
 * What an author may write in content/scenarios/lookup/*.yaml: a machine, a shell, what can be tried on them, and what
 * must come out. Used at build and in tests only; a browser gets the scenario as it was read.
 */
import { z } from 'astro/zod';

const path = z.string().regex(/^\/$|^(\/[^/]+)+$/, 'A path starts at the root and has no slash at its end.');
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'An id is lower-case words with hyphens between them.');
const paths = z.array(path).default([]);
const texts = z.record(z.string(), z.string()).default({});

const interpreter = z.strictObject({
  version: z.string().regex(/^\d+\.\d+$/, 'A feature version such as "3.13", in quotes.'),
  prefix: path,
  siteFolders: z.array(z.string()).min(1),
  builtinModules: z.array(z.string()),
  frozenModules: z.array(z.string()),
  loadedAtStart: z.array(z.string()),
});

const activateScript = z.strictObject({
  writtenBy: z.enum(['venv', 'uv']),
  environment: path,
  prompt: z.string(),
});

const machine = z.strictObject({
  executables: paths,
  files: paths,
  folders: paths,
  links: z.record(path, z.string().min(1)).default({}),
  texts: z.record(path, z.string()).default({}),
  interpreters: z.record(path, interpreter).default({}),
  activateScripts: z.record(path, activateScript).default({}),
});

const shell = z.strictObject({
  folder: path,
  exported: texts,
  variables: texts,
  aliases: texts,
  functions: texts,
  hashTable: texts,
});

/** How the list of examples has it: a title, and a sentence on what it shows. */
const title = z.string().min(1);
const says = z.string().regex(/\.$/, 'A sentence with its full stop.');

/** What the figure asks the reader to do, in one line; code stands between backticks. */
const task = z
  .string()
  .regex(/^([^`]|`[^`]+`)+[.?]$/, 'A line that ends in a full stop or a question mark, its backticks in pairs.');

/** Where a word or a module is found, or how it isn't: the words of scenarios.test.ts. */
const finds = z.record(z.string(), z.string());

const commands = z
  .strictObject({
    title,
    says,
    task,
    words: z.array(z.string().min(1)).min(2),
    environments: z.array(z.strictObject({ id, label: z.string(), folder: path.optional() })).min(1),
    first: z.strictObject({ word: z.string(), environment: id }),
    expects: z.array(z.strictObject({ activated: id, finds })).min(1),
  })
  .refine(({ words, first }) => words.includes(first.word), 'The first word must be one of `words`.')
  .refine(
    ({ environments, first, expects }) =>
      [first.environment, ...expects.map((each) => each.activated)].every((used) =>
        environments.some((environment) => environment.id === used),
      ),
    'An environment is used that `environments` doesn’t list.',
  );

const run = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('script'), path }),
  z.strictObject({ kind: z.literal('command') }),
  /** -m, with the module that is looked for. */
  z.strictObject({ kind: z.literal('module') }),
]);
const option = z.enum(['-P', '-I', '-E', '-s', '-S']);

const modules = z
  .strictObject({
    title,
    says,
    task,
    names: z.array(z.string().min(1)).min(2),
    starts: z.array(z.strictObject({ id, label: z.string(), run })).min(1),
    folders: z.array(path).min(1),
    interpreters: z.array(z.strictObject({ id, label: z.string(), path })).min(1),
    options: z.array(option),
    pythonPath: z.string(),
    first: z.strictObject({
      name: z.string(),
      start: id,
      folder: path,
      interpreter: id,
      options: z.array(option),
      pythonPath: z.boolean(),
    }),
    expects: z
      .array(
        z.strictObject({
          /** What is left out is as at first. */
          how: z.strictObject({
            start: id.optional(),
            folder: path.optional(),
            interpreter: id.optional(),
            options: z.array(option).optional(),
            pythonPath: z.boolean().optional(),
          }),
          finds,
        }),
      )
      .min(1),
  })
  .refine(({ names, first }) => names.includes(first.name), 'The first module must be one of `names`.')
  .refine(({ folders, first }) => folders.includes(first.folder), 'The first folder must be one of `folders`.')
  .refine(
    ({ starts, interpreters, first, expects }) =>
      [first, ...expects.map(({ how }) => how)].every(
        (how) =>
          (how.start === undefined || starts.some((start) => start.id === how.start)) &&
          (how.interpreter === undefined || interpreters.some((each) => each.id === how.interpreter)),
      ),
    'A start or an interpreter is used that isn’t listed.',
  );

export const scenarioSchema = z
  .strictObject({
    id,
    machine,
    shell,
    /** For the figure that looks up commands, the one that looks up modules, or both. */
    commands: commands.optional(),
    modules: modules.optional(),
  })
  .refine((given) => given.commands ?? given.modules, 'It must have `commands` or `modules`, or both.');

export type Scenario = z.infer<typeof scenarioSchema>;
/** What the command figure needs. */
export type CommandScenario = Pick<Scenario, 'machine' | 'shell'> & {
  readonly commands: Omit<NonNullable<Scenario['commands']>, 'expects' | 'title' | 'says'>;
};
/** What the module figure needs. */
export type ModuleScenario = Pick<Scenario, 'machine' | 'shell'> & {
  readonly modules: Omit<NonNullable<Scenario['modules']>, 'expects' | 'title' | 'says'>;
};
