// The releases and addresses that recordings are made with: content/versions.json, read once.
// Addresses of registries stand in that file alone, so scripts ask here for them.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The repository's root, with a trailing slash. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

interface Versions {
  readonly checked: string;
  readonly tools: Readonly<Record<string, { readonly version: string; readonly from: string }>>;
  readonly machines: Readonly<Record<string, { readonly name: string; readonly suite: string; readonly arch: string }>>;
  readonly indexes: {
    readonly pypi: {
      readonly name: string;
      readonly simple: string;
      readonly project: string;
      readonly json: string;
      readonly files: string;
    };
    readonly debian: { readonly archive: string };
  };
}

export const versions: Versions = JSON.parse(readFileSync(`${root}content/versions.json`, 'utf8'));

/** The version that the course names for a tool. Throws with the file to mend when it names none. */
export function versionOf(tool: string): string {
  const entry = versions.tools[tool];
  if (!entry) throw new Error(`content/versions.json names no version of ${tool}.`);
  return entry.version;
}
