/** Whether a claim about versions holds: by what the real tool answered, and by our core, which must agree with it. */
import { answerOf } from './answer';
import { type Answer, expectationsOf, keyOf, type Notation, type Question, type VersionClaim } from './claim';

/** What the tools answered, as `npm run record:version-claims` wrote it. */
export interface RecordedAnswers {
  /** The tool and its release, by notation: `packaging 26.4`. */
  readonly recordedWith: Readonly<Record<Notation, string>>;
  /** By the question’s key. */
  readonly answers: Readonly<Record<string, Answer>>;
}

/** Takes a claim and the recorded answers; returns why it doesn’t hold, or undefined. */
export function claimFault(claim: VersionClaim, recorded: RecordedAnswers): string | undefined {
  const tool = recorded.recordedWith[claim.notation];
  const answers = new Map(Object.entries(recorded.answers));
  for (const { question, answer } of expectationsOf(claim)) {
    const told = answers.get(keyOf(question));
    const own = answerOf(question);
    if (told === undefined) {
      return own === answer
        ? `${tool} hasn’t been asked about ${asked(question)}.`
        : `Of ${asked(question)} we say ${own}, not ${answer}.`;
    }
    if (told !== answer) return `${tool} says of ${asked(question)}: ${told}, not ${answer}.`;
    if (own !== told) return `Of ${asked(question)} we say ${own}, and ${tool} says ${told}.`;
  }
  return undefined;
}

function asked(question: Question): string {
  if ('left' in question) return `“${question.left}” beside “${question.right}”`;
  if (!('specifier' in question)) return `“${question.version}”`;
  return 'version' in question ? `“${question.specifier}” and “${question.version}”` : `“${question.specifier}”`;
}
