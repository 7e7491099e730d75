// TOML 1.0 with places: reading and writing. Documents made of it (pyproject.toml, lock files) are other folders.

export { formatToml, outputOfToml, type TomlOutput, type TomlOutputTable } from './format-toml';
export { MAX_TOML_DEPTH } from './nesting';
export { MAX_TOML_LENGTH, parseToml } from './parse-toml';
export { placeInString } from './string-place';
export { type FieldItem, type FieldProblem, type FieldReport, TomlFields } from './toml-fields';
export type { TomlArray, TomlDateKind, TomlEntry, TomlString, TomlTable, TomlValue } from './toml-value';
export { describeTomlKind } from './toml-value';
