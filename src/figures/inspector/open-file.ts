/** The file that stands open: what it is for, whether it is what RECORD says, where it goes, and what it says. */
import { bytesWord } from '@/figures/layer-cache/amounts';
import { entryPointGroups, metadataGroup, placeGroups, recordGroups, shortHash, tagGroup } from './groups';
import type { FieldRow, Group, OpenPicture, Row } from './picture';
import type { FieldLine, FileReport, TreeLine } from './report';
import { RECORD_WORDS, roleOf, SCHEME_WORDS, WEIGHT_WORDS } from './wording';

export interface OpenChoice {
  /** Undefined: the metadata. */
  readonly open: string | undefined;
  readonly marked: readonly string[];
  readonly isCovered: boolean;
}

/** The line that stands open: the one asked for, or the metadata, or the first file. */
export function openLine({ tree, metadata }: FileReport, open: string | undefined): TreeLine | undefined {
  const at = (path: string | undefined) => (path === undefined ? undefined : tree.find((line) => line.path === path));
  return at(open) ?? at(metadata) ?? tree.find(({ kind }) => kind !== 'folder');
}

export function openPicture(report: FileReport, { open, marked, isCovered }: OpenChoice): OpenPicture | undefined {
  const line = openLine(report, open);
  if (line === undefined) return undefined;
  const { path } = line;
  if (line.kind === 'folder') {
    const facts = [{ label: 'In it', values: [`${line.files.toLocaleString('en')} files, ${bytesWord(line.size)}`] }];
    const none = { findings: [], groups: [], text: undefined, textNote: undefined, suspect: undefined };
    return { path, role: 'A folder.', facts, ...none };
  }
  const findings = isCovered ? [] : report.findings.filter((each) => each.path === path);
  const isMarked = marked.includes(path);
  return {
    path: (line.shown ?? path) || '(no name)',
    role: roleOf(path),
    facts: [{ label: 'Size', values: [bytesWord(line.size)] }, ...(isCovered ? [] : standing(report, path))],
    findings: findings.map(({ code, weight, message }): Row => {
      const [mark, word] = WEIGHT_WORDS[weight];
      return { mark, name: code, word, says: message };
    }),
    groups: isCovered ? [] : groupsOf(report, path),
    text: line.text,
    textNote: line.text === undefined ? 'No text, or too long for one.' : line.isCut ? 'The text goes on.' : undefined,
    suspect: { isMarked, event: { kind: 'marked', path, isMarked: !isMarked } },
  };
}

/** What RECORD says of it, and where it goes. */
function standing(report: FileReport, path: string): readonly FieldRow[] {
  if (report.kind === 'sdist') return [];
  const row = report.record.find((each) => each.path === path);
  const place = report.places.find(({ from }) => from.kind === 'file' && from.path === path);
  const hash = row?.listed ? [`${shortHash(row.listed)}, ${row.listedSize || 'no'} bytes listed`] : [];
  return [
    ...(row === undefined ? [] : [{ label: 'RECORD', values: [RECORD_WORDS[row.kind][1], ...hash] }]),
    ...(place === undefined ? [] : [{ label: 'Goes to', values: [`${SCHEME_WORDS[place.scheme]}: ${place.path}`] }]),
  ];
}

/** The description stands below, in the text itself. */
const isShort = ({ field }: FieldLine): boolean => field !== 'description';

/** What the files say that the standards know. */
function groupsOf(report: FileReport, path: string): readonly Group[] {
  if (path === report.metadata) return [metadataGroup({ ...report, fields: report.fields.filter(isShort) })];
  if (report.kind === 'sdist') return [];
  if (path === report.recordPath) return recordGroups(report, undefined);
  if (/\.dist-info\/WHEEL$/.test(path)) return [tagGroup(report)];
  if (/\.dist-info\/entry_points\.txt$/.test(path)) return entryPointGroups(report);
  if (!report.pathFiles.some((each) => each.path === path)) return [];
  return placeGroups(report, undefined).filter(({ title }) => title.startsWith(`${path},`));
}
