// The other ecosystems of a scenario: what each is asked, in its own notation, and its answer as lines or the code of an error.
import type { TomlFields } from '@/core/python';
import { formatCrateGraph } from './cargo/crate-graph';
import { type CargoScenario, readCargo } from './cargo/read-cargo';
import { type CargoAnswer, resolveCrates } from './cargo/resolve-crates';
import type { ExpectedElsewhere } from './fields';
import { buildList, type GoAnswer } from './go/build-list';
import { formatGoModule } from './go/go-problem';
import { type GoScenario, readGo } from './go/read-go';
import { formatTree } from './npm/format-tree';
import { idealTree, type NpmAnswer } from './npm/ideal-tree';
import { type NpmScenario, readNpm } from './npm/read-npm';

export const ECOSYSTEMS_ELSEWHERE = ['npm', 'cargo', 'go'] as const;
export type Elsewhere = (typeof ECOSYSTEMS_ELSEWHERE)[number];

/** What a scenario says in the notation of other ecosystems. */
export interface ElsewhereScenarios {
  readonly npm: NpmScenario | undefined;
  readonly cargo: CargoScenario | undefined;
  readonly go: GoScenario | undefined;
}

/** The tables under `[shipshape]` that are there. */
export function readElsewhere(shipshape: TomlFields | undefined): ElsewhereScenarios {
  const read = <T>(key: Elsewhere, reader: (fields: TomlFields) => T): T | undefined => {
    const fields = shipshape?.subtable(key);
    return fields && reader(fields);
  };
  return { npm: read('npm', readNpm), cargo: read('cargo', readCargo), go: read('go', readGo) };
}

/** An answer as a file expects it: lines, or an error's code; `stopped` where the search was. */
export type WrittenAnswer =
  | { readonly kind: 'answer'; readonly lines: readonly string[] }
  | { readonly kind: 'error'; readonly error: string };

export function writeNpm(answer: NpmAnswer): WrittenAnswer {
  switch (answer.kind) {
    case 'installed':
      return { kind: 'answer', lines: formatTree(answer.packages) };
    case 'failed':
      return { kind: 'error', error: answer.failure.kind };
    case 'stopped':
      return { kind: 'error', error: 'stopped' };
  }
}

export function writeCargo(answer: CargoAnswer): WrittenAnswer {
  switch (answer.kind) {
    case 'resolved':
      return { kind: 'answer', lines: formatCrateGraph(answer) };
    case 'failed':
      return { kind: 'error', error: answer.failure.kind };
    case 'stopped':
      return { kind: 'error', error: 'stopped' };
  }
}

export function writeGo(answer: GoAnswer): WrittenAnswer {
  if (answer.kind === 'failed') return { kind: 'error', error: 'missing' };
  const lines = answer.buildList.map(({ replacedBy, ...module }) =>
    replacedBy === undefined ? formatGoModule(module) : `${formatGoModule(module)} => ${formatGoModule(replacedBy)}`,
  );
  return { kind: 'answer', lines };
}

/** What is expected of an ecosystem, and what we answer. */
export function answersElsewhere({ npm, cargo, go }: ElsewhereScenarios): readonly {
  readonly ecosystem: Elsewhere;
  readonly expected: ExpectedElsewhere | undefined;
  readonly got: WrittenAnswer;
}[] {
  return [
    ...(npm ? [{ ecosystem: 'npm', expected: npm.expected, got: writeNpm(idealTree(npm.problem)) } as const] : []),
    ...(cargo
      ? [{ ecosystem: 'cargo', expected: cargo.expected, got: writeCargo(resolveCrates(cargo.problem)) } as const]
      : []),
    ...(go ? [{ ecosystem: 'go', expected: go.expected, got: writeGo(buildList(go.problem)) } as const] : []),
  ];
}
