import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRecord, parseRecord, type RecordEntry, verifyRecord } from '../index';
import { readCsv } from './csv';

const DIGEST = 'AVTFPZpEKzuHr7OvQZmhaU3LvwKz06AJw8mT_pNh2yI';
const SELF = 'kit-1.0.dist-info/RECORD,,\n';

describe('RECORD: the CSV dialect', () => {
  it.each([
    ['a,b\r\nc\n', [['a', 'b'], ['c']]],
    ['a,\n\nb', [['a', ''], [], ['b']]],
    ['"a,""b""\n",c\rd', [['a,"b"\n', 'c'], ['d']]],
    ['"a"b,c"d"', [['ab', 'c"d"']]],
    ['"never closed,\n', [['never closed,\n']]],
  ])('reads %j as Python does', (text, rows) => {
    expect([...readCsv(text)].map((row) => row.map((field) => field.text))).toEqual(rows);
  });
});

describe('RECORD: a wheel’s', () => {
  it('reads path, hash and size, and places each', () => {
    const text = `"kit,x.py",sha256=${DIGEST},12\r\n${SELF}`;
    const { value, parts } = parseRecord(text);
    expect(value).toEqual([
      { path: 'kit,x.py', hash: { algorithm: 'sha256', digest: DIGEST }, size: 12 },
      { path: 'kit-1.0.dist-info/RECORD', hash: undefined, size: undefined },
    ]);
    expect(parts.slice(0, 3).map(({ kind, at }) => [kind, text.slice(at.start, at.end)])).toEqual([
      ['path', '"kit,x.py"'],
      ['hash', `sha256=${DIGEST}`],
      ['size', '12'],
    ]);
  });

  const file = (path: string, hash = `sha256=${DIGEST}`, size = '1') => `${path},${hash},${size}\n${SELF}`;
  it.each([
    [`a.py,sha256=${DIGEST}\n${SELF}`, 'record/columns', 'a.py'],
    [`a.py,sha256=${DIGEST},1,2\n${SELF}`, 'record/columns', '2'],
    [file(''), 'record/path-missing', ''],
    [file('/a.py'), 'record/path-absolute', '/a.py'],
    [file('C:/a.py'), 'record/path-absolute', 'C:/a.py'],
    [file('a/../b.py'), 'record/path-parent', 'a/../b.py'],
    [file('a\\b.py'), 'record/path-backslash', 'a\\b.py'],
    [file('a/'), 'record/path-folder', 'a/'],
    [`${file('a')}${file('a').split('\n')[0]}\n`, 'record/path-twice', 'a'],
    [file('a.py', ''), 'record/hash-missing', ''],
    [file('a.py', 'sha256'), 'record/hash-form', 'sha256'],
    [file('a.py', 'md5=1B2M2Y8AsgTpgAmY7PhCfg'), 'record/algorithm', 'md5=1B2M2Y8AsgTpgAmY7PhCfg'],
    [file('a.py', `sha257=${DIGEST}`), 'record/algorithm', `sha257=${DIGEST}`],
    [file('a.py', `sha256=${DIGEST}=`), 'record/digest-padding', `sha256=${DIGEST}=`],
    [
      file('a.py', `sha256=${DIGEST.replace('_', '/')}`),
      'record/digest-alphabet',
      `sha256=${DIGEST.replace('_', '/')}`,
    ],
    [file('a.py', `sha256=${DIGEST.slice(1)}`), 'record/digest-length', `sha256=${DIGEST.slice(1)}`],
    [file('a.py', `sha256=${DIGEST}`, '-1'), 'record/size', '-1'],
    [file('kit-1.0.dist-info/RECORD.jws'), 'record/signature-listed', 'kit-1.0.dist-info/RECORD.jws'],
    [`kit-1.0.dist-info/RECORD,sha256=${DIGEST},\n`, 'record/self-hash', `sha256=${DIGEST}`],
    [`a.py,sha256=${DIGEST},1\n`, 'record/self-missing', ''],
  ])('says what is wrong in %j', (text, code, marked) => {
    const { value, problems } = parseRecord(text);
    expect(value).toBeUndefined();
    expect(problems.map(({ at, ...rest }) => [rest.code, text.slice(at.start, at.end)])).toEqual([[code, marked]]);
  });

  it('knows a hexadecimal digest', () => {
    const hex = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824';
    expect(parseRecord(file('a.py', `sha256=${hex}`)).problems[0]?.message).toBe(
      'This digest has 64 characters where 43 characters are due: it is hexadecimal, and should be base64.',
    );
  });
});

describe('RECORD: an environment’s', () => {
  it('has absolute paths, backslashes and files without a hash', () => {
    const text = `/usr/bin/kit,md5=1B2M2Y8AsgTpgAmY7PhCfg,1\n..\\..\\Scripts\\kit.exe,,\n${SELF}`;
    expect(parseRecord(text, 'environment').problems).toEqual([]);
  });
});

describe('RECORD and the files', () => {
  const hash = { algorithm: 'sha256', digest: DIGEST };
  const entry = (path: string, more: Partial<RecordEntry> = {}): RecordEntry => ({ path, hash, size: 1, ...more });
  const file = (path: string, digest = DIGEST, size = 1) => ({ path, size, digests: new Map([['sha256', digest]]) });

  it('agrees, differs, is missing or is not listed', () => {
    const self = 'kit-1.0.dist-info/RECORD';
    const entries = [
      entry('same.py'),
      entry('other.py'),
      entry('longer.py'),
      entry('gone.py'),
      entry('bare.py', { hash: undefined }),
      entry('odd.py', { hash: { algorithm: 'sha512', digest: 'x' } }),
      entry(self, { hash: undefined, size: undefined }),
    ];
    const files = [
      file('new.py'),
      file('kit-1.0.dist-info/RECORD.jws'),
      file('same.py'),
      file('other.py', 'x', 2),
      file('longer.py', DIGEST, 2),
      file('bare.py'),
      file('odd.py'),
      file(self),
    ];
    expect(verifyRecord(entries, files)).toEqual([
      { path: 'same.py', kind: 'agrees' },
      { path: 'other.py', kind: 'hash-differs', listed: hash, actual: 'x' },
      { path: 'longer.py', kind: 'size-differs', listed: 1, actual: 2 },
      { path: 'gone.py', kind: 'missing' },
      { path: 'bare.py', kind: 'not-hashed' },
      { path: 'odd.py', kind: 'not-computed', listed: { algorithm: 'sha512', digest: 'x' } },
      { path: self, kind: 'exempt' },
      { path: 'new.py', kind: 'not-listed' },
      { path: 'kit-1.0.dist-info/RECORD.jws', kind: 'exempt' },
    ]);
  });
});

describe('laws', () => {
  const path = fc.string({ unit: fc.constantFrom('a', 'b', '"', ',', '\n', '\r', ' ', 'é', '.'), minLength: 1 });
  const given = fc
    .uniqueArray(path, { maxLength: 6 })
    .map((paths) => [
      ...paths
        .filter((name) => name !== '..')
        .map((name) => ({ path: name, hash: { algorithm: 'sha256', digest: DIGEST }, size: name.length })),
      { path: 'kit-1.0.dist-info/RECORD', hash: undefined, size: undefined },
    ]);

  it('reading what was written gives the entries', () => {
    fc.assert(
      fc.property(given, (entries) => {
        expect(parseRecord(formatRecord(entries)).value).toEqual(entries);
      }),
    );
  });
});
