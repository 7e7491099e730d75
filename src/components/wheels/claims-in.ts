/** The claims about wheels that a lecture’s text makes: its `<Takes … />` and `<Tag … />`. */
import { readAttributes } from '../mdx-attributes';
import { tagClaimSchema, tagFault, takesClaimSchema, takesFault, type WheelFacts } from './claim';

export interface WrittenWheelClaim {
  readonly part: 'Takes' | 'Tag';
  /** Where it stands in the text. */
  readonly offset: number;
  /** Why it doesn’t hold; `form` when its attributes make no claim. */
  readonly faultBy: (facts: WheelFacts) => string | 'form' | undefined;
}

/** Takes a text in MDX. */
export const wheelClaimsIn = (text: string): readonly WrittenWheelClaim[] =>
  [...text.matchAll(/<(Takes|Tag)((?:\s+[\w-]+=(?:"[^"]*"|\{[^}]*\}))*)\s*\/>/g)].map(
    ({ 1: part, 2: written = '', index }) => {
      const attributes = readAttributes(written);
      const faultBy = (facts: WheelFacts) => {
        if (part === 'Tag') {
          const claim = tagClaimSchema.safeParse(attributes).data;
          return claim === undefined ? 'form' : tagFault(claim, facts);
        }
        const claim = takesClaimSchema.safeParse(attributes).data;
        return claim === undefined ? 'form' : takesFault(claim, facts);
      };
      return { part: part === 'Tag' ? 'Tag' : 'Takes', offset: index, faultBy };
    },
  );
