// How uv 0.13 words what it can’t take in a TOML file, as a frontend and as a backend alike: the kind of a value, a name that is none, the
// place.
import type { TomlValue } from '@/core/python';
import { placeIn } from '../project-document';

/** `invalid type: string "3", expected a boolean`: the last line, for a value of another kind than the one that uv wants. */
export function saysInvalidType(value: TomlValue, wanted: string): string {
  return `invalid type: ${shownKind(value)}, expected ${wanted}`;
}

function shownKind(value: TomlValue): string {
  switch (value.kind) {
    case 'string':
      return `string ${JSON.stringify(value.value)}`;
    case 'integer':
      return `integer \`${value.value}\``;
    case 'float':
      return `floating point \`${Number.isInteger(value.value) ? value.value.toFixed(1) : value.value}\``;
    case 'boolean':
      return `boolean \`${value.value}\``;
    case 'array':
      return 'sequence';
    default:
      return 'map';
  }
}

/** What it says of a project’s, a group’s or an extra’s name that is none. */
export function saysNoName(name: string): string {
  return `Not a valid package or extra name: ${JSON.stringify(name)}. Names must start and end with a letter or digit and may only contain -, _, ., and alphanumeric characters.`;
}

/** Its line with the place, where the reason has words that depend on the text. */
export function saysPlace(text: string, value: TomlValue | undefined): string | undefined {
  if (value === undefined) return undefined;
  const { line, column } = placeIn(text, value.at);
  return `cause: TOML parse error at line ${line}, column ${column}`;
}
