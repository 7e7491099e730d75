/**
 * What a text says of a specifier or of versions: that a specifier admits a version or refuses it, that it isn’t valid, that versions stand
 * in this order, that a version is written otherwise in normal form. In Python’s notation, npm’s or Cargo’s. The answers of the real tools are recorded.
 */
import { z } from 'astro/zod';

const text = z.string().min(1).max(100);

export const NOTATIONS = ['python', 'npm', 'cargo'] as const;
export type Notation = (typeof NOTATIONS)[number];

const notation = z.enum(NOTATIONS).default('python');

/** A specifier and a version; pre-releases are judged by their place on the line alone, as if they had been asked for. */
const admission = z.strictObject({ specifier: text, version: text, is: z.enum(['admitted', 'refused']), notation });
const nonsense = z.strictObject({ specifier: text, is: z.literal('invalid'), notation });
/** From the oldest to the newest: `1.0.dev1 < 1.0 = 1.0.0`. */
const order = z.strictObject({ order: text.regex(/^\S+( [<=] \S+)+$/), notation });
const spelling = z.strictObject({ version: text, spelled: text, notation });

export const versionClaimSchema = z.union([admission, nonsense, order, spelling]);

export type VersionClaim = z.infer<typeof versionClaimSchema>;

/** A question to a tool, and what it says: one claim is answered by one or more of these. */
export type Question =
  | { readonly notation: Notation; readonly specifier: string; readonly version: string }
  | { readonly notation: Notation; readonly specifier: string }
  | { readonly notation: Notation; readonly left: string; readonly right: string }
  | { readonly notation: Notation; readonly version: string };

/** `admitted`, `refused`, `valid`, `invalid`, `<`, `=`, `>`, or a version in normal form. */
export type Answer = string;

export interface Expected {
  readonly question: Question;
  readonly answer: Answer;
}

/** What a claim expects a tool to say. */
export function expectationsOf(claim: VersionClaim): readonly Expected[] {
  const { notation } = claim;
  if ('order' in claim) {
    const words = claim.order.split(' ');
    return words.flatMap((relation, at) =>
      at % 2 === 0
        ? []
        : [{ question: { notation, left: words[at - 1] ?? '', right: words[at + 1] ?? '' }, answer: relation }],
    );
  }
  if ('spelled' in claim) return [{ question: { notation, version: claim.version }, answer: claim.spelled }];
  if (claim.is === 'invalid') return [{ question: { notation, specifier: claim.specifier }, answer: 'invalid' }];
  return [{ question: { notation, specifier: claim.specifier, version: claim.version }, answer: claim.is }];
}

/** A question as a key: `python <2.0 2.0rc1`. Two questions have the same key only when they are the same. */
export function keyOf(question: Question): string {
  const { notation } = question;
  if ('left' in question) return `${notation} order ${question.left} ${question.right}`;
  if ('specifier' in question && 'version' in question)
    return `${notation} admits ${question.specifier} ${question.version}`;
  return 'specifier' in question ? `${notation} reads ${question.specifier}` : `${notation} spells ${question.version}`;
}

const WHOSE = { python: '', npm: 'In npm, ', cargo: 'In Cargo, ' };

/** The claim as a sentence: `<2.0 refuses 2.0rc1.` */
export function describeClaim(claim: VersionClaim): string {
  return `${WHOSE[claim.notation]}${said(claim)}.`;
}

function said(claim: VersionClaim): string {
  if ('order' in claim) return claim.order;
  if ('spelled' in claim) {
    return claim.spelled === 'invalid' ? `${claim.version} is no version` : `${claim.version} is ${claim.spelled}`;
  }
  if (claim.is === 'invalid') return `${claim.specifier} isn’t valid`;
  return `${claim.specifier} ${claim.is === 'admitted' ? 'admits' : 'refuses'} ${claim.version}`;
}
