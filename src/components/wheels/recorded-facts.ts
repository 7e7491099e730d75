/** What claims about wheels are held to, as the site’s own files say it: read at build. */
import presetsFile from '~content/scenarios/machines/presets.json';
import type { Taken, WheelFacts } from './claim';

const texts = import.meta.glob<{ readonly expects: readonly Taken[] }>('/content/scenarios/wheel/*.json', {
  import: 'default',
  eager: true,
});

export const recordedFacts: WheelFacts = {
  presets: presetsFile.presets as WheelFacts['presets'],
  takenOf: (scenario) => texts[`/content/scenarios/wheel/${scenario}.json`]?.expects,
};

/** Throws when a claim has a fault: that stops the build. */
export function mustHold(fault: string | undefined): void {
  if (fault !== undefined) throw new Error(`${fault} Mend the claim: npm run content says where it stands.`);
}
