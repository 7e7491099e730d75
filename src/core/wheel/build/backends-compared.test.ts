// Where the three backends themselves differ for the same project: docs/backends-compared.md, written from the recordings (`-u` writes it anew).
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { BUILD_DIFFERENCES } from './differences';
import type { DistributionKind, ModelledBackend } from './distribution-plan';
import { type RecordedBuild, readRecordedBuilds } from './recorded-builds.fixture';

const recording = (name: string): string => readFileSync(`${import.meta.dirname}/recorded/${name}`, 'utf8');
const { cases, tools, tree: recordedTree } = readRecordedBuilds(recording('trees.json'), recording('builds.jsonl'));

const BACKENDS: readonly ModelledBackend[] = ['hatchling', 'setuptools', 'uv_build'];

/** What a backend writes of its own into every sdist. */
const OWN = /\.egg-info\/|^setup\.cfg$|^pyproject\.toml\.orig$/;

const code = (text: string): string => `\`${text.replaceAll('|', '\\|')}\``;

/** What is in a distribution, in a cell of a table. */
function cell(kind: DistributionKind, build: RecordedBuild | undefined): string {
  if (build === undefined) return 'not asked';
  if (build.refuses !== undefined) {
    const { raises, says } = build.refuses;
    const lines = says.split('\n').map((line) => line.trim());
    // Where the first line says only that something is wrong, the next says what.
    const isGeneral = /^(?:error: Invalid|invalid pyproject)/.test(lines[0] ?? '');
    const line =
      (isGeneral
        ? lines
            .slice(1)
            .find((each) => /[a-z]/.test(each) && !each.includes('TOML parse error') && !/^\d+ \|/.test(each))
        : undefined) ??
      lines[0] ??
      '';
    const shown = line
      .replace(/ (?:using the following heuristics|\(see https).*/, '')
      .replace(/^(?:cause|error|configuration error): /, '');
    return `refuses: ${raises === undefined || raises === 'SystemExit' ? '' : `${raises}: `}${shown.replaceAll('|', '\\|')}`;
  }
  const files = Object.keys(build.entries).filter((path) => !path.endsWith('/') && !OWN.test(path));
  const licences = Object.keys(build.beside ?? {}).filter((name) => /^licenses\/./.test(name));
  const tag = kind === 'wheel' ? /-([^-]+)-none-any\.whl$/.exec(build.file)?.[1] : undefined;
  const more = [...(tag === undefined || tag === 'py3' ? [] : [`tag ${tag}`]), ...licences.map(code)];
  return [...files.toSorted().map(code), ...more].join(', ') || 'nothing';
}

/** The projects for which not all backends did the same, a row each. */
function table(kind: 'wheel' | 'sdist'): string {
  const ids = [...new Set(cases.map(({ tree }) => tree))];
  const rows = ids.flatMap((id) => {
    const cells = BACKENDS.map((backend) =>
      cell(kind, cases.find(({ tree, backend: by }) => tree === id && by === backend)?.[kind]),
    );
    const isSame = new Set(cells).size === 1 || cells.every((each) => each.startsWith('refuses'));
    return isSame ? [] : [`| ${id}: ${recordedTree(id).says.replaceAll('|', '\\|')} | ${cells.join(' | ')} |`];
  });
  return ['| Project | hatchling | setuptools | uv_build |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

it('the backends’ own differences are those that the document lists', async () => {
  const { hatchling, setuptools, uv } = tools;
  const count = cases.length * 3;
  const text = `# Where the backends differ

Written from the recordings in src/core/wheel/build/recorded (\`npm run record:builds\`) by backends-compared.test.ts; \`npx vitest run
src/core/wheel/build/backends-compared.test.ts -u\` writes it anew. Each project was built as wheel, sdist and editable wheel, ${count} builds, by
hatchling ${hatchling}, setuptools ${setuptools} and the backend of uv ${uv}; projects for which all three did the same aren’t in the tables. Settings of a
backend’s own are in trees.json. Where our model differs from the backends, ${BUILD_DIFFERENCES.length} reasons, is in src/core/wheel/build/differences.ts.

## Wheels

What lies outside of \`.dist-info\`, tags other than py3, and licence files.

${table('wheel')}

## Sdists

Without what each backend writes of its own: \`.egg-info\` and setup.cfg (setuptools), pyproject.toml.orig (uv_build).

${table('sdist')}
`;
  await expect(text).toMatchFileSnapshot('../../../../docs/backends-compared.md');
});
