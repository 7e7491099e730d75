// Where we knowingly differ from the current builder, for the site to show. A scenario is named where a recording shows the difference.

import { MOST_CELLS, MOST_NESTED, MOST_TEXT } from './dockerfile';
import { MOST_HASHED } from './files/repeated-digest';

const grouped = (count: number): string => count.toLocaleString('en');

export interface BuilderDifference {
  readonly id: string;
  /** What the builder does. */
  readonly builder: string;
  /** What we do. */
  readonly ours: string;
  readonly reason: string;
  /** Recordings that disagree for this reason alone. */
  readonly scenarios: readonly string[];
}

/** Checked against BuildKit 0.34.2 with its built-in Dockerfile frontend 1.28.0. */
export const BUILDER_DIFFERENCES: readonly BuilderDifference[] = [
  {
    id: 'commands-are-not-run',
    builder: 'A RUN runs its command.',
    ours: 'What a command does is declared by the example or comes from a table of commands; one that the table doesn’t know changes no file.',
    reason: 'There is no container in a page.',
    scenarios: [],
  },
  {
    id: 'folder-mode-alone',
    builder:
      'The upload of a context doesn’t notice a folder of which the mode alone changed, so that COPY stays cached.',
    ours: 'The mode of a folder counts, as it does once the folder is sent anew.',
    reason: 'It belongs to the upload from one folder on disk, not to the cache’s key.',
    scenarios: ['copy-directory-mode-changed'],
  },
  {
    id: 'checks-as-errors',
    builder: '# check=error=true makes an error of each warning.',
    ours: 'Warnings end no build.',
    reason: 'The checks aren’t part of the build here.',
    scenarios: ['check-directive'],
  },
  {
    id: 'log-without-output',
    builder: 'The log has what commands print, pulling, digests, and the order in which things came.',
    ours: 'The log has none of these: digests are “…”, steps stand in the order of the file, images are there already, and heredocs and what ADD fetches have no lines of their own.',
    reason: 'No command runs here, and no image is fetched.',
    scenarios: [],
  },
  {
    id: 'other-frontends',
    builder: '# syntax= names an image whose frontend reads the file.',
    ours: 'The file is read by the rules of the frontend that is built in, whatever the line names.',
    reason: 'Frontends are programs.',
    scenarios: ['parse-syntax-image-missing'],
  },
  {
    id: 'races-after-a-failure',
    builder: 'When a step fails, what runs beside it may or may not be finished and kept.',
    ours: 'Only what the failing step needs is kept; what ran beside it is marked as uncertain. Of several sources that are missing, the one is named that is met first on the way from the target, as the builder did whenever we asked.',
    reason: 'The same input gives the same answer here.',
    scenarios: [],
  },
  {
    id: 'one-machine',
    builder: 'Several platforms can be built at once, and caches can be exported and imported.',
    ours: 'One platform at a time, and one cache on one builder, of which nothing is ever cleared away.',
    reason: 'Left out.',
    scenarios: [],
  },
  {
    id: 'files-without-attributes',
    builder: 'Extended attributes and device files are copied and compared too.',
    ours: 'Files have content, mode, owner and time; links have a target.',
    reason: 'Left out.',
    scenarios: [],
  },
  {
    id: 'git-and-downloads',
    builder: 'ADD fetches repositories and files.',
    ours: 'What an address holds is declared by the example; a repository is one tree, whatever its branch.',
    reason: 'A page asks no other host.',
    scenarios: [],
  },
  {
    id: 'largest-expansions',
    builder: 'Substitutions may be nested, and what they make may grow, as far as memory goes.',
    ours: `Refused are substitutions nested deeper than ${MOST_NESTED}, a text of variables longer than ${grouped(MOST_TEXT)} letters, and a pattern of which the length times that of its value is above ${grouped(MOST_CELLS)}.`,
    reason: 'A line of twenty letters could fill a page’s memory.',
    scenarios: [],
  },
  {
    id: 'largest-builds',
    builder: 'A build goes on for as long as it takes.',
    ours: 'A build that asks for more work than a page has is refused before it is finished, with a sentence that says so.',
    reason: 'A few lines can double their files again and again.',
    scenarios: [],
  },
  {
    id: 'largest-files',
    builder: 'Files are compared by a hash of all their bytes.',
    ours: `A file that is declared as one text over and over and is larger than ${MOST_HASHED / (1 << 20)} MiB is compared by that text and its size, and is another one than the same bytes known by their digest.`,
    reason: 'Hashing gigabytes would hold the page.',
    scenarios: [],
  },
  {
    id: 'equal-suggestions',
    builder: 'Where two known words are equally near to an unknown one, it suggests either.',
    ours: 'The first of them is suggested.',
    reason: 'The same input gives the same answer here.',
    scenarios: [],
  },
  {
    id: 'checks-of-a-refused-file',
    builder: 'Where a FROM is refused, some checks have been made of its keywords before.',
    ours: 'Of a FROM that is refused the casing isn’t checked.',
    reason: 'Checks of casing look at stages that could be read.',
    scenarios: [],
  },
  {
    id: 'checks-and-the-target',
    builder: 'The checks know the target: in TARGETSTAGE, and in which stages they look at.',
    ours: 'The checks are made for the last stage.',
    reason: 'Left out.',
    scenarios: [],
  },
  {
    id: 'unrecorded-parts-of-an-outcome',
    builder: 'A build tells its warnings, and the identifier of the image.',
    ours: 'Warnings come from the checks alone, and two builds aren’t said to have made the same image.',
    reason: 'An identifier hashes times and bytes of programs that nobody has here.',
    scenarios: [],
  },
];
