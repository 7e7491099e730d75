/** Small projects for tests: a Dockerfile, files, and what each RUN does, so that two builds are a line. */
import { type ContextEntries, contextOf } from '../files/build-context';
import { digestOfText } from '../files/content';
import { digestOf } from '../files/digest';
import { draftOf, putNode } from '../files/draft';
import { EMPTY_DIRECTORY, textFile } from '../files/node';
import type { BaseImage } from '../plan/base-image';
import { EMPTY_CONFIG } from '../plan/image-config';
import { type BuildInput, type BuildOutcome, type BuildState, build, FIRST_STATE } from './build';
import { CURRENT_BUILDER } from './builder-rules';

function imageOf(name: string): BaseImage {
  const draft = draftOf(EMPTY_DIRECTORY);
  putNode(draft, ['etc', 'passwd'], textFile('root:x:0:0::/:\napp:x:1000:1001::/:\n'));
  putNode(draft, ['bin', 'sh'], textFile(name, 0o755));
  const layer = { id: name, files: draft.root, size: 100 };
  return { layers: [layer], config: { ...EMPTY_CONFIG, env: ['PATH=/bin'] }, digest: name };
}

const IMAGES = new Map(['alpine', 'debian'].map((name) => [name, imageOf(name)]));

/** What is asked, with plain defaults. A RUN writes one file whose content follows from its text and from all files before it. */
export function inputOf(dockerfile: string, context: ContextEntries, change: Partial<BuildInput> = {}): BuildInput {
  return {
    dockerfile,
    context: contextOf(context),
    contextProblem: undefined,
    contexts: new Map(),
    arguments: new Map(),
    target: undefined,
    platform: undefined,
    ignoresCache: false,
    images: IMAGES,
    secrets: new Set(),
    hasSshAgent: false,
    allowed: new Set(),
    remotes: new Map(),
    effectOf: ({ instruction }, before) => {
      const content = `${instruction} on ${digestOf(before)}`;
      const path = `/made-${digestOfText(instruction).slice(0, 6)}`;
      return { writes: new Map([[path, { type: 'file', uid: 0, gid: 0, content }]]), deletes: [], exitCode: 0 };
    },
    rules: CURRENT_BUILDER,
    ...change,
  };
}

/** The outcomes of builds in a row. */
export function buildAll(inputs: readonly BuildInput[]): readonly BuildOutcome[] {
  let state: BuildState = FIRST_STATE;
  return inputs.map((input) => {
    const built = build(input, state);
    state = built.state;
    return built.outcome;
  });
}

/** The steps that had something to run: `3 cached`, `4 ran`, by their lines. */
export function ranOrCached(outcome: BuildOutcome | undefined): readonly string[] {
  if (outcome === undefined || outcome.kind === 'refused') return [];
  return outcome.steps
    .filter(({ status }) => status.kind !== 'nothing-to-run')
    .map(({ line, status }) => `${line} ${status.kind}`);
}
