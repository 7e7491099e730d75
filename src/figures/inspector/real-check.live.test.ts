/**
 * The script to copy, run where the machine has what it takes: Python, unzip and tar for the first half, check-wheel-contents and twine
 * (where `npm run record:wheel-checks` puts them) for the second. Nothing is installed here: the environment of the tools stands in for
 * the temporary one of the script.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { given, recorded, scenario } from './inspector.fixture';
import { model } from './model';

const tools = `${process.env['SHIPSHAPE_RECORD_TOOLS'] ?? '/var/tmp/shipshape-record-tools'}-wheel-checks`;
const hasTools = existsSync(`${tools}/bin/check-wheel-contents`) && existsSync(`${tools}/bin/twine`);
const has = (program: string, ...args: readonly string[]) => spawnSync(program, args).status === 0;
const hasFirstHalf =
  has('python3', '--version') && has('unzip', '-v') && has('tar', '--version') && has('sha256sum', '--version');

/** Two tools start for each file: all of them are asked when SHIPSHAPE_RECORD is set. */
const some = ['tampered', 'tests-packed', 'greeting-sdist'];
const tried = recorded.filter(({ id }) => process.env['SHIPSHAPE_RECORD'] !== undefined || some.includes(id));

/** What the script prints of a file in a folder of its own. */
async function run(id: string): Promise<string> {
  const { name, blob } = given(id);
  const scene = model.open(scenario(id));
  const { script } = model.realCheck(scene, model.first(scene));
  const folder = mkdtempSync(`${tmpdir()}/shipshape-inspector-`);
  try {
    writeFileSync(`${folder}/${name}`, new Uint8Array(await blob.arrayBuffer()));
    const lines = script.split('\n');
    const half = lines.indexOf('tools=$(mktemp -d)');
    expect(half).toBeGreaterThan(0);
    const later = lines.slice(half + 1).filter((line) => line.startsWith('"$tools/bin/') && !line.includes('/pip"'));
    const whole = [...lines.slice(0, half), ...(hasTools ? [`tools=${tools}`, ...later] : [])].join('\n');
    const { stdout, stderr } = spawnSync('bash', ['-c', whole], { cwd: folder, encoding: 'utf8' });
    return `${stdout}\n${stderr}`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe.runIf(hasFirstHalf)('the script to copy (needs Python, unzip, tar)', () => {
  it.each(tried)('says of $id what the figure shows', { timeout: 60_000 }, async ({ id }) => {
    const printed = await run(id);
    const { report } = scenario(id);
    expect(printed).toContain(report.sha256);
    for (const line of report.tree) if (line.kind !== 'folder') expect(printed).toContain(line.path);
    const name = report.fields.find(({ field }) => field === 'name')?.values[0];
    expect(printed).toContain(`Name: ${name}`);
    if (report.kind === 'wheel') {
      const told = (kind: string) => report.record.filter((row) => row.kind === kind).map(({ path }) => path);
      const said = (start: string) =>
        printed.split('\n').flatMap((line) => (line.startsWith(start) ? [line.slice(start.length)] : []));
      expect(said('as RECORD says: ').toSorted()).toEqual(told('matches').toSorted());
      expect(said('DIFFERS: ')).toEqual(told('hash-differs'));
      expect(said('not in RECORD: ').toSorted()).toEqual(told('not-listed').toSorted());
    }
    if (!hasTools) return;
    expect(report.twine.kind).toBe('passed');
    expect(printed).toContain('PASSED');
    if (report.kind === 'sdist' || report.contents.kind !== 'checked') return;
    const codes = [...printed.matchAll(/: (W\d{3}): /g)].map(([, code]) => code);
    expect(codes).toEqual(report.contents.failures.map(({ code }) => code));
  });
});
