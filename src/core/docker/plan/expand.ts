// Variables put into words, as the place where they stand reads them.
import { type DockerfileProblem, type Environment, expandWord, type Stretch } from '../dockerfile';
import { planProblem } from './plan-problem';

/** What words are expanded with: the variables in force and the file’s escape character. */
export interface Expander {
  readonly environment: Environment;
  readonly escape: '\\' | '`';
}

/** The text with its variables put in and its quotes taken off; a problem where it can’t be. */
export function expandText(text: string, { environment, escape }: Expander, at: Stretch): string | DockerfileProblem {
  const { text: expanded, problem } = expandWord(text, environment, escape);
  return problem === undefined ? expanded : planProblem('expansion', problem, at);
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
