import { z } from 'astro/zod';
import { describe, expect, it } from 'vitest';
import { checkBuildProofs, isFidelityBuild, recordedBuilds } from './build-proofs';
import { readPages } from './heads';
import { type ContentProblem, formatContentProblem } from './source';

const record = (name: string) => ({
  path: `content/scenarios/layer-cache/${name}.json`,
  text: JSON.stringify({
    name,
    topic: 'order',
    why: 'So.',
    builds: [{}, {}],
    expected: [
      { steps: [{ instruction: 'RUN ls > /x', cached: false }] },
      { steps: [{ instruction: 'RUN ls > /x', cached: true }] },
    ],
    recordedWith: { builder: 'BuildKit 0.34.2' },
  }),
});

const broken = { path: 'content/scenarios/layer-cache/broken.json', text: '{' };
const buildsOf = recordedBuilds([record('twice'), record('again'), broken]);

/** What is wrong with a lecture of this text, whose first line is the file’s fourth. */
function found(text: string): readonly string[] {
  const problems: ContentProblem[] = [];
  const source = { path: 'content/lectures/08-x.mdx', text: `---\nx: 1\n---\n${text}` };
  const pages = readPages([source], z.object({ x: z.number() }), 'So.', problems);
  return [...problems, ...pages.flatMap((page) => checkBuildProofs(page, buildsOf))].map(formatContentProblem);
}

const proof = (attributes: string) => `It runs <BuildProof ${attributes} />.`;

describe('the proofs of a lecture by recorded builds', () => {
  it('hold where the recording says what the text says', () => {
    expect(found(proof('scenario="twice" build={2} step="RUN ls > /x" is="cached"'))).toEqual([]);
    expect(found(proof('scenario="twice" build={1} step="ls" is="ran"'))).toEqual([]);
  });

  it.each([
    [
      'a step that came out otherwise',
      'scenario="twice" build={2} step="RUN ls > /x" is="ran"',
      '4: In build 2 of "twice" “RUN ls > /x” was recorded as cached, not ran. Mend the claim, or name the builds that show it.',
    ],
    [
      'a step that isn’t there',
      'scenario="twice" build={2} step="pwd" is="ran"',
      '4: In build 2 of "twice" no step says “pwd”. Mend the claim, or name the builds that show it.',
    ],
    [
      'a claim without its build',
      'scenario="twice" step="ls" is="ran"',
      '4: This is no claim about a build. Write scenario, build and one of: step with is="ran" or "cached", stage with is="skipped", file with is="there" or "missing", layer with bytes.',
    ],
  ])('don’t hold for %s', (_, attributes, message) => {
    expect(found(proof(attributes))).toEqual([`content/lectures/08-x.mdx:${message}`]);
  });

  it('leave out the name where the claim before says it', () => {
    const first = '<BuildProof scenario="twice" build={1} step="ls" is="ran" />';
    const second = '<BuildProof again scenario="twice" build={2} step="ls" is="cached" />';
    expect(found(`${first} ${second}`)).toEqual([]);
    expect(found(second)).toEqual([
      'content/lectures/08-x.mdx:4: The claim before this one isn’t about "twice". Leave out `again`.',
    ]);
    expect(found(`${first} ${second.replace('is="cached"', 'is="ran"')}`)).toHaveLength(1);
  });

  it('name builds that were recorded whole', () => {
    expect(found('a\n<BuildProof scenario="broken" build={1} step="ls" is="ran" />')).toEqual([
      'content/lectures/08-x.mdx:5: There are no recorded builds "broken". Name a file of content/scenarios/layer-cache or of src/core/docker/conformance/buildkit.',
    ]);
  });
});

describe('the fidelity cases of the current builder', () => {
  it('may be named too, those of the older one may not', () => {
    expect(isFidelityBuild('src/core/docker/conformance/buildkit/copy-chmod-only.json')).toBe(true);
    expect(isFidelityBuild('src/core/docker/conformance/engine-20.10/copy-chmod-only.json')).toBe(false);
  });
});
