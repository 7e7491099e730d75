/** The claims about recorded builds that a lecture’s text makes: its `<BuildProof … />`. */
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
      claim: buildClaimSchema.safeParse(attributesOf(written)).data,
    }),
  );

/** Attributes of a part: texts and numbers. */
const attributesOf = (written: string): Readonly<Record<string, string | number>> =>
  Object.fromEntries(
    [...written.matchAll(/([\w-]+)=(?:"([^"]*)"|\{(\d+)\})/g)].map(({ 1: name = '', 2: text, 3: number }) => [
      name,
      text ?? Number(number),
    ]),
  );
