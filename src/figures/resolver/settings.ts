/** The settings of a scenario that have a control: what each may be, what it is, and where in the text it stands. */
import { formatVersion, type TomlTable } from '@/core/python';
import { type ResolutionProblem, type Rewrite, removeKey, setKey } from '@/core/resolution';
import type { SettingName } from './state';

export interface SettingValue {
  readonly value: string;
  readonly label: string;
}

/** A value that no key of the text says. */
const UNSAID = '';

export const SETTING_VALUES: Readonly<Record<SettingName, readonly SettingValue[]>> = {
  resolution: [
    { value: 'highest', label: 'newest' },
    { value: 'lowest', label: 'oldest' },
    { value: 'lowest-direct', label: 'oldest of your own' },
  ],
  prereleases: [
    { value: 'if-necessary', label: 'if nothing else fits' },
    { value: 'allow', label: 'like any other' },
    { value: 'explicit', label: 'where you name one' },
    { value: 'disallow', label: 'never' },
  ],
  python: ['3.8', '3.9', '3.10', '3.11', '3.12', '3.13', '3.14'].map((value) => ({ value, label: value })),
  platform: [
    { value: UNSAID, label: 'Linux, x86-64' },
    { value: 'aarch64-unknown-linux-gnu', label: 'Linux, ARM' },
    { value: 'x86_64-unknown-linux-musl', label: 'Linux, musl' },
    { value: 'macos', label: 'macOS, ARM' },
    { value: 'x86_64-apple-darwin', label: 'macOS, Intel' },
    { value: 'windows', label: 'Windows' },
  ],
  environments: [
    { value: 'false', label: 'this one' },
    { value: 'true', label: 'all of them' },
  ],
};

/** The table and the key that say it, and the value as TOML. */
const KEYS: Readonly<Record<SettingName, readonly [table: string, key: string]>> = {
  resolution: ['resolver_options', 'resolution'],
  prereleases: ['shipshape', 'prereleases'],
  python: ['resolver_options', 'python'],
  platform: ['resolver_options', 'python_platform'],
  environments: ['resolver_options', 'universal'],
};

/** What is to be written for a setting to have one of its values; nothing for a value that it can't have. */
export function rewriteSetting(text: string, file: TomlTable, setting: SettingName, value: string): readonly Rewrite[] {
  const isKnown = SETTING_VALUES[setting].some((each) => each.value === value);
  if (!isKnown || writtenValue(file, setting) === value) return [];
  const [table, key] = KEYS[setting];
  if (value === UNSAID) return removeKey(text, file, table, key);
  return setKey(text, file, table, key, setting === 'environments' ? value : `"${value}"`) ?? [];
}

/** What the text says of a setting; undefined where it says nothing. */
function writtenValue(file: TomlTable, setting: SettingName): string | undefined {
  const [table, key] = KEYS[setting];
  const found = file.entries.get(table)?.value;
  const value = found?.kind === 'table' ? found.entries.get(key)?.value : undefined;
  if (value?.kind === 'string') return value.value;
  return value?.kind === 'boolean' ? String(value.value) : undefined;
}

/** What a setting is. */
export function settingOf(
  { policy, python, target }: ResolutionProblem,
  file: TomlTable,
  setting: SettingName,
): string {
  switch (setting) {
    case 'resolution':
      return policy.mode;
    case 'prereleases':
      return policy.prereleases;
    case 'python':
      return formatVersion(python).replace(/\.0$/, '');
    case 'platform':
      return writtenValue(file, 'platform') ?? UNSAID;
    case 'environments':
      return String(target.kind === 'universal');
  }
}
