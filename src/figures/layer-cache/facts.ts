/** What an exercise may ask about the figure. */
import type { Fact, Facts } from '@/core/exercise';
import { changedFiles, filesLeftOut } from './file-rows';
import { lateParts } from './late-parts';
import { outcomeNow } from './outcomes';
import { dockerfileOf, type ProjectScene } from './scenario';
import { type LayerState, lastBuilt } from './state';
import { countSteps } from './step-rows';

/**
 * Of building now: `verdict` (built, failed, refused), `runs` and `cached` (instructions, lists), `ran` and `steps` (numbers),
 * `seconds` (whole ones), `written` and `fetched` (megabytes). Of the project: `dockerfile` (the arrangement’s id, or own), `text` (the
 * Dockerfile’s), `changed` (paths, since the last build), `builds`, `ignored` (paths that the builder doesn’t get),
 * `target` (empty: the last stage), `lens`.
 * image-facts.ts has those of the image, which come with the lenses.
 */
export function factsOf(scene: ProjectScene, state: LayerState): Facts {
  const outcome = outcomeNow(scene, state);
  const { now } = state;
  const { all, ran } = countSteps(outcome);
  const ofKind = (kind: string) => outcome.steps.filter(({ status }) => status.kind === kind).map(written);
  return new Map<string, Fact>([
    ['verdict', outcome.outcome.kind],
    ['runs', ofKind('ran')],
    ['cached', ofKind('cached')],
    ['ran', ran],
    ['steps', all],
    ['seconds', Math.round(outcome.seconds)],
    ['written', Math.round(outcome.bytes / 1e6)],
    ['fetched', Math.round(outcome.downloads / 1e6)],
    ['dockerfile', 'id' in now.dockerfile ? now.dockerfile.id : 'own'],
    ['text', dockerfileOf(scene.scenario, now)],
    ['changed', changedFiles(lastBuilt(state), now).map(({ path }) => path)],
    ['builds', state.builds.length],
    ['target', now.target ?? ''],
    ['lens', state.lens],
    ['ignored', filesLeftOut(now, outcome.context)],
    ...(lateParts()?.factsOfImage(scene, state) ?? []),
  ]);
}

const written = ({ instruction }: { readonly instruction: string }): string => instruction.replace(/\s+/g, ' ').trim();
