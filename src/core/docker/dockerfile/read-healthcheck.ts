// HEALTHCHECK: buildkit instructions/parse.go, parseHealthcheck.
import { readDuration } from './go-values';
import type { Healthcheck } from './instruction';
import { quote } from './quote';
import { type FlagKind, type FlagValues, flagValue } from './read-flags';
import { commandOf, flagsOf, needsSome, type Reading, type Refusal } from './reading';

const FLAGS: Readonly<Record<string, FlagKind>> = {
  ...{ interval: 'value', timeout: 'value', 'start-period': 'value', 'start-interval': 'value', retries: 'value' },
};
/** The shortest duration: a millisecond. */
const SHORTEST = 1_000_000;

export function readHealthcheck(reading: Reading): Healthcheck | Refusal {
  const [first, ...rest] = reading.words;
  if (first === undefined) return needsSome('HEALTHCHECK');
  const type = first.text.toUpperCase();
  if (type === 'NONE') {
    // The builder doesn’t look at the flags of NONE.
    if (rest.length > 0) return { code: 'argument-count', problem: 'HEALTHCHECK NONE takes no arguments' };
    return { kind: 'healthcheck', ...reading.written, probe: { kind: 'none' } };
  }
  const flags = flagsOf(reading, FLAGS);
  if ('problem' in flags) return flags;
  if (type !== 'CMD') {
    const problem = `Unknown type ${quote(type)} in HEALTHCHECK (try CMD)`;
    return { code: 'healthcheck-type', problem, at: first };
  }
  if (rest.length === 0) return { code: 'argument-count', problem: 'Missing command after HEALTHCHECK CMD' };
  const durations: number[] = [];
  for (const name of ['interval', 'timeout', 'start-period', 'start-interval']) {
    const duration = readInterval(flags, name);
    if (typeof duration !== 'number') return placed(reading, name, duration.problem);
    durations.push(duration);
  }
  const [interval = 0, timeout = 0, startPeriod = 0, startInterval = 0] = durations;
  const retries = readRetries(flagValue(flags, 'retries'));
  if (typeof retries !== 'number') return placed(reading, 'retries', retries.problem);
  const command = commandOf(reading, rest);
  const probe = { kind: 'command', command, interval, timeout, startPeriod, startInterval, retries } as const;
  return { kind: 'healthcheck', ...reading.written, probe };
}

function placed(reading: Reading, name: string, problem: string): Refusal {
  const at = reading.line.split.flags.find(({ text }) => text.startsWith(`--${name}=`));
  return at === undefined ? { code: 'healthcheck-option', problem } : { code: 'healthcheck-option', problem, at };
}

function readInterval(flags: FlagValues, name: string): number | { readonly problem: string } {
  const written = flagValue(flags, name);
  if (written === '') return 0;
  const duration = readDuration(written);
  if (typeof duration !== 'number' || duration === 0 || duration >= SHORTEST) return duration;
  return { problem: `Interval ${quote(name)} cannot be less than 1ms` };
}

function readRetries(written: string): number | { readonly problem: string } {
  if (written === '') return 0;
  const refuse = (what: string) => ({ problem: `strconv.ParseInt: parsing ${quote(written)}: ${what}` });
  // Digits that are too many are refused before what stands behind them is seen.
  const digits = /^[-+]?0*(\d*)/.exec(written)?.[1] ?? '';
  if (digits.length > 10 || Number(digits) >= 2 ** 32) return refuse('value out of range');
  if (!/^[-+]?\d+$/.test(written)) return refuse('invalid syntax');
  const value = Number(written);
  if (value < -(2 ** 31) || value >= 2 ** 31) return refuse('value out of range');
  return value < 0 ? { problem: `--retries cannot be negative (${value})` } : Math.abs(value);
}
