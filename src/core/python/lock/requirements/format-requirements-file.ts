// Writing a requirements file: a line a requirement, and under it its hashes, each on a line of its own, as `uv export` and
// pip-compile lay them out (pip's documentation, "Requirements File Format", "Line continuations").
import { formatMarker } from '../../marker';
import { formatRequirement } from '../../requirement';
import type { RequirementsFile, RequirementsLine, RequirementsTarget } from './requirements-file';
import { REQUIREMENTS_OPTIONS } from './requirements-options';

/**
 * Writes a requirements file ("Requirements File Format"). Read again, it has the same lines.
 *
 * @example formatRequirementsFile(parseRequirementsFile('a==1;os_name=="nt" --hash=sha256:00').value) // → 'a==1 ; os_name == "nt" \\\n    --hash=sha256:00\n'
 */
export function formatRequirementsFile(file: Pick<RequirementsFile, 'lines'>): string {
  return file.lines.map((line) => `${formatLine(line)}\n`).join('');
}

function formatLine(line: RequirementsLine): string {
  if (line.kind === 'options') {
    const written = line.options.map(({ option, value }) =>
      REQUIREMENTS_OPTIONS[option].takesValue ? `${option} ${quoted(value)}` : option,
    );
    return written.join(' ');
  }
  const target = formatTarget(line.target);
  const settings = line.configSettings.map((setting) => `--config-settings ${quoted(setting)}`);
  const hashes = line.hashes.map(({ algorithm, digest }) => `--hash=${quoted(`${algorithm}:${digest}`)}`);
  return [line.isEditable ? `-e ${quoted(target)}` : target, ...settings, ...hashes].join(' \\\n    ');
}

function formatTarget(target: RequirementsTarget): string {
  if (target.kind === 'requirement') {
    const { marker, ...bare } = target.requirement;
    return withMarker(formatRequirement({ ...bare, marker: undefined }), marker);
  }
  return withMarker(target.kind === 'url' ? target.url : target.path, target.marker);
}

function withMarker(text: string, marker: Parameters<typeof formatMarker>[0] | undefined): string {
  return marker === undefined ? text : `${text} ; ${formatMarker(marker)}`;
}

/** A value as one word of a shell. A `#` is kept from white space before it, after which it would be a comment. */
function quoted(value: string): string {
  if (value !== '' && !/[\s"'\\]/.test(value) && !value.startsWith('#')) return value;
  return `"${value.replace(/["\\]/g, '\\$&').replace(/(\s)#/g, '$1""#')}"`;
}
