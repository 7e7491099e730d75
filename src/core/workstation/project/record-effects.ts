// What an installer wrote about a project, against what it would write after an edit: metadata and commands. They stay as they were until
// the next installation, of an editable install too. Follows the recording of installed projects; the entry points specification.
import {
  type EntryPoint,
  formatMetadata,
  formatRequirement,
  formatSpecifierSet,
  formatVersion,
  type Metadata,
} from '@/core/python';
import type { DistributionPlan } from '@/core/wheel';
import { code, type Sentence, say } from '../sentence';
import type { EditEffect } from './edit-effect';
import { isCommand } from './install-distribution';
import type { Installation } from './installation';

/** What METADATA says that has effects of its own here, or says nothing of the project. */
const TOLD_APART = new Set(['Metadata-Version', 'Version', 'Requires-Dist', 'Requires-Python']);

/** What the installer wrote, against what it would write now. None of it is seen without another installation. */
export function recordEffects(
  { metadata, entryPoints, isEditable }: Installation,
  after: DistributionPlan,
): EditEffect[] {
  const effects: EditEffect[] = [];
  const even = isEditable ? ', editable or not.' : '.';
  const add = (kind: EditEffect['kind'], subject: string, change: EditEffect['change'], what: Sentence) => {
    const until =
      change === 'removed'
        ? say`It goes only when the project is installed again${even}`
        : say`That is written only when the project is installed${even}`;
    effects.push({ kind, subject, change, isSeen: false, sentence: say`${what} ${until}` });
  };
  const [oldVersion, newVersion] = [formatVersion(metadata.version), formatVersion(after.metadata.version)];
  if (oldVersion !== newVersion) {
    add('version', newVersion, 'changed', say`The installed metadata still says ${code(oldVersion)}.`);
  }
  const old = commandsOf(entryPoints);
  const now = commandsOf(after.entryPoints);
  for (const [name, target] of now) {
    const was = old.get(name);
    if (was === undefined) add('command', name, 'added', say`There is no file ${code(name)} yet.`);
    else if (was !== target) add('command', name, 'changed', say`The file ${code(name)} still calls ${code(was)}.`);
  }
  for (const name of old.keys()) {
    if (!now.has(name)) add('command', name, 'removed', say`The file ${code(name)} is still there.`);
  }
  const oldNeeds = metadata.requiresDist.map(formatRequirement);
  const newNeeds = after.metadata.requiresDist.map(formatRequirement);
  for (const need of newNeeds) {
    if (!oldNeeds.includes(need)) add('dependency', need, 'added', say`Nobody has asked for ${code(need)} yet.`);
  }
  for (const need of oldNeeds) {
    if (!newNeeds.includes(need)) add('dependency', need, 'removed', say`The metadata still requires ${code(need)}.`);
  }
  const pythons = [metadata.requiresPython, after.metadata.requiresPython].map((set) =>
    set === undefined ? '' : formatSpecifierSet(set),
  );
  if (pythons[0] !== pythons[1])
    add(
      'python',
      pythons[1] ?? '',
      'changed',
      say`The installed metadata has ${code(pythons[0] || 'no Requires-Python')}.`,
    );
  const [oldFields, newFields] = [fieldsOf(metadata), fieldsOf(after.metadata)];
  for (const field of new Set([...oldFields.keys(), ...newFields.keys()])) {
    const [was, is] = [oldFields.get(field), newFields.get(field)];
    if (was === is || TOLD_APART.has(field)) continue;
    if (was === undefined) add('metadata', field, 'added', say`The installed METADATA has no ${code(field)} yet.`);
    else if (is === undefined) add('metadata', field, 'removed', say`The installed METADATA still has ${code(field)}.`);
    else add('metadata', field, 'changed', say`The installed METADATA has ${code(field)} as it was.`);
  }
  return effects;
}

/** The fields as METADATA has them, each with all of its values; the body is the description. */
function fieldsOf(metadata: Metadata): ReadonlyMap<string, string> {
  const text = formatMetadata(metadata).text ?? '';
  const end = text.indexOf('\n\n');
  const [head, body] = end === -1 ? [text, ''] : [text.slice(0, end), text.slice(end + 2)];
  const fields = new Map<string, string>(body.trim() === '' ? [] : [['Description', body]]);
  // A line that begins with a blank goes on with the field before it.
  for (const line of head.split(/\n(?! )/)) {
    const name = line.slice(0, line.indexOf(':'));
    if (name !== '') fields.set(name, `${fields.get(name) ?? ''}${line}\n`);
  }
  return fields;
}

function commandsOf(entryPoints: readonly EntryPoint[]): ReadonlyMap<string, string> {
  return new Map(
    entryPoints.filter(isCommand).map(({ name, module, attribute }) => [name, `${module}:${attribute ?? ''}`]),
  );
}
