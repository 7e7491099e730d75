import { describe, expect, it } from 'vitest';
import { planDistribution } from '@/core/wheel';
import { plainText } from '../sentence';
import { greeting, installed, PYPROJECT } from './greeting.fixture';
import { installDistribution } from './install-distribution';
import { launcherText } from './launcher';
import { USUAL_WORKPLACE, type Workplace } from './workplace';

function planOf(changes: Readonly<Record<string, string | null>> = {}, kind: 'wheel' | 'editable' | 'sdist' = 'wheel') {
  const planned = planDistribution(greeting(changes), kind);
  if (planned.kind === 'failed') throw new Error(planned.problems[0]?.message);
  return planned.plan;
}

const main = { group: 'console_scripts', name: 'greet', module: 'greeting.app', attribute: 'App.run', extras: [] };

describe('an installation', () => {
  it('writes the files, a program for the command and its records', () => {
    const { installation } = installed(greeting());
    const site = '.venv/lib/python3.13/site-packages';
    const paths = installation?.files.map(
      ({ path, from }) => `${path.replace('/home/you/greeting/', '')} ${from.kind}`,
    );
    expect(paths).toEqual([
      '.venv/bin/greet launcher',
      `${site}/greeting-0.1.0.dist-info/INSTALLER installer`,
      `${site}/greeting-0.1.0.dist-info/METADATA wheel`,
      `${site}/greeting-0.1.0.dist-info/REQUESTED installer`,
      `${site}/greeting-0.1.0.dist-info/WHEEL wheel`,
      `${site}/greeting-0.1.0.dist-info/direct_url.json installer`,
      `${site}/greeting-0.1.0.dist-info/entry_points.txt wheel`,
      `${site}/greeting/__init__.py wheel`,
      `${site}/greeting/__main__.py wheel`,
      `${site}/greeting-0.1.0.dist-info/RECORD installer`,
    ]);
  });

  it('that is editable leads to the working copy and copies no code', () => {
    const { installation } = installed(greeting(), 'editable');
    const file = '/home/you/greeting/.venv/lib/python3.13/site-packages/_editable_impl_greeting.pth';
    expect(installation?.links).toEqual([{ kind: 'path', file, folders: ['/home/you/greeting/src'] }]);
    expect(installation?.files.some(({ path }) => path.endsWith('.py'))).toBe(false);
  });

  it('from a file keeps the file’s digest in direct_url.json', () => {
    const outcome = installDistribution(planOf(), USUAL_WORKPLACE, {
      kind: 'file',
      path: '/home/you/g.whl',
      sha256: 'abc',
    });
    const files = outcome.kind === 'installed' ? outcome.installation.files : [];
    const text = new TextDecoder().decode(files.find(({ path }) => path.endsWith('direct_url.json'))?.content);
    expect(JSON.parse(text)).toEqual({
      archive_info: { hash: 'sha256=abc', hashes: { sha256: 'abc' } },
      url: 'file:///home/you/g.whl',
    });
  });

  it('puts what lies below .data where its scheme says', () => {
    const more = '\n[tool.hatch.build.targets.wheel.shared-data]\n"README.md" = "share/greeting/README.md"\n';
    const { installation } = installed(greeting({ 'pyproject.toml': PYPROJECT + more }));
    expect(installation?.files.map(({ path }) => path)).toContain('/home/you/greeting/.venv/share/greeting/README.md');
  });
});

describe('a command’s program', () => {
  it('imports the first name and calls the whole', () => {
    expect(launcherText(main, '/venv/bin/python', 'pip')).toBe(`#!/venv/bin/python
import sys
from greeting.app import App
if __name__ == '__main__':
    sys.argv[0] = sys.argv[0].removesuffix('.exe')
    sys.exit(App.run())
`);
  });

  it('goes by way of a shell where the kernel wouldn’t read its first line', () => {
    const long = `/${'deep/'.repeat(30)}python`;
    expect(launcherText(main, long, 'pip').split('\n').slice(0, 3)).toEqual([
      '#!/bin/sh',
      `'''exec' ${long} "$0" "$@"`,
      "' '''",
    ]);
    expect(launcherText(main, '/my venv/python', 'pip').split('\n')[1]).toBe(`'''exec' "/my venv/python" "$0" "$@"`);
  });
});

describe('an installer refuses', () => {
  const dependency = (text: string) => ({
    'pyproject.toml': PYPROJECT.replace('[project.scripts]', `dependencies = ["${text}"]\n\n[project.scripts]`),
  });
  const refusals: readonly (readonly [string, Readonly<Record<string, string>>, Partial<Workplace>, string, string])[] =
    [
      [
        'another Python',
        { 'pyproject.toml': PYPROJECT.replace('>=3.10', '>=3.14') },
        {},
        'greeting asks for Python >=3.14, and this one is 3.13.5.',
        "ERROR: Package 'greeting' requires a different Python: 3.13.5 not in '>=3.14'",
      ],
      [
        'a dependency that nobody has',
        dependency('idnaa'),
        {},
        'greeting requires idnaa, and the index of this environment has no project of that name.',
        'ERROR: No matching distribution found for idnaa (from greeting)',
      ],
      [
        'a dependency in a version that isn’t there',
        dependency('idna>=4000'),
        {},
        'greeting requires idna>=4000, and the newest release of it is 3.20.',
        'ERROR: No matching distribution found for idna>=4000 (from greeting)',
      ],
      [
        'the same in uv’s words',
        dependency('idna>=4000'),
        { installer: 'uv' },
        'greeting requires idna>=4000, and the newest release of it is 3.20.',
        'Because only idna<=3.20 is available and greeting==0.1.0 depends on idna>=4000, we can conclude that greeting==0.1.0 cannot be used.',
      ],
    ];
  it.each(refusals)('%s', (_title, changes, place, message, toolSays) => {
    const outcome = installDistribution(planOf(changes), { ...USUAL_WORKPLACE, ...place });
    expect(outcome.kind === 'failed' ? [plainText(outcome.problem.message), outcome.problem.toolSays] : []).toEqual([
      message,
      toolSays,
    ]);
  });

  it('a wheel for another machine', () => {
    const plan = { ...planOf(), filename: 'greeting-0.1.0-cp313-cp313-win_amd64.whl', tag: 'cp313-cp313-win_amd64' };
    const outcome = installDistribution(plan, USUAL_WORKPLACE);
    expect(outcome.kind === 'failed' ? outcome.problem.toolSays : '').toBe(
      'ERROR: greeting-0.1.0-cp313-cp313-win_amd64.whl is not a supported wheel on this platform.',
    );
  });

  it('a source distribution, which is no wheel yet', () => {
    const outcome = installDistribution(planOf({}, 'sdist'), USUAL_WORKPLACE);
    expect(outcome.kind === 'failed' ? outcome.problem.code : '').toBe('not-a-wheel');
  });

  it('nothing for a marker that is false here', () => {
    const plan = planOf(dependency("colorama; sys_platform == 'win32'"));
    const outcome = installDistribution(plan, USUAL_WORKPLACE);
    expect(outcome.kind === 'installed' ? outcome.installation.along : undefined).toEqual([]);
  });
});
