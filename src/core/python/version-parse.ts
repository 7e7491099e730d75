// A version's value, its parts, and what is wrong with it: PEP 440, appendix "Parsing version strings with regular expressions".
// The scanner is version-scan.ts's.
import { type Parsed, type Part, type Problem, problemAt } from './problem';
import { skipWhiteSpace, skipWhiteSpaceBack } from './text';
import type { Version } from './version';
import { scanVersion, type VersionPart } from './version-scan';

/**
 * Reads a version ("Appendix: Parsing version strings with regular expressions"). White space around it is ignored.
 *
 * Problems: `version/empty`, `version/no-release`, `version/unexpected`, `version/wildcard`, `version/local-segment`.
 *
 * @example parseVersion('2024.1-rc.2').parts.map((part) => part.kind) // → ['release', 'pre']
 */
export function parseVersion(text: string): Parsed<Version, VersionPart> {
  const start = skipWhiteSpace(text, 0);
  const end = skipWhiteSpaceBack(text, text.length, start);
  const parts: Part<VersionPart>[] = [];
  const scanned = scanVersion(text, start, 'with-local', parts);
  if (scanned?.end === end) return { value: scanned.version, parts, problems: [] };
  return { value: undefined, parts, problems: [versionProblem(text, start, end, scanned?.end)] };
}

function versionProblem(text: string, start: number, end: number, stopped: number | undefined): Problem {
  if (start === end) {
    return problemAt('version/empty', 0, text.length, 'There is no version here: write one such as 1.0.');
  }
  if (stopped === undefined) {
    const message = 'A version begins with its release, numbers separated by dots, such as 1.0.';
    return problemAt('version/no-release', start, end, message);
  }
  const rest = text.slice(stopped, end);
  if (rest === '.*') {
    const message = '“.*” stands for many versions: it belongs in a specifier, after == or !=.';
    return problemAt('version/wildcard', stopped, end, message);
  }
  if (rest.startsWith('+')) {
    const message = 'After “+” comes a local version: ASCII letters and digits, separated by single dots.';
    return problemAt('version/local-segment', stopped, end, message);
  }
  const message = `“${rest.slice(0, 20)}” does not belong to a version: after the release come a, b or rc, .post, .dev and +local, each once and in this order.`;
  return problemAt('version/unexpected', stopped, end, message);
}
