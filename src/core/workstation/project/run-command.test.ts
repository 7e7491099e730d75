import { describe, expect, it } from 'vitest';
import { plainText } from '../sentence';
import { greeting, installed } from './greeting.fixture';
import { runCommand } from './run-command';

describe('a command', () => {
  it('is walked from the shell to its function', () => {
    const walk = runCommand(installed(greeting()), 'greet');
    expect(walk.steps.map((s) => [s.station, s.outcome, s.subject, plainText(s.sentence)])).toHaveLength(9);
    expect(walk.end).toEqual({ kind: 'runs' });
  });
});
