/**
 * The choice by the library that pip itself uses: a script over `packaging` that makes the machine's tags, reads the file names, and
 * says which one comes first. Where no wheel fits it names the source distribution.
 */
import { cpythonAbis, platformTags, readAnyMachine } from '@/core/python';
import type { RealCheck } from '@/figures/frame/model';
import type { WheelScene } from './scenario';
import type { WheelState } from './state';

export function realCheck(scene: WheelScene, { settings, files: text }: WheelState): RealCheck {
  const { files } = scene.listOf(text);
  const reading = readAnyMachine(settings);
  if (reading.kind === 'faulty') throw new RangeError(reading.problems[0].message);
  const { environment } = reading;
  const { implementation, python } = environment;
  const own = `${implementation}${python.join('')}`;
  const abis = environment.abis ?? cpythonAbis(environment);
  const platforms = platformTags(environment.platform);
  const tags =
    implementation === 'cp'
      ? `[*cpython_tags(python, ${list(abis)}, platforms), *compatible_tags(python, '${own}', platforms)]`
      : `[*generic_tags('${own}', ${list(abis)}, platforms), *compatible_tags(python, ${implementation === 'pp' ? "'pp3'" : 'None'}, platforms)]`;
  const entries = files.map((file) => {
    const requires = file['requires-python'] ?? '';
    const isYanked = file.yanked !== undefined && file.yanked !== false;
    return `    (${quoted(file.filename)}, ${quoted(requires)}, ${isYanked ? 'True' : 'False'}),`;
  });
  return {
    says: [
      'In a terminal with Python 3.9 or newer and ',
      { code: 'packaging' },
      ' (',
      { code: 'python3 -m pip install packaging' },
      ' in an environment of your own). It asks nobody, changes nothing, and prints the file, its tag and the tag’s place.',
    ],
    script: [
      "python3 - <<'END'",
      'from packaging.specifiers import InvalidSpecifier, SpecifierSet',
      'from packaging.tags import compatible_tags, cpython_tags, generic_tags',
      'from packaging.utils import InvalidWheelFilename, parse_wheel_filename',
      '',
      `python = (${python.join(', ')})`,
      'platforms = [',
      ...wrapped(platforms),
      ']',
      '# Name, Requires-Python, yanked: as the index lists them.',
      'files = [',
      ...entries,
      ']',
      `tags = list(dict.fromkeys(${tags}))`,
      ...CHOOSE,
      'END',
    ].join('\n'),
  };
}

/** The choice itself, over `files` and `tags`. */
const CHOOSE = [
  'places = {tag: place for place, tag in enumerate(tags, 1)}',
  '',
  'def admits(requires):',
  '    try:',
  '        return SpecifierSet(requires).contains(".".join(map(str, python)), prereleases=True)',
  '    except InvalidSpecifier:',
  '        return True',
  '',
  'def rank(name):',
  '    try:',
  '        _, _, build, own = parse_wheel_filename(name)',
  '    except InvalidWheelFilename:',
  '        return None',
  '    fits = [places[tag] for tag in own if tag in places]',
  '    return fits and (-min(fits), build)',
  '',
  'allowed = [(name, yanked) for name, requires, yanked in files if admits(requires)]',
  'usable = [(name, yanked) for name, yanked in allowed if rank(name) or name.endswith((".tar.gz", ".zip"))]',
  '# The version is pinned: what is yanked is taken if nothing else is left.',
  'standing = [name for name, yanked in usable if not yanked] or [name for name, _ in usable]',
  'wheels = [name for name in standing if rank(name)]',
  'if wheels:',
  '    # Of equals pip takes the one that is listed last.',
  '    best = max(reversed(wheels), key=rank)',
  '    place = -rank(best)[0]',
  '    print(best)',
  '    print(f"by {tags[place - 1]}, place {place} of {len(tags)}")',
  'elif standing:',
  '    print(standing[-1])',
  '    print("to be built: no wheel fits")',
  'else:',
  '    print("nothing")',
];

function quoted(text: string): string {
  return JSON.stringify(text);
}

function list(texts: readonly string[]): string {
  return `[${texts.map(quoted).join(', ')}]`;
}

/** Three or so to a line. */
function wrapped(texts: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (const text of texts) {
    const last = lines.at(-1);
    const longer = `${last} ${quoted(text)},`;
    if (last === undefined || longer.length > 100) lines.push(`    ${quoted(text)},`);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}
