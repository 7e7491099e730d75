// A place in a list of tokens that readers of expressions and of statements share.
import type { PythonToken } from './python-tokens';

export class TokenCursor {
  private at = 0;
  private most = 0;

  /** `tokens` ends with the kind `end`. */
  constructor(private readonly tokens: readonly PythonToken[]) {}

  get token(): PythonToken {
    this.most = Math.max(this.most, this.at);
    return this.tokens[Math.min(this.at, this.tokens.length - 1)] ?? { kind: 'end', line: 1, from: 0, to: 0 };
  }

  get position(): number {
    return this.at;
  }

  /** The token furthest on that was looked at: where a grammar’s complaint stands. */
  get furthest(): PythonToken | undefined {
    return this.tokens[Math.min(this.most, this.tokens.length - 1)];
  }

  next(): PythonToken {
    const { token } = this;
    this.at += 1;
    return token;
  }

  goTo(position: number): void {
    this.at = position;
  }

  /** Whether the token here is this operator or word. */
  is(text: string): boolean {
    const { token } = this;
    return (token.kind === 'operator' || token.kind === 'name') && token.text === text;
  }

  /** Takes the operator or word if it is here. */
  take(text: string): boolean {
    const here = this.is(text);
    if (here) this.at += 1;
    return here;
  }

  isKind(kind: PythonToken['kind']): boolean {
    return this.token.kind === kind;
  }

  isLineEnd(): boolean {
    const { kind } = this.token;
    return kind === 'newline' || kind === 'end' || kind === 'dedent';
  }
}
