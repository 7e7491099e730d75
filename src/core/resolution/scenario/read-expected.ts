// What the file says of the answer: `expected`, and `shipshape.expected_forks` where the answer forks.
import type { NormalizedName, Version } from '@/core/python';
import type { ExpectedFork, ExpectedOutcome } from './scenario';
import { ScenarioFields } from './scenario-fields';

export function readExpected(file: ScenarioFields, shipshape: ScenarioFields | undefined): ExpectedOutcome | undefined {
  const forks = shipshape?.keys.has('expected_forks') ? readForks(shipshape) : undefined;
  const expected = file.inner('expected', 'expected');
  if (expected === undefined) return undefined;
  const satisfiable = expected.keys.boolean('satisfiable');
  if (!expected.keys.has('satisfiable')) expected.keys.missing('satisfiable', 'satisfiable = true');
  const packages = expected.keys.has('packages') ? readPins(expected) : undefined;
  const explanation = expected.keys.text('explanation');
  return satisfiable === undefined ? undefined : { satisfiable, packages, forks, explanation };
}

function readForks(shipshape: ScenarioFields): readonly ExpectedFork[] {
  return (shipshape.keys.tables('expected_forks') ?? []).map(({ table, path }) => {
    const fork = new ScenarioFields(table, path, shipshape.document, shipshape.report).only('fork');
    const markers = fork.item('markers');
    // An empty marker is none: the fork holds everywhere.
    return { markers: markers?.value.value.trim() === '' ? undefined : fork.marker(markers), packages: readPins(fork) };
  });
}

/** `packages`: a name and a version each. */
function readPins(fields: ScenarioFields): ReadonlyMap<NormalizedName, Version> {
  const pins = new Map<NormalizedName, Version>();
  for (const entry of fields.entries('packages')) {
    const path = `${fields.keys.pathOf('packages')}.${entry.key}`;
    const name = fields.keyName(entry, path);
    if (entry.value.kind !== 'string') {
      fields.keys.wrongKind(entry.value, path, 'a version in quotes');
      continue;
    }
    const version = fields.version({ value: entry.value, path });
    if (name !== undefined && version !== undefined) pins.set(name, version);
  }
  return pins;
}
