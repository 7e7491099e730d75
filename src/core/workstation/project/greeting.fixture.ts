// For tests: the course’s project `greeting`, with changes.
import { type DistributionKind, planDistribution, type SourceTree } from '@/core/wheel';
import { installDistribution } from './install-distribution';
import { USUAL_WORKPLACE, type Workplace } from './workplace';
import { type World, worldOf } from './world';

export const PYPROJECT = `[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "greeting"
version = "0.1.0"
requires-python = ">=3.10"

[project.scripts]
greet = "greeting.__main__:main"
`;

const FILES: Readonly<Record<string, string>> = {
  'README.md': '# greeting\n\nSays hello, in a few languages.\n',
  'pyproject.toml': PYPROJECT,
  'src/greeting/__init__.py': '"""Greets people."""\n\n\ndef greet(name: str) -> str:\n    return f"Hello, {name}!"\n',
  'src/greeting/__main__.py':
    'import sys\n\nfrom greeting import greet\n\n\ndef main() -> None:\n    print(greet(" ".join(sys.argv[1:]) or "you"))\n\n\nif __name__ == "__main__":\n    main()\n',
  'tests/test_greet.py':
    'from greeting import greet\n\n\ndef test_greet():\n    assert greet("Ada") == "Hello, Ada!"\n',
};

/** The project’s files; of `changes`, a text replaces or adds a file and `null` takes one away. */
export function greeting(changes: Readonly<Record<string, string | null>> = {}): SourceTree {
  const all = { ...FILES, ...changes };
  return Object.entries(all).flatMap(([path, content]) => (content === null ? [] : [{ path, content }]));
}

/** The project built and installed; what fails on the way is an error of the test. */
export function installed(
  tree: SourceTree,
  kind: DistributionKind = 'wheel',
  place: Workplace = USUAL_WORKPLACE,
): World {
  const planned = planDistribution(tree, kind);
  if (planned.kind === 'failed') throw new Error(planned.problems.map(({ message }) => message).join('\n'));
  const outcome = installDistribution(planned.plan, place);
  if (outcome.kind === 'failed') throw new Error(JSON.stringify(outcome.problem));
  return worldOf(tree, place, outcome.installation);
}
