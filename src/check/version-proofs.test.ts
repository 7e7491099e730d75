import { z } from 'astro/zod';
import { describe, expect, it } from 'vitest';
import { readPages } from './heads';
import { type ContentProblem, formatContentProblem } from './source';
import { checkVersionProofs } from './version-proofs';

const recorded = {
  recordedWith: { python: 'packaging 26.4', npm: 'node-semver 7', cargo: 'semver 1' },
  answers: { 'python admits <2.0 2.0rc1': 'refused', 'python reads ~=2': 'invalid' },
};

/** What is wrong with a lecture of this text, whose first line is the file’s fourth. */
function found(text: string): readonly string[] {
  const problems: ContentProblem[] = [];
  const source = { path: 'content/lectures/02-x.mdx', text: `---\nx: 1\n---\n${text}` };
  const pages = readPages([source], z.object({ x: z.number() }), 'So.', problems);
  return [...problems, ...pages.flatMap((page) => checkVersionProofs(page, recorded))].map(formatContentProblem);
}

const file = 'content/lectures/02-x.mdx';
const mend = 'Mend the claim; a new one is put to the tools by `npm run record:version-claims`.';

describe('what a lecture says of versions', () => {
  it('stands where the tool and our core say so', () => {
    expect(
      found(
        'Out <Admits specifier="<2.0" version="2.0rc1" is="refused" />, error <Admits specifier="~=2" is="invalid" />.',
      ),
    ).toEqual([]);
  });

  it('is refused with file and line where they don’t', () => {
    expect(found('In:\n<Admits specifier="<2.0" version="2.0rc1" is="admitted" />')).toEqual([
      `${file}:5: packaging 26.4 says of “<2.0” and “2.0rc1”: refused, not admitted. ${mend}`,
    ]);
    expect(found('<Order order="1 < 2" />')).toEqual([
      `${file}:4: packaging 26.4 hasn’t been asked about “1” beside “2”. ${mend}`,
    ]);
  });

  it('is refused where it’s no claim', () => {
    const reasons = [found('<Admits specifier="<2" />'), found('<Order order={many} />')].map(([reason]) => reason);
    expect(
      reasons.map((reason) => reason?.startsWith(`${file}:4: This is no claim about versions. Write <Admits`)),
    ).toEqual([true, true]);
  });
});
