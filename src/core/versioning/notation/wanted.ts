// An admitted set against a wanted one: what is too much, what is too little.

export interface WantedJudgement {
  readonly isMet: boolean;
  /** Admitted, and not wanted; in the order of the list. */
  readonly tooMuch: readonly string[];
  /** Wanted, and not admitted. */
  readonly tooLittle: readonly string[];
}

/**
 * Compares what is admitted with what is wanted.
 *
 * @example judgeWanted(['1.0', '1.1'], ['1.1', '1.2']) // → { isMet: false, tooMuch: ['1.0'], tooLittle: ['1.2'] }
 */
export function judgeWanted(admitted: readonly string[], wanted: readonly string[]): WantedJudgement {
  const [have, want] = [new Set(admitted), new Set(wanted)];
  const tooMuch = admitted.filter((version) => !want.has(version));
  const tooLittle = wanted.filter((version) => !have.has(version));
  return { isMet: tooMuch.length === 0 && tooLittle.length === 0, tooMuch, tooLittle };
}
