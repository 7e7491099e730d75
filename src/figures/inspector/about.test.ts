import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkWheelContents, checkWithTwine, openArchive } from '@/core/wheel';
import { about } from './about';

interface Recorded {
  readonly name: string;
  readonly archive: string;
  readonly wheelContents?: { readonly verdict: string };
  readonly twine: { readonly verdict: string };
}

const wheel = new URL('../../core/wheel/', import.meta.url);
const linesOf = (file: string) => readFileSync(new URL(file, wheel), 'utf8').trimEnd().split('\n');
const versionsIn = (file: string): Readonly<Record<string, string>> => JSON.parse(linesOf(file)[0] ?? '').tools;

describe('what the inspector says that it was compared with', () => {
  const [contents, twine, installs] = about.checks;

  it('is every recorded archive that is opened here, and every one that twine’s answer is told of', async () => {
    const cases = linesOf('check/recorded/cases.jsonl')
      .slice(1)
      .map((line): Recorded => JSON.parse(line));
    let [byContents, byTwine] = [0, 0];
    for (const { name, archive, wheelContents, twine: said } of cases) {
      const opened = await openArchive(new Uint8Array(Buffer.from(archive, 'base64')), name);
      if (opened.kind === 'refused') continue;
      if (wheelContents?.verdict === checkWheelContents(opened.archive).kind) byContents++;
      if (said.verdict === checkWithTwine(opened.archive).kind) byTwine++;
    }
    const versions = versionsIn('check/recorded/cases.jsonl');
    expect(contents).toMatchObject({
      tool: 'check-wheel-contents',
      version: versions['check-wheel-contents'],
      cases: byContents,
    });
    expect(twine).toMatchObject({ tool: 'twine check', version: versions['twine'], cases: byTwine });
  });

  it('is every recorded installation', () => {
    const { pip, uv } = versionsIn('inspect/recorded/installs.jsonl');
    const cases = linesOf('inspect/recorded/installs.jsonl').length - 1;
    expect(installs).toMatchObject({ tool: `pip ${pip} and uv`, version: uv, cases });
  });
});
