/**
 * The check of everything that authors write, all files together: `npm run content` shows it for the files named, the unit tests for
 * all. It takes texts and gives problems; reading the files is the caller's.
 */
import { z } from 'astro/zod';
import type { FigureName } from '@/figures/frame/model';
import { figures } from '@/figures/models';
import { isFidelityBuild, recordedBuilds } from './build-proofs';
import { checkElsewhereScenarios } from './elsewhere-scenarios';
import { checkExercises, type ExercisePlayer } from './exercises';
import { checkGlossary } from './glossary';
import { checkIds } from './ids';
import { type ContentKind, kindOf, places } from './kinds';
import { checkLayerCacheScenarios } from './layer-cache-scenarios';
import { checkLectures, missingLectures } from './lectures';
import { readMisconceptions } from './misconceptions';
import { checkQuiz } from './quiz';
import { checkResolverScenarios, openResolverScenarios, resolverAnswers, scenarioAnswers } from './resolver-scenarios';
import { checkScenarios, type OpenScenario } from './scenarios';
import { checkSessions } from './sessions';
import { baseName, type ContentProblem, readYaml, type SourceFile } from './source';
import { wheelFacts } from './wheel-proofs';
import { presetsFile } from './wheel-scenarios';

const courseFile = 'content/course.yaml';
const courseSchema = z.looseObject({ lectures: z.array(z.looseObject({ id: z.string(), state: z.string() })) });
const versionsSchema = z.looseObject({ tools: z.record(z.string(), z.unknown()) });

interface Recording {
  readonly steps: readonly {
    readonly command: string;
    readonly exit: number;
    readonly lines: readonly { readonly text: string }[];
  }[];
}

/** What a recording says, for claims that must occur in it. */
const recorded = ({ steps }: Recording): string =>
  steps
    .map((step) => [step.command, ...step.lines.map((line) => line.text), `exit status ${step.exit}`].join('\n'))
    .join('\n');

/** A figure's tests, and its scenarios, which state what they expect: by the figure's folder. */
function figureTests(files: readonly SourceFile[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { path, text } of files) {
    const [, tested, , shown] =
      /^src\/figures\/([^/]+)\/.*\.test\.tsx?$|^content\/(scenarios)\/([^/]+)\//.exec(path) ?? [];
    const figure = tested ?? shown;
    if (figure !== undefined) texts.set(figure, `${texts.get(figure) ?? ''}\n${text}`);
  }
  return texts;
}

/** What was opened of a scenario is asked for by every exercise on it. */
function opener(scenarios: readonly OpenScenario[]): (figure: string, id: string) => ExercisePlayer | undefined {
  const players = new Map<string, ExercisePlayer>();
  return (figure, id) => {
    const scenario = scenarios.find((one) => one.figure === figure && one.id === id);
    const known = players.get(`${figure} ${id}`);
    if (scenario === undefined || known !== undefined) return known;
    const player = figures[figure as FigureName]?.open(scenario.data);
    if (player !== undefined) players.set(`${figure} ${id}`, player);
    return player;
  };
}

