/** The check of the resolver's scenarios: each can be read, is called as its file, says what it shows, and what uv answers. */
import { type ParsedScenario, parseScenario } from '@/core/resolution';
import { makeScenario } from '@/figures/resolver/make-scenario';
import { canonical, compareScenario } from './conformance';
import type { OpenScenario } from './scenarios';
import { baseName, type ContentProblem, lineAt, type SourceFile } from './source';

/** What uv said of them, written by scripts/record/resolver.ts. */
export const resolverAnswers = 'content/scenarios/resolver/support/recorded.json';

const REMEDY = 'docs/resolver-scenarios.md says what a scenario file holds.';

export function checkResolverScenarios(files: readonly SourceFile[]): readonly ContentProblem[] {
  return files.flatMap((file) => checkFile(file, parseScenario(file.text)));
}

/** What the files give to exercises: each is solved when an exercise stands on it. */
export function openResolverScenarios(files: readonly SourceFile[]): readonly OpenScenario[] {
  return files.map(({ path, text }): OpenScenario => {
    const id = baseName(path);
    return {
      figure: 'resolver',
      id,
      get data() {
        return makeScenario(id, text);
      },
    };
  });
}

function checkFile(file: SourceFile, parsed: ParsedScenario): readonly ContentProblem[] {
  const found = checkHead(file, parsed);
  return parsed.value === undefined ? found : [...found, ...checkAnswer(file, parsed.value.expected !== undefined)];
}

/** Our answer is the one that the file expects. */
function checkAnswer({ path, text }: SourceFile, expectsSome: boolean): readonly ContentProblem[] {
  const remedy = 'Record uv’s answer: npm run record:resolver';
  if (!expectsSome) return [{ file: path, line: 1, reason: 'The scenario expects nothing.', remedy }];
  const { expected, got } = compareScenario({ scenario: text });
  if (canonical(expected) === canonical(got)) return [];
  const line = lineAt(text, Math.max(0, text.search(/^\[?expected\b/m)));
  const reason = `The resolver’s answer isn’t the one that is expected: it is ${canonical(got)}.`;
  return [{ file: path, line, reason, remedy: `${remedy}. If uv’s answer stays, the resolver is wrong.` }];
}

/** What any scenario must have: that it can be read, its file's name, and a description. */
export function checkHead({ path, text }: SourceFile, { value, problems }: ParsedScenario): readonly ContentProblem[] {
  const told = (line: number, reason: string, remedy: string): ContentProblem => ({ file: path, line, reason, remedy });
  if (value === undefined) return problems.map(({ at, message }) => told(lineAt(text, at.start), message, REMEDY));
  const found: ContentProblem[] = [];
  if (value.name !== baseName(path)) {
    found.push(told(1, `The name "${value.name}" isn’t the file’s.`, `Name the file ${value.name}.toml.`));
  }
  if (value.description === undefined) {
    found.push(told(1, 'The scenario doesn’t say what it shows.', 'Add a description of one sentence.'));
  }
  return found;
}

/** Each scenario's text with what uv said of it, by its name: what claims are held to. */
export function scenarioAnswers(files: readonly SourceFile[], recorded: string): ReadonlyMap<string, string> {
  const messages: { readonly answers?: Readonly<Record<string, { readonly message: string }>> } =
    recorded === '' ? {} : JSON.parse(recorded);
  return new Map(
    files.map(({ path, text }) => [baseName(path), `${text}\n${messages.answers?.[baseName(path)]?.message ?? ''}`]),
  );
}
