import { describe, expect, it } from 'vitest';
import { MAX_ARCHIVE_BYTES } from '@/core/wheel';
import { type GivenFile, inspectFiles, type Stage } from './inspect-files';
import { given, scenario } from './inspector.fixture';

const ask = async (file: GivenFile, against?: GivenFile) => {
  const stages: Stage[] = [];
  const answer = await inspectFiles({ file, against }, new AbortController().signal, (stage) => stages.push(stage));
  return { answer, stages };
};

describe('a file that is given', () => {
  it('is told of as the library’s same file is', async () => {
    const { answer, stages } = await ask(given('tampered'));
    expect(answer).toEqual({ kind: 'looked', report: scenario('tampered').report, comparison: undefined });
    expect(stages).toEqual(['reading', 'opening', 'checking']);
  });

  it('is compared with another as the library’s are', async () => {
    const { answer } = await ask(given('greeting-newer'), given('greeting'));
    const [beside] = scenario('greeting').beside;
    expect(answer).toMatchObject({ kind: 'looked', comparison: beside?.comparison });
  });

  it.each<[what: string, file: GivenFile, message: RegExp]>([
    ['no archive', { name: 'kit-1.0-py3-none-any.whl', blob: new Blob(['hello']) }, /\.$/],
    ['a program', given('greeting', 'setup.exe'), /^setup\.exe is no wheel \(\.whl\) and no sdist/],
    ['an sdist called a wheel', given('greeting-sdist', 'kit-1.0-py3-none-any.whl'), /its bytes are a gzip file\.$/],
    ['an empty file', { name: 'kit-1.0.tar.gz', blob: new Blob([]) }, /\.$/],
    [
      'more than is read',
      { name: 'kit-1.0.zip', blob: { size: MAX_ARCHIVE_BYTES + 1 } as Blob },
      /larger than 256 MiB/,
    ],
  ])('is refused with the core’s sentence if it is %s', async (_, file, message) => {
    const { answer } = await ask(file);
    expect(answer).toEqual({ kind: 'refused', name: file.name, message: expect.stringMatching(message) });
  });

  it('is refused, or told of, at whatever length it breaks off', async () => {
    const { name, blob } = given('greeting');
    for (let end = 0; end < blob.size; end += 97) {
      const { answer } = await ask({ name, blob: blob.slice(0, end) });
      expect(answer.kind).toBe('refused');
    }
  });
});
