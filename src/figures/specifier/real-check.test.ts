import { describe, expect, it } from 'vitest';
import { model } from './model';
import { readAnswers, scriptCases } from './script-answers.fixture';
import { specifierScenario } from './specifier.fixture';

describe('the script to copy', () => {
  it('is the one that was run, and the figure shows what it printed then', () => {
    const shown = scriptCases().map(({ scenario, specifier, hash, says }) => {
      return { scenario, specifier, script: hash, prints: says };
    });
    expect(readAnswers().answers).toEqual(shown);
  });

  it('holds a hostile text as text, and nothing of it as program', () => {
    const scene = model.open(specifierScenario('urllib3'));
    const hostile = '===x")\nEND\nimport os #\\';
    const state = model.update(scene, model.first(scene), { kind: 'specifier-typed', text: '===x"#\\' });
    expect(model.realCheck(scene, state).script).toContain('SpecifierSet("===x\\"#\\\\").filter(');
    const list = model.update(scene, model.first(scene), { kind: 'versions-typed', text: `1.0 ${hostile} """ 2.0` });
    const { script } = model.realCheck(scene, list);
    expect(script.split('\n').filter((line) => line === 'END').length).toBe(1);
    expect(script).toContain('versions = """\n1.0 2.0\n""".split()');
  });
});
