/** What each way of seeing a file lists: groups of rows. */
import { bytesWord } from '@/figures/layer-cache/amounts';
import type { Group, Row } from './picture';
import type { FileReport, PlaceLine, RecordLine, WheelReport } from './report';
import { FIELD_LABELS, fieldLabel, kindWord, RECORD_WORDS, SCHEME_WORDS } from './wording';

/** Rows that are drawn of a group. */
const MOST_ROWS = 200;

export function bounded(title: string, rows: readonly Row[], more = 0): Group {
  const left = Math.max(0, rows.length - MOST_ROWS) + more;
  return {
    title,
    rows: rows.slice(0, MOST_ROWS),
    ...(left === 0 ? {} : { more: `${left.toLocaleString('en')} more aren’t drawn.` }),
  };
}

/** The fields, those that most readers look for first. */
export function metadataGroup({ fields, metadata, kind }: FileReport): Group {
  const title = metadata?.split('/').at(-1) ?? (kind === 'wheel' ? 'METADATA' : 'PKG-INFO');
  if (fields.length === 0) return { title, says: ['There is none that could be read.'] };
  const known = [...FIELD_LABELS.keys()];
  const place = (field: string) => (known.includes(field) ? known.indexOf(field) : known.length);
  return {
    title,
    fields: fields
      .toSorted((left, right) => place(left.field) - place(right.field))
      .map(({ field, values }) => ({ label: fieldLabel(field), values })),
  };
}

export function entryPointGroups({ entryPoints }: WheelReport): readonly Group[] {
  const groups = [...new Set(entryPoints.map(({ group }) => group))];
  return groups.map((group) => {
    const rows = entryPoints
      .filter((each) => each.group === group)
      .map(({ name, value }): Row => ({ mark: 'plain', name, word: value }));
    return bounded(GROUP_TITLES[group] ?? `Plugins for ${group}`, rows);
  });
}

const GROUP_TITLES: Readonly<Record<string, string>> = {
  console_scripts: 'Commands',
  gui_scripts: 'Commands with a window',
};

export function tagGroup({ tags, generator, rootIsPurelib, name }: WheelReport): Group {
  const rows = tags.map(({ tag, inName, inWheel }): Row => {
    if (inName && inWheel) return { mark: 'well', name: tag, word: 'in WHEEL and in the name' };
    return { mark: 'wrong', name: tag, word: inWheel ? 'in WHEEL, not in the name' : 'in the name, not in WHEEL' };
  });
  const made: readonly Row[] = generator === undefined ? [] : [{ mark: 'plain', name: generator, word: 'made it' }];
  const root: readonly Row[] =
    rootIsPurelib === undefined
      ? []
      : [
          {
            mark: 'plain',
            name: `Root-Is-Purelib: ${rootIsPurelib}`,
            word: rootIsPurelib ? 'for any platform' : 'for one platform',
          },
        ];
  const group = bounded('WHEEL against the name', [...rows, ...root, ...made]);
  return rows.length === 0 ? { ...group, says: [`Of WHEEL in ${name}, no tag could be read.`] } : group;
}

export function metadataGroups(report: FileReport): readonly Group[] {
  if (report.kind === 'sdist') return [metadataGroup(report), buildGroup(report)];
  return [metadataGroup(report), ...entryPointGroups(report), tagGroup(report)];
}

function buildGroup(report: Extract<FileReport, { kind: 'sdist' }>): Group {
  const { backend, buildRequires, build } = report;
  if (build !== 'pyproject') {
    const how = build === 'setup-py' ? 'By setup.py, which is code.' : 'Nothing says how.';
    return { title: 'How it is built', says: [how] };
  }
  return {
    title: 'How it is built',
    fields: [
      { label: 'Backend', values: [backend ?? 'none that could be read'] },
      ...(buildRequires.length === 0 ? [] : [{ label: 'Needs to build', values: buildRequires }]),
    ],
  };
}

