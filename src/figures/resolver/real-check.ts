/** The same with the real tool: the scenario's projects made as empty wheels in a folder of their own, and uv asked to resolve. */
import { formatRequirement, formatSpecifierSet, formatVersion, type Requirement } from '@/core/python';
import type { IndexedRelease, ResolutionProblem } from '@/core/resolution';
import type { RealCheck } from '@/figures/frame/model';
import { awaitedOf, heardOf } from './heard';
import { readingOf, shownText } from './reading';
import type { TextScene } from './scenario';
import type { ResolverState } from './state';

/** A script longer than this is no longer one to copy. */
const MOST_RELEASES = 400;

export function realCheck(scene: TextScene, state: ResolverState): RealCheck {
  const reading = readingOf(scene, shownText(scene, state));
  if (reading.kind === 'awaited') {
    const heard = heardOf(awaitedOf(scene, state, true));
    return heard?.realCheck ?? { says: ['The answer is on its way.'], script: '# on its way' };
  }
  if (reading.kind === 'unread') return { says: ['The scenario can’t be read.'], script: '# nothing to ask for' };
  const { problem } = reading.answer.scenario;
  const releases = [...problem.index].flatMap(([name, all]) => all.map((release) => ({ name, release })));
  const asked = problem.requirements.map(({ requirement }) => requirement);
  return {
    says: [
      'In a terminal with ',
      { code: 'uv' },
      ' and Python 3.9 or newer. It makes empty wheels of the scenario’s releases in a temporary folder, asks uv to resolve among these alone, and deletes them.',
    ],
    script: [
      'dir=$(mktemp -d)',
      `python3 - "$dir" <<'END'`,
      'import pathlib, sys, zipfile',
      'releases = [',
      ...releases.slice(0, MOST_RELEASES).map(({ name, release }) => releaseLine(name, release)),
      ']',
      ...MAKE,
      'END',
      `cat > "$dir/requirements.in" <<'END'`,
      ...asked.map(formatRequirement),
      'END',
      `uv pip compile "$dir/requirements.in" --no-index --find-links "$dir" --no-header ${optionsOf(problem)}`,
      'rm -r "$dir"',
    ].join('\n'),
  };
}

/** Name, version, requires-python, requirements, tags. */
function releaseLine(name: string, release: IndexedRelease): string {
  const extras = [...release.extras].flatMap(([extra, all]) => all.map((each) => withExtra(each, extra)));
  const requires = [...release.requires.map(formatRequirement), ...extras];
  const python = release.requiresPython === undefined ? '' : formatSpecifierSet(release.requiresPython);
  const values = [name, formatVersion(release.version), python].map((text) => JSON.stringify(text));
  const tags = release.wheelTags.length === 0 ? ['py3-none-any'] : release.wheelTags;
  return `    (${values.join(', ')}, ${JSON.stringify(requires)}, ${JSON.stringify([...release.extras.keys()])}, ${JSON.stringify(tags)}),`;
}

function withExtra(requirement: Requirement, extra: string): string {
  const text = formatRequirement(requirement);
  const [head = text, ...marker] = text.split('; ');
  const own = marker.join('; ');
  return own === '' ? `${head}; extra == "${extra}"` : `${head}; (${own}) and extra == "${extra}"`;
}

const MAKE = [
  'for name, version, python, requires, extras, tags in releases:',
  '    stem = f"{name.replace(chr(45), chr(95))}-{version}"',
  '    lines = ["Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}"]',
  '    lines += [f"Requires-Python: {python}"] * bool(python)',
  '    lines += [f"Requires-Dist: {each}" for each in requires]',
  '    lines += [f"Provides-Extra: {each}" for each in extras]',
  '    for tag in tags:',
  '        with zipfile.ZipFile(pathlib.Path(sys.argv[1], f"{stem}-{tag}.whl"), "w") as wheel:',
  '            wheel.writestr(f"{stem}.dist-info/METADATA", "\\n".join(lines) + "\\n")',
  '            wheel.writestr(f"{stem}.dist-info/WHEEL", f"Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: {tag}\\n")',
  '            wheel.writestr(f"{stem}.dist-info/RECORD", "")',
];

function optionsOf({ policy, python, target }: ResolutionProblem): string {
  const options = [`--python-version ${formatVersion(python)}`];
  if (policy.mode !== 'highest') options.push(`--resolution ${policy.mode}`);
  if (policy.prereleases !== 'if-necessary') options.push(`--prerelease ${policy.prereleases}`);
  if (target.kind === 'universal') options.push('--universal');
  return options.join(' ');
}