/** Files in the folders of a kind that have none. */
function checkPlaces(files: readonly SourceFile[]): readonly ContentProblem[] {
  return files
    .filter(({ path }) => /^content\/(lectures|quiz|exercises|misconceptions|scenarios|glossary)\//.test(path))
    .filter(({ path }) => kindOf(path) === undefined && path !== presetsFile && path !== resolverAnswers)
    .filter(({ path }) => !path.endsWith('/README.md'))
    .map(({ path }) => ({
      file: path,
      line: 1,
      reason: 'Nothing reads a file with this name here.',
      remedy: `Files stand in ${places.map(({ where }) => where).join(', ')}.`,
    }));
}

/** The scenarios to try: those asked for with all that stand beside them, or every one as soon as an exercise is played on some. */
function scenariosToTry(
  scenarios: readonly SourceFile[],
  isAsked: (file: SourceFile) => boolean,
  playsExercises: boolean,
): readonly SourceFile[] {
  const folderOf = ({ path }: SourceFile) => path.replace(/[^/]*$/, '');
  const folders = new Set(scenarios.filter(isAsked).map(folderOf));
  return playsExercises ? scenarios : scenarios.filter((file) => folders.has(folderOf(file)));
}

/**
 * Takes the text files of content/, the tests of src/figures and the recorded fidelity builds, by their paths from the repository's root;
 * returns what is wrong, sorted by file and line. Where paths are asked for, it says what is wrong with those files alone: all are read,
 * because they name each other, but only the scenarios and exercises asked for are tried.
 */
export async function checkCourse(
  files: readonly SourceFile[],
  asked?: ReadonlySet<string>,
): Promise<readonly ContentProblem[]> {
  const isAsked = ({ path }: { readonly path: string }) => asked === undefined || asked.has(path);
  const problems: ContentProblem[] = [...checkPlaces(files)];
  const of = (kind: ContentKind) => files.filter(({ path }) => kindOf(path) === kind);
  const at = (path: string): SourceFile => files.find((file) => file.path === path) ?? { path, text: '' };
  const readAs = <T>(path: string, schema: z.ZodType<T>): T | undefined => {
    const reading = readYaml(at(path), schema, 'Its head says what it holds.');
    if ('file' in reading) return reading.file.value;
    problems.push(...reading.problems);
    return undefined;
  };
  const recordings = files
    .filter(({ path }) => /^content\/console\/[^/]+\.json$/.test(path))
    .map(({ path, text }) => [baseName(path), JSON.parse(text) as Recording] as const);
  const course = readAs(courseFile, courseSchema)?.lectures ?? [];
  const lectures = new Set(course.map(({ id }) => id));
  const misconceptions = readMisconceptions(of('misconception'), problems);
  const tried = scenariosToTry(of('scenario'), isAsked, of('exercise').some(isAsked));
  const scenarios = await checkScenarios(tried, at(presetsFile).text);
  problems.push(...scenarios.problems, ...checkResolverScenarios(of('resolver-scenario').filter(isAsked)));
  problems.push(...checkElsewhereScenarios(of('elsewhere-scenario').filter(isAsked)));
  problems.push(...checkLayerCacheScenarios(of('layer-cache-scenario').filter(isAsked)));

  const buildsOf = recordedBuilds([
    ...of('layer-cache-scenario'),
    ...files.filter(({ path }) => isFidelityBuild(path)),
  ]);
  const wheels = wheelFacts(
    of('scenario').filter(({ path }) => path.startsWith('content/scenarios/wheel/')),
    at(presetsFile).text,
  );
  const answers = scenarioAnswers([...of('resolver-scenario'), ...of('elsewhere-scenario')], at(resolverAnswers).text);
  const items = checkQuiz(
    of('quiz'),
    {
      misconceptions,
      lectures,
      consoleBlocks: new Map(recordings.map(([id, recording]) => [id, recorded(recording)])),
      figureTests: figureTests(files),
      answers,
      buildsOf,
      wheels,
    },
    problems,
  );
  const exercises = checkExercises(
    of('exercise'),
    {
      misconceptions,
      lectures,
      open: opener([...scenarios.scenarios, ...openResolverScenarios(of('resolver-scenario'))]),
      isPlayed: isAsked,
    },
    problems,
  );
  problems.push(...checkIds([...items, ...exercises]));

  const idsByLecture = (all: readonly { readonly id: string; readonly lecture: string }[]) =>
    new Map(course.map(({ id }) => [id, all.filter(({ lecture }) => lecture === id).map((one) => one.id)]));
  const context = {
    ready: course.filter(({ state }) => state === 'ready').map(({ id }) => id),
    items: idsByLecture(items),
    exercises: idsByLecture(exercises),
    steps: new Map(recordings.map(([id, { steps }]) => [id, steps.length])),
    terms: new Set(of('term').map(({ path }) => baseName(path))),
    diagrams: new Set(
      files.filter(({ path }) => /^content\/diagrams\/[^/]+\.mmd$/.test(path)).map(({ path }) => baseName(path)),
    ),
    scenarios: new Set(answers.keys()),
    buildsOf,
    wheels,
    tools: new Set(Object.keys(readAs('content/versions.json', versionsSchema)?.tools ?? {})),
  };
  problems.push(
    ...checkLectures(of('lecture'), context),
    ...missingLectures(of('lecture'), context, courseFile),
    ...checkGlossary(of('term')),
    ...checkSessions(of('session')),
  );
  return problems
    .filter(({ file }) => isAsked({ path: file }))
    .sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

export { kindOf } from './kinds';

/** What the command says of a file that it was given and that no check reads. */
export const unknownKind = (path: string): ContentProblem => ({
  file: path,
  line: 1,
  reason: 'This command doesn’t know this kind of file.',
  remedy: `It checks ${places.map(({ where }) => where).join(', ')}.`,
});
