/** An answer as a file to take along: pins as a requirements file, the graph as Mermaid, the tree as text. */
import { formatVersion } from '@/core/python';
import { graphOf, markedPins, parseScenario, resolve, type Tree, treeOf } from '@/core/resolution';
import { INLINE } from './patience';
import { answerOf } from './reading';

export const FORMS = ['requirements', 'tree', 'mermaid'] as const;
export type Form = (typeof FORMS)[number];

/** Lines of a tree: more is no tree for reading. */
const LONGEST_TREE = 1_000;

/** The text of a scenario’s answer in one of the forms; undefined where there is no answer. */
export function takeOut(text: string, form: Form): string | undefined {
  const { value, file } = parseScenario(text);
  if (value === undefined) return undefined;
  const { problem } = value;
  const resolution = resolve(problem, { budget: INLINE.steps });
  if (resolution.kind !== 'solved') return undefined;
  const answer = answerOf(value, file, resolution, INLINE, () => false);
  switch (form) {
    case 'requirements': {
      const pins =
        problem.target.kind === 'universal'
          ? markedPins(problem, resolution.forks)
          : [...answer.pins]
              .map(({ name, version }) => ({ name, written: formatVersion(version), marker: undefined }))
              .sort((left, right) => (left.name < right.name ? -1 : 1));
      return [
        '# The answer of a simulation, over an index that may be a part of the real one.',
        '# Without hashes: the scenario holds no files.',
        ...pins.map(({ name, written, marker }) => `${name}==${written}${marker === undefined ? '' : ` ; ${marker}`}`),
        '',
      ].join('\n');
    }
    case 'tree':
      return drawTree(treeOf(graphOf(problem, answer.pins), LONGEST_TREE));
    case 'mermaid': {
      const { nodes, edges } = graphOf(problem, answer.pins);
      const idOf = (name: string | undefined) =>
        name === undefined ? 'you' : `p${nodes.findIndex((node) => node.name === name)}`;
      return [
        'flowchart TD',
        '  you(["you"])',
        ...nodes.map(({ name, version }) => `  ${idOf(name)}["${name} ${formatVersion(version)}"]`),
        ...edges.map(({ from, to, asks }) => `  ${idOf(from)} -->${asks === '' ? '' : `|"${asks}"|`} ${idOf(to)}`),
        '',
      ].join('\n');
    }
  }
}

/** The lines as `uv tree` writes them. */
function drawTree({ lines, isCut }: Tree): string {
  const written = lines.map(({ branch, text, isRepeated }) => `${branch}${text}${isRepeated ? ' (*)' : ''}`);
  const notes = [
    ...(lines.some(({ isRepeated }) => isRepeated) ? ['(*) What it requires stands further up.'] : []),
    ...(isCut ? ['The rest is left out.'] : []),
  ];
  return [...written, ...notes, ''].join('\n');
}
