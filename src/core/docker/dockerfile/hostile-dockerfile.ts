// Dockerfiles that no one would write, for property tests: words of the language in any order, and real files with pieces taken out,
// doubled and exchanged.
import fc from 'fast-check';

const WORDS = [
  ...[
    'FROM a',
    'RUN',
    'COPY',
    'ADD',
    'ENV',
    'ARG',
    'LABEL',
    'CMD',
    'ENTRYPOINT',
    'SHELL',
    'EXPOSE',
    'VOLUME',
    'USER',
    'WORKDIR',
  ],
  ...[
    'STOPSIGNAL',
    'HEALTHCHECK',
    'ONBUILD',
    'MAINTAINER',
    'AS b',
    '--from=a',
    '--mount=type=cache,target=/x',
    '--link',
    '--',
  ],
  ...[
    '# syntax=x',
    '# escape=`',
    '# check=skip=all',
    '# c',
    '$x',
    '${x:-',
    '${x#',
    '${x//',
    '}',
    '/',
    '<<EOF',
    '<<-EOF',
    'EOF',
  ],
  ...[
    '["a",',
    '"b"]',
    '[1]',
    '{}',
    '"',
    "'",
    '\\',
    '`',
    '=',
    ' ',
    '\t',
    '\n',
    '\n',
    '\n',
    '\r\n',
    '\\\n',
    '`\n',
    '\ufeff',
    '\u00a0',
  ],
  ...['é', '😀', '\ud800', '80/tcp', 'a=b', 'NONE', '*', '**', '!', '\f', '\0'],
] as const;

/** Hostile Dockerfiles; `samples` are real ones. */
export function hostileDockerfile(samples: readonly string[]): fc.Arbitrary<string> {
  const word = fc.constantFrom(...WORDS);
  const edit = fc.tuple(fc.nat(10_000), fc.nat(10_000), fc.constantFrom('drop', 'double', 'word'), word);
  const edited = fc.tuple(fc.constantFrom(...samples), fc.array(edit, { maxLength: 6 })).map(([text, edits]) => {
    const pieces = text.match(/[a-z]+|\d+|[^\S\n]+|\n|[^a-z\d\s]/giu) ?? [''];
    for (const [at, other, kind, token] of edits) {
      const place = at % (pieces.length + 1);
      if (kind === 'drop') pieces.splice(place, 1);
      else pieces.splice(place, 0, kind === 'double' ? (pieces[other % pieces.length] ?? '') : token);
    }
    return pieces.join('');
  });
  const words = fc.array(word, { maxLength: 30 }).map((all) => all.join(' '));
  const joined = fc.array(word, { maxLength: 30 }).map((all) => all.join(''));
  return fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), words, joined, edited);
}
