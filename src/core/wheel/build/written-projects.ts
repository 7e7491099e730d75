// Projects for tests: the course’s own, and others from a few lines.
import type { DistributionPlan, PlannedDistribution } from './distribution-plan';
import type { SourceTree } from './source-tree';

export const HATCH = '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n\n';

/** The least that has no warning. */
export const KIT = `${HATCH}[project]\nname = "kit"\nversion = "1.0"\nrequires-python = ">=3.10"\n`;

/** A tree from its paths and texts; paths in `executable` may be run. */
export function treeOf(files: Readonly<Record<string, string>>, executable: readonly string[] = []): SourceTree {
  return Object.entries(files).map(([path, content]) => ({ path, content, isExecutable: executable.includes(path) }));
}

/** The project that lecture 5 builds. */
export const GREETING: SourceTree = treeOf({
  LICENSE: 'Anyone may use this.\n',
  'README.md': '# greeting\n\nSays hello, in a few languages.\n',
  'pyproject.toml': `${HATCH}[project]
name = "greeting"
version = "0.1.0"
description = "Says hello."
readme = "README.md"
requires-python = ">=3.10"
license = "MIT"
license-files = ["LICENSE"]

[project.scripts]
greet = "greeting.__main__:main"
`,
  'src/greeting/__init__.py': '"""Greets people."""\n\n\ndef greet(name: str) -> str:\n    return f"Hello, {name}!"\n',
  'src/greeting/__main__.py':
    'import sys\n\nfrom greeting import greet\n\n\ndef main() -> None:\n    print(greet(" ".join(sys.argv[1:]) or "you"))\n\n\nif __name__ == "__main__":\n    main()\n',
  'tests/test_greet.py':
    'from greeting import greet\n\n\ndef test_greet():\n    assert greet("Ada") == "Hello, Ada!"\n',
});

/** The plan, where a test is about something else than whether there is one. */
export function planOf(planned: PlannedDistribution): DistributionPlan {
  if (planned.kind === 'planned') return planned.plan;
  throw new Error(planned.problems.map(({ message }) => message).join('\n'));
}

/** The paths of what is planned. */
export function pathsOf(planned: PlannedDistribution): readonly string[] {
  return planOf(planned).files.map(({ path }) => path);
}

/** The text of one file of the plan. */
export function textIn({ files }: DistributionPlan, path: string): string | undefined {
  const file = files.find((planned) => planned.path === path);
  return file && new TextDecoder().decode(file.content);
}
