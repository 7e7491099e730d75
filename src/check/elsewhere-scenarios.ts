/** The check of scenarios of other ecosystems: each can be read, says what it shows, and expects what we answer. */
import { answersElsewhere, parseScenario } from '@/core/resolution';
import { checkHead } from './resolver-scenarios';
import type { ContentProblem, SourceFile } from './source';

export function checkElsewhereScenarios(files: readonly SourceFile[]): readonly ContentProblem[] {
  return files.flatMap((file) => {
    const parsed = parseScenario(file.text);
    const found = checkHead(file, parsed);
    const reason = parsed.value && whyNot(parsed.value);
    if (reason === undefined) return found;
    return [
      ...found,
      { file: file.path, line: 1, reason, remedy: 'Record the tool’s answer: npm run record:elsewhere' },
    ];
  });
}

type Read = NonNullable<ReturnType<typeof parseScenario>['value']>;

function whyNot({ ecosystem, elsewhere }: Read): string | undefined {
  if (ecosystem === 'python') return 'Scenarios for Python stand in content/scenarios/resolver.';
  const own = answersElsewhere(elsewhere).find((one) => one.ecosystem === ecosystem);
  if (own?.expected === undefined) return 'The scenario expects nothing.';
  const { expected, got } = own;
  const wanted = expected.error ?? (expected.answer ?? []).join('; ');
  const ours = got.kind === 'error' ? got.error : got.lines.join('; ');
  return wanted === ours ? undefined : `The scenario expects “${wanted}”, and our answer is “${ours}”.`;
}
