import { describe, expect, it } from 'vitest';
import { failureLines } from './clinic-lines.ts';

describe('failureLines', () => {
  it('leaves progress and the inside of a traceback out, and keeps its error', () => {
    const printed = [
      '* Getting build dependencies for sdist...',
      'Traceback (most recent call last):',
      '  File "/home/you/x.py", line 3, in <module>',
      '    main()',
      '    ~~~~^^',
      '  File "/home/you/y.py", line 1, in main',
      '    raise OSError(message)',
      'OSError: Readme file does not exist: README.md',
      '',
      'ERROR Backend subprocess exited when trying to invoke build_sdist',
    ].join('\n');
    expect(failureLines(printed)).toEqual([
      'Traceback (most recent call last):',
      '  …',
      'OSError: Readme file does not exist: README.md',
      'ERROR Backend subprocess exited when trying to invoke build_sdist',
    ]);
  });

  it('shortens a list of versions to its ends', () => {
    expect(failureLines('ERROR: none (from versions: 0.2, 0.3, 0.4, 3.19, 3.20)')).toEqual([
      'ERROR: none (from versions: 0.2, 0.3, …, 3.20)',
    ]);
  });

  it('keeps the last sixteen lines, and says that there were more', () => {
    const printed = Array.from({ length: 20 }, (_, at) => `line ${at}`).join('\n');
    expect(failureLines(printed)).toEqual(['…', ...Array.from({ length: 16 }, (_, at) => `line ${at + 4}`)]);
  });
});
