/** Seconds and bytes as a reader reads them. Bytes are in thousands, as Docker counts them. */

/** @example secondsWord(72.4) // → '1 min 12 s' */
export function secondsWord(seconds: number): string {
  if (seconds === 0) return '0 s';
  if (seconds < 9.95) return `${Math.max(0.1, seconds).toFixed(1)} s`;
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** For the ear. @example secondsSaid(72.4) // → '72 seconds' */
export function secondsSaid(seconds: number): string {
  const said = seconds < 9.95 && seconds > 0 ? Math.max(0.1, seconds).toFixed(1) : `${Math.round(seconds)}`;
  return `${said} seconds`;
}

const UNITS = ['B', 'kB', 'MB', 'GB'] as const;

/** @example bytesWord(159_548_111) // → '160 MB' */
export function bytesWord(bytes: number): string {
  let amount = bytes;
  let unit = 0;
  while (amount >= 999.5 && unit < UNITS.length - 1) {
    amount /= 1000;
    unit++;
  }
  return `${unit > 0 && amount < 9.95 ? amount.toFixed(1) : Math.round(amount)} ${UNITS[unit]}`;
}

/** @example countOf(1, 'step') // → '1 step' */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
