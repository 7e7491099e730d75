import { describe, expect, it } from 'vitest';
import { parseScenario } from '@/core/resolution';
import { scenarioLines } from './scenario-lines';

function lines(toml: string): readonly string[] {
  const { value } = parseScenario(toml);
  return value === undefined
    ? ['can’t be read']
    : scenarioLines(value).map(({ subject, says }) => `${subject}: ${says}`);
}

describe('a scenario in few lines', () => {
  it('says what is asked, then each project, newest release first, and releases that say the same together', () => {
    const toml = `name = "x"
[root]
requires = ["a>=1", "b"]
[packages.a.versions."1.0"]
[packages.a.versions."1.1"]
[packages.a.versions."2.0"]
requires = ["b>=2"]
[packages.b.versions."2"]
`;
    expect(lines(toml)).toEqual(['asked: a>=1, b', 'a 2.0: needs b>=2', 'a 1.1, 1.0: ', 'b 2: ']);
  });

  it('says everything that isn’t at its default', () => {
    const toml = `name = "x"
[root]
requires = ["a[x]"]
[environment]
python = "3.11"
[resolver_options]
resolution = "lowest-direct"
prereleases = true
no_build = ["a"]
no_binary = ["b"]
[shipshape]
constraints = ["b<2"]
overrides = ["c>=1"]
lock = { b = "1" }
[packages.a.versions."1"]
requires_python = ">=3.9"
sdist = false
wheel_tags = ["py3-none-win_amd64"]
yanked = true
extras.x = ["b"]
[packages.b.versions."1"]
`;
    expect(lines(toml)).toEqual([
      'asked: a[x]',
      'Python: 3.11.0',
      'resolution: lowest-direct',
      'pre-releases: allow',
      'no build of: a',
      'no binary of: b',
      'constraints: b<2',
      'overrides: c>=1',
      'locked: b 1',
      'a 1: with [x] b; Python >=3.9; wheel for py3-none-win_amd64; no sdist; yanked',
      'b 1: ',
    ]);
  });

  it('names every environment as the target of a universal answer', () => {
    const toml = `name = "x"
[root]
requires = ["a"]
[resolver_options]
universal = true
required_environments = ["sys_platform == 'win32'"]
[packages.a.versions."1"]
`;
    expect(lines(toml)).toEqual([
      'asked: a',
      'target: every environment',
      "required: sys_platform == 'win32'",
      'a 1: ',
    ]);
  });
});
