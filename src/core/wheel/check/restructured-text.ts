// Whether reStructuredText renders, where that can be told without docutils: what is made of common blocks does (rst-blocks.ts); what
// has one of the common mistakes in it does not (rst-failures.ts). Between the two, nothing is claimed. Follows docutils 0.23 as
// readme_renderer 46.0 sets it up: any warning stops it.
import { readBlocks } from './rst-blocks';
import { findFailure } from './rst-failures';

/** `unknown`: neither is certain. The line is counted from 1; a mistake before it, which isn’t known here, may be told first. */
export type Rendering =
  | { readonly kind: 'renders' }
  | { readonly kind: 'fails'; readonly line: number | undefined; readonly message: string }
  | { readonly kind: 'unknown' };

const NO_CONTENT = 'No content rendered from RST source.';

/** Longer descriptions are left open; indexes take no longer ones either. */
const MAX_CHARACTERS = 1_000_000;

/** Says whether a description in reStructuredText would render. */
export function judgeRestructuredText(text: string): Rendering {
  if (text.length > MAX_CHARACTERS) return { kind: 'unknown' };
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.trimEnd());
  const blocks = readBlocks(lines);
  if (blocks !== undefined) {
    const [unresolved] = blocks.unresolved;
    if (unresolved !== undefined) {
      return { kind: 'fails', line: undefined, message: `Unknown target name: "${unresolved}".` };
    }
    return blocks.isEmpty ? { kind: 'fails', line: undefined, message: NO_CONTENT } : { kind: 'renders' };
  }
  const failure = findFailure(lines);
  return failure === undefined ? { kind: 'unknown' } : { kind: 'fails', ...failure };
}
