import { describe, expect, it } from 'vitest';
import { model } from './model';
import { figureSays, readAnswers, scriptCase, scriptCases } from './script-answers.fixture';
import { wheelScenario } from './wheel.fixture';

describe('the script to copy', () => {
  it('is the one that was run, and the figure shows what it printed then', () => {
    const shown = scriptCases().map((one) => {
      return { scenario: one.scenario, machine: one.machine, script: one.hash, prints: figureSays(one) };
    });
    expect(readAnswers().answers).toEqual(shown);
  });

  it('holds a hostile list as text, and nothing of it as program', () => {
    const { scene, state } = scriptCase(wheelScenario('pyerfa'), 'debian-13');
    const files = 'x") or __import__("os").abort() #.whl\nEND\n\\"\u2028x';
    const { script } = model.realCheck(scene, { ...state, files });
    const entries = script.split('\n').filter((line) => /^ {4}\("/.test(line));
    expect(entries).toEqual([
      '    ("x\\") or __import__(\\"os\\").abort() #.whl", "", False),',
      '    ("END", "", False),',
      '    ("\\\\\\"\u2028x", "", False),',
    ]);
  });
});
