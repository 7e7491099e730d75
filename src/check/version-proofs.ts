/** The check of what a lecture says of versions and specifiers: real tools were asked, said so, and our core says the same. */
import { claimFault, type RecordedAnswers } from '@/components/versions/claim-fault';
import { claimsIn } from '@/components/versions/claims-in';
import { recordedAnswers } from '@/components/versions/proven-claim';
import type { Page } from './heads';
import type { ContentProblem } from './source';

/** Takes a lecture, and the answers that the tools gave. */
export function checkVersionProofs(
  { text, problem }: Page<unknown>,
  recorded: RecordedAnswers = recordedAnswers,
): readonly ContentProblem[] {
  const claims = claimsIn(text);
  const written = [...text.matchAll(/<(?:Admits|Order|Spelled)\b/g)];
  const unread = written.filter(({ index }) => !claims.some(({ offset }) => offset === index));
  return [
    ...unread.map(({ index }) => problem(index, 'This is no claim about versions.', FORM)),
    ...claims.flatMap(({ offset, claim }) => {
      if (claim === undefined) return [problem(offset, 'This is no claim about versions.', FORM)];
      const fault = claimFault(claim, recorded);
      return fault === undefined ? [] : [problem(offset, fault, MEND_VERSION_CLAIM)];
    }),
  ];
}

/** The remedy for a claim that the tools don’t bear out. */
export const MEND_VERSION_CLAIM = 'Mend the claim; a new one is put to the tools by `npm run record:version-claims`.';

const FORM =
  'Write <Admits specifier version is="admitted" or "refused" />, <Admits specifier is="invalid" />, <Order order="1.0 < 1.1" /> or <Spelled version spelled />, each with notation="npm" or "cargo" where it isn’t Python’s.';
