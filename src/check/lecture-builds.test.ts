/** The console blocks of lecture 5: what the real tools made of a project is what our backend makes of the same files. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type DistributionKind, type DistributionPlan, planDistribution, type SourceTree } from '@/core/wheel';
import { installDistribution, runCommand, USUAL_WORKPLACE, worldOf } from '@/core/workstation';

interface Recorded {
  readonly setup: readonly string[];
  readonly steps: readonly { readonly command: string; readonly lines?: readonly { readonly text: string }[] }[];
}

const recorded = (id: string): Recorded => JSON.parse(readFileSync(`content/console/${id}.json`, 'utf8'));

/** What a block’s step, counted from 1, printed. */
const printed = (id: string, step: number): readonly string[] =>
  (recorded(id).steps[step - 1]?.lines ?? []).map(({ text }) => text.trimEnd());

/** The files that a block’s hidden setup writes: by `cat > … <<'END'`, by `printf '…' > …` and by `touch`. */
function treeOf(id: string): SourceTree {
  const setup = recorded(id).setup.join('\n');
  const files = new Map<string, string>();
  for (const [, path = '', text = ''] of setup.matchAll(/^cat > (\S+) <<'END'\n([\s\S]*?)^END$/gm))
    files.set(path, text);
  for (const [, text = '', path = ''] of setup.matchAll(/^printf '((?:[^'])*)' > ([^~]\S*)$/gm)) {
    files.set(path, text.replaceAll('\\n', '\n'));
  }
  for (const [, paths = ''] of setup.matchAll(/^touch (.+)$/gm))
    for (const path of paths.split(' ')) files.set(path, '');
  return [...files].map(([path, content]) => ({ path, content }));
}

function planOf(tree: SourceTree, kind: DistributionKind = 'wheel'): DistributionPlan {
  const planned = planDistribution(tree, kind);
  if (planned.kind === 'failed') throw new Error(planned.problems.map(({ message }) => message).join('\n'));
  return planned.plan;
}

const pathsOf = (plan: DistributionPlan) => plan.files.map(({ path }) => path).sort();
const refusalOf = (tree: SourceTree): readonly (string | undefined)[] => {
  const planned = planDistribution(tree, 'wheel');
  return planned.kind === 'failed'
    ? planned.problems.filter(({ weight }) => weight === 'error').map(({ toolSays }) => toolSays)
    : [];
};

describe('what lecture 5 shows of builds', () => {
  it('has the sdist’s and the wheel’s files of greeting as the core plans them', () => {
    const tree = treeOf('build-greeting');
    expect(tree.map(({ path }) => `./${path}`).sort()).toEqual(printed('build-greeting', 1));
    const sdist = planOf(tree, 'sdist');
    expect(pathsOf(sdist)).toEqual([...printed('build-greeting', 4)].sort());
    const wheel = planOf(tree);
    expect(pathsOf(wheel)).toEqual(printed('build-greeting', 5).slice(1).sort());
    expect(printed('build-greeting', 3).slice(-2)).toEqual(
      [sdist, wheel].map(({ filename }) => `Successfully built dist/${filename}`),
    );
  });

  it('has the wheel’s name without requires-python', () => {
    const { filename } = planOf(treeOf('no-requires-python'));
    expect(printed('no-requires-python', 2).at(-1)).toBe(`Successfully built dist/${filename}`);
  });

  it('has `build` alone refused for want of a backend', () => {
    const planned = planDistribution(treeOf('build-is-no-backend'), 'wheel');
    expect(planned.kind === 'failed' && planned.problems.map(({ stage, code }) => [stage, code])).toEqual([
      ['build', 'backend-missing'],
    ]);
    expect(printed('build-is-no-backend', 2).at(-1)).toMatch(/^ERROR Backend '.*' is not available\.$/);
  });

  it('has the words with which setuptools refuses two folders', () => {
    const [said = ''] = refusalOf(treeOf('no-build-system'));
    expect(printed('no-build-system', 3).map(plainly)).toContain(plainly(said));
  });

  it('has setuptools leave a data file out', () => {
    expect(pathsOf(planOf(treeOf('tests-miss-the-data')))).toEqual(printed('tests-miss-the-data', 5).slice(1).sort());
  });

  it('has a script without a module install, and stop where CPython does', () => {
    const tree = treeOf('script-without-module');
    const outcome = installDistribution(planOf(tree), USUAL_WORKPLACE);
    if (outcome.kind === 'failed') throw new Error(JSON.stringify(outcome.problem));
    const { end } = runCommand(worldOf(tree, USUAL_WORKPLACE, outcome.installation), 'greet');
    expect(end).toMatchObject({ kind: 'fails', lastLine: printed('script-without-module', 4).at(-1) });
  });
});

/** Without what differs in each run: the order in which a folder was listed; and without a tool’s “ERROR” before its words. */
const plainly = (line: string) =>
  line.replace(/^(?:ERROR|error:) /, '').replace(/\[(.*)\]/, (_, list: string) => list.split(', ').sort().join(', '));
