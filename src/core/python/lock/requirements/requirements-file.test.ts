// biome-ignore-all lint/suspicious/noTemplateCurlyInString: ${NAME} is how a requirements file writes a variable.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalMarker, normalVersion } from '../../arbitraries';
import {
  asksForHashes,
  checkHashes,
  formatMarker,
  formatRequirement,
  formatRequirementsFile,
  parseRequirementsFile,
  placeOf,
  REQUIREMENTS_OPTIONS,
  type RequirementsFile,
} from '../../index';

const SHA = `sha256:${'0'.repeat(64)}`;

function read(text: string, variables?: ReadonlyMap<string, string>): RequirementsFile {
  const { value, problems } = parseRequirementsFile(text, variables);
  if (value === undefined) throw new TypeError(problems.map(({ message }) => message).join('\n'));
  return value;
}

/** The lines in short: what is installed, or which options are given. */
function short(file: RequirementsFile): unknown {
  return file.lines.map((line) => {
    if (line.kind === 'options')
      return [line.line, ...line.options.map(({ option, value }) => `${option} ${value}`.trim())];
    const { target } = line;
    const what =
      target.kind === 'requirement'
        ? formatRequirement(target.requirement)
        : `${target.kind} ${target.kind === 'url' ? target.url : target.path}${target.marker ? ` ; ${formatMarker(target.marker)}` : ''}`;
    return [line.line, line.isEditable ? `-e ${what}` : what, ...line.hashes.map(({ algorithm }) => algorithm)];
  });
}

describe('lines', () => {
  it.each([
    [
      `a==1 \\\n    --hash=${SHA} \\\n    --hash=${SHA}\nb`,
      [
        [1, 'a==1', 'sha256', 'sha256'],
        [4, 'b'],
      ],
    ],
    [
      '# all\na>=1 # some\nb#c.zip',
      [
        [2, 'a>=1'],
        [3, 'path b#c.zip'],
      ],
    ],
    ['a @ https://example.org/a.zip#sha256=00 # c', [[1, 'a @ https://example.org/a.zip#sha256=00']]],
    ['a \\\n# c \\\n==1', undefined],
    ['a\\\n>=1\\\n', [[1, 'a>=1']]],
    [
      '\ufeffa\r\nb\u2028c',
      [
        [1, 'a'],
        [2, 'b'],
        [3, 'c'],
      ],
    ],
    [
      '-r other.txt\n-cc.txt\n--requirement=x --pre',
      [
        [1, '--requirement other.txt'],
        [2, '--constraint c.txt'],
        [3, '--requirement x', '--pre'],
      ],
    ],
    [
      '-e ./x\n-e git+https://example.org/r#egg=r\n-e "r @ git+https://example.org/r"',
      [
        [1, '-e path ./x'],
        [2, '-e url git+https://example.org/r#egg=r'],
        [3, '-e r @ git+https://example.org/r'],
      ],
    ],
    ['./x.whl', undefined],
    [
      './a-1-py3-none-any.whl ; os_name=="nt"\nhttps://example.org/a.zip; os_name=="nt"',
      [
        [1, 'path ./a-1-py3-none-any.whl ; os_name == "nt"'],
        [2, 'url https://example.org/a.zip ; os_name == "nt"'],
      ],
    ],
    ['--index-url "https://example.org/a b"', [[1, '--index-url https://example.org/a b']]],
  ])('%j are read as pip reads them', (text, expected) => {
    const { value } = parseRequirementsFile(text);
    expect(value && short(value)).toEqual(expected);
  });
});

describe('problems', () => {
  it.each([
    [
      'a\nb>=1.x\n--bogus',
      [
        ['specifier/unexpected', 2, 5],
        ['requirements/option', 3, 1],
      ],
    ],
    ['--re x', [['requirements/option', 1, 1]]],
    ['-r', [['requirements/option-value', 1, 1]]],
    ['--pre=1', [['requirements/option-value', 1, 1]]],
    ['a --hash=md5:00', [['requirements/hash', 1, 3]]],
    ['a \\\n --hash "x', [['requirements/quote', 2, 9]]],
    ['a ; \\\n  os.name == 1', [['marker/operand', 2, 14]]],
    ['-e https://example.org/a.zip', [['requirements/editable', 1, 4]]],
    ['-e git+https://example.org/r', [['requirements/editable', 1, 4]]],
    ['git+https://example.org/r#egg=-', [['requirements/egg', 1, 1]]],
    ['https://example.org/a.whl', [['requirements/wheel-name', 1, 1]]],
    ['--use-feature magic', [['requirements/option-value', 1, 1]]],
  ])('of %j have their places', (text, expected) => {
    const found = parseRequirementsFile(text).problems.map(({ code, at }) => {
      const { line, column } = placeOf(text, at.start);
      return [code, line, column];
    });
    expect(found).toEqual(expected);
  });

  it('are not raised where pip is silent, which is a warning here', () => {
    const { warnings, problems } = parseRequirementsFile(`--hash=${SHA}\na --hash=sha256:00 --pre b`);
    expect(problems).toEqual([]);
    expect(warnings.map(({ code, at }) => [code, at.start])).toEqual([
      ['requirements/passed-over', 0],
      ['requirements/passed-over', 104],
      ['requirements/passed-over', 98],
      ['requirements/hash-length', 81],
    ]);
  });
});

