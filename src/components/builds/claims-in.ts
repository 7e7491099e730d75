/** The claims about recorded builds that a lecture’s text makes: its `<BuildProof … />`. */
import { type BuildClaim, buildClaimSchema } from './claim';

export interface WrittenClaim {
  /** Where it stands in the text. */
  readonly offset: number;
  /** undefined: its attributes make no claim. */
  readonly claim: BuildClaim | undefined;
}

/** Takes a text in MDX. A step’s words may hold a `>`, so attributes are read as quoted texts and numbers. */
export const claimsIn = (text: string): readonly WrittenClaim[] =>
  [...text.matchAll(/<BuildProof((?:\s+[\w-]+=(?:"[^"]*"|\{[^}]*\}))*)/g)].map(({ 1: written = '', index }) => ({
    offset: index,
    claim: buildClaimSchema.safeParse(attributesOf(written)).data,
  }));

/** Attributes of a part: texts and numbers. */
const attributesOf = (written: string): Readonly<Record<string, string | number>> =>
  Object.fromEntries(
    [...written.matchAll(/([\w-]+)=(?:"([^"]*)"|\{(\d+)\})/g)].map(({ 1: name = '', 2: text, 3: number }) => [
      name,
      text ?? Number(number),
    ]),
  );
