// Variables put into words, as the place where they stand reads them (buildkit frontend/dockerfile/shell).
import {
  type DockerfileProblem,
  type Environment,
  type Instruction,
  lexShell,
  type Mount,
  readMount,
  type Stretch,
} from '../dockerfile';
import { planProblem } from './plan-problem';

/** What words are expanded with: the variables in force and the file’s escape character. */
export interface Expander {
  readonly environment: Environment;
  readonly escape: '\\' | '`';
}

/** The text with its variables put in and its quotes taken off; a problem where it can’t be. */
export function expandText(text: string, expander: Expander, at: Stretch): string | DockerfileProblem {
  const { text: expanded, problem } = lexShell(text, expander);
  return problem === undefined ? expanded : planProblem('expansion', `failed to process "${text}": ${problem}`, at);
}

/** The same for a list; the first problem stops it. */
export function expandTexts(
  texts: readonly string[],
  expander: Expander,
  at: Stretch,
): readonly string[] | DockerfileProblem {
  const expanded: string[] = [];
  for (const text of texts) {
    const one = expandText(text, expander, at);
    if (typeof one !== 'string') return one;
    expanded.push(one);
  }
  return expanded;
}

/** The content of a heredoc: quotes are characters like others there, and the backslash always escapes. */
export function expandContent(content: string, { environment }: Expander, at: Stretch): string | DockerfileProblem {
  const { text, problem } = lexShell(content, { environment, escape: '\\', ignoreQuotes: true });
  return problem === undefined ? text : planProblem('expansion', `failed to process "${content}": ${problem}`, at);
}

/** The instruction as the log shows it: its keyword in capitals, variables put in where they have a value. */
export function labelText(instruction: Instruction, expander: Expander): string {
  const lexing =
    instruction.kind === 'run' ? { ...expander, rawQuotes: true, rawEscapes: true, keepUnset: true } : expander;
  const { text, problem } = lexShell(instruction.code, lexing);
  const shown = problem === undefined ? text : instruction.code;
  return shown.replace(/^\S+/, (keyword) => keyword.toUpperCase());
}

/** A mount with its variables put in. */
export function expandMount(written: string, expander: Expander, at: Stretch): Mount | DockerfileProblem {
  const mount = readMount(written, (word) => {
    const { text, problem } = lexShell(word, expander);
    return problem === undefined ? text : { problem };
  });
  return 'problem' in mount ? planProblem('invalid-mount', mount.problem, at) : mount;
}
