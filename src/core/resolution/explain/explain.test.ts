import { describe, expect, it } from 'vitest';
import { type ProblemSketch, problemOf } from '../sketch';
import { resolve } from '../uv/resolve';
import { explain, formatExplanation } from './index';

function explained(sketch: ProblemSketch): string | undefined {
  const explanation = explain(problemOf(sketch), resolve);
  return explanation && formatExplanation(explanation);
}
describe('x', () => {
  it('y', () => {
    const show = (name: string, s: ProblemSketch) => console.log(`## ${name}\n${explained(s)}`);
    show('shared', {
      root: ['a', 'b'],
      packages: { a: { '1': ['lib<2'], '2': ['lib<2'] }, b: { '1': ['lib>=2'] }, lib: { '1': [], '2': [] } },
    });
    show('missing', { root: ['a'], packages: { a: { '1': ['flaks'] }, flask: { '1': [] } } });
    show('missing direct', { root: ['flaks'], packages: { flask: { '1': [] } } });
    show('range', { root: ['a>=3', 'lib'], packages: { a: { '1': [], '2': [] }, lib: { '1': [] } } });
    show('python', {
      root: ['a'],
      packages: { a: { '1': { requiresPython: '>=3.13' }, '2': { requiresPython: '>=3.14' } } },
    });
    show('python newer', {
      root: ['a>=2'],
      packages: { a: { '1': [], '2': { requiresPython: '>=3.13' }, '3': { requiresPython: '>=3.14' } } },
    });
    show('yanked', { root: ['a>=2'], packages: { a: { '1': [], '2': { yanked: true }, '3': { yanked: true } } } });
    show('wheel', {
      root: ['a', 'b'],
      packages: { a: { '1': { wheelTags: ['cp312-cp312-win_amd64'] } }, b: { '1': [] } },
    });
    show('pre', { root: ['a>1'], packages: { a: { '1': [], '2rc1': [] } }, policy: { prereleases: 'disallow' } });
    show('case split', {
      root: ['a', 'c==1'],
      packages: {
        a: { '1': ['b==1'], '2': ['b==2'], '3': ['b==3'] },
        b: { '1': ['c>=2'], '2': ['c>=3'], '3': ['d'] },
        c: { '1': [], '2': [], '3': [] },
        d: { '1': ['c>=2'] },
      },
    });
    show('extras', {
      root: ['web[tls]', 'crypto<2'],
      packages: {
        web: { '1': { extras: { tls: ['crypto>=2'] } }, '2': { extras: { tls: ['crypto>=3'] } } },
        crypto: { '1': [], '2': [], '3': [] },
      },
    });
    show('constraint', {
      root: ['a'],
      constraints: ['lib<2'],
      packages: { a: { '1': ['lib>=2'] }, lib: { '1': [], '2': [] } },
    });
    show('pandas', {
      root: ['tensorflow==2.3.0', 'pandas==1.2.0', 'numpy>=1.19'],
      packages: {
        tensorflow: { '2.3.0': ['numpy<1.19.0,>=1.16.0'] },
        pandas: { '1.2.0': ['numpy>=1.16.5'] },
        numpy: { '1.16.0': [], '1.18.5': [], '1.19.0': [], '1.19.5': [], '1.20.0': [] },
      },
    });
    show('deep', {
      root: ['a', 'x'],
      packages: {
        a: { '1': ['b'] },
        b: { '1': ['c'] },
        c: { '1': ['d'] },
        d: { '1': ['e'] },
        e: { '1': ['f<2'] },
        x: { '1': ['y'] },
        y: { '1': ['f>=2'] },
        f: { '1': [], '2': [] },
      },
    });
    show('self', { root: ['a', 'a<1'], packages: { a: { '0.5': ['a>=1'], '1': [] } } });
    show('twice', {
      root: ['a', 'b'],
      packages: {
        a: { '1': ['s', 't'], '2': ['s', 'u'] },
        b: { '1': ['s', 't'], '2': ['s', 'u'] },
        s: { '1': ['l<2'], '2': ['l<2', 'm'] },
        t: { '1': ['l>=2'] },
        u: { '1': ['l>=2', 'm'], '2': ['l>=3'] },
        l: { '1': [], '2': [], '3': [] },
        m: { '1': [] },
      },
    });
    expect(1).toBe(1);
  });
});
