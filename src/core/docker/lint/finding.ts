// What a build check has found, and which checks act: `# check=skip=…` of the file and above an instruction.
import { type CheckOptions, checkOptionsAbove, type Stretch } from '../dockerfile';
import { LINT_RULES, type LintRuleName } from './rules';

export interface Finding {
  readonly rule: LintRuleName;
  /** The builder’s sentence. */
  readonly message: string;
  /** What it is about, mostly the whole instruction; `at.start.line` is the line that the builder prints. */
  readonly at: Stretch;
}

/** Where checks put what they find; those that are left out put nothing. */
export interface Findings {
  readonly add: (rule: LintRuleName, message: string, at: Stretch, comments?: readonly string[]) => void;
  readonly all: readonly Finding[];
}

/** A place for findings under the options of a file. `comments` of an instruction may hold options for it alone. */
export function findingsUnder(options: CheckOptions): Findings {
  const all: Finding[] = [];
  const add: Findings['add'] = (rule, message, at, comments = []) => {
    const own = checkOptionsAbove(comments);
    const isLeftOut = LINT_RULES[rule].isExperimental
      ? !isNamed(rule, options.experimental) && !isNamed(rule, own.experimental)
      : isNamed(rule, options.skip) || isNamed(rule, own.skip);
    if (!isLeftOut) all.push({ rule, message, at });
  };
  return { add, all };
}

function isNamed(rule: string, names: readonly string[] | 'all'): boolean {
  return names === 'all' || names.includes(rule);
}
