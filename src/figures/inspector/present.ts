/** The inspector's picture of a state: the file, in one sentence and as it is seen. */
import type { Look } from '@/figures/frame/model';
import type { Words } from '@/figures/frame/Words';
import { bytesWord } from '@/figures/layer-cache/amounts';
import { checkGroups } from './check-groups';
import { comparedGroups, comparedSentence } from './compared-groups';
import { fileNote, metadataGroups, placeGroups, recordGroups } from './groups';
import { keptComparison, keptReport } from './kept';
import { openLine, openPicture } from './open-file';
import type { BesideChoice, Group, InspectorPicture } from './picture';
import type { ComparisonReport, FileReport } from './report';
import type { InspectorScene } from './scenario';
import { comparisonOf, type InspectorState, LENSES, type Lens, type OwnFile } from './state';
import { summaryOf } from './summary';
import { treePicture } from './tree-picture';
import { firstWords, LENS_LABELS, RECORD_WORDS } from './wording';

/** What is said aloud has at most this many words. */
const SAID = 17;

/** The report of the file that is looked at; undefined for one that only a link knows. */
export function reportOf(scene: InspectorScene, { own }: InspectorState): FileReport | undefined {
  return own === undefined ? scene.report : keptReport(own.sha256);
}

/** The comparison that is looked at. */
export function comparedOf(scene: InspectorScene, state: InspectorState): ComparisonReport | undefined {
  const { own, beside } = state;
  if (beside.kind === 'own') return keptComparison(comparisonOf(scene, state) ?? '');
  if (own !== undefined || beside.kind === 'none') return undefined;
  const place = beside.kind === 'first' ? 0 : scene.beside.findIndex(({ id }) => id === beside.id);
  return scene.beside[place]?.comparison;
}

export function present(scene: InspectorScene, state: InspectorState, { answer }: Look): InspectorPicture {
  const report = reportOf(scene, state);
  if (report === undefined && state.own !== undefined) return withoutFile(state, state.own);
  const shown = report ?? scene.report;
  const isCovered = answer === 'hidden';
  const { lens, marked, own } = state;
  const open = openLine(shown, state.open)?.path;
  const tree = treePicture(shown, { open, marked, isCovered });
  const summary = summaryOf(shown);
  const comparison = comparedOf(scene, state);
  const says = isCovered ? 'What it says of the file is covered.' : sentenceOf(shown, state, comparison);
  const said = `${LENS_LABELS[lens]}: ${says}`;
  return {
    ...frameOf(state, shown.name),
    status: { kind: 'ready' },
    happened: [says],
    announcement: firstWords(lens === 'files' && state.open === undefined ? opened(shown, isCovered) : said, SAID),
    file: { name: shown.name, note: fileNote(shown), isOwn: own !== undefined, sha256: shown.sha256 },
    verdict: isCovered ? undefined : summary,
    tree: lens === 'files' ? tree.rows : [],
    treeMore: lens === 'files' ? tree.more : undefined,
    open: HAS_PANEL[lens] ? openPicture(shown, { open, marked, isCovered }) : undefined,
    groups: isCovered ? coveredGroups(lens) : groupsOf(shown, lens, open, comparison),
    compared: lens === 'compared' ? { choices: besideChoices(scene, state), beside: state.beside } : undefined,
  };
}

/** Whether the open file stands beside what is listed. */
const HAS_PANEL: Readonly<Record<Lens, boolean>> = {
  files: true,
  metadata: false,
  record: true,
  places: true,
  checks: false,
  compared: false,
};

function frameOf(state: InspectorState, name: string) {
  const { lens, own, open, marked, beside } = state;
  const isFirst = own === undefined && lens === 'files' && open === undefined && marked.length === 0;
  return {
    lens,
    lenses: LENSES.map((each): BesideChoice => {
      return { label: LENS_LABELS[each], chosen: each === lens, event: { kind: 'lens-chosen', lens: each } };
    }),
    settings: settingsOf(name, lens, marked),
    resetDisabledBecause: isFirst && beside.kind === 'first' ? 'This is how it began.' : undefined,
  };
}

function settingsOf(name: string, lens: Lens, marked: readonly string[]): Words {
  const suspects = marked.flatMap((path) => [', ', { code: path }]).slice(1);
  return [
    { code: name },
    `, seen as ${LENS_LABELS[lens]}.`,
    ...(marked.length === 0 ? [] : [' Marked as suspect: ', ...suspects, '.']),
  ];
}

