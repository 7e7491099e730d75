/** The files of a release as crates: how each stands, in a word; long lists by what keeps their files out. */
import { readPlatformTag, readWheelFilename } from '@/core/python';
import { describeStanding, formatBytes, type ReleaseChoice, type StandingFile, standingWord } from '@/core/workstation';
import type { WheelEvent } from './state';

/** `ahead`: the answer is hidden. */
export type CrateStatus = 'chosen' | 'fits' | 'reserve' | 'refused' | 'ahead';

export interface Crate {
  readonly filename: string;
  /** What is stencilled on it: of a wheel its three tags, of anything else its name. */
  readonly stencil:
    | {
        readonly kind: 'wheel';
        readonly python: string;
        readonly abi: string;
        readonly platform: string;
        /** The processor, when the platform names one: the end of the tag. */
        readonly arch: string;
        readonly more: number;
      }
    | { readonly kind: 'other'; readonly text: string };
  readonly status: CrateStatus;
  readonly word: string;
  readonly why: string;
  /** How many things keep it out: one that a single thing does shows that best. */
  readonly reasons: number;
  /** Did the reader put it into the decoder? */
  readonly isDecoded: boolean;
  readonly event: WheelEvent;
}

/** Files that are out for the same reason. */
export interface CrateGroup {
  readonly word: string;
  readonly crates: readonly Crate[];
}

export interface Crates {
  /** Wheels, and lines that are no file of a release, always in view. */
  readonly shown: readonly Crate[];
  /** The others of a long list, by their reason. */
  readonly groups: readonly CrateGroup[];
  /** Source distributions. */
  readonly sources: readonly Crate[];
}

/** Few enough to be seen at once. */
export const FEW = 24;

/** The crates of a choice. They stand by name, so that the light moves and not the crates. */
export function cratesOf({ files }: ReleaseChoice, decoded: string | undefined, isHidden: boolean): Crates {
  const byName = [...files].sort((left, right) => compareNames(left.file.filename, right.file.filename));
  const sources = byName.filter(({ type }) => type === 'sdist').map((file) => crateOf(file, decoded, isHidden));
  const others = byName.filter(({ type }) => type !== 'sdist').map((file) => crateOf(file, decoded, isHidden));
  if (others.length <= FEW) return { shown: others, groups: [], sources };
  const groups = new Map<string, Crate[]>();
  for (const crate of others) {
    if (!isLit(crate)) groups.set(crate.word, [...(groups.get(crate.word) ?? []), crate]);
  }
  const examples = new Set([...groups.values()].map(exampleOf));
  // In view beside the examples: what fits, and what the decoder shows.
  const isShown = (crate: Crate) => isLit(crate) || crate.isDecoded || examples.has(crate);
  const folded = [...groups].map(([word, crates]) => ({ word, crates: crates.filter((crate) => !isShown(crate)) }));
  return {
    shown: others.filter(isShown),
    groups: folded.filter(({ crates }) => crates.length > 0).sort(bySize),
    sources,
  };
}

function isLit({ status }: Crate): boolean {
  return status === 'chosen' || status === 'fits';
}

/** Of files that are out for one reason, one that is out for nothing else. */
function exampleOf(crates: readonly Crate[]): Crate | undefined {
  return crates.reduce((best, crate) => (crate.reasons < best.reasons ? crate : best));
}

function bySize(left: CrateGroup, right: CrateGroup): number {
  return right.crates.length - left.crates.length;
}

function compareNames(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

const STATUS: Readonly<Record<StandingFile['standing']['kind'], CrateStatus>> = {
  chosen: 'chosen',
  fits: 'fits',
  'in-reserve': 'reserve',
  refused: 'refused',
  'other-release': 'refused',
  repeated: 'refused',
  unreadable: 'refused',
};

function crateOf({ file, standing }: StandingFile, decoded: string | undefined, isHidden: boolean): Crate {
  const { filename, size } = file;
  const best = standing.kind === 'chosen' || standing.kind === 'fits' ? standing.best : undefined;
  const bytes = size === undefined ? '' : ` ${formatBytes(size)}.`;
  return {
    filename,
    stencil: stencilOf(filename, isHidden ? undefined : best?.tag.platform),
    status: isHidden ? 'ahead' : STATUS[standing.kind],
    word: isHidden ? 'taken?' : standingWord(standing),
    why: isHidden ? '' : `${describeStanding(standing)}${bytes}`,
    reasons: standing.kind === 'refused' && standing.reason.kind === 'tags' ? standing.reason.mismatches.length : 1,
    isDecoded: filename === decoded,
    event: { kind: 'name-taken', name: filename },
  };
}

/** Of several platforms the one that fits is written, or the last: the plainest name of the same. */
function stencilOf(filename: string, fitting: string | undefined): Crate['stencil'] {
  const wheel = readWheelFilename(filename);
  if (wheel === undefined) return { kind: 'other', text: filename === '' ? '(nothing)' : filename };
  const { pythons, abis, platforms } = wheel;
  const platform = fitting ?? platforms.find((one) => /^manylinux_/.test(one)) ?? platforms[0] ?? '';
  const arch = archOf(platform);
  return {
    kind: 'wheel',
    python: pythons.join('.'),
    abi: abis.join('.'),
    platform: arch === '' ? platform : platform.slice(0, -arch.length - 1),
    arch,
    more: platforms.length - 1,
  };
}

/** The processor at the end of a platform tag. */
function archOf(platform: string): string {
  const tag = readPlatformTag(platform);
  switch (tag.kind) {
    case 'manylinux':
    case 'musllinux':
    case 'linux':
    case 'android':
    case 'freebsd':
      return tag.arch;
    case 'macos':
      return tag.format;
    case 'windows':
    case 'ios':
    case 'webassembly':
    case 'any':
    case 'unknown':
      return '';
  }
}
