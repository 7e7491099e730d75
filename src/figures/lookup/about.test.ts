import { describe, expect, it } from 'vitest';
import shellTruth from '~content/console/truth/shell-lookup.json' with { type: 'json' };
import pathTruth from '~content/console/truth/sys-path.json' with { type: 'json' };
import { about as command } from './command/about';
import { about as module } from './module/about';

describe('what the lookup figures say that they were compared with', () => {
  it('is what bash was asked in the recordings', () => {
    const questions = shellTruth.cases
      .flatMap(({ steps }) => steps)
      .filter(({ command: asked }) => /^(type|which|command) /.test(asked));
    const on = `${shellTruth.machine}, asked with type, command -v and which`;
    expect(command.checks).toEqual([{ tool: 'GNU bash', version: shellTruth.bash, on, cases: questions.length }]);
  });

  it('is what Python was asked in the recordings', () => {
    const { python: version, machine: on, cases } = pathTruth;
    expect(module.checks).toEqual([{ tool: 'CPython', version, on, cases: cases.length }]);
  });
});
