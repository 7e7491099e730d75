// The name that was probably meant: the known one that the fewest slips of the pen turn into what was written. A slip is a letter
// too many, one too few, another letter, or two that changed places (optimal string alignment distance).

/** The longest name that is compared. Protects from a stranger’s key of any length. */
const MAX_LENGTH = 40;

/** How many slips are still one and the same name. */
function slipsOf(length: number): number {
  if (length < 4) return 0;
  return length < 6 ? 1 : length < 12 ? 2 : 3;
}

/** The known name that is nearest to the written one, capitals, “_” and “-” apart; `undefined` if none is near. */
export function nearName(written: string, known: readonly string[]): string | undefined {
  if (written.length > MAX_LENGTH) return undefined;
  const plain = plainName(written);
  let best: string | undefined;
  let fewest = slipsOf(plain.length) + 1;
  for (const name of known) {
    const slips = slipsBetween(plain, plainName(name));
    if (slips >= fewest) continue;
    fewest = slips;
    best = name;
  }
  return best;
}

function plainName(name: string): string {
  return name.toLowerCase().replaceAll('_', '-');
}

function slipsBetween(one: string, other: string): number {
  let before: readonly number[] = [];
  let above = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const line = [row];
    for (let column = 1; column <= other.length; column++) {
      const isOther = one.charAt(row - 1) !== other.charAt(column - 1);
      const cost = (above[column - 1] ?? 0) + (isOther ? 1 : 0);
      const isSwapped =
        one.charAt(row - 1) === other.charAt(column - 2) && one.charAt(row - 2) === other.charAt(column - 1);
      const swapped = row > 1 && column > 1 && isSwapped ? (before[column - 2] ?? 0) + 1 : cost;
      line.push(Math.min(cost, swapped, (above[column] ?? 0) + 1, (line[column - 1] ?? 0) + 1));
    }
    before = above;
    above = line;
  }
  return above[other.length] ?? 0;
}
