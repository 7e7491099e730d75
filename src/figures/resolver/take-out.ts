/** An answer as a file to take along: pins as a requirements file, the graph as Mermaid, the tree as text. */
import { formatVersion } from '@/core/python';
import { graphOf, markedPins, parseScenario, resolve } from '@/core/resolution';
import { graphPictureOf, type TreeLine } from './graph';
import { INLINE } from './patience';
import { answerOf } from './reading';

export const FORMS = ['requirements', 'tree', 'mermaid'] as const;
export type Form = (typeof FORMS)[number];

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
      return drawTree(graphPictureOf(answer, undefined)?.tree ?? []);
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

/** Lines with their depths as a tree of branches; what stands further up is marked, as `uv tree` does. */
function drawTree(lines: readonly TreeLine[]): string {
  const written = lines.map(({ depth, text, isRepeated }, at) => {
    const name = `${text}${isRepeated ? ' (*)' : ''}`;
    if (depth === 0) return name;
    const stems = Array.from({ length: depth - 1 }, (_, level) => (goesOn(lines, at, level + 1) ? '│   ' : '    '));
    return `${stems.join('')}${goesOn(lines, at, depth) ? '├── ' : '└── '}${name}`;
  });
  const hasRepeats = lines.some(({ isRepeated }) => isRepeated);
  return [...written, ...(hasRepeats ? ['(*) What it requires stands further up.'] : []), ''].join('\n');
}

/** Is there a later line of this depth under the same parent? */
function goesOn(lines: readonly TreeLine[], at: number, depth: number): boolean {
  for (let next = at + 1; next < lines.length; next += 1) {
    const below = lines[next]?.depth ?? 0;
    if (below <= depth) return below === depth;
  }
  return false;
}
