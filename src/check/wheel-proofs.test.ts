import { z } from 'astro/zod';
import { describe, expect, it } from 'vitest';
import { readPages } from './heads';
import { type ContentProblem, formatContentProblem } from './source';
import { checkWheelProofs, wheelFacts } from './wheel-proofs';

const linux = { implementation: 'cp', python: '3.13', freeThreaded: false, system: 'linux', arch: 'x86_64' };
const presets = JSON.stringify({
  presets: [
    { id: 'debian-13', label: 'Debian 13', settings: { ...linux, libc: 'glibc', libcVersion: '2.41' } },
    { id: 'alpine', label: 'Alpine', settings: { ...linux, libc: 'musl', libcVersion: '1.2' } },
  ],
});
const scenario = (name: string, text: string) => ({ path: `content/scenarios/wheel/${name}.json`, text });
const expects = [
  { machine: 'debian-13', takes: 'kit-1.0-cp39-abi3-manylinux_2_28_x86_64.whl' },
  { machine: 'alpine', takes: null },
];
const facts = wheelFacts([scenario('kit', JSON.stringify({ expects })), scenario('broken', '{')], presets);

/** What is wrong with a lecture of this text, whose first line is the file’s fourth. */
function found(text: string): readonly string[] {
  const problems: ContentProblem[] = [];
  const source = { path: 'content/lectures/04-x.mdx', text: `---\nx: 1\n---\n${text}` };
  const pages = readPages([source], z.object({ x: z.number() }), 'So.', problems);
  return [...problems, ...pages.flatMap((page) => checkWheelProofs(page, facts))].map((problem) =>
    formatContentProblem(problem).replace('content/lectures/04-x.mdx:', ''),
  );
}

describe('what a lecture says that a machine takes', () => {
  it.each([
    'machine="debian-13" file="kit-1.0-cp39-abi3-manylinux_2_28_x86_64.whl"',
    'machine="debian-13" file="abi3-manylinux"',
    'machine="alpine" file="none"',
  ])('holds where pip took it: %s', (attributes) => {
    expect(found(`So <Takes scenario="kit" ${attributes} />.`)).toEqual([]);
  });

  it.each([
    [
      'scenario="kit" machine="debian-13" file="tar.gz"',
      'Of "kit" pip took kit-1.0-cp39-abi3-manylinux_2_28_x86_64.whl on debian-13, not tar.gz. Mend the claim, or name what shows it.',
    ],
    [
      'scenario="kit" machine="alpine" file="tar.gz"',
      'Of "kit" pip took no file on alpine, not tar.gz. Mend the claim, or name what shows it.',
    ],
    [
      'scenario="kit" machine="macbook" file="tar.gz"',
      '"kit" has no record for "macbook": it has debian-13, alpine. Mend the claim, or name what shows it.',
    ],
    [
      'scenario="broken" machine="alpine" file="tar.gz"',
      'There is no wheel scenario "broken". Mend the claim, or name what shows it.',
    ],
    [
      'scenario="kit" machine="alpine"',
      'This is no claim about a wheel. Write scenario, machine and file, the name or words in it, or none.',
    ],
  ])('doesn’t hold otherwise: %s', (attributes, message) => {
    expect(found(`So <Takes ${attributes} />.`)).toEqual([`4: ${message}`]);
  });
});

describe('what a lecture says that a machine supports', () => {
  it.each([
    'machine="debian-13" tag="cp313-cp313-manylinux_2_41_x86_64" is="supported" place={2}',
    'machine="debian-13" tag="py2.py3-none-any" is="supported"',
    'machine="debian-13" tag="cp313-cp313-manylinux_x86_64" is="not"',
    'machine="debian-13" libc="2.17" tag="cp313-cp313-manylinux_2_28_x86_64" is="not"',
    'machine="debian-13" python="3.14t" tag="cp314-cp314t-manylinux_2_28_x86_64" is="supported"',
    'machine="alpine" tag="cp313-cp313-musllinux_1_2_x86_64" is="supported"',
  ])('holds where its list says so: %s', (attributes) => {
    expect(found(`So <Tag ${attributes} />.`)).toEqual([]);
  });

  it.each([
    [
      'machine="alpine" tag="cp313-cp313-manylinux_2_17_x86_64" is="supported"',
      'alpine doesn’t support cp313-cp313-manylinux_2_17_x86_64. Mend the claim, or name what shows it.',
    ],
    [
      'machine="debian-13" tag="py3-none-any" is="not"',
      'debian-13 supports py3-none-any. Mend the claim, or name what shows it.',
    ],
    [
      'machine="debian-13" tag="cp313-cp313-linux_x86_64" is="supported" place={2}',
      'cp313-cp313-linux_x86_64 has place 1 of 1205 on debian-13, not 2. Mend the claim, or name what shows it.',
    ],
    [
      'machine="amiga" tag="py3-none-any" is="supported"',
      'There is no machine "amiga": write one of debian-13, alpine. Mend the claim, or name what shows it.',
    ],
    [
      'machine="debian-13" libc="many" tag="py3-none-any" is="supported"',
      '"py3-none-any", or this machine, can’t be. Mend the claim, or name what shows it.',
    ],
    [
      'machine="debian-13" tag="any" is="supported"',
      'This is no claim about a wheel. Write machine, tag and is="supported" or "not"; place={n}, python, libc and macos may be added.',
    ],
  ])('doesn’t hold otherwise: %s', (attributes, message) => {
    expect(found(`So <Tag ${attributes} />.`)).toEqual([`4: ${message}`]);
  });
});
