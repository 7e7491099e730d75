/** The still of the install figure: a crate a row, and the files of a release where the walk is at a choice. */
import type { Poster, PosterMark, PosterRow } from '@/figures/frame/poster';
import type { FileLine } from './file-list';
import type { Crate, CrateStatus, InstallPicture } from './present';

const crateMarks: Readonly<Record<CrateStatus, PosterMark>> = {
  unmet: 'plain',
  wanted: 'ahead',
  chosen: 'fits',
  downloaded: 'fits',
  installed: 'chosen',
};

const fileMarks: Readonly<Record<FileLine['status'], PosterMark>> = {
  chosen: 'chosen',
  fits: 'fits',
  passed: 'refused',
};

export function installPoster({ machine, settings, happened, crates, detail }: InstallPicture): Poster {
  const projects = { label: machine, rows: crates.map(crateRow) };
  if (detail.kind !== 'choose') return { settings, groups: [projects], happened };
  return { settings, groups: [projects, { label: 'Its files', rows: detail.list.examples.map(fileRow) }], happened };
}

function crateRow({ project, release, status, word, changed }: Crate): PosterRow {
  return {
    mark: crateMarks[status],
    name: release === undefined ? project : `${project} ${release.version} ${release.tag}`,
    word: changed === '' ? word : `${word}, ${changed}`,
  };
}

function fileRow({ filename, status, word }: FileLine): PosterRow {
  return { mark: fileMarks[status], name: filename, word: status === 'chosen' ? `chosen, ${word}` : word };
}
