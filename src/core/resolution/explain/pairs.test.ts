// docs/explanations.md: our explanations beside uv's messages for the same scenarios, made of what both say. After a change of
// words: `npx vitest run src/core/resolution/explain/pairs.test.ts -u`, and read what changed.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { formatVersion } from '@/core/python';
import type { ResolvedFork } from '../outcome';
import { parseScenario } from '../scenario';
import { resolve } from '../uv/resolve';
import { explain, formatExplanation, waysOut, writeSetting, writeWayOut } from './index';
import { writtenRequirement } from './written-requirement';

const FOLDER = 'content/scenarios/resolver';

const CHOSEN = [
  'back-shared-library-pinned',
  'lecture-pinned',
  'real-tensorflow-newer-numpy',
  'un-long-chain',
  'un-branching',
  'un-every-release',
  'un-collapsed-ranges',
  'un-three-way',
  'extra-conflict-between',
  'missing-every-way',
  'missing-newer',
  'constraint-conflict',
  'override-to-unavailable',
  'python-many-too-new',
  'fork-requires-python-too-low',
  'fork-overlapping-conflict',
  'fork-required-none-fits',
  'pre-explicit-transitive',
  'pre-upper-bound-only-own',
  'local-strict-above',
  'yank-pinned-prefix',
  'newer-leaves-yanked',
  'wheel-other-python',
  'wheel-no-build-only-sdist',
] as const;

interface Recorded {
  readonly version: string;
  readonly answers: Readonly<Record<string, { readonly message: string }>>;
}

/** What is installed, each version once; of more than a handful only how many. */
function given(forks: readonly ResolvedFork[]): string {
  const pins = new Set(
    forks.flatMap((fork) => fork.pins.map(({ name, version }) => `${name} ${formatVersion(version)}`)),
  );
  return pins.size > 5 ? `${pins.size} packages` : [...pins].join(', ');
}

const quoted = (text: string) =>
  text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n>\n');

function pairOf(name: string, message: string): string {
  const { value } = parseScenario(readFileSync(`${FOLDER}/${name}.toml`, 'utf8'));
  if (value === undefined) return '';
  const { problem } = value;
  const explanation = explain(problem, resolve);
  const { ways, settings } = waysOut(problem, resolve);
  const out = [
    ...ways.map((way) => `- ${writeWayOut(way)} → ${given(way.forks)}`),
    ...settings.map(({ setting, forks }) => `- ${writeSetting(setting)} → ${given(forks)}`),
  ];
  const asked = problem.requirements.map(({ requirement }) => `\`${writtenRequirement(requirement)}\``).join(', ');
  return [
    `## ${name}`,
    `${value.description ?? ''} Required: ${asked}.`,
    `uv:\n\n\`\`\`text\n${message.trim()}\n\`\`\``,
    `Shipshape:\n\n${explanation === undefined ? '' : quoted(formatExplanation(explanation))}`,
    ...(out.length === 0 ? [] : [`Ways out:\n\n${out.join('\n')}`]),
  ].join('\n\n');
}

it('stand beside uv’s messages in docs/explanations.md', async () => {
  const { version, answers } = JSON.parse(readFileSync(`${FOLDER}/support/recorded.json`, 'utf8')) as Recorded;
  const text = [
    '# Explanations beside uv’s',
    `Why there is no solution, as uv ${version} says it (recorded, see [resolver-scenarios.md](resolver-scenarios.md)) and as the resolver playground does. This page is made and checked by src/core/resolution/explain/pairs.test.ts; that every clause is true is checked for all unsolvable scenarios by scenarios.test.ts beside it.`,
    ...CHOSEN.map((name) => pairOf(name, answers[name]?.message ?? '')),
  ].join('\n\n');
  await expect(`${text}\n`).toMatchFileSnapshot('../../../../docs/explanations.md');
});
