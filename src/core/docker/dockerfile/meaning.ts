// What two writings of an instruction have in common: all that the builder acts on, without where and how it is written.
import type { From, Instruction } from './instruction';

/** Keys that say where and how an instruction is written. */
const WRITING: ReadonlySet<string> = new Set(['at', 'keyword', 'code', 'writtenName']);

/** A text that is the same for two instructions when they mean the same to the builder. */
export function meaningOf(instruction: Instruction | From): string {
  return JSON.stringify(instruction, (key, value: unknown) => (WRITING.has(key) ? undefined : value));
}
