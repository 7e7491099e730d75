/** The check of console sessions: what is to be run on a machine, before anything is recorded. */
import { parseSession } from '../../scripts/record/session.ts';
import { baseName, type ContentProblem, type SourceFile } from './source';

/** Takes the session files, returns what is wrong with them. */
export function checkSessions(sources: readonly SourceFile[]): readonly ContentProblem[] {
  return sources.flatMap(({ path, text }): readonly ContentProblem[] => {
    try {
      parseSession(text, baseName(path));
      return [];
    } catch (error) {
      const told = error instanceof Error ? error.message : String(error);
      // The reader of sessions names the file itself.
      const reason = told.replace(`${path}: `, '');
      return [{ file: path, line: lineOfFault(error), reason, remedy: 'scripts/record/session.ts shows the form.' }];
    }
  });
}

/** Where YAML itself breaks; what is wrong beyond that is told without a line. */
function lineOfFault(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('linePos' in error) || !Array.isArray(error.linePos)) return 1;
  const [start] = error.linePos as readonly { readonly line?: number }[];
  return start?.line ?? 1;
}
