import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPythonSource } from './python-source';
import type { Statement } from './python-statement';
import { MAX_SOURCE_LENGTH, readPythonTokens } from './python-tokens';

/** A statement in a line: its kind, and what it names. */
function outline(statement: Statement): string {
  const block = (statements: readonly Statement[]) => `{${statements.map(outline).join('; ')}}`;
  switch (statement.kind) {
    case 'import':
      return statement.modules
        .map(({ module, as }) => `import ${module}${as === undefined ? '' : ` as ${as}`}`)
        .join(', ');
    case 'from-import': {
      const names =
        statement.names === 'all'
          ? '*'
          : statement.names.map(({ name, as }) => (name === as ? name : `${name} as ${as}`)).join(', ');
      return `from ${'.'.repeat(statement.level)}${statement.module} import ${names}`;
    }
    case 'function':
      return `def ${statement.definition.name}(${statement.definition.parameters.map(({ name }) => name).join(', ')}) ${block(statement.definition.body)}`;
    case 'class':
      return `class ${statement.name} ${block(statement.body)}`;
    case 'if':
      return `if ${statement.branches.map(({ body }) => block(body)).join(' ')} ${block(statement.otherwise)}`;
    case 'loop':
    case 'with':
      return `${statement.kind} ${block(statement.body)}`;
    case 'try':
      return `try ${block(statement.body)} ${statement.handlers.map(({ body }) => block(body)).join(' ')} ${block(statement.otherwise)} ${block(statement.finally)}`;
    default:
      return statement.kind;
  }
}

const outlineOf = (text: string) => readPythonSource(text).statements.map(outline);

describe('statements of a module', () => {
  it.each([
    ['import a, b.c as d', ['import a, import b.c as d']],
    ['from . import x', ['from . import x']],
    ['from ...a.b import (x as y,\n    z,  # last\n)', ['from ...a.b import x as y, z']],
    ['from a import *', ['from a import *']],
    ['import a; import b', ['import a', 'import b']],
    ['def f(a, *args, b: int = 2, **more) -> str: return a', ['def f(a, args, b, more) {return}']],
    ['async def f():\n    await g()', ['def f() {expression}']],
    ['@cache\n@app.command("x")\ndef f():\n    pass', ['def f() {nothing}']],
    [
      'class A(B, metaclass=C):\n    x: int = 1\n\n    def m(self): ...',
      ['class A {assign; def m(self) {expression}}'],
    ],
    ['if a:\n  import b\nelif c: import d\nelse:\n  import e', ['if {import b} {import d} {import e}']],
    ['for a, (b, c) in d:\n    break\nelse:\n    pass', ['loop {leave-loop}']],
    ['while True:\n    pass', ['loop {nothing}']],
    [
      'try:\n    import a\nexcept (A, B) as e:\n    raise\nelse:\n    pass\nfinally:\n    x = 1',
      ['try {import a} {raise} {nothing} {assign}'],
    ],
    ['with open(a) as b, c:\n    pass', ['with {nothing}']],
    ['with (\n    open(a) as b,\n    c as d,\n):\n    pass', ['with {nothing}']],
    ['with (a or b):\n    pass', ['with {nothing}']],
    [
      'match a:\n    case {"x": [1, *_]} if b:\n        import c\n    case _:\n        import d',
      ['if {import c} {import d} {}'],
    ],
    ['match = 1\nmatch(1)', ['assign', 'expression']],
    ['type A = int\ntype = 1', ['assign', 'assign']],
    ['a = b = c\na += 1\na.b[c]: int = 1', ['assign', 'assign', 'assign']],
    [
      'x = [a for a in b if a]\ny = {**a, "b": c}\nz = a[1:2, ...]\nw = lambda a, b=1: a',
      ['assign', 'assign', 'assign', 'assign'],
    ],
    [
      'x = a if b else c\ny = not a in b\nz = a is not b\nif (n := 10) > 5: pass',
      ['assign', 'assign', 'assign', 'if {nothing} {}'],
    ],
    ['def f[T](a: T) -> T:\n    yield a', ['def f(a) {expression}']],
    ['x = f"{a!r:>{width}} {{}} {d["k"]}" "b"\nprint(rb"\\x")', ['assign', 'expression']],
    ['"""A\nmodule."""\nx = \\\n  1\n', ['expression', 'assign']],
    ['if a:\n    b\n\n    # a comment at the edge\nc', ['if {expression} {}', 'expression']],
    ['del a, b.c\nglobal d', ['delete', 'global']],
    ['def f():\n    x = g(\n        1\n    ) or 2\n    import a', ['def f() {assign; import a}']],
    ['\tx = 1', []],
  ])('%j', (text, expected) => {
    expect(outlineOf(text)).toEqual(expected);
  });
});

