// FROM: buildkit instructions/parse.go, parseFrom.
import type { From } from './instruction';
import { quote } from './quote';
import { flagValue } from './read-flags';
import { flagsOf, type Reading, type Refusal, wordOf } from './reading';

const STAGE_NAME = /^[a-z][a-z0-9-_.]*$/;
/** Letters of any case, as Go compares them: U+017F is an `s` too. */
const AS = /^as$/iu;

/** Reads FROM: the name of the stage first, then the flags. */
export function readFrom(reading: Reading): From | Refusal {
  const [base, as, name] = reading.words;
  const count = reading.words.length;
  let stageName: string | undefined;
  if (count === 3 && name !== undefined && AS.test(as?.text ?? '')) {
    stageName = name.text.toLowerCase();
    if (!STAGE_NAME.test(stageName)) {
      const problem = `invalid name for build stage: ${quote(name.text)}, name can't start with a number or contain symbols`;
      return { code: 'stage-name', problem, at: name };
    }
  } else if (count !== 1) {
    return { code: 'argument-count', problem: 'FROM requires either one or three arguments' };
  }
  if (base === undefined) return { code: 'argument-count', problem: 'FROM requires either one or three arguments' };
  const flags = flagsOf(reading, { platform: 'value' });
  if ('problem' in flags) return flags;
  return {
    kind: 'from',
    ...reading.written,
    base: wordOf(reading, base),
    stageName,
    writtenName: stageName === undefined || name === undefined ? undefined : wordOf(reading, name),
    platform: flagValue(flags, 'platform') === '' ? undefined : flagValue(flags, 'platform'),
  };
}
