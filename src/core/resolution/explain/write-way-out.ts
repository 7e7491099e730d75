// Ways out in words, without what they lead to.
import { formatVersion } from '@/core/python';
import { listed } from './name-versions';
import type { Setting } from './settings-out';
import type { WayOut } from './ways-out';
import { shortMarker, tidySpecifier, writtenRequirement } from './written-requirement';

/** A way out in a sentence. */
export function writeWayOut({ changes }: WayOut): string {
  const parts = changes.map(({ from, to }) => {
    const before = `\`${writtenRequirement(from)}\``;
    return to === undefined ? `leave out ${before}` : `write \`${writtenRequirement(to)}\` instead of ${before}`;
  });
  // The same requirement may stand there twice.
  return parts.length === 0 ? 'Nothing needs to change.' : sentence(listed([...new Set(parts)], 'and'));
}

/** A change of settings in a sentence. */
export function writeSetting(setting: Setting): string {
  switch (setting.kind) {
    case 'python':
      return `Take Python ${formatVersion(setting.to)} instead of ${formatVersion(setting.from)}.`;
    case 'requires-python':
      return `Write \`requires-python = "${tidySpecifier(setting.to)}"\` instead of \`${tidySpecifier(setting.from)}\`.`;
    case 'constraint-left-out':
      return `Leave out the constraint \`${writtenRequirement(setting.constraint)}\`.`;
    case 'override-left-out':
      return `Leave out the override \`${writtenRequirement(setting.override)}\`.`;
    case 'prereleases-allowed':
      return 'Let pre-releases in.';
    case 'building-allowed':
      return `Let \`${setting.name}\` be built from its sdist.`;
    case 'wheels-allowed':
      return `Let wheels of \`${setting.name}\` in.`;
    case 'environment-left-out':
      return `Do without \`${shortMarker(setting.marker)}\`.`;
    case 'exclude-newer':
      return `Look at uploads through ${setting.to}.`;
    case 'yanked-pinned':
      return `Require the yanked \`${writtenRequirement(setting.pin)}\`.`;
    case 'overridden':
      return `Override what releases say of \`${setting.override.name}\` with \`${writtenRequirement(setting.override)}\`, at your own risk.`;
  }
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
