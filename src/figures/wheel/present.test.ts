import { describe, expect, it } from 'vitest';
import type { Words } from '@/figures/frame/Words';
import { model } from './model';
import type { WheelEvent } from './state';
import { LARGEST_LIST, LONGEST_NAME } from './state';
import { wheelScenario, wheelScenarios } from './wheel.fixture';

const open = (id: string) => {
  const scene = model.open(wheelScenario(id));
  const shows = (...given: readonly WheelEvent[]) =>
    model.present(
      scene,
      given.reduce((state, event) => model.update(scene, state, event), model.first(scene)),
      {
        answer: 'shown',
      },
    );
  return { scene, shows };
};
const { scene, shows } = open('pyerfa');
const plain = (words: Words) => words.map((part) => (typeof part === 'string' ? part : part.code)).join('');
const preset = (id: string): WheelEvent => ({ kind: 'preset-chosen', preset: id });
const build = (name: 'cpython' | 'free-threaded' | 'pypy'): WheelEvent => {
  return { kind: 'machine-changed', change: { kind: 'build', build: name } };
};
const words = ({ crates }: ReturnType<typeof shows>) =>
  [...crates.shown, ...crates.sources].map(({ filename, word }) => [
    filename.replace(/^pyerfa-2\.0\.1\.5-?/, ''),
    word,
  ]);

describe('the first moment', () => {
  it('has one file lit, a word on every other, and the source behind', () => {
    expect(words(shows())).toEqual([
      ['cp39-abi3-macosx_10_9_x86_64.whl', 'macOS'],
      ['cp39-abi3-macosx_11_0_arm64.whl', 'macOS'],
      ['cp39-abi3-manylinux_2_17_aarch64.manylinux2014_aarch64.whl', 'ARM'],
      ['cp39-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64.whl', 'chosen'],
      ['cp39-abi3-musllinux_1_2_x86_64.whl', 'musl'],
      ['cp39-abi3-win32.whl', 'Windows'],
      ['cp39-abi3-win_amd64.whl', 'Windows'],
      ['pp39-pypy39_pp73-macosx_10_15_x86_64.whl', 'PyPy 3.9'],
      ['pp39-pypy39_pp73-manylinux_2_17_x86_64.manylinux2014_x86_64.whl', 'PyPy 3.9'],
      ['pp39-pypy39_pp73-win_amd64.whl', 'PyPy 3.9'],
      ['.tar.gz', 'in reserve'],
    ]);
    expect(shows().status).toEqual({ kind: 'ready' });
  });

  it('says which file, by which tag, at which place', () => {
    expect(plain(shows().happened)).toBe(
      'CPython 3.13 on Linux with glibc 2.41, x86-64 takes pyerfa-2.0.1.5-cp39-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64.whl, by its tag cp39-abi3-manylinux_2_17_x86_64, place 272 of 1,205 in this machine’s list.',
    );
  });
});

