// The fields of a --mount or --device: one line of comma-separated values (tonistiigi/go-csvvalue), where quotes may hold commas.
import type { Refused } from './shell-pattern';
import { utf8Length } from './utf8';

/** The fields, or what is wrong with the quotes, in the builder’s words. */
export function csvFields(line: string): readonly string[] | Refused {
  const text = line.replace(/\r?\n$/, '');
  if (text === '') return { problem: 'EOF' };
  const refuse = (at: number, what: string): Refused => ({
    problem: `parse error on line 1, column ${utf8Length(text.slice(0, at)) + 1}: ${what}`,
  });
  const missing = 'extraneous or missing " in quoted-field';
  const fields: string[] = [];
  for (let at = 0; ; ) {
    if (text[at] !== '"') {
      const comma = text.indexOf(',', at);
      const end = comma < 0 ? text.length : comma;
      const field = text.slice(at, end);
      const bare = field.indexOf('"');
      if (bare >= 0) return refuse(at + bare, 'bare " in non-quoted-field');
      fields.push(field);
      if (comma < 0) return fields;
      at = comma + 1;
      continue;
    }
    let field = '';
    at++;
    for (;;) {
      const close = text.indexOf('"', at);
      if (close < 0) return refuse(at, missing);
      field += text.slice(at, close);
      at = close + 1;
      if (text[at] !== '"') break;
      field += '"';
      at++;
    }
    fields.push(field);
    if (at === text.length) return fields;
    if (text[at] !== ',') return refuse(at - 1, missing);
    at++;
  }
}
