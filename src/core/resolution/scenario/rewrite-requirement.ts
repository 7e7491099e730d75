// Changing requirements in a scenario's text: one bound, one requirement, or one less. Everything else stays as it is written.
import { formatRequirement, parseRequirement, placeInString, type Requirement, type TomlString } from '@/core/python';
import type { RequirementStrings } from './requirement-places';

/** What is written instead of a stretch of the text. */
export interface Rewrite {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with all that is to be rewritten. The stretches don't overlap. */
export function rewriteText(text: string, rewrites: readonly Rewrite[]): string {
  const ascending = [...rewrites].sort((left, right) => left.start - right.start);
  let written = '';
  let at = 0;
  for (const { start, end, text: instead } of ascending) {
    written += text.slice(at, start) + instead;
    at = end;
  }
  return written + text.slice(at);
}

/** Writes another version into one clause of a requirement, counted from 0; undefined if it has no such clause. */
export function rewriteBound(text: string, string: TomlString, clause: number, version: string): Rewrite | undefined {
  const versions = parseRequirement(string.value).parts.filter(({ kind }) => kind === 'version');
  const part = versions[clause];
  if (part === undefined) return undefined;
  const start = placeInString(text, string, part.at.start);
  return { start, end: placeInString(text, string, part.at.end), text: version };
}

/** Writes another requirement in the place of one. */
export function rewriteRequirement({ at }: TomlString, requirement: Requirement): Rewrite {
  return { ...at, text: quoted(formatRequirement(requirement)) };
}

/** Takes one of a list's requirements out, with its comma. */
export function leaveOut(strings: RequirementStrings, place: number): Rewrite | undefined {
  const string = strings[place];
  if (string === undefined) return undefined;
  const [before, next] = [strings[place - 1], strings[place + 1]];
  if (next !== undefined) return { start: string.at.start, end: next.at.start, text: '' };
  return { start: before?.at.end ?? string.at.start, end: string.at.end, text: '' };
}

/** A literal string where that is possible: markers have double quotes. */
function quoted(text: string): string {
  if (!text.includes("'") && text.includes('"')) return `'${text}'`;
  return `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