describe('one tap', () => {
  const lit = (...given: readonly WheelEvent[]) => words(shows(...given)).find(([, word]) => word === 'chosen')?.[0];

  it.each([
    [preset('alpine'), 'cp39-abi3-musllinux_1_2_x86_64.whl'],
    [preset('macbook'), 'cp39-abi3-macosx_11_0_arm64.whl'],
    [preset('windows-11'), 'cp39-abi3-win_amd64.whl'],
    [preset('raspberry-pi'), 'cp39-abi3-manylinux_2_17_aarch64.manylinux2014_aarch64.whl'],
    [build('free-threaded'), '.tar.gz'],
    [build('pypy'), '.tar.gz'],
  ])('%j lights %s', (event, filename) => {
    expect(lit(event)).toBe(filename);
  });

  it('on PyPy 3.9 lights PyPy’s own wheel', () => {
    const python: WheelEvent = { kind: 'machine-changed', change: { kind: 'python', python: '3.9' } };
    expect(lit(python, build('pypy'))).toBe('pp39-pypy39_pp73-manylinux_2_17_x86_64.manylinux2014_x86_64.whl');
  });

  it('on an older glibc leaves the light where it is, until the wheel drops out and the source comes forward', () => {
    const older: WheelEvent = { kind: 'machine-changed', change: { kind: 'version', by: -1 } };
    const steps = (count: number) => Array.from({ length: count }, () => older);
    expect(plain(shows(...steps(9)).happened)).toContain(' It is the same file as before.');
    const picture = shows(...steps(10));
    expect(picture.controls.version?.value).toBe('2.12');
    expect([picture.isBuilt, picture.needs]).toEqual([true, 'a C compiler']);
    expect(plain(picture.happened)).toBe(
      'No wheel fits CPython 3.13 on Linux with glibc 2.12, x86-64: the source distribution pyerfa-2.0.1.5.tar.gz is taken. Building it needs a C compiler.',
    );
    expect(words(picture)[3]).toEqual(['cp39-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64.whl', 'newer glibc']);
  });

  it('on a Python that the release doesn’t take leaves nothing', () => {
    expect(plain(shows({ kind: 'machine-changed', change: { kind: 'python', python: '3.8' } }).happened)).toBe(
      'CPython 3.8 on Linux with glibc 2.41, x86-64 takes nothing. Of every file: Requires Python >=3.9; this is 3.8.',
    );
  });

  it('on a phone or in a browser shows the source in front, and says that it is of no use there', () => {
    const said = (id: string) => plain(shows(preset(id)).happened);
    expect(said('iphone')).toBe(
      'No wheel fits CPython 3.13 on iOS 18.0, ARM 64-bit, device: the source distribution pyerfa-2.0.1.5.tar.gz is taken. Building it needs a C compiler. A phone builds nothing: somebody has to make the wheel elsewhere.',
    );
    expect(said('pyodide')).toMatch(/ A browser builds nothing: somebody has to make the wheel elsewhere\.$/);
    expect(plain(open('requests').shows(preset('pyodide')).happened)).toContain(
      'CPython 3.14 in Pyodide takes requests-2.34.2-py3-none-any.whl, by its tag py3-none-any',
    );
  });

  it('says what had to follow', () => {
    expect(plain(shows(build('pypy')).happened)).toMatch(/ There is no PyPy for Python 3\.13 yet: 3\.12\.$/);
  });
});

