// `License-File`: where a licence's text stands in the distribution. Follows the core metadata specification, "License-File
// (multiple use)", and of `pyproject.toml`, "license-files".
import { type Problem, problemAt } from '../problem';

/** What is wrong with the path, which is relative, resolved and separated by `/`; nothing if it is fine. */
export function licenseFileProblem(path: string): Problem | undefined {
  const report = (start: number, end: number, message: string) =>
    problemAt('metadata/license-file', start, end, message);
  const parent = path.indexOf('..');
  if (parent !== -1) {
    return report(parent, parent + 2, 'The file is inside the distribution: “..” has no place in its path.');
  }
  const star = path.indexOf('*');
  if (star !== -1)
    return report(star, star + 1, 'This is the path of one file: a pattern belongs into pyproject.toml.');
  const backslash = path.indexOf('\\');
  if (backslash !== -1) return report(backslash, backslash + 1, 'Folders are separated by “/”, on Windows too.');
  // `C:LICENSE` is no better than `C:/LICENSE`: with a drive the path isn't one of the distribution (packaging 26.4).
  const drive = /^[A-Za-z]:/.test(path) ? 2 : 0;
  const outside = path[drive] === '/' ? drive + 1 : drive;
  if (outside > 0) {
    return report(0, outside, 'The path begins inside the distribution, such as licenses/LICENSE.txt.');
  }
  if (path === '') return report(0, 0, 'The path of the licence’s file is missing.');
  // `.` is what it is when resolved, so the reference implementation takes it.
  if (path === '.') return undefined;
  let at = 0;
  for (const folder of path.split('/')) {
    if (folder === '' || folder === '.') {
      return report(
        at,
        Math.min(at + folder.length + 1, path.length),
        'The path is written resolved: no “.”, no empty folder, no “/” at its end.',
      );
    }
    at += folder.length + 1;
  }
  return undefined;
}
