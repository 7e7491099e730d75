/** The claims about versions that a lecture’s text makes: its `<Admits … />`, `<Order … />` and `<Spelled … />`. */
import { type VersionClaim, versionClaimSchema } from './claim';

export interface WrittenClaim {
  /** Where it stands in the text. */
  readonly offset: number;
  /** undefined: its attributes make no claim. */
  readonly claim: VersionClaim | undefined;
}

/** Takes a text in MDX. A specifier may hold a `>`, so attributes are read as quoted texts. */
export const claimsIn = (text: string): readonly WrittenClaim[] =>
  [...text.matchAll(/<(?:Admits|Order|Spelled)\b((?:\s+[\w-]+="[^"]*")*)\s*\/>/g)].map(
    ({ 1: written = '', index }) => ({
      offset: index,
      claim: versionClaimSchema.safeParse(attributesOf(written)).data,
    }),
  );

const attributesOf = (written: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...written.matchAll(/([\w-]+)="([^"]*)"/g)].map(({ 1: name = '', 2: value = '' }) => [name, value]),
  );
