/**
 * The script that shows the same with the real uv, from what a scenario adds to it. It knows nothing of the core, so that a page is
 * sent the scenario's part alone.
 */
import type { RealCheck } from '@/figures/frame/model';

export interface RealCheckParts {
  /** A line of Python for each release. */
  readonly releases: readonly string[];
  /** The requirements, a line each. */
  readonly asked: readonly string[];
  /** More options for uv. */
  readonly options: string;
}

export function realCheckOf({ releases, asked, options }: RealCheckParts): RealCheck {
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
      ...releases,
      ']',
      ...MAKE,
      'END',
      `cat > "$dir/requirements.in" <<'END'`,
      ...asked,
      'END',
      `uv pip compile "$dir/requirements.in" --no-index --find-links "$dir" --no-header ${options}`,
      'rm -r "$dir"',
    ].join('\n'),
  };
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
