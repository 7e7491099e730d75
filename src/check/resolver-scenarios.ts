/** The check of the resolver's scenarios: each can be read, is called as its file, says what it shows, and what uv answers. */
import { type ParsedScenario, parseScenario } from '@/core/resolution';
import { baseName, type ContentProblem, lineAt, type SourceFile } from './source';

/** What uv said of them, written by scripts/record/resolver.ts. */
export const resolverAnswers = 'content/scenarios/resolver/support/recorded.json';

const REMEDY = 'docs/resolver-scenarios.md says what a scenario file holds.';

export function checkResolverScenarios(files: readonly SourceFile[]): readonly ContentProblem[] {
  return files.flatMap((file) => checkFile(file, parseScenario(file.text)));
}

function checkFile({ path, text }: SourceFile, { value, problems }: ParsedScenario): readonly ContentProblem[] {
  const told = (line: number, reason: string, remedy: string): ContentProblem => ({ file: path, line, reason, remedy });
  if (value === undefined) return problems.map(({ at, message }) => told(lineAt(text, at.start), message, REMEDY));
  const found: ContentProblem[] = [];
  if (value.name !== baseName(path)) {
    found.push(told(1, `The name "${value.name}" isn’t the file’s.`, `Name the file ${value.name}.toml.`));
  }
  if (value.description === undefined) {
    found.push(told(1, 'The scenario doesn’t say what it shows.', 'Add a description of one sentence.'));
  }
  if (value.expected === undefined) {
    found.push(told(1, 'The scenario expects nothing.', 'Record uv’s answer: npm run record:resolver'));
  }
  return found;
}