const NO_RECORD =
  'An sdist has no RECORD: nothing in it says what its files should be. The hash of the whole file does, which an index or a lock file names.';

export function recordGroups(report: FileReport, open: string | undefined): readonly Group[] {
  if (report.kind === 'sdist') return [{ title: 'RECORD', says: [NO_RECORD] }];
  const { record, recordPath, recordMore } = report;
  if (recordPath === undefined)
    return [{ title: 'RECORD', says: ['There is none, and so no installer takes the wheel.'] }];
  return [
    bounded(
      'RECORD, row by row',
      record.map((line) => recordRow(line, open)),
      recordMore,
    ),
  ];
}

function recordRow(
  { path, shown = path, kind, listed, listedSize, actual, actualSize }: RecordLine,
  open: string | undefined,
): Row {
  const [mark, word] = RECORD_WORDS[kind];
  const hash =
    actual === undefined ? undefined : `${shortHash(listed ?? '')} in RECORD, ${shortHash(actual)} in the file`;
  const size =
    actualSize === undefined ? undefined : `${listedSize || 'no size'} bytes in RECORD, ${actualSize} in the file`;
  const says =
    mark === 'danger' && listed !== undefined ? [hash, size].filter((part) => part !== undefined).join('; ') : '';
  return {
    mark,
    name: shown === '' ? '(no name)' : shown,
    word,
    ...(says === '' ? {} : { says: `${says}.` }),
    event: { kind: 'opened', path },
    isOpen: path === open,
  };
}

/** @example shortHash('sha256=LP6rypLKA7fI') // → 'sha256=LP6rypLK…' */
export function shortHash(hash: string): string {
  if (hash === '') return 'no hash';
  const end = hash.indexOf('=') + 9;
  return hash.length > end ? `${hash.slice(0, end)}…` : hash;
}

export function placeGroups(report: FileReport, open: string | undefined): readonly Group[] {
  if (report.kind === 'sdist') {
    const says = 'Nowhere yet: a wheel is built from it first, and its files are installed.';
    return [{ title: 'Where it goes', says: [says] }, buildGroup(report)];
  }
  const { places, pathFiles } = report;
  const schemes = [...new Set(places.map(({ scheme }) => scheme))];
  return [
    ...schemes.map((scheme) => {
      const rows = places.filter((each) => each.scheme === scheme).map((each) => placeRow(each, open));
      return bounded(`To ${SCHEME_WORDS[scheme]}`, rows);
    }),
    ...pathFiles.map(({ path, lines }) => {
      const rows = lines.map(({ kind, text }): Row => ({ ...LINE_WORDS[kind], name: text }));
      return bounded(`${path}, at every start of Python`, rows);
    }),
  ];
}

const LINE_WORDS = {
  code: { mark: 'danger', word: 'runs as code' },
  path: { mark: 'note', word: 'joins sys.path' },
  comment: { mark: 'plain', word: 'a comment' },
} as const;

function placeRow({ path, from, isRewritten }: PlaceLine, open: string | undefined): Row {
  switch (from.kind) {
    case 'file': {
      const word = isRewritten ? 'copied, and rewritten on the way' : 'copied';
      return {
        mark: 'plain',
        name: path,
        word,
        event: { kind: 'opened', path: from.path },
        isOpen: from.path === open,
      };
    }
    case 'command':
      return { mark: 'plain', name: path, word: `made by the installer: calls ${from.value}` };
    case 'installer':
      return { mark: 'plain', name: path, word: 'written by the installer' };
  }
}

/** What a file is, in a line. */
export function fileNote({ kind, size, unpacked, files }: FileReport): string {
  const inside = `${files.toLocaleString('en')} ${files === 1 ? 'file' : 'files'}`;
  return `${kind === 'wheel' ? 'A' : 'An'} ${kindWord({ kind })} of ${bytesWord(size)}: ${inside}, ${bytesWord(unpacked)} unpacked`;
}