function groupsOf(
  report: FileReport,
  lens: Lens,
  open: string | undefined,
  comparison: ComparisonReport | undefined,
): readonly Group[] {
  switch (lens) {
    case 'files':
      return [];
    case 'metadata':
      return metadataGroups(report);
    case 'record':
      return recordGroups(report, open);
    case 'places':
      return placeGroups(report, open);
    case 'checks':
      return checkGroups(report);
    case 'compared':
      return comparison === undefined ? [] : comparedGroups(comparison);
  }
}

/** Covered, the rows would be the answer. */
function coveredGroups(lens: Lens): readonly Group[] {
  return lens === 'files' ? [] : [{ title: LENS_LABELS[lens], says: ['Covered: say first what stands here.'] }];
}

function sentenceOf(
  report: FileReport,
  { lens, open, marked }: InspectorState,
  comparison: ComparisonReport | undefined,
): string {
  switch (lens) {
    case 'files':
      return openSentence(report, open, marked);
    case 'metadata':
      return `${firstValue(report, 'name')} ${firstValue(report, 'version')}${needsOf(report)}.`;
    case 'record':
    case 'places':
      return summaryOf(report).says;
    case 'checks':
      return checksSentence(report);
    case 'compared':
      return comparison === undefined ? 'Choose or drop a second file to compare with.' : comparedSentence(comparison);
  }
}

/** A file that is looked at anew. */
function opened(report: FileReport, isCovered: boolean): string {
  return isCovered ? `${report.name} is open, and its answer covered.` : `${report.name}: ${summaryOf(report).says}`;
}

function openSentence(report: FileReport, asked: string | undefined, marked: readonly string[]): string {
  const open = openLine(report, asked)?.path;
  if (open === undefined) return summaryOf(report).says;
  if (marked.includes(open)) return `${open} is marked as suspect.`;
  const line = openLine(report, asked);
  const shown = line?.kind === 'file' ? (line.shown ?? open) : open;
  const row = report.kind === 'wheel' ? report.record.find(({ path }) => path === open) : undefined;
  const [finding] = report.findings.filter(({ path }) => path === open);
  if (finding !== undefined) return finding.message;
  return row === undefined ? `${shown} is open.` : `${shown} is open: ${RECORD_WORDS[row.kind][1]}.`;
}

function firstValue({ fields }: FileReport, field: string): string {
  return fields.find((each) => each.field === field)?.values[0] ?? `without ${field}`;
}

function needsOf({ fields }: FileReport): string {
  const needs = fields.find(({ field }) => field === 'requires-dist')?.values ?? [];
  return needs.length === 0 ? ' needs nothing else' : ` needs ${needs.join(', ')}`;
}

function checksSentence(report: FileReport): string {
  const { findings, twine } = report;
  const weighty = findings.filter(({ weight }) => weight !== 'note').length;
  const contents = report.kind === 'wheel' && report.contents.kind === 'checked' ? report.contents.failures : [];
  const codes = contents.length === 0 ? 'nothing' : [...new Set(contents.map(({ code }) => code))].join(', ');
  const found = weighty === 0 ? 'Nothing is wrong with the file itself' : `${weighty} findings about the file itself`;
  const checked = report.kind === 'wheel' ? `; check-wheel-contents says ${codes}` : '';
  return `${weighty === 1 ? '1 finding about the file itself' : found}${checked}; twine: ${twine.kind}.`;
}

function besideChoices({ beside }: InspectorScene, state: InspectorState): readonly BesideChoice[] {
  const isOwn = state.own !== undefined;
  const place = state.beside.kind === 'first' ? 0 : -1;
  const library = isOwn
    ? []
    : beside.map(({ id, title }, at): BesideChoice => {
        const chosen = at === place || (state.beside.kind === 'library' && state.beside.id === id);
        return { label: title, chosen, event: { kind: 'beside-chosen', id } };
      });
  if (state.beside.kind !== 'own') return library;
  const { file } = state.beside;
  return [...library, { label: file.name, chosen: true, event: { kind: 'beside-came', file } }];
}

/** A link of a file that isn’t here. */
function withoutFile(state: InspectorState, own: OwnFile): InspectorPicture {
  const says = `This is about ${own.name} (${bytesWord(own.size)}), a file of somebody’s own, and a file is never in a link. Choose or drop it, and it is seen as it was.`;
  return {
    ...frameOf(state, own.name),
    status: { kind: 'empty', says: [says] },
    happened: ['What remains is what was looked at: ', ...settingsOf(own.name, state.lens, state.marked)],
    announcement: firstWords(`${own.name} isn’t here: a file is never in a link. Choose or drop it.`, SAID),
    file: { name: own.name, note: `${bytesWord(own.size)}, not here`, isOwn: true, sha256: own.sha256 },
    verdict: undefined,
    tree: [],
    treeMore: undefined,
    open: undefined,
    groups: [],
    compared: undefined,
  };
}
