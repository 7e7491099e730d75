// What an editor of pyproject.toml knows: which field stands at a place, what it is, what may be added, and where.

export { type FieldPlace, fieldAt, listFields, type PlacedField } from './field-at';
export { type FieldDoc, wholeExample } from './field-doc';
export { docOfField, fieldDocs } from './field-docs';
export { type InsertedField, insertField } from './insert-field';
export { type SuggestedField, suggestKeys } from './suggest-keys';
