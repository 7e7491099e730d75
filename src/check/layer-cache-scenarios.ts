/** The check of recorded builds: each file is a whole record of a real builder, under its own name, and says what it shows. */
import type { ContentProblem, SourceFile } from './source';

const remedy =
  'docs/conformance.md, “Record the builder again”, says what a scenario needs: npm run record:docker -- <file>';

export function checkLayerCacheScenarios(files: readonly SourceFile[]): readonly ContentProblem[] {
  return files.flatMap((file) => {
    const reason = whyNot(file);
    return reason === undefined ? [] : [{ file: file.path, line: 1, reason, remedy }];
  });
}

/** Is this file a whole record? */
export const wholeRecord = (file: SourceFile): boolean => whyNot(file) === undefined;

function whyNot({ path, text }: SourceFile): string | undefined {
  let scenario: Readonly<Record<string, unknown>>;
  try {
    scenario = JSON.parse(text);
  } catch {
    return 'This is no JSON.';
  }
  const { name, topic, why, builds, expected, recordedWith } = scenario;
  if (!path.endsWith(`/${name}.json`)) return `The name “${name}” isn’t the file’s name.`;
  if (typeof topic !== 'string' || typeof why !== 'string' || !/[.?]$/.test(why)) {
    return 'A scenario has a topic, and a sentence that says why it is there.';
  }
  if (!Array.isArray(builds) || !Array.isArray(expected) || builds.length === 0) return 'A scenario has builds.';
  if (builds.length !== expected.length) return `There are ${builds.length} builds and ${expected.length} outcomes.`;
  const { builder } = (recordedWith ?? {}) as { readonly builder?: unknown };
  return typeof builder === 'string' ? undefined : 'The scenario doesn’t say which builder it was recorded with.';
}
