export interface PatternState {
  readonly matched: readonly boolean[];
}
export const NO_PATTERNS: PatternState = { matched: [] };
export interface PathPatterns {
  readonly hasExceptions: boolean;
  readonly decide: (path: string, parent: PatternState) => { readonly isMatch: boolean; readonly state: PatternState };
}
export function pathPatterns(_patterns: readonly string[]): PathPatterns {
  return { hasExceptions: false, decide: () => ({ isMatch: false, state: NO_PATTERNS }) };
}
