/** The script to copy, run by the bash of this machine for every word in every environment. Skipped where there is no bash 5. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lookupScenarios } from '../scenarios.fixture';
import { model } from './model';

const bash = '/bin/bash';
const version = existsSync(bash) ? execFileSync(bash, ['--version'], { encoding: 'utf8' }) : '';
const which = existsSync('/usr/bin/which.debianutils');

describe.runIf(/version 5/.test(version) && which)('the script to copy (needs bash 5 and Debian’s which)', () => {
  const cases = lookupScenarios().flatMap(({ command }) => {
    if (command === undefined) return [];
    const { environments, words } = command.commands;
    return environments.flatMap(({ id }) => words.map((word) => ({ scenario: command, environment: id, word })));
  });

  it.each(cases)(
    'says what the figure says of $word with $environment activated',
    ({ scenario, environment, word }) => {
      const scene = model.open(scenario);
      const state = { ...model.first(scene), environment, word };
      const { exchanges } = model.present(scene, state, { answer: 'shown' });
      const [type, answer] = exchanges.map(({ prints }) => prints);
      const { script } = model.realCheck(scene, state);
      const { stdout } = spawnSync('/bin/sh', ['-c', script], { encoding: 'utf8' });
      const [, typed = '', found = ''] = /^\$ type [^\n]*\n(.*)\$ which [^\n]*\n(.*)$/s.exec(stdout) ?? [];
      // Of a function the figure shows the first line, and bash its body too.
      const shown = type?.endsWith('\n…') ? `${typed.split('\n')[0]}\n…` : typed.trimEnd();
      expect([shown, found.trimEnd()]).toEqual([type, answer]);
    },
  );
});
