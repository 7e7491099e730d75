import { expect, it } from 'vitest';
import truth from '~content/console/truth/clinic.json' with { type: 'json' };
import { about } from './about';

it('the clinic says of each tool in which release and how often it was asked', () => {
  const asked = (['pip', 'uv', 'build'] as const).map((tool) => ({
    tool,
    version: truth.tools[tool],
    cases: truth.cases.filter((one) => one.tool === tool).length,
  }));
  expect(about.checks.map(({ tool, version, cases }) => ({ tool, version, cases }))).toEqual(asked);
});
