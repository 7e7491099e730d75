import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyClause, normalMarker, normalVersion } from '../arbitraries';
import {
  decodeMetadata,
  formatMetadata,
  METADATA_FIELDS,
  type Metadata,
  parseMetadata,
  readHeaderDocument,
  unfoldDescription,
} from '../index';

const HEAD = 'Metadata-Version: 2.4\nName: kit\nVersion: 1.0\n';

function read(text: string): Metadata {
  const { value, problems } = parseMetadata(text);
  if (value === undefined) throw new TypeError(problems.map((problem) => problem.message).join('\n'));
  return value;
}

/** The problems of a document, each with the text at its place. */
function told(text: string) {
  return parseMetadata(text).problems.map(({ field, code, at }) => [field, code, text.slice(at.start, at.end)]);
}

describe('core metadata: the header format', () => {
  it('ends the headers at an empty line, or at a line that no header begins with', () => {
    expect(readHeaderDocument('Name: a\n\nb').body).toBe('b');
    expect(readHeaderDocument('Name: a\nno header\nVersion: 1').body).toBe('no header\nVersion: 1');
    expect(readHeaderDocument('Name : a').headers).toEqual([]);
  });

  it('keeps blanks at the end of a value and the line ends in it', () => {
    const { headers } = readHeaderDocument('Author:  a \r\n\tb  \r\nName:\n x\n');
    expect(headers.map(({ key, value }) => [key, value])).toEqual([
      ['author', 'a \r\n\tb  '],
      ['name', '\n x'],
    ]);
  });

  it('leaves out lines that belong to no header, and takes a last “From ” as prose', () => {
    const text = ' first\nFrom a\nName: a\n: b\n  c\nFrom here\n\nrest';
    const { headers, ignored, body } = readHeaderDocument(text);
    expect(headers.map(({ key }) => key)).toEqual(['name']);
    expect(ignored.map(({ start, end }) => text.slice(start, end))).toEqual([' first', 'From a', ': b', '  c']);
    expect(body).toBe('From here\nrest');
  });

  it('tells the fields and their places in any case', () => {
    const { parts } = parseMetadata('name: kit\nX-Mine: 1\n\nText');
    expect(parts.map(({ kind, text, at }) => `${kind} ${text} ${at.start}`)).toEqual([
      'name kit 6',
      'unknown 1 18',
      'description Text 21',
    ]);
  });

  it('reads bytes as UTF-8, and tells in which field they are not', () => {
    const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
    expect(decodeMetadata(bytes('a\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80'))).toBe('aä€😀');
    expect(decodeMetadata(bytes('\xef\xbb\xbfa\xed\xa0\x80\xc0\xaf'))).toBe('\ufeffa\udced\udca0\udc80\udcc0\udcaf');
    expect(told(decodeMetadata(bytes(`${HEAD}Author: Andr\xe9\nSummary: fine\n`)))).toEqual([
      ['author', 'metadata/encoding', 'Andr\udce9'],
    ]);
    expect(told(decodeMetadata(bytes(`${HEAD}\n\xe9`)))).toEqual([['description', 'metadata/encoding', '']]);
  });
});

describe('core metadata: fields', () => {
  it('brings values to their meaning', () => {
    const metadata = read(
      `${HEAD}Requires-Dist: attrs>=22 ; python_version < "3.9"\nRequires-Python: >=3.8\nProvides-Extra: Dev_Test\nDynamic: LICENSE\nKeywords: a, b\nProject-URL: Docs , https://example.org/a,b\nLicense-Expression: mit\n\nBody`,
    );
    expect(metadata.requiresDist[0]?.normalizedName).toBe('attrs');
    expect(metadata.requiresPython?.clauses).toHaveLength(1);
    expect(metadata.providesExtra).toEqual(['dev-test']);
    expect(metadata.dynamic).toEqual(['license']);
    expect(metadata.keywords).toEqual(['a', 'b']);
    expect(metadata.projectUrls).toEqual([{ label: 'Docs', url: 'https://example.org/a,b' }]);
    expect(metadata.licenseExpression?.normalized).toBe('MIT');
    expect(metadata.description).toBe('Body');
    expect([metadata.summary, metadata.importNames, metadata.platforms]).toEqual([undefined, undefined, []]);
  });

  it('tells an empty Import-Name from none', () => {
    const head = HEAD.replace('2.4', '2.5');
    expect(read(`${head}Import-Name:\n`).importNames).toEqual([]);
    expect(read(`${head}Import-Name: _kit.x ;private\n`).importNames).toEqual([
      { name: '_kit.x', isPrivate: true, written: '_kit.x ;private' },
    ]);
    expect(told(`${head}Import-Name:\nImport-Name: a\n`)).toEqual([['import-name', 'metadata/import-name', '']]);
  });

  it('takes the bars out of a description in a header', () => {
    const { description } = read(`${HEAD}Description: First\n        |\n        |  code\n`);
    expect(unfoldDescription(description ?? '')).toBe('First\n\n  code');
  });

  it.each([
    ['text/markdown; charset=UTF-8; variant=CommonMark'],
    ['text/markdown; (a comment) variant = "G\\FM" (another)'],
    ['TEXT/X-RST ;'],
  ])('takes the content type %s', (value) => {
    expect(read(`${HEAD}Description-Content-Type: ${value}\n`).descriptionContentType).toBe(value);
  });
});