describe('what Python refuses before it runs anything', () => {
  it.each([
    ['f(1\n', 1, "SyntaxError: '(' was never closed"],
    ['x = (1]\n', 1, "SyntaxError: closing parenthesis ']' does not match opening parenthesis '('"],
    ['x = (\n1]\n', 2, "SyntaxError: closing parenthesis ']' does not match opening parenthesis '(' on line 1"],
    ['x = 1)\n', 1, "SyntaxError: unmatched ')'"],
    ["x = 'a\n", 1, 'SyntaxError: unterminated string literal (detected at line 1)'],
    ['x = """a\nb\n', 1, 'SyntaxError: unterminated triple-quoted string literal (detected at line 2)'],
    ['def f():\nreturn 1\n', 2, 'IndentationError: expected an indented block after function definition on line 1'],
    ['if a:\n  if b:\n  c\n', 3, "IndentationError: expected an indented block after 'if' statement on line 2"],
    ['class A:\n    from a import *\n', 2, 'SyntaxError: import * only allowed at module level'],
    ['if a:\n    return 1\n', 2, "SyntaxError: 'return' outside function"],
    ['def f():\n    for a in b:\n        pass\n    else:\n        break\n', 5, "SyntaxError: 'break' outside loop"],
    ['while a:\n    def f(): continue\n', 2, "SyntaxError: 'continue' not properly in loop"],
    ['x = 1\n  y = 2\n', 2, 'IndentationError: unexpected indent'],
    ['if a = 1:\n    b\n', 1, "SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?"],
    ['print(“a”)\n', 1, "SyntaxError: invalid character '“' (U+201C)"],
    ['if a:\n    b\n  c\n', 3, 'IndentationError: unindent does not match any outer indentation level'],
  ])('%j', (text, line, message) => {
    expect(readPythonSource(text).problem).toEqual({ line, message });
  });
});

describe('hostile sources', () => {
  it.each([
    ['brackets', '('.repeat(10_000)],
    ['brackets, closed', `x = ${'('.repeat(10_000)}1${')'.repeat(10_000)}`],
    ['signs', `x = ${'-'.repeat(20_000)}1`],
    ['not', `x = ${'not '.repeat(8_000)}a`],
    ['stars', `f(${'*'.repeat(16_000)}a)`],
    ['a sum', `x = ${'1 + '.repeat(8_000)}1`],
    ['attributes', `x = a${'.b'.repeat(16_000)}`],
    ['blocks', Array.from({ length: 400 }, (_, depth) => `${' '.repeat(depth)}if a:`).join('\n')],
    ['fields', `x = f"${'{a}'.repeat(8_000)}"`],
    ['a field in a field', `x = ${'f"{'.repeat(6_000)}`],
    ['a long text', '#'.repeat(MAX_SOURCE_LENGTH + 1)],
  ])('are read in bounds: %s', (_name, text) => {
    const before = Date.now();
    readPythonSource(text);
    expect(Date.now() - before).toBeLessThan(3_000);
  });

  it('never make reading throw, and the tokens’ places go forward', () => {
    const piece = fc.constantFrom(
      ...'def class if else: : ( ) [ ] { } = , . import from as f"{ } " \' """ \\ # @ * -> 1 x _ lambda for in with try except return yield match case \n'.split(
        ' ',
      ),
      '\n    ',
      '\n  ',
      '\n',
      '\t',
      'é',
      '\u0000',
      '\r',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join(' ');
        readPythonSource(text);
        const { tokens } = readPythonTokens(text);
        for (const [index, token] of tokens.entries())
          expect(token.from).toBeGreaterThanOrEqual(tokens[index - 1]?.from ?? 0);
        expect(tokens.at(-1)?.kind).toBe('end');
      }),
      { numRuns: 200 },
    );
  });
});
