/**
 * The check of lectures: objectives that are checked; items, exercises, console blocks, terms and drawings that exist; headings
 * with an id; and the measure of a lecture (2,000 to 4,000 words, 12 to 20 quiz items, three drawings).
 */
import type { WheelFacts } from '@/components/wheels/claim';
import { type BuildsOf, checkBuildProofs } from './build-proofs';
import { lectureHeadSchema, type Page, readPages } from './heads';
import type { ContentProblem, SourceFile } from './source';
import { checkVersionProofs } from './version-proofs';
import { checkWheelProofs } from './wheel-proofs';

/** What a lecture may refer to. */
export interface LectureContext {
  /** The lectures of content/course.yaml that are said to be ready. */
  readonly ready: readonly string[];
  /** The ids of each lecture's quiz items. */
  readonly items: ReadonlyMap<string, readonly string[]>;
  /** The ids of each lecture's exercises. */
  readonly exercises: ReadonlyMap<string, readonly string[]>;
  /** How many steps each console block has. */
  readonly steps: ReadonlyMap<string, number>;
  readonly terms: ReadonlySet<string>;
  readonly diagrams: ReadonlySet<string>;
  /** The resolver's scenarios. */
  readonly scenarios: ReadonlySet<string>;
  /** Recorded builds of Dockerfiles. */
  readonly buildsOf: BuildsOf;
  /** What pip took on each machine, and the machines whose tags are known. */
  readonly wheels: WheelFacts;
  /** The tools of content/versions.json. */
  readonly tools: ReadonlySet<string>;
}

type Lecture = Page<import('astro/zod').z.infer<typeof lectureHeadSchema>>;

/** A part that the text uses: `<Quiz id="venv/moved" />`. */
interface Use {
  readonly id: string;
  readonly offset: number;
  readonly attributes: string;
}

const usesOf = ({ text }: Lecture, part: string): readonly Use[] =>
  [...text.matchAll(new RegExp(`<${part} id="([^"]+)"([^>]*)`, 'g'))].map(
    ({ 1: id = '', 2: attributes = '', index }) => ({
      id,
      offset: index,
      attributes,
    }),
  );

const idOf = (lecture: Lecture): string => lecture.head.name.replace(/^\d+-/, '');

/** Words that are read: without code blocks and tags. */
const lengthOf = (text: string): number =>
  text
    .replace(/```[\s\S]*?```/g, ' ')
    .replace(/<\/?[A-Z][^>]*>/g, ' ')
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word)).length;

/** Each item, or exercise, of the lecture stands in it, once. */
function checkPlaces(
  lecture: Lecture,
  part: 'Quiz' | 'Exercise',
  own: readonly string[],
  folder: string,
): readonly ContentProblem[] {
  const uses = usesOf(lecture, part);
  const places = new Set<string>();
  return [
    ...uses.flatMap(({ id, offset }) => {
      const isTwin = places.has(id);
      places.add(id);
      if (isTwin) return [lecture.problem(offset, `<${part} id="${id}" /> stands here twice.`, 'Leave one.')];
      if (own.includes(id)) return [];
      return [lecture.problem(offset, `This lecture has no "${id}" in ${folder}.`, 'Add it there, or mend the id.')];
    }),
    ...own
      .filter((id) => !places.has(id))
      .map((id) =>
        lecture.problem(0, `"${id}" of ${folder} stands nowhere in the text.`, `Place <${part} id="${id}" />.`),
      ),
  ];
}

function checkObjectives({ head }: Lecture, own: readonly string[]): readonly ContentProblem[] {
  return head.value.objectives.flatMap(({ checkedBy }, i) =>
    checkedBy.flatMap((id, j) =>
      own.includes(id)
        ? []
        : [
            head.problem(
              ['objectives', i, 'checkedBy', j],
              `No quiz item or exercise of this lecture is called "${id}".`,
              'Name one that checks this objective.',
            ),
          ],
    ),
  );
}