describe('the decoder', () => {
  const typed = (name: string): WheelEvent => ({ kind: 'name-typed', name });
  const parts = (...given: readonly WheelEvent[]) =>
    shows(...given).decoder.parts.map(({ label, text, isWrong, isStale }) => {
      return `${label}: ${text}${isWrong ? ' (wrong)' : ''}${isStale ? ' (stale)' : ''}`;
    });

  it('follows the light until a name is taken or typed', () => {
    expect(shows().decoder).toMatchObject({ follows: true, fits: true, expands: 2, place: 271 });
    const musl = 'pyerfa-2.0.1.5-cp39-abi3-musllinux_1_2_x86_64.whl';
    const taken = shows({ kind: 'name-taken', name: musl });
    expect(taken.decoder).toMatchObject({ name: musl, follows: false, fits: false });
    expect(plain(taken.decoder.verdict)).toBe(
      'It doesn’t fit this machine. Built for another C library: musllinux_1_2_x86_64; this machine is linux_x86_64.',
    );
    expect(taken.crates.shown.filter(({ isDecoded }) => isDecoded).map(({ filename }) => filename)).toEqual([musl]);
    expect(shows({ kind: 'name-taken', name: musl }, { kind: 'name-left' }).decoder.follows).toBe(true);
  });

  it('says how the file stands among the others, where the tags alone don’t tell', () => {
    const standing = (id: string, filename: string, ...given: readonly WheelEvent[]) =>
      open(id).shows(...given, { kind: 'name-taken', name: filename }).standing;
    const older: WheelEvent = { kind: 'machine-changed', change: { kind: 'python', python: '3.8' } };
    expect([
      shows().standing,
      standing('sgp4', 'sgp4-2.27-py3-none-any.whl'),
      standing('requests', 'requests-2.34.2-py3-none-any.whl', older),
      standing('pyerfa', 'pyerfa-2.0.1.5-cp39-abi3-win32.whl'),
      standing('pyerfa', 'kit-1.0-py3-none-any.whl'),
    ]).toEqual([
      'It is the one that is taken.',
      'The chosen wheel goes before it. Its tag stands earlier in this machine’s list: place 179 against 1,192.',
      'Requires Python >=3.10; this is 3.8.',
      '',
      '',
    ]);
    expect(plain(open('sgp4').shows().happened)).toMatch(/ The next that fits has place 1,192\.$/);
  });

  it('keeps what did parse, the error at its part', () => {
    expect(parts(typed('kit-one-py3-none-any.whl'))).toEqual([
      'project: kit',
      'version: one (wrong)',
      'Python tag: py3',
      'ABI tag: none',
      'platform tag: any',
      'file type: .whl',
    ]);
    expect(shows(typed('kit-one-py3-none-any.whl')).decoder.problems).toEqual([
      {
        message: 'The second part of a wheel’s name is a version, such as 1.0.',
        before: 'kit-',
        wrong: 'one',
        after: '-py3-none-any.whl',
        character: 5,
      },
    ]);
  });

  it('keeps the last good result in view while a name is half typed, and says so', () => {
    const given = [typed('six-1.16.0-py3-none-any.whl'), typed('six-1.16.0-py3')];
    const picture = shows(...given);
    expect(parts(...given)).toEqual([
      'project: six',
      'version: 1.16.0',
      'Python tag: py3',
      'ABI tag: none (stale)',
      'platform tag: any (stale)',
      'file type: .whl (stale)',
    ]);
    expect(picture.decoder).toMatchObject({ staleOf: 'six-1.16.0-py3-none-any.whl', fits: true, expands: 1 });
    expect(plain(picture.status.kind === 'stale' ? picture.status.says : [])).toBe(
      'The name isn’t one of a wheel yet. What is pale is still of six-1.16.0-py3-none-any.whl',
    );
  });

  it('goes on from the name that it followed when a letter of that is taken away', () => {
    const { name } = shows().decoder;
    expect(shows(typed(name.slice(0, -1))).decoder.staleOf).toBe(name);
  });

  it('shows a few problems and a few tags of a hostile name, and refuses one that is no name', () => {
    const dots = shows(typed(`a-1-${'.'.repeat(900)}-none-any.whl`)).decoder;
    expect(dots.problems.length).toBe(1);
    const many = shows(
      typed(`a-1-${Array.from({ length: 100 }, (_, at) => `cp${at}`).join('.')}-none-any.whl`),
    ).decoder;
    expect([many.parts[2]?.tags.length, many.parts[2]?.more, many.expands]).toEqual([8, 92, 100]);
    expect(shows(typed('x'.repeat(LONGEST_NAME + 1))).status).toEqual({
      kind: 'too-large',
      says: ['A name of 1,001 characters was not taken: 1,000 are the most.'],
    });
  });
});

