/** What an exercise may ask about the inspector. */
import type { Fact, Facts } from '@/core/exercise';
import { openLine } from './open-file';
import { comparedOf, reportOf } from './present';
import type { ComparisonReport, FileReport, WheelReport } from './report';
import type { InspectorScene } from './scenario';
import type { InspectorState } from './state';
import { commandsOf, runsAtStart } from './summary';

/**
 * What is looked at: `file` (the scenario’s id, or own), `name`, `lens`, `open` (the path that stands open), `marked` (paths marked as
 * suspect). Of the file: `kind` (wheel, sdist), `entries` (files), `findings` (codes, sorted), `weight` (of the heaviest finding, or
 * none), `record-differs` (paths whose row isn’t well), `commands`, `requires`, `tags` (of WHEEL), `name-tags`, `backend`, `checks` (codes
 * of check-wheel-contents), `twine` (its verdict), `places` (schemes), `runs-at-start` (code of a .pth file). Of the comparison:
 * `compared` (the other scenario’s id, own, or none), `added`, `removed`, `changed`, `time-only` (paths), `fields` (names).
 */
export function factsOf(scene: InspectorScene, state: InspectorState): Facts {
  const report = reportOf(scene, state);
  return new Map<string, Fact>([
    ['file', state.own === undefined ? scene.id : 'own'],
    ['name', state.own?.name ?? scene.report.name],
    ['lens', state.lens],
    ['marked', state.marked],
    ...(report === undefined ? [] : fileFacts(report, state)),
    ...comparedFacts(scene, state),
  ]);
}

type Named = readonly [string, Fact];

const sorted = (values: Iterable<string>): readonly string[] => [...new Set(values)].sort();

function fileFacts(report: FileReport, { open }: InspectorState): readonly Named[] {
  const { kind, files, findings, fields, twine } = report;
  return [
    ['open', openLine(report, open)?.path ?? ''],
    ['kind', kind],
    ['entries', files],
    ['findings', sorted(findings.map(({ code }) => code))],
    ['weight', findings[0]?.weight ?? 'none'],
    ['requires', fields.find(({ field }) => field === 'requires-dist')?.values ?? []],
    ['twine', twine.kind],
    ...(report.kind === 'wheel' ? wheelFacts(report) : [['backend', report.backend ?? ''] as const]),
  ];
}

function wheelFacts(report: WheelReport): readonly Named[] {
  const { record, tags, contents, places } = report;
  const off = record.filter(({ kind }) => kind !== 'matches' && kind !== 'exempt');
  const failures = contents.kind === 'checked' ? contents.failures : [];
  return [
    ['record-differs', off.map(({ path }) => path)],
    ['commands', commandsOf(report)],
    ['tags', tags.filter(({ inWheel }) => inWheel).map(({ tag }) => tag)],
    ['name-tags', tags.filter(({ inName }) => inName).map(({ tag }) => tag)],
    ['checks', sorted(failures.map(({ code }) => code))],
    ['places', sorted(places.map(({ scheme }) => scheme))],
    ['runs-at-start', runsAtStart(report)],
  ];
}

function comparedFacts(scene: InspectorScene, state: InspectorState): readonly Named[] {
  const comparison = state.lens === 'compared' ? comparedOf(scene, state) : undefined;
  const paths = (kind: ComparisonReport['changes'][number]['kind']) =>
    comparison?.changes.filter((change) => change.kind === kind).map(({ path }) => path) ?? [];
  return [
    ['compared', comparison === undefined ? 'none' : otherId(scene, state)],
    ['added', paths('added')],
    ['removed', paths('removed')],
    ['changed', paths('changed')],
    ['time-only', paths('time')],
    ['fields', comparison?.fields.map(({ field }) => field) ?? []],
  ];
}

function otherId({ beside: others }: InspectorScene, { beside }: InspectorState): string {
  if (beside.kind === 'own') return 'own';
  return beside.kind === 'library' ? beside.id : (others[0]?.id ?? 'none');
}
