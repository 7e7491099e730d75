// What a line of a requirements file asks for: a requirement, a URL or a path (pip's documentation, "Requirements File
// Format", "Requirement Specifiers"). pip looks at the disk to tell a path; here, what looks like one is one.
import type { Marker } from '../../marker';
import { parseMarker } from '../../marker-parse';
import { parseName } from '../../name-parse';
import type { Problem } from '../../problem';
import { parseRequirement } from '../../requirement';
import { parseWheelFilename } from '../../wheel-filename-parse';
import { lockedFilename } from '../pylock/locked-filename';
import { type LocatedText, slice, spanOf, trim } from './located-text';
import type { RequirementsTarget } from './requirements-file';

export type TargetReading =
  | { readonly target: RequirementsTarget; readonly problems?: never }
  | { readonly problems: readonly Problem[] };

const VCS_URL =
  /^(?:bzr\+(?:https?|ssh|sftp|ftp|lp|file)|git\+(?:https?|ssh|git|file)|hg\+(?:file|https?|ssh|static-http)|svn\+(?:ssh|https?|svn|file)):/i;
const URL = /^(?:https?|file|ftp):/i;
const ARCHIVE = /\.(?:zip|whl|tar|tgz|tbz|txz|tlz|tar\.(?:gz|bz2|xz|lz|lzma))$/i;

function isUrl(text: string): boolean {
  if (!text.includes(':')) return false;
  return URL.test(text) || VCS_URL.test(text);
}

function failed(located: LocatedText, start: number, end: number, code: string, message: string): TargetReading {
  return { problems: [{ code, at: spanOf(located, start, end), message }] };
}

/** Reads the text before the options. The marker is cut off first: at “; ” in a URL, at “;” elsewhere. */
export function readTarget(located: LocatedText): TargetReading {
  const separator = isUrl(trim(located).text) ? '; ' : ';';
  const semicolon = located.text.indexOf(separator);
  const front = trim(slice(located, 0, semicolon === -1 ? located.text.length : semicolon));
  let marker: Marker | undefined;
  if (semicolon !== -1) {
    const tail = trim(slice(located, semicolon + separator.length, located.text.length));
    const parsed = tail.text === '' ? undefined : parseMarker(tail.text);
    if (parsed !== undefined && parsed.value === undefined) return { problems: moved(tail, parsed.problems) };
    marker = parsed?.value;
  }
  if (isUrl(front.text)) return namedFile(front, { kind: 'url', url: front.text, marker });
  if (looksLikeArchive(front.text)) return namedFile(front, { kind: 'path', path: front.text, marker });
  const parsed = parseRequirement(front.text);
  if (parsed.value !== undefined) {
    // A second marker can't be there: the first semicolon cut it off.
    return { target: { kind: 'requirement', requirement: { ...parsed.value, marker } } };
  }
  if (looksLikePath(front.text)) return { target: { kind: 'path', path: front.text, marker } };
  return { problems: moved(front, parsed.problems) };
}

/** Reads what follows `-e`: a path, a repository’s URL, or a requirement with a URL. */
export function readEditable(located: LocatedText): TargetReading {
  const whole = trim(located);
  const requirement = parseRequirement(whole.text).value;
  if (requirement?.url !== undefined) return { target: { kind: 'requirement', requirement } };
  if (URL.test(whole.text) && !/^file:/i.test(whole.text)) {
    const message =
      'Only a folder or a repository can be editable: write a path, or a URL that begins with git+ or the like.';
    return failed(whole, 0, whole.text.length, 'requirements/editable', message);
  }
  const url = { kind: 'url', url: whole.text, marker: undefined } as const;
  const egg = isUrl(whole.text) ? eggProblem(whole, whole.text) : undefined;
  if (egg !== undefined) return egg;
  if (VCS_URL.test(whole.text)) {
    if (EGG.test(whole.text)) return { target: url };
    const message = 'The name of the project is missing: write name @ and then the URL.';
    return failed(whole, 0, whole.text.length, 'requirements/editable', message);
  }
  if (/^file:/i.test(whole.text)) return { target: url };
  return { target: { kind: 'path', path: whole.text, marker: undefined } };
}

function moved(located: LocatedText, problems: readonly Problem[]): readonly Problem[] {
  return problems.map((problem) => ({ ...problem, at: spanOf(located, problem.at.start, problem.at.end) }));
}

function looksLikePath(text: string): boolean {
  return text.includes('/') || text.startsWith('.');
}

/** The text without extras in brackets at its end: `x.zip[a,b]`. */
function withoutExtras(text: string): string {
  const open = text.endsWith(']') ? text.lastIndexOf('[', text.length - 3) : -1;
  return open > 0 && text.indexOf(']', open) === text.length - 1 ? text.slice(0, open) : text;
}

/** An archive’s path, perhaps with extras. `name @ https://…/a.zip` is none: what is before the “@” is no path. */
function looksLikeArchive(text: string): boolean {
  if (!text.includes('.') || !ARCHIVE.test(withoutExtras(text))) return false;
  const at = text.indexOf('@');
  return at === -1 || looksLikePath(text.slice(0, at));
}

const EGG = /[#&]egg=([^&]*)/;

/** The old way to say what a URL holds, `#egg=name[extra]`: a name, with extras perhaps. */
function eggProblem(located: LocatedText, url: string): TargetReading | undefined {
  const egg = EGG.exec(url)?.[1];
  const name = egg === undefined ? undefined : withoutExtras(egg);
  if (name === undefined || parseName(name).value !== undefined) return undefined;
  const message = 'After “egg=” comes the name of a project: better write name @ and then the URL.';
  return failed(located, 0, located.text.length, 'requirements/egg', message);
}

/** A wheel that is named by its URL or path must have the name of a wheel. */
function namedFile(located: LocatedText, target: Exclude<RequirementsTarget, { kind: 'requirement' }>): TargetReading {
  const egg = target.kind === 'url' ? eggProblem(located, target.url) : undefined;
  if (egg !== undefined) return egg;
  const filename =
    target.kind === 'url'
      ? lockedFilename(undefined, undefined, target.url)
      : lockedFilename(undefined, withoutExtras(target.path), undefined);
  if (filename === undefined || !/\.whl$/i.test(filename)) return { target };
  const [problem] = parseWheelFilename(filename).problems;
  if (problem === undefined) return { target };
  return failed(located, 0, located.text.length, 'requirements/wheel-name', problem.message);
}
