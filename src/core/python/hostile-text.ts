// Texts that a reader has not seen before, for property tests: any characters, any bytes, signs of every grammar in any
// order, and real documents with pieces taken out, doubled and exchanged.
import fc from 'fast-check';

const TOKENS = [
  ...['0', '1', '9007199254740993', '.', '-', '+', '!', '*', 'v', 'rc', 'post', 'dev', 'a', '_', 'é', '𝟘'],
  ...[',', ';', ':', '(', ')', '[', ']', '{', '}', '@', '#', '=', '==', '~=', '===', '>=', '<', '"', "'", '"""', '\\'],
  ...[
    ' ',
    '\t',
    '\n',
    '\r\n',
    '\r',
    '\0',
    '\u001c',
    '\u0085',
    '\u0660',
    '\u017f',
    '\u200b',
    '\ufeff',
    '\ud800',
    '\udc00',
  ],
  ...[
    ' and ',
    ' or ',
    'extra',
    'in',
    'not in',
    'python_version',
    'with',
    'AND',
    'MIT',
    '.whl',
    '.tar.gz',
    'py3-none-any',
  ],
  ...[
    'sha256=',
    '--hash',
    '-r ',
    '\n  ',
    '\n\n',
    'Name: ',
    'Version: ',
    'name = ',
    '[project]',
    '[[packages]]',
    'hashes',
  ],
] as const;

/** Small real documents of the kinds that no file of cases holds. */
const DOCUMENTS = [
  '[build-system]\nrequires = ["hatchling"]\nbuild-backend = "hatchling.build"\n[project]\nname = "greeting"\nversion = "0.1.0"\n',
  '[project]\nname = "a"\ndynamic = ["version"]\nlicense = "MIT"\ndependencies = ["b>=1; os_name == \'nt\'"]\n[project.scripts]\na = "a.b:c"\n',
  '[dependency-groups]\ntest = ["pytest>=8", {include-group = "types"}]\ntypes = ["mypy"]\n',
  'greeting/__init__.py,sha256=47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU,0\n"a,b.py",,\ngreeting-1.0.dist-info/RECORD,,\n',
  '[console_scripts]\ngreet = greeting.cli:main [colour]\n# a comment\n[gui_scripts]\nb=c\n',
  'Wheel-Version: 1.0\nGenerator: hatchling 1.27\nRoot-Is-Purelib: true\nTag: py3-none-any\n',
  '# a comment\n-r other.txt\n-e ./here\nflask[async]==3.0 ; python_version >= "3.9" \\\n    --hash=sha256:00ff\n%TOKEN%\n',
  'version = 1\nrevision = 3\nrequires-python = ">=3.12"\n[[package]]\nname = "a"\nversion = "1.0"\nsource = { editable = "." }\n',
  '{"url": "https://example.org/a-1.0.tar.gz", "archive_info": {"hashes": {"sha256": "00ff"}}}',
];

/** Where a text can be cut: between letters, digits, white space and everything else. */
const PIECE = /[a-z]+|\d+|\s+|[^a-z\d\s]/giu;

interface Edit {
  readonly at: number;
  readonly other: number;
  readonly kind: 'drop' | 'double' | 'exchange' | 'token';
  readonly token: string;
}

function edited(text: string, edits: readonly Edit[]): string {
  const pieces = text.match(PIECE) ?? [''];
  for (const { at, other, kind, token } of edits) {
    const place = at % (pieces.length + 1);
    const piece = pieces[other % Math.max(1, pieces.length)] ?? '';
    if (kind === 'drop') pieces.splice(place, 1);
    else if (kind === 'double') pieces.splice(place, 0, piece);
    else if (kind === 'exchange') pieces.splice(place, 1, piece);
    else pieces.splice(place, 0, token);
  }
  return pieces.join('');
}

/**
 * Hostile texts.
 *
 * @param samples real documents, besides the few that stand here
 */
export function hostileText(samples: readonly string[]): fc.Arbitrary<string> {
  const token = fc.constantFrom(...TOKENS);
  const edit: fc.Arbitrary<Edit> = fc.record({
    at: fc.nat(10_000),
    other: fc.nat(10_000),
    kind: fc.constantFrom('drop', 'double', 'exchange', 'token'),
    token,
  });
  return fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.uint8Array({ maxLength: 80 }).map((bytes) => new TextDecoder().decode(bytes)),
    fc.uint8Array({ maxLength: 80 }).map((bytes) => String.fromCharCode(...bytes)),
    fc.array(token, { maxLength: 40 }).map((all) => all.join('')),
    fc
      .tuple(fc.constantFrom(...DOCUMENTS, ...samples), fc.array(edit, { maxLength: 6 }))
      .map(([text, edits]) => edited(text, edits)),
  );
}
