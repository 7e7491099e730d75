// The simple commands of a shell line, as far as a table of effects needs them: taken apart at `&&`, `;`, `|` and line ends, quotes
// taken off, variables put in, output redirections told apart. It is no shell: loops, conditions and substitutions stay words.

/** One command: its words, and the file that its output goes to. */
export interface SimpleCommand {
  readonly words: readonly string[];
  readonly output: { readonly path: string; readonly appends: boolean } | undefined;
}

/** Commands of one line that are looked at. */
const MAX_COMMANDS = 200;

/** The commands of a line, in order. */
export function simpleCommands(line: string, environment: ReadonlyMap<string, string>): readonly SimpleCommand[] {
  const commands: SimpleCommand[] = [];
  let words: string[] = [];
  let output: SimpleCommand['output'];
  let redirects: boolean | undefined;
  const endWord = (word: string | undefined) => {
    if (word === undefined) return;
    if (redirects === undefined) words.push(word);
    else {
      output = { path: word, appends: redirects };
      redirects = undefined;
    }
  };
  const endCommand = () => {
    if ((words.length > 0 || output !== undefined) && commands.length < MAX_COMMANDS) commands.push({ words, output });
    words = [];
    output = undefined;
    redirects = undefined;
  };
  let word: string | undefined;
  for (let at = 0; at < line.length; at++) {
    const letter = line[at] as string;
    if (letter === "'" || letter === '"') {
      const end = endOfQuote(line, at);
      const quoted = line.slice(at + 1, end);
      word = (word ?? '') + (letter === '"' ? withVariables(quoted.replace(/\\(["\\$])/g, '$1'), environment) : quoted);
      at = end;
    } else if (letter === '\\') {
      at++;
      if (line[at] !== '\n') word = (word ?? '') + (line[at] ?? '');
    } else if (letter === '>') {
      // `2>` and `>&2` lead messages elsewhere and make no file.
      const isOfMessages = word === '2';
      endWord(isOfMessages ? undefined : word);
      word = undefined;
      const appends = line[at + 1] === '>';
      if (appends) at++;
      if (line[at + 1] === '&') at += 2;
      else redirects = appends;
    } else if (/[;&|\n]/.test(letter)) {
      endWord(word);
      word = undefined;
      endCommand();
    } else if (/\s/.test(letter)) {
      endWord(word);
      word = undefined;
    } else if (letter === '$') {
      const [, name] = /^\$\{?([A-Za-z_]\w*)\}?/.exec(line.slice(at, at + 200)) ?? [];
      if (name === undefined) word = `${word ?? ''}$`;
      else {
        word = (word ?? '') + (environment.get(name) ?? '');
        at += (line[at + 1] === '{' ? 2 : 0) + name.length;
      }
    } else word = (word ?? '') + letter;
  }
  endWord(word);
  endCommand();
  return commands;
}

function endOfQuote(line: string, start: number): number {
  const mark = line[start];
  for (let at = start + 1; at < line.length; at++) {
    if (mark === '"' && line[at] === '\\') at++;
    else if (line[at] === mark) return at;
  }
  return line.length;
}

function withVariables(text: string, environment: ReadonlyMap<string, string>): string {
  return text.replace(/\$\{?([A-Za-z_]\w*)\}?/g, (_, name: string) => environment.get(name) ?? '');
}
