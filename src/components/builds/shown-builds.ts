/** Recorded builds by their name, for showing: read at build. */
import { type BuildClaim, claimFault } from './claim';
import { type RecordedBuilds, readRecordedBuilds } from './recorded-builds';

const folders = ['/content/scenarios/layer-cache', '/src/core/docker/conformance/buildkit'];

const texts = import.meta.glob<string>(
  ['/content/scenarios/layer-cache/*.json', '/src/core/docker/conformance/buildkit/*.json'],
  { query: '?raw', import: 'default' },
);

/** Takes a scenario’s name; one that isn’t there stops the build. */
export async function showBuilds(name: string): Promise<RecordedBuilds> {
  const load = folders.map((folder) => texts[`${folder}/${name}.json`]).find((one) => one !== undefined);
  if (load === undefined) {
    throw new Error(`There are no recorded builds "${name}": record them (docs/conformance.md) or mend the name.`);
  }
  return readRecordedBuilds(await load());
}

/** Takes a claim that a text makes; one that the recording doesn’t bear out stops the build. */
export async function provenClaim(claim: BuildClaim): Promise<BuildClaim> {
  const fault = claimFault(claim, await showBuilds(claim.scenario));
  if (fault === undefined) return claim;
  throw new Error(`${fault} Mend the claim: npm run content says where it stands.`);
}
