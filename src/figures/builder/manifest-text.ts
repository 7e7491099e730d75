/** Values of pyproject.toml, read and put in place, everything else kept byte for byte; the file may be half-typed elsewhere. */
import { listFields } from '@/core/python';

function fieldOf(text: string, path: string) {
  return listFields(text).find((field) => field.path.join('.') === path);
}

/** A value as it is written: `"0.1.0"`; undefined where there is none. */
export function writtenValue(text: string, path: string): string | undefined {
  const at = fieldOf(text, path)?.valueAt;
  return at === undefined ? undefined : text.slice(at.start, at.end);
}

/** A value that is a string, without its quotes. */
export function stringValue(text: string, path: string): string | undefined {
  const written = writtenValue(text, path);
  return written === undefined ? undefined : /^(["'])([^"'\\]*)\1$/.exec(written)?.[2];
}

/** Every string of a value, a list’s and an inline table’s too, without their quotes. */
export function stringsOf(text: string, path: string): readonly string[] {
  return [...(writtenValue(text, path) ?? '').matchAll(/"([^"\\\n]*)"|'([^'\n]*)'/g)].map(
    ([, double, single]) => double ?? single ?? '',
  );
}

/** Puts a value in the place of the one that is there, or else as a line into its table, or else with a table of its own. */
export function withValue(text: string, path: string, value: string): string {
  const at = fieldOf(text, path)?.valueAt;
  if (at !== undefined) return text.slice(0, at.start) + value + text.slice(at.end);
  const dot = path.lastIndexOf('.');
  const [table, line] = [path.slice(0, dot), `${path.slice(dot + 1)} = ${value}\n`];
  const header = `[${table}]\n`;
  const there = text.startsWith(header) ? 0 : text.indexOf(`\n${header}`) + 1;
  if (there > 0 || text.startsWith(header)) {
    const after = there + header.length;
    return text.slice(0, after) + line + text.slice(after);
  }
  const block = header + line;
  if (table === 'build-system') return text === '' ? block : `${block}\n${text}`;
  const gap = text === '' ? '' : text.endsWith('\n') ? '\n' : '\n\n';
  return text + gap + block;
}

/** Takes a line out, and its table where nothing else is in it. */
export function withoutField(text: string, path: string): string {
  const field = fieldOf(text, path);
  if (field === undefined) return text;
  const start = text.lastIndexOf('\n', field.keyAt.start) + 1;
  const lineEnd = text.indexOf('\n', field.valueAt?.end ?? field.keyAt.end);
  const left = text.slice(0, start) + (lineEnd === -1 ? '' : text.slice(lineEnd + 1));
  const table = path.slice(0, path.lastIndexOf('.'));
  const isEmpty = !listFields(left).some((other) => other.path.join('.').startsWith(`${table}.`));
  return isEmpty ? left.replace(`\n[${table}]\n`, '') : left;
}

/** Every string of the values under some keys, mapped. */
export function mapStrings(text: string, isMeant: (path: string) => boolean, map: (value: string) => string): string {
  let after = text;
  for (const { path, valueAt } of listFields(text).toReversed()) {
    if (valueAt === undefined || !isMeant(path.join('.'))) continue;
    const value = text.slice(valueAt.start, valueAt.end);
    // A field of an inline table stands inside the value of its key, which is mapped as a whole.
    if (value.startsWith('{')) continue;
    const mapped = value.replace(/"([^"\\\n]*)"/g, (_, string: string) => `"${map(string)}"`);
    after = after.slice(0, valueAt.start) + mapped + after.slice(valueAt.end);
  }
  return after;
}

/** The names and targets of `[project.scripts]`, in the order of the file. */
export function scriptsOf(text: string): readonly { readonly name: string; readonly target: string }[] {
  return listFields(text).flatMap(({ path: [project, table, name], valueAt }) => {
    if (project !== 'project' || table !== 'scripts' || name === undefined || valueAt === undefined) return [];
    return [{ name, target: text.slice(valueAt.start, valueAt.end).replace(/^["']|["']$/g, '') }];
  });
}