describe('a list of the reader’s own', () => {
  const list = (text: string): WheelEvent => ({ kind: 'files-typed', text });

  it('is chosen from like the index’s', () => {
    const picture = shows(list('kit-1.0-py3-none-any.whl\nkit-1.0.tar.gz'));
    expect([picture.release, picture.listed, picture.needs]).toEqual(['kit 1.0', '2 files of your own', undefined]);
    expect(words(picture)).toEqual([
      ['kit-1.0-py3-none-any.whl', 'chosen'],
      ['kit-1.0.tar.gz', 'in reserve'],
    ]);
  });

  it('has an empty state', () => {
    const picture = shows(list(' \n'));
    expect(picture.status).toEqual({
      kind: 'empty',
      says: ['The list is empty. Write file names into “Edit as text”, one on each line.'],
    });
    expect(plain(picture.happened)).toMatch(/ takes nothing\. The list is empty\.$/);
  });

  it('shows what it can’t read among the crates, and where in the text', () => {
    const text = 'kit-1.0.tar.gz\nreadme.md';
    const picture = shows(list(text));
    expect(picture.status).toEqual({
      kind: 'error',
      says: ['A line of the list is not understood: see “Edit as text”.'],
    });
    expect(words(picture)).toEqual([
      ['readme.md', 'no name'],
      ['kit-1.0.tar.gz', 'chosen'],
    ]);
    expect(picture.editor.problems.map(({ at }) => text.slice(at.start, at.end))).toEqual(['readme.md']);
  });

  it('of a megabyte is refused with a sentence, and the list stays', () => {
    const picture = shows(list('kit-1.0.tar.gz'), list('x'.repeat(1_000_000)));
    expect(picture.status).toEqual({
      kind: 'too-large',
      says: [`A list of 1,000,000 characters was not taken: ${LARGEST_LIST.toLocaleString('en')} are the most.`],
    });
    expect(picture.release).toBe('kit 1.0');
  });

  it('of too many files is looked at in part, and says so', () => {
    const text = Array.from({ length: 510 }, (_, index) => `a-1-${index}-py3-none-any.whl`).join('\n');
    const { status, crates } = shows(list(text));
    expect(status).toEqual({
      kind: 'too-large',
      says: ['The list is longer than is looked at: its first 500 files are, 10 are not.'],
    });
    expect(crates.shown.length + crates.groups.length).toBeGreaterThan(0);
  });

  it('is the release’s own again when it says the same', () => {
    expect(shows(list('x'), list(scene.text)).editor.isOwn).toBe(false);
    expect(shows(list('x'), { kind: 'files-left' }).release).toBe('pyerfa 2.0.1.5');
  });
});

describe('a long list', () => {
  it('shows the lit file, the ones that fit, and one of each reason; the others are folded by reason', () => {
    const { crates } = open('numpy').shows();
    expect(crates.shown.map(({ filename, word }) => `${filename.replace('numpy-2.5.5-', '')}: ${word}`)).toEqual([
      'cp312-cp312-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl: Python 3.12',
      'cp313-cp313-macosx_10_13_x86_64.whl: macOS',
      'cp313-cp313-manylinux_2_27_aarch64.manylinux_2_28_aarch64.whl: ARM',
      'cp313-cp313-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl: chosen',
      'cp313-cp313-musllinux_1_2_aarch64.whl: musl',
      'cp313-cp313-win32.whl: Windows',
      'cp314-cp314-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl: Python 3.14',
      'cp315-cp315-manylinux_2_27_x86_64.manylinux_2_28_x86_64.whl: Python 3.15',
    ]);
    expect(crates.groups.map(({ word, crates: folded }) => `${word}: ${folded.length}`)).toEqual([
      'Python 3.15: 21',
      'Python 3.14: 20',
      'Python 3.12: 10',
      'macOS: 3',
      'Windows: 2',
      'musl: 1',
    ]);
  });

  it('counts every file once', () => {
    for (const scenario of wheelScenarios()) {
      const { crates } = open(scenario.id).shows();
      const all = [...crates.shown, ...crates.groups.flatMap((group) => group.crates), ...crates.sources];
      expect(all.map(({ filename }) => filename).sort()).toEqual(
        scenario.release.files.map(({ filename }) => filename).sort(),
      );
    }
  });
});

