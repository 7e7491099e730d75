import { describe, expect, it } from 'vitest';
import type { NormalizedName } from '@/core/python';
import { releaseStates } from './release-state';
import { parseScenario } from './scenario';

const RELEASES = `
[packages.a.versions."0.9"]
requires_python = ">=3.13"

[packages.a.versions."1.0"]

[packages.a.versions."1.1"]
yanked = true

[packages.a.versions."1.2"]
sdist = false
wheel_tags = ["cp312-cp312-win_amd64"]

[packages.a.versions."2.0rc1"]
`;

function statesOf(options: string): readonly (string | undefined)[] {
  const { value, problems } = parseScenario(`[root]\nrequires = []\n${options}${RELEASES}`);
  if (value === undefined) throw new Error(problems[0]?.message);
  return releaseStates(value.problem, 'a' as NormalizedName);
}

describe('what stands against releases', () => {
  it('is told of each, in the environment that is resolved for', () => {
    expect(statesOf('')).toEqual(['requires-python', undefined, 'yanked', 'no-file', 'pre-release']);
  });

  it('depends on the platform and the Python', () => {
    const options = '[resolver_options]\npython = "3.13"\npython_platform = "windows"\n';
    expect(statesOf(options)).toEqual([undefined, undefined, 'yanked', 'no-file', 'pre-release']);
    expect(statesOf('[resolver_options]\npython_platform = "windows"\n')[3]).toBeUndefined();
  });

  it('is no Python and no wheel where it is resolved for all environments', () => {
    const options = '[resolver_options]\nuniversal = true\n';
    expect(statesOf(options)).toEqual([undefined, undefined, 'yanked', undefined, 'pre-release']);
  });

  it('is that all are too new, where only releases of a known date count', () => {
    expect(statesOf('[shipshape]\nexclude_newer = "2020-01-01"\n')).toEqual(Array(5).fill('too-new'));
  });

  it('is nothing for a project that doesn’t exist', () => {
    const { value } = parseScenario('[root]\nrequires = []\n[packages]\n');
    expect(value && releaseStates(value.problem, 'b' as NormalizedName)).toEqual([]);
  });
});
