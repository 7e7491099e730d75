/** The claims about recorded builds that a lecture’s text makes: its `<BuildProof … />`. */
import { readAttributes } from '../mdx-attributes';
import { type BuildClaim, buildClaimSchema } from './claim';

export interface WrittenClaim {
  /** Where it stands in the text. */
  readonly offset: number;
  /** It says the build alone, since the claim before it names the scenario. */
  readonly again: boolean;
  /** undefined: its attributes make no claim. */
  readonly claim: BuildClaim | undefined;
}

/** Takes a text in MDX. A step’s words may hold a `>`, so attributes are read as quoted texts and numbers. */
export const claimsIn = (text: string): readonly WrittenClaim[] =>
  [...text.matchAll(/<BuildProof(\s+again)?((?:\s+[\w-]+=(?:"[^"]*"|\{[^}]*\}))*)/g)].map(
    ({ 1: again, 2: written = '', index }) => ({
      offset: index,
      again: again !== undefined,
      claim: buildClaimSchema.safeParse(readAttributes(written)).data,
    }),
  );