describe('variables', () => {
  it('are replaced if they are given and not empty, and told either way', () => {
    const file = read(
      'a==${V} # ${C}\n--index-url https://${TOKEN}@example.org/${EMPTY}$V',
      new Map([
        ['V', '1.0'],
        ['EMPTY', ''],
      ]),
    );
    expect(short(file)).toEqual([
      [1, 'a==1.0'],
      [2, '--index-url https://${TOKEN}@example.org/${EMPTY}$V'],
    ]);
    expect(file.variables.map(({ name, isReplaced }) => [name, isReplaced])).toEqual([
      ['V', true],
      ['TOKEN', false],
      ['EMPTY', false],
    ]);
  });

  it('leave the places of problems in the document', () => {
    const { problems } = parseRequirementsFile('a==${V} !', new Map([['V', '1.0.0.0.0']]));
    expect(problems.map(({ at }) => at)).toEqual([{ start: 8, end: 9 }]);
  });
});

describe('hash-checking mode', () => {
  it.each([
    ['a==1', []],
    ['--require-hashes\na==1', ['requirements/hash-missing']],
    [`a==1 --hash=${SHA}\nb`, ['requirements/not-pinned']],
    [`a===1 --hash=${SHA}\nb==2`, ['requirements/hash-missing']],
    [`a>=1 --hash=${SHA}`, ['requirements/not-pinned']],
    [`a==1,<2 --hash=${SHA}`, ['requirements/not-pinned']],
    [`-e ./x\na==1 --hash=${SHA}`, ['requirements/unhashable']],
    [`b @ git+https://example.org/b --hash=${SHA}`, ['requirements/unhashable']],
    [
      '--require-hashes\na @ https://example.org/a.zip#sha256=00\nhttps://example.org/b.zip',
      ['requirements/hash-missing'],
    ],
  ])('finds in %j the problems %j', (text, codes) => {
    expect(checkHashes(read(text)).map(({ code }) => code)).toEqual(codes);
  });

  it('can be asked for from outside', () => {
    expect(asksForHashes(read('a==1'))).toBe(false);
    expect(checkHashes(read('a==1'), true).map(({ code }) => code)).toEqual(['requirements/hash-missing']);
  });
});

const requirement = fc
  .tuple(fc.constantFrom('a', 'b-c[d]'), fc.option(normalVersion), fc.option(normalMarker))
  .map(
    ([name, version, marker]) =>
      `${name}${version === null ? '' : `==${version}`}${marker === null ? '' : ` ; ${marker}`}`,
  );
const options = Object.entries(REQUIREMENTS_OPTIONS).filter(
  ([name]) => !['--editable', '--use-feature', '--hash', '--config-settings'].includes(name),
);
const line = fc.oneof(
  fc
    .tuple(requirement, fc.array(fc.constant(` --hash=${SHA}`), { maxLength: 2 }))
    .map(([text, hashes]) => text + hashes.join('')),
  fc.constantFrom(
    '-e ./x',
    './x.zip ; os_name == "nt"',
    'https://example.org/a.zip',
    `a --config-settings "x=#1 ""#2"`,
  ),
  fc
    .tuple(fc.constantFrom(...options), fc.constantFrom('x', '"a b"', "'#'", '"\\""'))
    .map(([[name, { takesValue }], value]) => (takesValue ? `${name} ${value}` : name)),
);

describe('reading what is written', () => {
  it('gives the same lines, and writes the same text again (law)', () => {
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const file = read(lines.join('\n'));
        const written = formatRequirementsFile(file);
        const withoutPlaces = ({ lines: all }: RequirementsFile) =>
          JSON.parse(
            JSON.stringify(all, (key, value) =>
              key === 'at' || key === 'line' ? undefined : typeof value === 'bigint' ? String(value) : value,
            ),
          );
        expect(withoutPlaces(read(written))).toEqual(withoutPlaces(file));
        expect(formatRequirementsFile(read(written))).toBe(written);
      }),
    );
  });
});
