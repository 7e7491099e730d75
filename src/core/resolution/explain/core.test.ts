import { describe, expect, it } from 'vitest';
import type { ResolutionProblem } from '../problem';
import { problemOf } from '../sketch';
import { resolve } from '../uv/resolve';
import { MAX_CORE_STEPS } from './core';
import { explain } from './explain';

const problem = problemOf({
  root: ['menu', 'icons<2', 'shop', 'tools'],
  packages: {
    menu: { '1': ['icons>=2'] },
    icons: { '1': [], '2': [] },
    shop: { '1': [] },
    tools: { '1': [] },
  },
});
const isWhole = (other: ResolutionProblem) => other.requirements.length === problem.requirements.length;

describe('the requirements at fault', () => {
  it('are those that can’t be met together, if every try came to an answer', () => {
    expect(explain(problem, resolve)).toMatchObject({ core: [0, 1], isMinimal: true });
  });

  it('aren’t called minimal where a try was stopped', () => {
    const hasty = (other: ResolutionProblem) => resolve(other, isWhole(other) ? {} : { budget: 1 });
    expect(explain(problem, hasty)).toMatchObject({ core: [0, 1, 2, 3], isMinimal: false });
  });

  it('are looked for no longer once the tries have taken too many steps in all', () => {
    let tries = 0;
    const slow = (other: ResolutionProblem) => {
      tries++;
      const outcome = resolve(other);
      return { ...outcome, counts: { ...outcome.counts, steps: MAX_CORE_STEPS / 2 } };
    };
    expect(explain(problem, slow)).toMatchObject({ core: [0, 1, 2, 3], isMinimal: false });
    expect(tries).toBe(2);
  });
});
