// The file list of a release as text, one file on each line: what “edit as text” shows and takes. After the name may stand what an
// index says beside it: `kit-1.0-py3-none-any.whl ; python >=3.9 ; yanked`.
import { type Problem, parseSdistFilename, parseWheelFilename, problemAt, readSpecifierSet } from '@/core/python';
import type { IndexFile } from './index-answer';

export interface FileListText {
  readonly files: readonly IndexFile[];
  readonly problems: readonly Problem[];
  /** Lines beyond the bound, which nobody looked at. */
  readonly unread: number;
}

/** Files of one list that are looked at. The longest release of the index that we know has a few hundred. */
export const MAX_FILES = 500;

/**
 * Reads a list. A line that is no file name keeps its place among the files, so that it can be shown as such.
 *
 * Problems: `file-list/name` with the message of the name's own problem, `file-list/note`, `file-list/python`,
 * each at its place in the whole text.
 */
export function parseFileList(text: string): FileListText {
  const files: IndexFile[] = [];
  const problems: Problem[] = [];
  let start = 0;
  let unread = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') {
      if (files.length < MAX_FILES) files.push(readLine(line, start, problems));
      else unread++;
    }
    start += line.length + 1;
  }
  return { files, problems, unread };
}

function readLine(line: string, start: number, problems: Problem[]): IndexFile {
  const [name = '', ...notes] = line.split(';');
  const filename = name.trim();
  const at = start + line.indexOf(filename);
  const problem = nameProblem(filename);
  if (problem !== undefined) {
    problems.push(problemAt('file-list/name', at + problem.at.start, at + problem.at.end, problem.message));
  }
  let file: IndexFile = { filename, hashes: {} };
  let place = start + name.length + 1;
  for (const note of notes) {
    const text = note.trim();
    const from = place + Math.max(0, note.indexOf(text));
    place += note.length + 1;
    if (text === '') continue;
    if (text === 'yanked') file = { ...file, yanked: true };
    else if (text.startsWith('python')) {
      const requires = text.slice('python'.length).trim();
      if (readSpecifierSet(requires) === undefined) {
        const message = 'After “python” come the versions that the file requires, such as >=3.9.';
        problems.push(problemAt('file-list/python', from, from + text.length, message));
      } else file = { ...file, 'requires-python': requires };
    } else {
      const message = 'After a file name may stand “; python >=3.9” and “; yanked”.';
      problems.push(problemAt('file-list/note', from, from + text.length, message));
    }
  }
  return file;
}

/** What is wrong with a name that is neither a wheel's nor a source distribution's. */
function nameProblem(filename: string): Problem | undefined {
  if (/\.(tar\.gz|zip)$/.test(filename)) return parseSdistFilename(filename).problems[0];
  const { problems } = parseWheelFilename(filename);
  if (filename.endsWith('.whl')) return problems[0];
  const message = 'A file name ends in .whl or .tar.gz here.';
  return problemAt('file-list/name', 0, filename.length, message);
}

/**
 * Writes a list as text that `parseFileList` reads as the same files.
 *
 * @example formatFileList([{ filename: 'kit-1.0.tar.gz', hashes: {}, yanked: true }]) // 'kit-1.0.tar.gz ; yanked'
 */
export function formatFileList(files: readonly IndexFile[]): string {
  return files
    .map((file) => {
      const requires = file['requires-python'];
      const python = requires ? ` ; python ${requires}` : '';
      const isYanked = file.yanked !== undefined && file.yanked !== false;
      return `${file.filename}${python}${isYanked ? ' ; yanked' : ''}`;
    })
    .join('\n');
}
