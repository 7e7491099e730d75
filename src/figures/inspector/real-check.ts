/** The same with the real tools: the list, the metadata, every hash of RECORD by Python, and the two checkers. */
import type { RealCheck } from '@/figures/frame/model';
import versions from '~content/versions.json';
import { reportOf } from './present';
import type { InspectorScene } from './scenario';
import type { InspectorState } from './state';

const { twine, 'check-wheel-contents': contents } = versions.tools;

/** Each row of RECORD that isn’t as it says, by Python’s own zipfile and hashlib. */
const VERIFY = [
  'import base64, csv, hashlib, io, sys, zipfile',
  'with zipfile.ZipFile(sys.argv[1]) as wheel:',
  '    names = [name for name in wheel.namelist() if not name.endswith("/")]',
  '    record = next(name for name in names if name.endswith(".dist-info/RECORD"))',
  '    rows = {row[0]: row for row in csv.reader(io.StringIO(wheel.read(record).decode())) if row}',
  '    for name in sorted({*names, *rows}):',
  '        if name not in rows: print("not in RECORD:", name)',
  '        elif name not in names: print("not in the file:", name)',
  '        elif name != record:',
  '            algorithm, _, listed = rows[name][1].partition("=")',
  '            digest = hashlib.new(algorithm, wheel.read(name)).digest()',
  '            is_same = base64.urlsafe_b64encode(digest).decode().rstrip("=") == listed',
  '            print("as RECORD says:" if is_same else "DIFFERS:", name)',
];

export function realCheck(scene: InspectorScene, state: InspectorState): RealCheck {
  const name = state.own?.name ?? scene.report.name;
  const isWheel = reportOf(scene, state)?.kind === 'wheel';
  return {
    says: [
      'In a terminal with Python 3.9 or newer, in the folder where ',
      { code: name },
      ' lies. It reads the file, and puts the two checkers into a temporary environment; nothing else changes.',
    ],
    script: [
      `file=${quoted(name)}`,
      'sha256sum -- "$file"',
      ...(isWheel
        ? [
            'python3 -m zipfile -l "$file"',
            'unzip -p "$file" \'*.dist-info/METADATA\'',
            'python3 - "$file" <<\'END\'',
            ...VERIFY,
            'END',
          ]
        : ['tar -tvzf "$file"', 'tar -xOzf "$file" --wildcards \'*/PKG-INFO\'']),
      'tools=$(mktemp -d)',
      'python3 -m venv "$tools"',
      `"$tools/bin/pip" install --quiet twine==${twine.version}${isWheel ? ` check-wheel-contents==${contents.version}` : ''}`,
      ...(isWheel ? ['"$tools/bin/check-wheel-contents" "$file"'] : []),
      '"$tools/bin/twine" check "$file"',
      'rm -r "$tools"',
    ].join('\n'),
  };
}

/** For a shell, whatever is in it. */
function quoted(text: string): string {
  return `'./${text.replaceAll('\n', '').replaceAll("'", "'\\''")}'`;
}
