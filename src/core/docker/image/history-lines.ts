// The history of an image as `docker history --no-trunc` prints it: the newest line first, each with the instruction that made it and
// its size (docker/cli cli/command/formatter; docker/go-units HumanSizeWithPrecision). The base’s own lines would follow.
import type { BuiltImage } from './built-image';

export interface HistoryLine {
  readonly createdBy: string;
  readonly size: string;
}

/** The lines above the base. */
export function historyLines({ layers }: BuiltImage): readonly HistoryLine[] {
  return layers.map(({ createdBy, layer }) => ({ createdBy, size: humanSize(layer.size) })).reverse();
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

/** @example humanSize(21_302_104) // → '21.3MB' */
export function humanSize(bytes: number): string {
  let amount = bytes;
  let unit = 0;
  while (amount >= 1000 && unit < UNITS.length - 1) {
    amount /= 1000;
    unit++;
  }
  const rounded = Number(amount.toPrecision(3));
  // Go’s %.3g has no room for a fourth digit: 999 999 is 1e+03kB.
  return `${rounded >= 1000 ? '1e+03' : rounded}${UNITS[unit]}`;
}
