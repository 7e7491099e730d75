/** What an exercise may ask about the figure. */
import { readIgnoreFile } from '@/core/docker';
import type { Fact, Facts } from '@/core/exercise';
import { changesNow } from './changes';
import { IGNORE_FILE } from './file-path';
import { isSent } from './file-rows';
import { contentOf } from './files-now';
import { lateParts } from './late-parts';
import { outcomeNow } from './outcomes';
import { dockerfileOf, type ProjectScene, type Setup } from './scenario';
import type { LayerState } from './state';
import { countSteps } from './step-rows';

/**
 * Of building now: `verdict` (built, failed, refused), `runs` and `cached` (instructions, lists), `ran` and `steps` (numbers),
 * `seconds` (whole ones), `written` and `fetched` (megabytes). Of the project: `dockerfile` (the arrangement’s id, or own), `text` (the
 * Dockerfile’s), `changed` (paths, since the last build), `builds`, `files` (paths), `ignored` (paths that the builder doesn’t get),
 * `patterns` (of the ignore file), `arguments` (`NAME=value`), `target` (empty: the last stage), `no-cache`; and `lens`. Of each file
 * that has a text, that: `file app.py`.
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
    ['changed', changesNow(state).flatMap(({ path }) => path ?? [])],
    ['builds', state.builds.length],
    ['arguments', [...now.arguments].map(([name, value]) => `${name}=${value}`)],
    ['target', now.target ?? ''],
    ['no-cache', now.ignoresCache],
    ['lens', state.lens],
    ['files', [...now.files.keys()]],
    ['ignored', [...now.files.keys()].filter((path) => !isSent(outcome.context, path))],
    ['patterns', patternsOf(now)],
    ...fileTexts(now),
    ...(lateParts()?.factsOfImage(scene, state) ?? []),
  ]);
}

const written = ({ instruction }: { readonly instruction: string }): string => instruction.replace(/\s+/g, ' ').trim();

function fileTexts({ files }: Setup): readonly (readonly [string, Fact])[] {
  return [...files].flatMap(([path, file]) => {
    const text = contentOf(file);
    return text === undefined ? [] : [[`file ${path}`, text] as const];
  });
}

function patternsOf({ files }: Setup): readonly string[] {
  const file = files.get(IGNORE_FILE);
  const text = file && contentOf(file);
  return text === undefined ? [] : readIgnoreFile(text).lines.map(({ pattern }) => pattern);
}
