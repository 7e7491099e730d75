// What was meant by something that is no licence identifier: names of licences as people write them, and identifiers with a
// slip in them. For the messages of license-expression.ts.
import { currentLicenses } from './license-list';

/** Licences by the names that people give them: lower case letters, digits, `.` and `+`, without words that say nothing. */
const NAMES: Readonly<Record<string, string>> = {
  apache: 'write Apache-2.0.',
  apache2: 'write Apache-2.0.',
  'apache2.0': 'write Apache-2.0.',
  apachev2: 'write Apache-2.0.',
  'apachev2.0': 'write Apache-2.0.',
  asl2: 'write Apache-2.0.',
  'asl2.0': 'write Apache-2.0.',
  bsd: 'write BSD-3-Clause or BSD-2-Clause, whichever text it is.',
  bsd2: 'write BSD-2-Clause.',
  bsd2clause: 'write BSD-2-Clause.',
  '2clausebsd': 'write BSD-2-Clause.',
  simplifiedbsd: 'write BSD-2-Clause.',
  bsd3: 'write BSD-3-Clause.',
  bsd3clause: 'write BSD-3-Clause.',
  '3clausebsd': 'write BSD-3-Clause.',
  newbsd: 'write BSD-3-Clause.',
  modifiedbsd: 'write BSD-3-Clause.',
  expat: 'write MIT.',
  mitx11: 'write MIT.',
  gpl: 'write GPL-3.0-only or GPL-3.0-or-later, or the same with 2.0.',
  gnugpl: 'write GPL-3.0-only or GPL-3.0-or-later, or the same with 2.0.',
  gpl2: 'write GPL-2.0-only or GPL-2.0-or-later.',
  gplv2: 'write GPL-2.0-only or GPL-2.0-or-later.',
  'gplv2+': 'write GPL-2.0-or-later.',
  'gpl2+': 'write GPL-2.0-or-later.',
  gpl3: 'write GPL-3.0-only or GPL-3.0-or-later.',
  gplv3: 'write GPL-3.0-only or GPL-3.0-or-later.',
  'gplv3+': 'write GPL-3.0-or-later.',
  'gpl3+': 'write GPL-3.0-or-later.',
  gnugplv2: 'write GPL-2.0-only or GPL-2.0-or-later.',
  gnugplv3: 'write GPL-3.0-only or GPL-3.0-or-later.',
  gnugeneralpublicv3: 'write GPL-3.0-only or GPL-3.0-or-later.',
  lgpl: 'write LGPL-3.0-only or LGPL-3.0-or-later, or the same with 2.1.',
  'lgplv2.1': 'write LGPL-2.1-only or LGPL-2.1-or-later.',
  lgplv3: 'write LGPL-3.0-only or LGPL-3.0-or-later.',
  'lgplv3+': 'write LGPL-3.0-or-later.',
  agpl: 'write AGPL-3.0-only or AGPL-3.0-or-later.',
  agplv3: 'write AGPL-3.0-only or AGPL-3.0-or-later.',
  mpl: 'write MPL-2.0.',
  mpl2: 'write MPL-2.0.',
  mplv2: 'write MPL-2.0.',
  'mplv2.0': 'write MPL-2.0.',
  mozillapublic2: 'write MPL-2.0.',
  'mozillapublic2.0': 'write MPL-2.0.',
  psf: 'write PSF-2.0.',
  pythonsoftwarefoundation: 'write PSF-2.0.',
  publicdomain: 'write Unlicense or CC0-1.0 if that is its text, else LicenseRef-Public-Domain.',
  cc0: 'write CC0-1.0.',
  proprietary: 'write LicenseRef-Proprietary, and name the file with its text in License-File.',
  allrightsreserved: 'write LicenseRef-Proprietary, and name the file with its text in License-File.',
  commercial: 'write LicenseRef-Proprietary, and name the file with its text in License-File.',
  other: 'write LicenseRef- and a name of your own, and name the file with its text in License-File.',
};

/** A longer text is no slip in an identifier, and comparing it takes time. */
const MAX_COMPARED = 40;

/** What to write instead of a licence's name, written out: `Apache 2.0`, `The MIT License`. Nothing if it isn't known. */
export function adviseLicense(text: string): string | undefined {
  if (text.length > 2 * MAX_COMPARED || /[()]/.test(text)) return undefined;
  const words =
    text
      .toLowerCase()
      .replace(/\bversion\b/g, 'v')
      .match(/[a-z0-9.+]+/g) ?? [];
  const name = words.filter((word) => word !== 'the' && word !== 'license' && word !== 'licence').join('');
  const advice = Object.hasOwn(NAMES, name) ? NAMES[name] : undefined;
  const listed = words.length > 1 ? currentLicenses().find(({ lower }) => plain(lower) === name) : undefined;
  const remedy = advice ?? (listed === undefined ? undefined : `write ${listed.id}.`);
  return remedy === undefined ? undefined : `“${text.trim()}” is no SPDX identifier: ${remedy}`;
}

function plain(lower: string): string {
  return lower.replace(/[^a-z0-9.+]/g, '');
}

/** What was meant by a word that is no identifier, as the end of a sentence. Nothing if no identifier is near. */
export function adviseUnknownLicense(word: string): string | undefined {
  const name = plain(word.toLowerCase());
  if (Object.hasOwn(NAMES, name)) return NAMES[name];
  const separator = /[/,;|&]/.exec(word)?.[0];
  if (separator !== undefined) return `join licences by AND or OR instead of “${separator}”.`;
  const nearest = nearestLicense(word);
  return nearest === undefined ? undefined : `did you mean ${nearest}?`;
}

/** The identifier with the fewest slips from `word`; of several, the shortest. */
function nearestLicense(word: string): string | undefined {
  if (word.length > MAX_COMPARED) return undefined;
  let nearest: string | undefined;
  let fewest = Math.min(3, Math.floor(word.length / 4));
  for (const { id, lower } of currentLicenses()) {
    const slips = distance(word.toLowerCase(), lower, fewest);
    if (slips > fewest || (slips === fewest && nearest !== undefined && nearest.length <= id.length)) continue;
    nearest = id;
    fewest = slips;
  }
  return nearest;
}

/** How many letters must be added, left out or changed to turn one text into the other; more than `limit` is not counted on. */
function distance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let row = Array.from({ length: right.length + 1 }, (_, column) => column);
  for (let i = 1; i <= left.length; i++) {
    const next = [i];
    for (let j = 1; j <= right.length; j++) {
      const change = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    if (Math.min(...next) > limit) return limit + 1;
    row = next;
  }
  return row[right.length] ?? limit + 1;
}