describe('core metadata: problems', () => {
  const body = (field: string) => `${HEAD}${field}\n`;
  it.each([
    [
      'Name: kit\n',
      [
        ['metadata-version', 'metadata/missing', ''],
        ['version', 'metadata/missing', ''],
      ],
    ],
    ['Metadata-Version: 2\nName: kit\nVersion: 1.0\n', [['metadata-version', 'metadata/format-version', '2']]],
    [body('Name: again'), [['name', 'metadata/repeated', 'Name: again']]],
    [body('X-Mine: 1'), [['x-mine', 'metadata/unknown-field', 'X-Mine: 1']]],
    [body('Import-Name: kit'), [['import-name', 'metadata/too-new', 'Import-Name: kit']]],
    [body('Summary: a\n b'), [['summary', 'metadata/summary', '\n b']]],
    [body('Requires-Dist: a>=1,>>2'), [['requires-dist', 'specifier/version', '>2']]],
    [body('Requires-Python: 3.9'), [['requires-python', 'specifier/operator', '3.9']]],
    [body('Requires-Dist: a; os == "nt"'), [['requires-dist', 'marker/operand', 'os']]],
    [body('Provides-Extra: a b'), [['provides-extra', 'name/character', ' ']]],
    [body('Dynamic: Version'), [['dynamic', 'metadata/dynamic', 'Version']]],
    [body('Dynamic: Requirements'), [['dynamic', 'metadata/dynamic', 'Requirements']]],
    [body('License-File: a/../b'), [['license-file', 'metadata/license-file', '..']]],
    [body('License-File: a\\b'), [['license-file', 'metadata/license-file', '\\']]],
    [body('License-File: C:/b'), [['license-file', 'metadata/license-file', 'C:/']]],
    [body('License-File: C:b'), [['license-file', 'metadata/license-file', 'C:']]],
    [body('License-File: a//b'), [['license-file', 'metadata/license-file', '/']]],
    [body('License-File: *.txt'), [['license-file', 'metadata/license-file', '*']]],
    [body('License-Expression: MIT AND BSD'), [['license-expression', 'license/unknown', 'BSD']]],
    [body('Description-Content-Type: text/html'), [['description-content-type', 'metadata/content-type', 'text/html']]],
    [
      body('Description-Content-Type: text/plain; charset=latin-1'),
      [['description-content-type', 'metadata/charset', 'latin-1']],
    ],
    [
      body('Description-Content-Type: text/markdown; variant=gfm'),
      [['description-content-type', 'metadata/markdown-variant', 'gfm']],
    ],
    [
      body('Description-Content-Type: text/plain; a=1; a=2'),
      [['description-content-type', 'metadata/content-type', 'a=2']],
    ],
    [body('Project-URL: A, b\nProject-URL: A , c'), [['project-url', 'metadata/project-url', 'A , c']]],
    [`${HEAD}Description: a\n\nb`, [['description', 'metadata/two-descriptions', 'Description: a']]],
    [
      `${HEAD}Content-Type: message/rfc822\n\nb`,
      [
        ['content-type', 'metadata/unknown-field', 'Content-Type: message/rfc822'],
        ['description', 'metadata/multipart', ''],
      ],
    ],
  ])('says what is wrong in %j', (text, problems) => {
    expect(told(text)).toEqual(problems);
    expect(parseMetadata(text).value).toBeUndefined();
  });

  it('says which version of the format has the field', () => {
    expect(parseMetadata(body('Import-Name: kit')).problems[0]?.message).toBe(
      'Import-Name exists since metadata 2.5, and this is 2.4: raise Metadata-Version, or leave the field out.',
    );
  });

  it('looks at all fields if the version of the format is wrong', () => {
    expect(told('Metadata-Version: 9\nName: -\nVersion: 1\nImport-Name: if\n').map(([field]) => field)).toEqual([
      'metadata-version',
      'name',
      'import-name',
    ]);
  });
});

