/**
 * Files of reference cases: which suite a file belongs to, told by what it holds, and the cases in it. A file or a line that can't be
 * read is a fault and never left out in silence. The schemas: docs/conformance.md.
 */

import type { Json } from '@/core/python/conformance/case';
import { STANDARD_SUITES } from '@/core/python/conformance/suites';
import { LAYER_CACHE_SUITE } from './layer-cache-suite';
import { RESOLVER_SUITE } from './resolver-suite';

/** A file as it was found: its path, for people, and its text. */
export interface CaseFile {
  readonly path: string;
  readonly text: string;
}

/** One case: what it gives, and where it stands. */
export interface PlacedCase {
  readonly file: string;
  /** From 1: where the case begins. */
  readonly line: number;
  readonly given: Readonly<Record<string, Json>>;
}

/** Why a file, or a line of it, could not be read as cases. */
export interface Fault {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
}

/** What a file holds. `suite` is undefined where it belongs to none that is known. */
export interface CasesOfFile {
  readonly suite: string | undefined;
  readonly cases: readonly PlacedCase[];
  readonly faults: readonly Fault[];
}

/** Is this a file of cases? READMEs and hidden files aren't. @param name without its folder */
export function isCaseFile(name: string): boolean {
  return !name.startsWith('.') && !/^readme(\.|$)/i.test(name);
}

/** The cases of a file, of the suite that its name and content tell. */
export function readCaseFile(file: CaseFile): CasesOfFile {
  const name = file.path.split(/[\\/]/).at(-1) ?? '';
  const [, stem = '', ending] = /^(.*)\.(jsonl|json|toml)$/.exec(name) ?? [];
  switch (ending) {
    case 'jsonl':
      if (STANDARD_SUITES.has(stem)) return readLines(file, stem);
      return refused(file, `No suite is called ${stem}: there are ${[...STANDARD_SUITES.keys()].join(', ')}.`);
    case 'json':
      return readBuilds(file);
    case 'toml':
      // A scenario is a file, so its case is the whole of it.
      return {
        suite: RESOLVER_SUITE,
        cases: [{ file: file.path, line: 1, given: { scenario: file.text } }],
        faults: [],
      };
    default:
      return refused(file, 'Cases stand in files that end with .jsonl, .json or .toml.');
  }
}

function refused({ path }: CaseFile, reason: string, line = 1): CasesOfFile {
  return { suite: undefined, cases: [], faults: [{ file: path, line, reason }] };
}

/** One object a line. Only JSON's own white space is left out: an input may begin or end with any other. */
function readLines({ path, text }: CaseFile, suite: string): CasesOfFile {
  const cases: PlacedCase[] = [];
  const faults: Fault[] = [];
  for (const [index, written] of text.split('\n').entries()) {
    if (/^[ \t\r]*$/.test(written)) continue;
    const line = index + 1;
    const given = readJson(written);
    if (given.kind === 'fault') faults.push({ file: path, line, reason: given.reason });
    else if (!isRecord(given.value)) faults.push({ file: path, line, reason: 'A case is a JSON object.' });
    else cases.push({ file: path, line, given: given.value });
  }
  if (cases.length + faults.length === 0) faults.push({ file: path, line: 1, reason: 'The file holds no case.' });
  return { suite, cases, faults };
}

function readBuilds(file: CaseFile): CasesOfFile {
  const given = readJson(file.text);
  if (given.kind === 'fault') return refused(file, given.reason);
  if (isRecord(given.value) && 'builds' in given.value && 'expected' in given.value) {
    return { suite: LAYER_CACHE_SUITE, cases: [{ file: file.path, line: 1, given: given.value }], faults: [] };
  }
  return refused(file, 'JSON of cases has "builds" and "expected".');
}

type Read = { readonly kind: 'read'; readonly value: Json } | { readonly kind: 'fault'; readonly reason: string };

function readJson(text: string): Read {
  try {
    return { kind: 'read', value: JSON.parse(text) };
  } catch (error) {
    return { kind: 'fault', reason: `This is no JSON: ${error instanceof Error ? error.message : error}` };
  }
}

const isRecord = (value: Json): value is Readonly<Record<string, Json>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
