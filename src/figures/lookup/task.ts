/** What a scenario asks the reader to do, as a scenario file has it: a line with code between backticks. */
import type { Words } from '@/figures/frame/Words';

/** @example taskWords('Type `ls`.') // ['Type ', { code: 'ls' }, '.'] */
export function taskWords(line: string): Words {
  return line
    .split('`')
    .map((part, index) => (index % 2 === 0 ? part : { code: part }))
    .filter((part) => part !== '');
}