function checkParts(lecture: Lecture, context: LectureContext): readonly ContentProblem[] {
  return [
    ...usesOf(lecture, 'Term')
      .filter(({ id }) => !context.terms.has(id))
      .map(({ id, offset }) =>
        lecture.problem(offset, `The glossary has no term "${id}".`, `Add content/glossary/${id}.md, or mend the id.`),
      ),
    ...usesOf(lecture, 'Diagram')
      .filter(({ id }) => !context.diagrams.has(id))
      .map(({ id, offset }) =>
        lecture.problem(offset, `There is no drawing "${id}".`, `Draw content/diagrams/${id}.mmd, or mend the id.`),
      ),
    ...usesOf(lecture, 'Console').flatMap(({ id, offset, attributes }) => {
      const recorded = context.steps.get(id);
      if (recorded === undefined) {
        const remedy = `Record content/console/${id}.json, or mend the id.`;
        return [lecture.problem(offset, `There is no console block "${id}".`, remedy)];
      }
      const asked = (/steps=\{\[([\d, ]+)\]\}/.exec(attributes)?.[1] ?? '').split(',').filter(Boolean).map(Number);
      return asked
        .filter((step) => step < 1 || step > recorded)
        .map((step) => lecture.problem(offset, `"${id}" has no step ${step}.`, `It has ${recorded}, counted from 1.`));
    }),
    ...[...lecture.text.replace(/```[\s\S]*?```/g, blank).matchAll(/^#{2,3} .*$/gm)]
      .filter(([line]) => !/\{#[a-z0-9-]+\}$/.test(line))
      .map(({ 0: line, index }) =>
        lecture.problem(index, `The heading “${line.replace(/^#+ /, '')}” has no id.`, 'Write one after it: {#an-id}.'),
      ),
  ];
}

/** Code, emptied but as long as it was: in it a line with a number sign is a comment. */
const blank = (code: string): string => code.replace(/[^\n]/g, ' ');

/** Every scenario that is named exists, and is shown somewhere in the lecture. */
function checkScenarioUses(lecture: Lecture, { scenarios }: LectureContext): readonly ContentProblem[] {
  const lists = [...lecture.text.matchAll(/<Scenarios ids=\{\[([^\]]*)\]\}/g)].flatMap(({ 1: list = '', index }) =>
    [...list.matchAll(/"([^"]+)"/g)].map(({ 1: id = '' }) => ({ id, offset: index })),
  );
  const shown = [...usesOf(lecture, 'Scenario'), ...lists];
  const named = usesOf(lecture, 'Proof');
  const isShown = new Set(shown.map(({ id }) => id));
  return [
    ...shown
      .filter(({ id }) => !scenarios.has(id))
      .map(({ id, offset }) =>
        lecture.problem(offset, `There is no scenario "${id}".`, 'Name a file of content/scenarios/resolver.'),
      ),
    ...named
      .filter(({ id }) => !isShown.has(id))
      .map(({ id, offset }) =>
        lecture.problem(offset, `The scenario "${id}" is shown nowhere here.`, 'Put it in a <Scenarios ids={[…]} />.'),
      ),
  ];
}

function checkMeasure(lecture: Lecture, items: number): readonly ContentProblem[] {
  const words = lengthOf(lecture.text);
  const drawings = [
    ...lecture.text.matchAll(
      /<(?:Diagram|SideBySide|Stack|TildeFloats|VenvBays|VersionOrder|VersionParts|BoxLadder|TagOrder|BuildWay|SrcAndFlat|TwentyYears)\b/g,
    ),
  ].length;
  const wrong = (isWrong: boolean, reason: string, remedy: string) =>
    isWrong ? [lecture.problem(0, reason, remedy)] : [];
  return [
    ...wrong(words < 2000 || words > 4000, `The lecture has ${words} words.`, 'It should have 2,000 to 4,000.'),
    ...wrong(items < 12 || items > 20, `The lecture has ${items} quiz items.`, 'It should have 12 to 20.'),
    ...wrong(drawings < 3, `The lecture has ${drawings} drawings.`, 'It should have three or more.'),
  ];
}

/** Takes the files of content/lectures and what they may refer to, returns what is wrong with them. */
export function checkLectures(sources: readonly SourceFile[], context: LectureContext): readonly ContentProblem[] {
  const problems: ContentProblem[] = [];
  const lectures = readPages(sources, lectureHeadSchema, 'docs/add-a-lecture.md shows the form.', problems);
  for (const lecture of lectures) {
    const id = idOf(lecture);
    const items = context.items.get(id) ?? [];
    const exercises = context.exercises.get(id) ?? [];
    if (!context.ready.includes(id)) {
      const remedy = 'Add it to content/course.yaml with `state: ready`, or mend the file’s name.';
      problems.push(lecture.problem(0, `The course has no lecture "${id}" that is ready.`, remedy));
    }
    lecture.head.value.checkedWith.forEach((tool, i) => {
      if (context.tools.has(tool)) return;
      const remedy = `Write one of ${[...context.tools].join(', ')}.`;
      problems.push(lecture.head.problem(['checkedWith', i], `content/versions.json has no tool "${tool}".`, remedy));
    });
    problems.push(
      ...checkPlaces(lecture, 'Quiz', items, `content/quiz/${id}.yaml`),
      ...checkPlaces(lecture, 'Exercise', exercises, 'content/exercises'),
      ...checkObjectives(lecture, [...items, ...exercises]),
      ...checkParts(lecture, context),
      ...checkScenarioUses(lecture, context),
      ...checkBuildProofs(lecture, context.buildsOf),
      ...checkWheelProofs(lecture, context.wheels),
      ...checkVersionProofs(lecture),
      ...checkMeasure(lecture, items.length),
    );
  }
  return problems;
}

/** The lectures of content/course.yaml that are ready and have no file. */
export function missingLectures(
  sources: readonly SourceFile[],
  { ready }: LectureContext,
  course: string,
): readonly ContentProblem[] {
  const ids = sources.map(({ path }) => path.replace(/^.*\/(?:\d+-)?|\.mdx$/g, ''));
  return ready
    .filter((id) => !ids.includes(id))
    .map((id) => ({
      file: course,
      line: 1,
      reason: `The lecture "${id}" is ready and has no text.`,
      remedy: `Write content/lectures/<number>-${id}.mdx, or set its state to writing.`,
    }));
}
