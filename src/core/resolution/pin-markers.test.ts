import { describe, expect, it } from 'vitest';
import { markedPins } from './pin-markers';
import { parseScenario } from './scenario';
import { resolve } from './uv/resolve';

function pinsOf(text: string): readonly string[] {
  const { value, problems } = parseScenario(`[resolver_options]\nuniversal = true\n${text}`);
  if (value === undefined) throw new Error(problems[0]?.message);
  const answer = resolve(value.problem);
  if (answer.kind !== 'solved') throw new Error('It has a solution.');
  return markedPins(value.problem, answer.forks).map(({ name, written, marker }) => `${name}==${written} ; ${marker}`);
}

describe('where the releases of a universal answer are installed', () => {
  it('is where a requirement on them counts, handed on along the graph, and in a circle too', () => {
    expect(
      pinsOf(`[root]
requires = ["a ; sys_platform == 'win32'", "b"]
[packages.a.versions."1"]
requires = ["c"]
[packages.b.versions."1"]
requires = ["c ; os_name == 'posix'"]
[packages.c.versions."1"]
requires = ["a"]
`),
    ).toEqual([
      'a==1 ; os_name == "posix" or sys_platform == "win32"',
      'b==1 ; undefined',
      'c==1 ; os_name == "posix" or sys_platform == "win32"',
    ]);
  });

  it('is told of each release of a project that has several, fork by fork', () => {
    expect(
      pinsOf(`[root]
requires = ["a>=2 ; sys_platform == 'linux'", "a<2 ; sys_platform == 'darwin'"]
[packages.a.versions."1.0"]
[packages.a.versions."2.0"]
`),
    ).toEqual(['a==1.0 ; sys_platform == "darwin"', 'a==2.0 ; sys_platform == "linux"']);
  });
});
