// `authors` and `maintainers`: the pyproject.toml specification, "authors/maintainers".
import type { TomlFields } from '../toml';
import type { Person } from './pyproject';
import type { PyprojectFields } from './pyproject-fields';

export function readPeople(fields: PyprojectFields, key: 'authors' | 'maintainers'): readonly Person[] {
  const value = fields.keys.entry(key)?.value;
  const text = value?.kind === 'array' ? value.items.find((item) => item.kind === 'string') : undefined;
  if (text?.kind === 'string') {
    const [, name = 'Ada', email = 'ada@example.org'] =
      /^([^<>",\\]{1,40}?) ?<([^<>"\s\\]{1,40})>$/.exec(text.value) ?? [];
    const message = `A person is a table: write {name = "${name}", email = "${email}"}.`;
    fields.keys.problem('wrong-type', fields.keys.pathOf(key), text.at, message);
    return [];
  }
  return (fields.keys.tables(key) ?? []).map((table) => readPerson(fields.inner(table)));
}

function readPerson(fields: PyprojectFields): Person {
  const { keys } = fields;
  fields.refuseUnknown(
    ['name', 'email'],
    'A person',
    () => 'a person has “name”, “email”, or both; links belong into [project.urls].',
  );
  const name = keys.text('name');
  const email = keys.text('email');
  if (!keys.has('name') && !keys.has('email')) {
    keys.problem(
      'person',
      keys.path,
      keys.at,
      'A person has a name, an address, or both: {name = "Ada", email = "ada@example.org"}.',
    );
  }
  if (name !== undefined) checkName(keys, name);
  if (email !== undefined && !isAddress(email)) {
    keys.wrong(
      'person',
      'email',
      'This is no address for mail: write one such as ada@example.org, and the name beside it as “name”.',
    );
  }
  return { name, email };
}

function checkName(keys: TomlFields, name: string): void {
  if (name.includes(',')) keys.wrong('person', 'name', 'A name has no comma in it: make a table of each person.');
  else if (name.trim() === '' || /[\r\n]/.test(name))
    keys.wrong('person', 'name', 'A name is one line of text, and not empty.');
}

/** An address as mail programs take it: something before the last “@”, and a host after it. Quoted parts are let through. */
function isAddress(email: string): boolean {
  const at = email.lastIndexOf('@');
  const local = email.slice(0, at);
  const isLocal = /^"[^"\r\n]*"$/.test(local) || /^[^\s@<>,;:()"[\]\\]+$/.test(local);
  return at > 0 && isLocal && /^[^\s@<>,;:()"\\]+$/.test(email.slice(at + 1));
}
