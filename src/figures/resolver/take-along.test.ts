import { describe, expect, it } from 'vitest';
import { resolverScenario } from './resolver.fixture';
import { takeIn } from './take-in';
import { takeOut } from './take-out';

const { text } = resolverScenario('back-shared-library');

describe('requirements that are brought in', () => {
  it('are those of a requirements file that the index has; the rest is told with its reason', () => {
    const file = [
      '# ours',
      '-r other.txt',
      'Shop>=1.0  # at least',
      `stock==1.1.0 --hash=sha256:${'0'.repeat(64)}`,
      'flask',
      '-e ./here',
      'shared @ https://example.org/shared.whl',
      'shop >',
    ].join('\n');
    const { texts, left } = takeIn(file, text);
    expect(texts).toEqual(['Shop>=1.0', 'stock==1.1.0']);
    expect(left.map((why) => why.split(':')[0])).toEqual(['Line 8', 'Line 2', 'Line 4', 'Line 6', 'Line 7', 'flask']);
  });

  it('are the dependencies of a pyproject.toml', () => {
    const file = `[project]
name = "ours"
version = "1.0"
dependencies = ["shop<2", 1, "shop >", "shared @ https://example.org/shared.whl", "numpy"]

[project.optional-dependencies]
fast = ["stock"]
`;
    expect(takeIn(file, text)).toEqual({
      texts: ['shop<2'],
      left: [
        'The extra fast was not taken: nobody asks for it here.',
        'Line 4: A requirement is a string.',
        'Line 4: After > comes a version, such as >1.0.',
        'Line 4: A direct reference isn’t modelled here: write versions of shared instead.',
        'numpy: the index of this scenario doesn’t have it.',
      ],
    });
  });

  it('are none of a file that is no such file, or too large', () => {
    expect(takeIn('[project]\nname = ', text).texts).toEqual([]);
    expect(takeIn('[tool.x]\na = 1\n', text).left).toEqual(['There is no [project] table in it.']);
    expect(takeIn('x'.repeat(300_000), text).left).toHaveLength(1);
  });
});

describe('an answer that is taken along', () => {
  it('is a requirements file of its pins', () => {
    expect(
      takeOut(text, 'requirements'),
    ).toBe(`# The answer of a simulation, over an index that may be a part of the real one.
# Without hashes: the scenario holds no files.
shared==1.4.0
shop==1.0.0
stock==1.1.0
`);
  });

  it('has markers where it is one for all environments', () => {
    const lines = takeOut(resolverScenario('fork-by-platform').text, 'requirements')?.split('\n').slice(2);
    expect(lines).toEqual(['a==1.0.0 ; sys_platform == "darwin"', 'a==2.0.0 ; sys_platform == "linux"', '']);
  });

  it('is a tree as uv writes it', () => {
    expect(takeOut(text, 'tree')).toBe(`your project
├── shop v1.0.0
│   └── shared v1.4.0
└── stock v1.1.0
    └── shared v1.4.0
`);
  });

  it('is a graph for Mermaid', () => {
    expect(takeOut(text, 'mermaid')).toBe(`flowchart TD
  you(["you"])
  p0["shared 1.4.0"]
  p1["shop 1.0.0"]
  p2["stock 1.1.0"]
  you --> p1
  you --> p2
  p1 -->|">=1,<2"| p0
  p2 -->|">=1,<2"| p0
`);
  });

  it('is none where there is no answer', () => {
    expect(takeOut(resolverScenario('back-shared-library-pinned').text, 'tree')).toBeUndefined();
    expect(takeOut('[root', 'tree')).toBeUndefined();
  });
});
