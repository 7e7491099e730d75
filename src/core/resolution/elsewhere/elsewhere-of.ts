// One scenario under the rules of npm, Cargo and Go: what each is asked, whether in its own notation or put into it, and what it answers.
import type { Scenario } from '../scenario/scenario';
import type { CargoProblem } from './cargo/cargo-problem';
import { type CargoAnswer, resolveCrates } from './cargo/resolve-crates';
import type { Elsewhere } from './elsewhere';
import { buildList, type GoAnswer } from './go/build-list';
import type { GoProblem } from './go/go-problem';
import { idealTree, type NpmAnswer } from './npm/ideal-tree';
import type { NpmProblem } from './npm/npm-problem';
import type { Loss, Unsayable } from './sayable';
import { type Translation, translateToCargo, translateToGo, translateToNpm } from './translate';

/** An ecosystem's question and answer; `losses` is what the question lost when it was put into that notation, none where the file itself has it. */
export type AnswerElsewhere<Which extends Elsewhere, Problem, Answer> =
  | {
      readonly kind: 'answered';
      readonly ecosystem: Which;
      readonly problem: Problem;
      /** Made when it is first asked for: one of the three may take its time. */
      readonly answer: () => Answer;
      readonly losses: readonly Loss[];
    }
  | { readonly kind: 'unsayable'; readonly ecosystem: Which; readonly reasons: readonly Unsayable[] };

export interface AnswersElsewhere {
  readonly npm: AnswerElsewhere<'npm', NpmProblem, NpmAnswer>;
  readonly cargo: AnswerElsewhere<'cargo', CargoProblem, CargoAnswer>;
  readonly go: AnswerElsewhere<'go', GoProblem, GoAnswer>;
}

/**
 * What npm, Cargo and Go make of a scenario: of what stands there in their own notation, or else of Python's question put into it.
 * What can't be put into it is told as a reason, and nothing is answered there.
 */
export function elsewhereOf(scenario: Scenario): AnswersElsewhere {
  const { npm, cargo, go } = scenario.elsewhere;
  return {
    npm: answerOf(scenario, 'npm', npm?.problem, translateToNpm, idealTree),
    cargo: answerOf(scenario, 'cargo', cargo?.problem, translateToCargo, resolveCrates),
    go: answerOf(scenario, 'go', go?.problem, translateToGo, buildList),
  };
}

function answerOf<Which extends Elsewhere, Problem, Answer>(
  { ecosystem: own, problem: python }: Scenario,
  ecosystem: Which,
  given: Problem | undefined,
  translate: (problem: Scenario['problem']) => Translation<Problem>,
  answer: (problem: Problem) => Answer,
): AnswerElsewhere<Which, Problem, Answer> {
  if (given !== undefined)
    return { kind: 'answered', ecosystem, problem: given, answer: once(() => answer(given)), losses: [] };
  if (own !== 'python') return { kind: 'unsayable', ecosystem, reasons: [{ kind: 'not-given' }] };
  const translation = translate(python);
  if (translation.kind === 'unsayable') return { ...translation, ecosystem };
  const { problem, losses } = translation;
  return { kind: 'answered', ecosystem, problem, answer: once(() => answer(problem)), losses };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
