// Writes src/core/python/metadata/spdx-3.27.0.ts: the identifiers of the SPDX license list, as the release of packaging that
// content/versions.json names carries them. Stops if that is another version of the list: the file's name says which it is.
//
//   node scripts/record/spdx.ts

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toolsPython } from './tools-venv.ts';
import { root, versionOf } from './versions.ts';

const VERSION = '3.27.0';
/** As long as lines of the project are. */
const WIDTH = 116;

const program = `
import json
from packaging.licenses._spdx import EXCEPTIONS, LICENSES, VERSION
print(json.dumps({"version": VERSION, "licenses": list(LICENSES.values()), "exceptions": list(EXCEPTIONS.values())}))
`;

interface Listed {
  readonly id: string;
  readonly deprecated: boolean;
}

interface List {
  readonly version: string;
  readonly licenses: readonly Listed[];
  readonly exceptions: readonly Listed[];
}

function lines(identifiers: readonly string[]): string {
  const wrapped: string[] = [];
  for (const identifier of identifiers) {
    const last = wrapped.at(-1);
    if (last !== undefined && last.length + 1 + identifier.length <= WIDTH)
      wrapped[wrapped.length - 1] += ` ${identifier}`;
    else wrapped.push(identifier);
  }
  return wrapped.join('\n');
}

function ids(listed: readonly Listed[], deprecated: boolean): string {
  return lines(listed.filter((one) => one.deprecated === deprecated).map((one) => one.id));
}

const list: List = JSON.parse(execFileSync(toolsPython(), ['-c', program], { encoding: 'utf8' }));
if (list.version !== VERSION)
  throw new Error(`the list is ${list.version}, not ${VERSION}: rename the file and its imports`);

const text = `// The identifiers of the SPDX license list ${VERSION}, separated by white space. Written by scripts/record/spdx.ts from the
// copy in packaging ${versionOf('packaging')}; source: the SPDX license list, spdx.org/licenses. What \`License-Expression\` takes depends on
// the list's version, so the file's name says it.

/** The version of the SPDX license list that decides which identifiers there are. */
export const LICENSE_LIST_VERSION = '${VERSION}';

/** Licences that may be named without a second thought. */
export const LICENSE_IDS = \`
${ids(list.licenses, false)}\`;

/** Licences that the list advises against by now; they are valid all the same. */
export const DEPRECATED_LICENSE_IDS = \`
${ids(list.licenses, true)}\`;

/** What may follow \`WITH\`. */
export const EXCEPTION_IDS = \`
${ids(list.exceptions, false)}\`;

export const DEPRECATED_EXCEPTION_IDS = \`
${ids(list.exceptions, true)}\`;
`;
writeFileSync(join(root, 'src/core/python/metadata/spdx-3.27.0.ts'), text);
