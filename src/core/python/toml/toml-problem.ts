// What is wrong with a document that isn't TOML, in our sentences. The library that reads TOML names its problems by
// messages of its own; this table turns each into a code and a sentence with the remedy.

interface Wording {
  readonly code: string;
  readonly message: string;
}

const WORDINGS: ReadonlyMap<string, Wording> = new Map([
  [
    'Unterminated string constant',
    {
      code: 'toml/string-open',
      message:
        'This string is not closed: end it with the quote that it begins with, on the same line if it is one quote.',
    },
  ],
  [
    'Unterminated table-key',
    {
      code: 'toml/header-open',
      message: 'This table’s header is not closed: write [name], or [[name]] for one of several.',
    },
  ],
  ['Unterminated array', { code: 'toml/array-open', message: 'This array is not closed: end it with “]”.' }],
  [
    'Unterminated inline table',
    { code: 'toml/inline-table-open', message: 'This inline table is not closed: end it with “}” on the same line.' },
  ],
  [
    'Empty bare keys are not allowed',
    { code: 'toml/key-missing', message: 'A key is missing here: write one, or "" for the empty key.' },
  ],
  [
    'Must be a newline',
    {
      code: 'toml/line-end',
      message:
        'The value ends before this: put quotes around text, a version too, and begin a new line for the next key.',
    },
  ],
  ['Expected equal (=) token', { code: 'toml/equals-missing', message: 'After a key come “=” and its value.' }],
  [
    'Unspecified values are invalid',
    { code: 'toml/value-missing', message: 'A value is missing here: write one after “=” on the same line.' },
  ],
  [
    'Expected comma (,) token',
    {
      code: 'toml/comma-missing',
      message: 'A comma is missing before this: values in brackets and braces are separated by commas.',
    },
  ],
  [
    'Defining a key multiple times is invalid',
    { code: 'toml/duplicate-key', message: 'This key or table is defined already: keep one of the two.' },
  ],
  [
    'Unexpected character',
    { code: 'toml/unexpected', message: 'This character cannot stand here: text needs quotes around it.' },
  ],
  [
    'Unexpected token',
    {
      code: 'toml/unexpected',
      message: 'This cannot stand here: a line is a key, “=” and a value, or a table’s header such as [project].',
    },
  ],
  [
    'Control characters (codes < 0x1f and 0x7f) are not allowed',
    {
      code: 'toml/control-character',
      message: 'A control character cannot stand here: in a string, write it as an escape such as \\u0007.',
    },
  ],
  [
    'The key, equals sign, and value must be on the same line',
    { code: 'toml/line-end', message: 'A key, “=” and the beginning of the value stand on one line.' },
  ],
  [
    'No newlines are allowed between the curly braces unless they are valid within a value',
    {
      code: 'toml/inline-table-line',
      message: 'An inline table stands on one line: join the lines, or give the table a header of its own.',
    },
  ],
  [
    'Underscores are allowed between digits',
    { code: 'toml/number', message: 'In a number “_” stands between two digits only.' },
  ],
  [
    'Unexpected spaces',
    { code: 'toml/header-space', message: 'The brackets of [[…]] stand side by side, without a space between them.' },
  ],
  [
    'Three or more quotes are not permitted',
    { code: 'toml/quotes', message: 'Three quotes would end this string: write one of them as \\".' },
  ],
  ['Unexpected invalid date', { code: 'toml/date', message: 'There is no such date: write it as 2026-11-21.' }],
  ['Unexpected invalid time', { code: 'toml/time', message: 'There is no such time: write it as 07:32:00.' }],
  [
    'Leading zeros are not allowed',
    { code: 'toml/number', message: 'A number has no leading zeros: write 7, and for a version put quotes around it.' },
  ],
  [
    'Trailing comma is not permitted in an inline table',
    { code: 'toml/inline-table-comma', message: 'No comma stands before “}” in an inline table: take it out.' },
  ],
  [
    'Invalid character in escape sequence',
    {
      code: 'toml/escape',
      message:
        'There is no such escape: write \\\\ for a backslash, or use single quotes, in which nothing is escaped.',
    },
  ],
  [
    'Consecutive dots are not permitted in keys',
    { code: 'toml/key-dots', message: 'A key is missing between two dots: take one dot out.' },
  ],
  [
    'Keys cannot end with a dot',
    { code: 'toml/key-dots', message: 'A key is missing after this dot: take the dot out.' },
  ],
  [
    'Keys cannot start with a dot',
    { code: 'toml/key-dots', message: 'A key is missing before this dot: take the dot out.' },
  ],
]);

/** The library's messages that name a character begin so. */
const NUMBERED: readonly (readonly [string, Wording])[] = [
  [
    'Invalid code point',
    {
      code: 'toml/escape',
      message:
        'This escape is no character: \\u takes four hexadecimal digits and \\U eight, up to 10FFFF, without halves of characters.',
    },
  ],
];

const UNKNOWN: Wording = { code: 'toml/syntax', message: 'The document cannot be read as TOML from here on.' };

/** The code and sentence for a message of the library. */
export function wordTomlProblem(message: string): Wording {
  return WORDINGS.get(message) ?? NUMBERED.find(([start]) => message.startsWith(start))?.[1] ?? UNKNOWN;
}
