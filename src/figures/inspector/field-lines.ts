/** The fields of METADATA or PKG-INFO, each once with its values, in the order of the text. Core metadata specification. */
import type { ParsedMetadata } from '@/core/python';
import type { FieldLine } from './report';

/** A description can be a book: its beginning tells enough. */
const LONGEST_VALUE = 240;
const MOST_VALUES = 60;

/** @example fieldLines(parseMetadata('Name: kit\nVersion: 1.0\n')) // → [{ field: 'name', values: ['kit'] }, { field: 'version', values: ['1.0'] }] */
export function fieldLines({ parts }: ParsedMetadata): readonly FieldLine[] {
  const fields = new Map<string, string[]>();
  for (const { kind, text } of parts) {
    if (kind === 'ignored') continue;
    const values = fields.get(kind) ?? [];
    if (values.length < MOST_VALUES) values.push(cut(text.trim()));
    fields.set(kind, values);
  }
  return [...fields].map(([field, values]) => ({ field, values }));
}

function cut(text: string): string {
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)} …` : text;
}
