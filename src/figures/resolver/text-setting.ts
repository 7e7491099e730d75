/** A setting that has no control of its own, as what is written into the text for it: a key, or an item of a list. */
import type { TomlTable } from '@/core/python';
import { leaveOut, putIn, quoted, type Rewrite, setKey } from '@/core/resolution';

export type TextSetting = { readonly table: string; readonly key: string } & (
  | { readonly kind: 'key'; readonly value: string }
  | { readonly kind: 'item-in'; readonly item: string }
  /** The item at this place of the list. */
  | { readonly kind: 'item-out'; readonly place: number }
);

/** What is to be written; nothing where the text has something else in that place. */
export function rewriteTextSetting(text: string, file: TomlTable, setting: TextSetting): readonly Rewrite[] {
  const { table, key } = setting;
  const found = file.entries.get(table)?.value;
  const value = found?.kind === 'table' ? found.entries.get(key)?.value : undefined;
  switch (setting.kind) {
    case 'key':
      return setKey(text, file, table, key, quoted(setting.value)) ?? [];
    case 'item-in':
      if (value?.kind === 'array') return putIn(text, value, quoted(setting.item));
      return value === undefined ? (setKey(text, file, table, key, `[${quoted(setting.item)}]`) ?? []) : [];
    case 'item-out':
      return value?.kind === 'array' ? leaveOut(text, value, [setting.place]) : [];
  }
}
