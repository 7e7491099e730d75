/** The still of the bump adviser: the version that is out, the one that comes next, and who gets it without asking. */
import type { Poster, PosterMark, PosterRow } from '@/figures/frame/poster';
import type { BumpPicture, ReceiptRow, VersionCrate } from './present';

const CRATES: Readonly<Record<VersionCrate['status'], PosterMark>> = {
  current: 'plain',
  next: 'chosen',
  open: 'fits',
  ahead: 'ahead',
  nothing: 'passed',
};
const RECEIPTS: Readonly<Record<ReceiptRow['status'], PosterMark>> = { gets: 'fits', keeps: 'passed', ahead: 'ahead' };

export function bumpPoster({ settings, happened, crates, receipts, receiptsSay }: BumpPicture): Poster {
  const versions = crates.map(({ status, number, word }): PosterRow => ({ mark: CRATES[status], name: number, word }));
  const rows = receipts.map(({ asker, status, word }): PosterRow => ({ mark: RECEIPTS[status], name: asker, word }));
  return {
    settings,
    happened,
    groups: [
      { label: 'Versions', rows: versions },
      { label: receiptsSay, rows },
    ],
  };
}