describe('the machine’s tags', () => {
  const sought = (text: string): WheelEvent => ({ kind: 'tag-sought', text });
  const taken = (tag: string): WheelEvent => ({ kind: 'tag-taken', tag });
  const marked = ({ tags }: ReturnType<typeof shows>) =>
    tags.rows.flatMap(({ stem, pieces }) =>
      pieces.flatMap((piece) => {
        if (piece.kind === 'plain') return [];
        const { place, platform, isLit, isSought, claims } = piece;
        const files = claims.map(({ filename, word }) => `${filename.replace(/^\w+-[\d.]+-/, '')}: ${word}`);
        return [[place, `${stem}-${platform}`, isLit ? 'lit' : '', isSought ? 'found' : '', ...files].filter(Boolean)];
      }),
    );
  const file = 'cp39-abi3-manylinux_2_17_x86_64.manylinux2014_x86_64.whl: chosen';

  it('are folded to few rows, all of them there, at their places', () => {
    const { tags } = shows();
    expect([tags.count, tags.rows.length < 60, tags.lit]).toEqual([1205, true, 'cp39-abi3-manylinux_2_17_x86_64']);
    let next = 1;
    for (const piece of tags.rows.flatMap(({ pieces }) => pieces)) {
      expect(piece.kind === 'plain' ? piece.from : piece.place).toBe(next);
      next += piece.kind === 'plain' ? piece.platforms.length : 1;
    }
    expect(next).toBe(1206);
  });

  it('tell which file of the release has which of them, and how it stands', () => {
    expect(marked(shows())).toEqual([
      [272, 'cp39-abi3-manylinux_2_17_x86_64', 'lit', file],
      [273, 'cp39-abi3-manylinux2014_x86_64', file],
    ]);
    expect(shows().tags.search).toMatchObject({
      says: ['Files of the release have 2 of these tags, the first ones first:'],
      hits: [{ place: '272' }, { place: '273' }],
      more: 0,
    });
    const older: WheelEvent = { kind: 'machine-changed', change: { kind: 'python', python: '3.8' } };
    expect(marked(open('requests').shows(older))).toEqual([[782, 'py3-none-any', 'py3-none-any.whl: Python >=3.10']]);
  });

  it('are found by a part, by the whole name, and told of when they aren’t there', () => {
    const says = (text: string) => plain(shows(sought(text)).tags.search.says);
    expect(['abi3', 'cp313-abi3-manylinux_2_28_x86_64', 'py2.py3-none-any', 'win_amd64', 'kit', ' '].map(says)).toEqual(
      [
        '492 of the 1,205 tags have abi3 in them, the first at place 42.',
        'Place 56 of 1,205.',
        'One of the 1,205 tags has py2.py3-none-any in it, the first at place 1,192.',
        'win_amd64 isn’t in the list. Built for another system: win_amd64; this machine is linux_x86_64.',
        'No tag of this machine has kit in it.',
        'Files of the release have 2 of these tags, the first ones first:',
      ],
    );
    const { search } = shows(sought('abi3')).tags;
    expect([search.hits.length, search.more, search.hits[0]?.tag]).toEqual([8, 484, 'cp313-abi3-linux_x86_64']);
  });

  it('lead to the one that is taken', () => {
    const picture = shows(taken('cp313-abi3-manylinux_2_28_x86_64'));
    expect(marked(picture)[0]).toEqual([56, 'cp313-abi3-manylinux_2_28_x86_64', 'found']);
    expect(picture.tags.rows.filter(({ isSought }) => isSought).map(({ places }) => places)).toEqual(['42–82']);
    expect(picture.announcement).toBe('cp39-abi3-manylinux_2_17_x86_64 is lit. Sought: place 56.');
    expect(shows(taken('x'), sought('')).resetDisabledBecause).toBe('This is the first state.');
  });
});

describe('a hidden answer', () => {
  it('lights nothing, gives no reason, and asks', () => {
    const picture = model.present(scene, model.first(scene), { answer: 'hidden' });
    expect([
      ...new Set([...picture.crates.shown, ...picture.crates.sources].map(({ word, why }) => word + why)),
    ]).toEqual(['taken?']);
    expect(plain(picture.happened)).toBe(
      'Which of the 11 files does CPython 3.13 on Linux with glibc 2.41, x86-64 take?',
    );
    const { lit, rows, search } = picture.tags;
    expect([lit, rows.some(({ isLit, files }) => isLit || files > 0), search.hits, search.says]).toEqual([
      undefined,
      false,
      [],
      ['Which file has the earliest of these tags? The answer is hidden.'],
    ]);
    expect([plain(picture.decoder.verdict), picture.standing]).toEqual([
      'Does it fit this machine? The answer is hidden.',
      '',
    ]);
  });
});
