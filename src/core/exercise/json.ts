/** Values as JSON holds them, from a storage or a file that anybody may have written to. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export const isObject = (json: Json | undefined): json is JsonObject =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** JSON text → its value, or undefined when it is no JSON. */
export function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    // Not JSON, or nested deeper than the engine reads.
    return undefined;
  }
}

/** Nesting that no record of ours reaches; keeps a hostile file from exhausting the stack of a recursive reader. */
const deepest = 12;

/** Whether a value is nested deeper than any of ours. Looks no further than that. */
export const isTooDeep = (json: Json, depth = 0): boolean =>
  typeof json === 'object' &&
  json !== null &&
  (depth >= deepest || Object.values(json).some((inner: Json) => isTooDeep(inner, depth + 1)));
