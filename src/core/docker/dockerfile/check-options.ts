// `# check=skip=…;error=true`: what the build checks are told by the file. Dockerfile reference, “check”; buildkit
// linter/linter.go, ParseLintOptions.
import { cut, trimSpace } from './characters';
import { findDirective, readDirective } from './directives';
import { readBoolean } from './go-values';
import { quote } from './quote';
import type { Refused } from './shell-pattern';

/** Checks by name that are left out or, if experimental, taken in; `'all'` is all of them. */
export interface CheckOptions {
  readonly skip: readonly string[] | 'all';
  readonly experimental: readonly string[] | 'all';
  /** A finding fails the build. */
  readonly error: boolean;
}

export const NO_OPTIONS: CheckOptions = { skip: [], experimental: [], error: false };

/** The options of a file, or the builder’s sentence about them. */
export function checkOptionsOf(text: string): CheckOptions | Refused {
  const value = findDirective(text, 'check');
  if (value === undefined) return NO_OPTIONS;
  const options = readCheckOptions(cut(value, ' ')[0]);
  return 'problem' in options ? { problem: `failed to parse check options: ${options.problem}` } : options;
}

/** The options that a comment above an instruction holds for it: `# check=skip=…`; the first such comment counts. */
export function checkOptionsAbove(comments: readonly string[]): CheckOptions {
  for (const comment of comments) {
    const read = readDirective(comment, new Set(), '');
    if (read.kind !== 'directive' || read.directive.name !== 'check') continue;
    const options = readCheckOptions(cut(read.directive.value, ' ')[0]);
    return 'problem' in options ? NO_OPTIONS : options;
  }
  return NO_OPTIONS;
}

function readCheckOptions(written: string): CheckOptions | Refused {
  const text = trimSpace(written);
  if (text === '') return NO_OPTIONS;
  let options = NO_OPTIONS;
  const parts = text.split(';');
  for (const part of [...parts.slice(0, 2), ...(parts.length > 2 ? [parts.slice(2).join(';')] : [])]) {
    const [written, value] = cut(part, '=');
    if (value === undefined) return { problem: `invalid check option ${quote(part)}` };
    const key = trimSpace(written);
    if (key === 'skip' || key === 'experimental') {
      if (options[key] !== 'all') options = { ...options, [key]: readNames(value) };
    } else if (key === 'error') {
      const error = readBoolean(trimSpace(value));
      if (error === undefined) {
        const problem = `strconv.ParseBool: parsing ${quote(trimSpace(value))}: invalid syntax`;
        return { problem: `failed to parse check option ${quote(part)}: ${problem}` };
      }
      options = { ...options, error };
    } else return { problem: `invalid check option ${quote(key)}` };
  }
  return options;
}

function readNames(value: string): readonly string[] | 'all' {
  const names = trimSpace(value);
  return names === 'all' ? 'all' : names.split(',').map(trimSpace);
}
