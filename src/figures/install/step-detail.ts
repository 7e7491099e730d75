/** What a place on the walk shows in full: the page, the files, the metadata, the requirements, the bytes, the folders. */
import type { NormalizedName } from '@/core/python';
import {
  describeLeftRequirement,
  describeWish,
  formatBytes,
  type InstallStep,
  type TargetMachine,
} from '@/core/workstation';
import { type FileList, fileList } from './file-list';
import type { Move } from './walk';

/** A file and its size, in words. */
export interface SizedFile {
  readonly name: string;
  readonly size: string;
}

/** A small program in the environment's folder of scripts. */
export interface Launcher {
  readonly path: string;
  readonly calls: string;
}

export type Detail =
  | { readonly kind: 'want'; readonly command: string }
  | { readonly kind: 'ask'; readonly path: string; readonly wishes: readonly string[] }
  | { readonly kind: 'list'; readonly files: number; readonly releases: number; readonly lookedAt: readonly string[] }
  | { readonly kind: 'choose'; readonly list: FileList; readonly rest: { files: number; releases: number } | undefined }
  | { readonly kind: 'read'; readonly file: SizedFile; readonly from: 'index' | 'wheel' }
  | {
      readonly kind: 'follow';
      readonly counted: readonly string[];
      readonly left: readonly { readonly requirement: string; readonly why: string }[];
    }
  | { readonly kind: 'resolved'; readonly rows: readonly ResolvedRow[] }
  | { readonly kind: 'download'; readonly file: SizedFile; readonly sum: Share }
  | { readonly kind: 'check'; readonly filename: string; readonly expected: string; readonly got: string }
  | {
      readonly kind: 'unpack';
      readonly folder: string;
      readonly size: string;
      readonly first: readonly SizedFile[];
      readonly more: number;
    }
  | {
      readonly kind: 'record';
      readonly path: string;
      readonly lines: RecordLines;
      readonly launchers: readonly Launcher[];
    }
  | {
      readonly kind: 'end';
      readonly sitePackages: string;
      /** What stands in it now: each project's folders and modules. */
      readonly holds: readonly { readonly project: NormalizedName; readonly names: readonly string[] }[];
      readonly bin: string;
      readonly launchers: readonly Launcher[];
    }
  | { readonly kind: 'stop' };

export interface ResolvedRow {
  readonly project: NormalizedName;
  readonly version: string;
  /** All ranges together; empty if any version would do. */
  readonly range: string;
  /** Who asks for it: `you`, `requests 2.34.2`. */
  readonly askedBy: string;
}

/** How much of the bytes of all wheels is here, also as a number from 0 to 1. */
export interface Share {
  readonly here: string;
  readonly all: string;
  readonly share: number;
}

/** Lines in RECORD: for the wheel's files, for what the installer adds, for compiled modules. */
export interface RecordLines {
  readonly all: number;
  readonly fromWheel: number;
  readonly added: readonly string[];
  readonly compiled: number;
}

/** How many files of a wheel are shown. */
const FILES_SHOWN = 4;

/** The detail of the move at `position`. */
export function detailOf(moves: readonly Move[], position: number, machine: TargetMachine): Detail {
  const steps = moves[position]?.steps ?? [];
  const first = steps[0];
  if (first === undefined) return { kind: 'stop' };
  switch (first.kind) {
    case 'want':
      return { kind: 'want', command: `python -m pip install ${first.requirement}` };
    case 'ask-index':
      return { kind: 'ask', path: first.path, wishes: first.wishes.map(describeWish) };
    case 'list-files':
      return { kind: 'list', files: first.files, releases: first.releases, lookedAt: first.lookedAt };
    case 'keep-installed':
    case 'pass-over':
    case 'choose': {
      const passed = ofKind(steps, 'pass-over')[0];
      return { kind: 'choose', list: fileList(ofKind(steps, 'choose')[0], passed?.files ?? []), rest: passed?.rest };
    }
    case 'read-metadata':
      return { kind: 'read', file: sized(first.filename, first.size), from: first.from };
    case 'requires': {
      const left = first.left.map((one) => ({ requirement: one.requirement, why: describeLeftRequirement(one) }));
      return { kind: 'follow', counted: first.counted, left };
    }
    case 'resolve': {
      const rows = first.chosen.map(({ project, version, specifier, wishes }) => {
        const askedBy = wishes.map(({ by }) => (by.kind === 'you' ? 'you' : `${by.project} ${by.version}`)).join(', ');
        return { project, version, range: specifier, askedBy };
      });
      return { kind: 'resolved', rows };
    }
    case 'download':
      return { kind: 'download', file: sized(first.filename, first.size), sum: shareAt(moves, position) };
    case 'check-hash':
      return { kind: 'check', filename: first.filename, expected: short(first.expected), got: short(first.got) };
    case 'remove':
    case 'unpack': {
      const [unpacked] = ofKind(steps, 'unpack');
      const files = unpacked?.files ?? [];
      return {
        kind: 'unpack',
        folder: machine.sitePackages,
        size: formatBytes(unpacked?.size ?? 0),
        first: files.slice(0, FILES_SHOWN).map(({ path, size }) => sized(path, size)),
        more: Math.max(0, files.length - FILES_SHOWN),
      };
    }
    case 'write-record':
    case 'write-script': {
      const [record] = ofKind(steps, 'write-record');
      const { path = '', fromWheel = 0, added = [], compiled = 0 } = record ?? {};
      const lines = { all: fromWheel + added.length + compiled, fromWheel, added, compiled };
      return { kind: 'record', path, lines, launchers: launchersOf(steps) };
    }
    case 'done':
      return endDetail(moves, machine);
    case 'stop':
      return { kind: 'stop' };
  }
}

function endDetail(moves: readonly Move[], { sitePackages, bin }: TargetMachine): Detail {
  const steps = moves.flatMap((move) => move.steps);
  const holds = ofKind(steps, 'unpack').map(({ project, files }) => {
    const here = files.filter(({ to }) => to === 'site-packages');
    return { project, names: [...new Set(here.map(({ path }) => path.replace(/\/.*/, '/')))].sort() };
  });
  return { kind: 'end', sitePackages, holds, bin, launchers: launchersOf(steps) };
}

function shareAt(moves: readonly Move[], position: number): Share {
  const bytes = (some: readonly Move[]) =>
    ofKind(
      some.flatMap((move) => move.steps),
      'download',
    ).reduce((sum, { size = 0 }) => sum + size, 0);
  const here = bytes(moves.slice(0, position + 1));
  const all = bytes(moves);
  return { here: formatBytes(here), all: formatBytes(all), share: all === 0 ? 1 : here / all };
}

function launchersOf(steps: readonly InstallStep[]): readonly Launcher[] {
  return ofKind(steps, 'write-script').map(({ path, calls }) => ({ path, calls }));
}

function ofKind<Kind extends InstallStep['kind']>(
  steps: readonly InstallStep[],
  kind: Kind,
): readonly Extract<InstallStep, { kind: Kind }>[] {
  return steps.filter((step): step is Extract<InstallStep, { kind: Kind }> => step.kind === kind);
}

const sized = (name: string, size: number | undefined): SizedFile => ({
  name,
  size: size === undefined ? '' : formatBytes(size),
});

/** Enough of a hash to tell it from another. */
const short = (hash: string) => `${hash.slice(0, 16)}…`;
