// A shell line taken apart into its commands, at `&&`, `;` and line ends outside quotes. No shell: pipes, loops and conditions stay
// inside a part, which is then a command that nobody knows.

/**
 * The commands of a line in order, blanks squeezed; a backslash at a line’s end goes on.
 *
 * @example splitCommand('apt-get update && apt-get install -y git') // → ['apt-get update', 'apt-get install -y git']
 */
export function splitCommand(text: string): readonly string[] {
  const parts: string[] = [];
  let part = '';
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const character = text[at] ?? '';
    if (character === '\\') {
      const next = text[at + 1] ?? '';
      part += next === '\n' ? ' ' : character + next;
      at++;
    } else if (quote !== '') {
      if (character === quote) quote = '';
      part += character;
    } else if (character === '"' || character === "'") {
      quote = character;
      part += character;
    } else if (character === ';' || character === '\n' || text.startsWith('&&', at)) {
      if (character === '&') at++;
      parts.push(part);
      part = '';
    } else part += character;
  }
  return [...parts, part].map((one) => one.replace(/\s+/g, ' ').trim()).filter((one) => one !== '');
}
