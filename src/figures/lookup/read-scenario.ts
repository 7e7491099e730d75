/**
 * From the text of a scenario file to a scenario, or to what is wrong with it: file, line, reason. At build and in tests.
 */
import { isNode, LineCounter, parseDocument } from 'yaml';
import { type CommandScenario, type ModuleScenario, type Scenario, scenarioSchema } from './schema';

export type ReadScenario =
  | { readonly kind: 'scenario'; readonly scenario: Scenario }
  | { readonly kind: 'faulty'; readonly problems: readonly string[] };

/**
 * Reads a scenario.
 * @param file its name, for messages: `one-laptop.yaml:12: A path starts at the root …`
 */
export function readScenario(file: string, text: string): ReadScenario {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const at = (offset: number | undefined) => `${file}:${offset === undefined ? 1 : lines.linePos(offset).line}`;
  if (document.errors.length > 0) {
    return { kind: 'faulty', problems: document.errors.map((error) => `${at(error.pos[0])}: ${error.message}`) };
  }
  const read = scenarioSchema.safeParse(document.toJS());
  if (read.success) return { kind: 'scenario', scenario: read.data };
  const problems = read.error.issues.map(({ path, message }) => {
    // A key that is missing has no place of its own: the nearest place above it is named.
    for (let length = path.length; length >= 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node)) return `${at(node.range?.[0])}: ${path.map(String).join('.')}: ${message}`;
    }
    return `${file}: ${message}`;
  });
  return { kind: 'faulty', problems };
}

/** The part of a scenario that the command figure is sent; undefined when it has none for it. */
export function forCommands({ machine, shell, commands }: Scenario): CommandScenario | undefined {
  if (commands === undefined) return undefined;
  const { expects: _, title: __, says: ___, ...shown } = commands;
  return { machine, shell, commands: shown };
}

/** The part of a scenario that the module figure is sent; undefined when it has none for it. */
export function forModules({ machine, shell, modules }: Scenario): ModuleScenario | undefined {
  if (modules === undefined) return undefined;
  const { expects: _, title: __, says: ___, ...shown } = modules;
  return { machine, shell, modules: shown };
}