describe('core metadata: writing', () => {
  it('writes 2.3 to 2.5 only, and says why', () => {
    const metadata = read(HEAD.replace('2.4', '2.1'));
    expect(formatMetadata(metadata)).toEqual({
      text: undefined,
      problems: [
        {
          code: 'metadata/format-version',
          field: 'metadata-version',
          message:
            'Metadata 2.3 to 2.5 is written, and this is 2.1: its fields mean other things there, so change it first.',
        },
      ],
    });
  });

  it.each([
    [{ author: 'Ada\nName: other' }, 'author', 'metadata/line-break'],
    [{ author: ' Ada' }, 'author', 'metadata/line-break'],
    [{ name: 'no name' }, 'name', 'name/character'],
    [{ summary: 'two\n lines' }, 'summary', 'metadata/summary'],
    [{ licenseFiles: ['/LICENSE'] }, 'license-file', 'metadata/license-file'],
    [{ importNames: [] }, 'import-name', 'metadata/too-new'],
    [{ description: '\ud800' }, 'description', 'metadata/encoding'],
  ])('refuses %j', (change, field, code) => {
    const { text, problems } = formatMetadata({ ...read(HEAD), ...change });
    expect(text).toBeUndefined();
    expect(problems.map((problem) => [problem.field, problem.code])).toEqual([[field, code]]);
  });

  const line = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .map((text) => `a${text.replace(/\s/g, ' ')}b`);
  const header = fc.oneof(
    fc
      .tuple(fc.constantFrom('Author', 'Summary', 'License', 'Home-page'), line)
      .map(([name, value]) => `${name}: ${value}`),
    fc.tuple(fc.constantFrom('Author', 'License'), line, line).map(([name, one, two]) => `${name}: ${one}\n  ${two}`),
    fc
      .tuple(fc.constantFrom('Classifier', 'Platform', 'Requires-External'), line)
      .map(([name, value]) => `${name}: ${value}`),
    fc.tuple(anyClause, normalMarker).map(([clause, marker]) => `Requires-Dist: kit.x [b,a] (${clause}) ; ${marker}`),
    fc.array(anyClause, { maxLength: 3 }).map((clauses) => `Requires-Python: ${clauses.join(' , ')}`),
    fc.constantFrom(
      'Dynamic: summary',
      'Provides-Extra: A_b',
      'Keywords: a , b,',
      'Keywords:',
      'License-Expression: (mit or isc) and LICENSEREF-x',
      'License-File: licenses/LICENSE',
      'Project-URL: Docs ,x,y',
      'Project-URL: Alone',
      'Description-Content-Type: text/markdown;variant=GFM',
      'Description:',
    ),
  );

  it('gives the same text again for metadata that was read from one, whatever the order and spelling there', () => {
    const document = fc
      .tuple(fc.array(header, { maxLength: 6 }), normalVersion, fc.option(fc.string({ unit: 'grapheme' }), { nil: '' }))
      .map(([headers, version, body]) => {
        const text = `NAME: kit\n${headers.join('\n')}\nmetadata-version: 2.4\nVersion: v${version}\n\n${body}`;
        return text.replace(/\n{2,}(?=metadata-version)/, '\n');
      });
    let written = 0;
    fc.assert(
      fc.property(document, (text) => {
        const once = parseMetadata(text).value;
        if (once === undefined) return;
        const first = formatMetadata(once);
        if (first.text === undefined) return;
        written++;
        const twice = parseMetadata(first.text).value;
        expect(twice && formatMetadata(twice)).toEqual(first);
        expect(twice).toEqual(withoutPlaces(once, twice));
      }),
    );
    expect(written).toBeGreaterThan(10);
  });

  /** What the second reading must equal: the first, but for places and the order of clauses, which writing makes canonical. */
  function withoutPlaces(once: Metadata, twice: Metadata | undefined): Metadata {
    const { requiresDist, requiresPython } = twice ?? once;
    expect(requiresDist.map(({ normalizedName, extras }) => [normalizedName, extras])).toEqual(
      once.requiresDist.map(({ normalizedName, extras }) => [normalizedName, extras]),
    );
    return { ...once, requiresDist, requiresPython };
  }

  it('spells every field as the specification does, in lower case under its key', () => {
    for (const [key, { header: name }] of Object.entries(METADATA_FIELDS)) expect(name.toLowerCase()).toBe(key);
  });
});
