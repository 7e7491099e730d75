/** Claims about versions when the site is built: one that doesn’t hold stops the build. */
import { type VersionClaim, versionClaimSchema } from './claim';
import { claimFault, type RecordedAnswers } from './claim-fault';
import recorded from './recorded.json';

/** What the tools answered. */
export const recordedAnswers: RecordedAnswers = recorded;

/** Takes the attributes of a claim’s part, returns the claim. */
export function provenClaim(attributes: unknown): VersionClaim {
  const claim = versionClaimSchema.parse(attributes);
  const fault = claimFault(claim, recordedAnswers);
  if (fault === undefined) return claim;
  throw new Error(`${fault} Mend the claim: npm run content says where it stands.`);
}
