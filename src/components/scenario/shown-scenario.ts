/** The course's resolver scenarios and what uv answered, for showing: read at build. */
import { parseScenario } from '@/core/resolution';
import recorded from '~content/scenarios/resolver/support/recorded.json';
import { type ScenarioLine, scenarioLines } from './scenario-lines';

const texts: Record<string, string> = import.meta.glob('../../../content/scenarios/resolver/*.toml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

interface Answer {
  readonly satisfiable: boolean;
  readonly packages?: Readonly<Record<string, string>>;
  readonly forks?: readonly { readonly markers?: string; readonly packages: Readonly<Record<string, string>> }[];
  readonly message: string;
}

export interface ShownScenario {
  readonly description: string;
  readonly lines: readonly ScenarioLine[];
  /** Which uv answered. */
  readonly tool: string;
  /** What it chose, a line a fork; or what it said instead. */
  readonly chosen: readonly string[];
  readonly message: string | undefined;
}

const answers: Readonly<Record<string, Answer>> = recorded.answers;

const pinned = (pins: Readonly<Record<string, string>>): string =>
  Object.entries(pins)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ') || 'nothing';

/** Takes a scenario's name; one that isn't there, can't be read or has no answer stops the build. */
export function showScenario(id: string): ShownScenario {
  const text = texts[`../../../content/scenarios/resolver/${id}.toml`];
  const scenario = text === undefined ? undefined : parseScenario(text).value;
  const answer = answers[id];
  if (scenario === undefined || answer === undefined) {
    throw new Error(
      `There is no resolver scenario "${id}" with an answer: record it (docs/resolver-scenarios.md) or mend the id.`,
    );
  }
  const { satisfiable, packages = {}, forks = [], message } = answer;
  return {
    description: scenario.description ?? '',
    lines: scenarioLines(scenario),
    tool: `${recorded.tool} ${recorded.version}`,
    chosen:
      forks.length > 0
        ? forks.map((fork) => `${fork.markers ?? 'else'}: ${pinned(fork.packages)}`)
        : [pinned(packages)],
    message: satisfiable ? undefined : message.replace(/^error: .*\n\s*cause: /, '').replaceAll(/\n\s+/g, ' '),
  };
}
