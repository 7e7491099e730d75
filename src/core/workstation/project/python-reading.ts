// What the readers of statements share: where they are, and the block reading that they do in turn.
import type { Around } from './python-simple-statement';
import type { Statement } from './python-statement';
import type { SyntaxProblem } from './python-tokens';
import type { TokenCursor } from './token-cursor';

/** A name that `nonlocal` declares and that no function around binds so far. */
export interface UnboundName {
  readonly name: string;
  readonly line: number;
  readonly isInFunction: boolean;
}

export interface Reading {
  readonly cursor: TokenCursor;
  /** What Python’s parser refuses; reading ends with it. */
  readonly problem: SyntaxProblem | undefined;
  /** What is refused once the whole text is parsed: declarations that come too late. */
  nameProblem: SyntaxProblem | undefined;
  /** What is refused last: statements in the wrong place. */
  placeProblem: SyntaxProblem | undefined;
  nonlocals: readonly UnboundName[];
  readonly around: Around;
  /** The statements up to the end of the block that the cursor stands in. */
  readBlock(depth: number): readonly Statement[];
  /** The block behind a colon: indented lines, or statements in the same line. `what` stands in Python’s complaint. */
  readBody(what: string, line: number, depth: number): readonly Statement[] | undefined;
  /** Reads something that stands in another block or in a loop. */
  within<T>(around: Partial<Around>, read: () => T): T;
  /** Names the problem; without a message, a line isn’t understood here. */
  refuse(line: number, message: string | undefined): undefined;
}
