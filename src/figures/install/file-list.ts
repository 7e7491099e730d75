/** The files of the releases that were looked at: the chosen one, and on every other the reason why it isn't. */
import { type InstallStep, type PassedOver, reasonWords } from '@/core/workstation';

export interface FileLine {
  readonly filename: string;
  /** The name up to the version, `idna-`: the same on every line. And the rest. */
  readonly lead: string;
  readonly rest: string;
  readonly status: 'chosen' | 'fits' | 'passed';
  /** For the chosen file its place, for any other the reason, in a few words. */
  readonly word: string;
}

export interface FileList {
  /** The chosen file, and for each kind of reason one that differs from it in this alone. */
  readonly examples: readonly FileLine[];
  /** Every other file, by what keeps it out, if the examples aren't all of them. */
  readonly groups: readonly FileGroup[];
}

/** Files that are passed over for the same reason, which for some of them isn't the only one. */
export interface FileGroup {
  readonly word: string;
  readonly files: readonly FileLine[];
}

type Choice = Extract<InstallStep, { kind: 'choose' }>;

/** Few enough to be shown at once. */
const FEW = 8;

/** The lines for the files of a choice. */
export function fileList(choice: Choice | undefined, passed: readonly PassedOver[]): FileList {
  const chosen = choice === undefined ? [] : [chosenLine(choice)];
  const others = passed.map(passedLine);
  if (chosen.length + others.length <= FEW) return { examples: [...chosen, ...others], groups: [] };
  const examples = new Map<string, PassedOver>();
  for (const file of passed) {
    const kind = kindOfReason(file);
    if (kind === undefined) continue;
    const known = examples.get(kind);
    if (known === undefined || likeness(file, choice) > likeness(known, choice)) examples.set(kind, file);
  }
  const ordered = [...examples].sort(([left], [right]) => placeOfKind(left) - placeOfKind(right));
  return {
    examples: [...chosen, ...ordered.slice(0, FEW).map(([, file]) => passedLine(file))],
    groups: groupsOf(passed),
  };
}

/** The largest group first. A file that several things keep out is with the first of them. */
function groupsOf(passed: readonly PassedOver[]): readonly FileGroup[] {
  const groups = new Map<string, FileLine[]>();
  for (const file of passed) {
    const [word] = reasonWords(file.reason);
    const group = groups.get(word) ?? [];
    group.push(passedLine(file));
    groups.set(word, group);
  }
  const sorted = [...groups].sort(([, left], [, right]) => right.length - left.length);
  return sorted.map(([word, files]) => ({ word, files }));
}

/** Of files that are out for the same reason, the one most like the chosen one shows it best. */
function likeness({ filename }: PassedOver, choice: Choice | undefined): number {
  if (choice === undefined) return 0;
  const { python, abi } = choice.tag;
  const isSamePython = filename.includes(`-${python}-${abi}-`);
  const family = familyOf(filename);
  const isSameFamily = family === familyOf(choice.filename);
  const isCommon = family !== 'other';
  return (filename.endsWith('.whl') ? 8 : 0) + (isSamePython ? 4 : 0) + (isSameFamily ? 2 : 0) + (isCommon ? 1 : 0);
}

/** The processors that a file is for, as its name says. */
function familyOf(filename: string): string {
  if (/x86_64|amd64/.test(filename)) return 'x86-64';
  return /aarch64|arm64|universal2/.test(filename) ? 'arm64' : 'other';
}

function chosenLine({ filename, place, tags }: Choice): FileLine {
  const word = `place ${(place + 1).toLocaleString('en')} of ${tags.toLocaleString('en')}`;
  return { ...splitName(filename), status: 'chosen', word };
}

function passedLine({ filename, reason }: PassedOver): FileLine {
  const fits = reason.kind === 'better-wheel' || reason.kind === 'sdist-while-wheel-fits';
  return { ...splitName(filename), status: fits ? 'fits' : 'passed', word: reasonWords(reason).join(', ') };
}

function splitName(filename: string): Pick<FileLine, 'filename' | 'lead' | 'rest'> {
  const lead = /^[^-]+-(?=\d)/.exec(filename)?.[0] ?? '';
  return { filename, lead, rest: filename.slice(lead.length) };
}

/** The order of the examples: what nearly fits comes first, then what is for others. */
const order = [
  'better-wheel',
  'any',
  'sdist-while-wheel-fits',
  'python',
  'abi',
  'architecture',
  'version',
  'musl',
  'glibc',
  'Linux',
  'macOS',
  'Windows',
];

function placeOfKind(kind: string): number {
  const place = order.indexOf(kind);
  return place === -1 ? order.length : place;
}

/** What alone keeps the file out; undefined if it is more than one thing. */
function kindOfReason({ reason, version, filename }: PassedOver): string | undefined {
  switch (reason.kind) {
    case 'tags': {
      const [mismatch, ...more] = reason.mismatches;
      if (mismatch === undefined || more.length > 0) return undefined;
      if (mismatch.kind !== 'platform') return mismatch.kind;
      return mismatch.differs === 'system' || mismatch.differs === 'libc' ? reasonWords(reason)[0] : mismatch.differs;
    }
    case 'requires-python':
    case 'specifier':
    case 'pre-release':
    case 'yanked':
      return `${reason.kind} ${version}`;
    case 'better-wheel':
      return filename.endsWith('-any.whl') ? 'any' : reason.kind;
    case 'sdist-while-wheel-fits':
    case 'wheels-only':
      return reason.kind;
  }
}
