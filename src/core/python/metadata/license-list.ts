// The SPDX license list, to be looked up by identifier in any letter case (SPDX specification, "License expressions").
import { DEPRECATED_EXCEPTION_IDS, DEPRECATED_LICENSE_IDS, EXCEPTION_IDS, LICENSE_IDS } from './spdx-3.27.0';

/** An entry of the list: the identifier as the list spells it, and whether the list advises against it by now. */
export interface ListedId {
  readonly id: string;
  readonly deprecated: boolean;
}

type List = ReadonlyMap<string, ListedId>;

function listOf(ids: string, deprecatedIds: string): List {
  const list = new Map<string, ListedId>();
  for (const id of wordsOf(ids)) list.set(id.toLowerCase(), { id, deprecated: false });
  for (const id of wordsOf(deprecatedIds)) list.set(id.toLowerCase(), { id, deprecated: true });
  return list;
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

const LICENSES = /* @__PURE__ */ listOf(LICENSE_IDS, DEPRECATED_LICENSE_IDS);
const EXCEPTIONS = /* @__PURE__ */ listOf(EXCEPTION_IDS, DEPRECATED_EXCEPTION_IDS);

/** The licence with this identifier, given in lower case. */
export function findLicense(lower: string): ListedId | undefined {
  return LICENSES.get(lower);
}

/** The exception with this identifier, given in lower case. */
export function findException(lower: string): ListedId | undefined {
  return EXCEPTIONS.get(lower);
}

const CURRENT = /* @__PURE__ */ currentOf(LICENSES);

function currentOf(list: List): readonly { readonly id: string; readonly lower: string }[] {
  return [...list].flatMap(([lower, { id, deprecated }]) => (deprecated ? [] : [{ id, lower }]));
}

/** All licences that the list doesn't advise against, in its order, with their identifiers in lower case. */
export function currentLicenses(): readonly { readonly id: string; readonly lower: string }[] {
  return CURRENT;
}
