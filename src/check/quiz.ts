/**
 * The check of all quiz items: form, unique ids, known misconceptions, and each claim held to the recording or the figure's tests
 * that its `proof` names.
 */
import { claimFault } from '@/components/builds/claim';
import { type QuizEntry, quizFileSchema } from '@/components/quiz/schema';
import { claimFault as versionFault } from '@/components/versions/claim-fault';
import { recordedAnswers } from '@/components/versions/proven-claim';
import { tagFault, takesFault, type WheelFacts } from '@/components/wheels/claim';
import { grade } from '@/core/exercise';
import type { BuildsOf } from './build-proofs';
import type { Identified } from './ids';
import { checkCatches, type Misconceptions } from './misconceptions';
import { type ContentProblem, type Path, readAll, type SourceFile, type Understood } from './source';
import { MEND_VERSION_CLAIM } from './version-proofs';

/** What quiz items may refer to. */
export interface QuizContext {
  readonly misconceptions: Misconceptions;
  /** The ids of the lectures; a quiz file is named after one. */
  readonly lectures: ReadonlySet<string>;
  /** What each console block of content/console recorded, by its id. */
  readonly consoleBlocks: ReadonlyMap<string, string>;
  /** The text of each figure's tests and scenarios, by the figure's folder. */
  readonly figureTests: ReadonlyMap<string, string>;
  /** Each resolver scenario with what uv answered, by its name. */
  readonly answers: ReadonlyMap<string, string>;
  /** Recorded builds of Dockerfiles, by their name. */
  readonly buildsOf: BuildsOf;
  /** What pip took on each machine, and the machines whose tags are known. */
  readonly wheels: WheelFacts;
}

/** A file's item with the way to report about it. */
interface Placed {
  readonly item: QuizEntry;
  readonly lecture: string;
  readonly problem: Understood<unknown>['problem'];
}

function checkProof({ item, problem }: Placed, content: QuizContext): ContentProblem[] {
  const problems: ContentProblem[] = [];
  const missing = (path: Path, id: string) =>
    problem(path, `There is no console block "${id}".`, `Record content/console/${id}.json, or mend the id.`);

  if (item.kind === 'predict' && 'console' in item.outcome && !content.consoleBlocks.has(item.outcome.console)) {
    problems.push(missing(['outcome', 'console'], item.outcome.console));
  }
  if (!item.proof) return problems;
  if ('build' in item.proof) {
    const builds = content.buildsOf(item.proof.scenario);
    const fault =
      builds === undefined ? `There are no recorded builds "${item.proof.scenario}".` : claimFault(item.proof, builds);
    if (fault !== undefined) {
      problems.push(problem(['proof'], fault, 'Mend the claim, or name the recorded builds that show it.'));
    }
    return problems;
  }
  if ('machine' in item.proof) {
    const fault = 'tag' in item.proof ? tagFault(item.proof, content.wheels) : takesFault(item.proof, content.wheels);
    if (fault !== undefined) problems.push(problem(['proof'], fault, 'Mend the claim, or name what shows it.'));
    return problems;
  }
  if ('notation' in item.proof) {
    const fault = versionFault(item.proof, recordedAnswers);
    if (fault !== undefined) problems.push(problem(['proof'], fault, MEND_VERSION_CLAIM));
    return problems;
  }
  const { says } = item.proof;
  if ('console' in item.proof) {
    const recorded = content.consoleBlocks.get(item.proof.console);
    if (recorded === undefined) problems.push(missing(['proof', 'console'], item.proof.console));
    else if (!recorded.includes(says)) {
      const reason = `The recording of "${item.proof.console}" doesn’t say "${says}".`;
      problems.push(problem(['proof', 'says'], reason, 'Record it again, or mend the claim of this item.'));
    }
  } else if ('scenario' in item.proof) {
    const { scenario } = item.proof;
    if (content.answers.get(scenario)?.includes(says) !== true) {
      const reason = `No scenario "${scenario}", with uv’s answer, says "${says}".`;
      problems.push(problem(['proof'], reason, 'Name a scenario of content/scenarios/resolver, or mend the claim.'));
    }
  } else {
    const tests = content.figureTests.get(item.proof.figure);
    if (!tests?.includes(says)) {
      const reason = `No test or scenario of the figure "${item.proof.figure}" says "${says}".`;
      problems.push(
        problem(
          ['proof'],
          reason,
          `Name a test in src/figures/${item.proof.figure}/ or a scenario that proves this item.`,
        ),
      );
    }
  }
  return problems;
}

/** What an author lists as wrong must be graded as wrong, and each but once. */
function checkListedAnswers({ item, problem }: Placed): ContentProblem[] {
  if (item.kind !== 'fill-in') return [];
  return item.wrong.flatMap(({ answer }, i) => {
    const result = grade(item, { kind: 'text', text: answer });
    if (result.verdict === 'right') {
      return [
        problem(['wrong', i], `"${answer}" is accepted, so its sentence is never shown.`, 'Take it out of one list.'),
      ];
    }
    const [remark] = result.verdict === 'wrong' ? result.remarks : [];
    return remark?.kind === 'listed-answer' && remark.index === i
      ? []
      : [problem(['wrong', i], `"${answer}" is listed above in other spelling.`, 'Leave one of them.')];
  });
}

/**
 * Takes the text of the quiz files and what they may refer to; adds what is wrong to the list, and returns the items with
 * their lecture, and their ids for checkIds. None wrong means: every file has its form, misconceptions are known, every wrong answer has its explanation,
 * claims occur in the recordings.
 */
export function checkQuiz(
  sources: readonly SourceFile[],
  context: QuizContext,
  problems: ContentProblem[],
): readonly (Identified & { readonly lecture: string })[] {
  const files = readAll(sources, quizFileSchema, 'content/quiz/README.md shows the form.', problems);
  for (const { name, problem } of files) {
    if (context.lectures.has(name)) continue;
    const remedy = 'Name the file after a lecture of content/course.yaml.';
    problems.push(problem([], `There is no lecture "${name}".`, remedy));
  }
  const placed: readonly Placed[] = files.flatMap((file) =>
    file.value.items.map((item, i) => ({
      item,
      lecture: file.name,
      problem: (path, reason, remedy) => file.problem(['items', i, ...path], reason, remedy),
    })),
  );
  for (const one of placed) {
    problems.push(
      ...checkCatches(one.item.catches, context.misconceptions, one.problem),
      ...checkProof(one, context),
      ...checkListedAnswers(one),
    );
  }
  return placed.map(({ item, lecture, problem }) => ({ id: item.id, aliases: item.aliases, lecture, problem }));
}
