// Bytes and seconds as the log prints them (buildkit util/progress/progressui; tonistiigi/units).

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** @example logBytes(409_600) // → '409.60kB' */
export function logBytes(bytes: number): string {
  let amount = bytes;
  let unit = 0;
  while (amount >= 1000 && unit < UNITS.length - 1) {
    amount /= 1000;
    unit++;
  }
  return `${unit === 0 ? amount : amount.toFixed(2)}${UNITS[unit]}`;
}

/** @example logSeconds(1.94) // → '1.9s' */
export function logSeconds(seconds: number): string {
  return `${seconds.toFixed(1)}s`;
}
