import { describe, expect, it } from 'vitest';
import { type BuildClaim, buildClaimSchema, claimFault, describeClaim } from './claim';
import type { RecordedBuilds } from './recorded-builds';

const step = (instruction: string, cached: boolean | null, more: object = {}) => ({
  stage: 0,
  stageName: null,
  line: 1,
  instruction,
  cached,
  ...more,
});

const image = {
  files: { '/app/.env': { type: 'file', uid: 0, gid: 0 } },
  layers: [
    { instruction: 'COPY app /app', sizeBytes: 8 },
    { instruction: 'COPY app /app2', sizeBytes: 0 },
  ],
};

/** The parts of a recording that claims are held to. */
const recorded = {
  name: 'two-builds',
  expected: [
    {
      steps: [step('FROM a', null), step('COPY app /app', false), step('COPY app /app2', false)],
      skippedStages: [{ stage: 1, stageName: 'tools' }],
      image,
    },
    {
      steps: [
        step('COPY app /app', true),
        step('RUN false', false, { failed: true }),
        step('RUN ls', null, { mayRun: true }),
      ],
      skippedStages: [],
      image: null,
    },
  ],
} as unknown as RecordedBuilds;

const fault = (claim: object) => claimFault({ scenario: 'two-builds', ...claim } as BuildClaim, recorded);

describe('a claim about recorded builds', () => {
  it.each([
    [{ build: 1, step: 'COPY app /app2', is: 'ran' }],
    [{ build: 1, step: 'COPY app /app', is: 'ran' }],
    [{ build: 2, step: 'COPY app', is: 'cached' }],
    [{ build: 1, stage: 'tools', is: 'skipped' }],
    [{ build: 1, file: '/app/.env', is: 'there' }],
    [{ build: 1, file: '/app/.venv', is: 'missing' }],
    [{ build: 1, layer: 'COPY app /app', bytes: 8 }],
  ])('holds where the recording says so: %j', (claim) => {
    expect(fault(claim)).toBeUndefined();
  });

  it.each([
    [{ build: 3, step: 'x', is: 'ran' }, '"two-builds" has no build 3: it has 2.'],
    [{ build: 1, step: 'COPY src', is: 'ran' }, 'In build 1 of "two-builds" no step says “COPY src”.'],
    [
      { build: 1, step: 'COPY app', is: 'ran' },
      'In build 1 of "two-builds" 2 steps say “COPY app”: say more of the one that is meant.',
    ],
    [
      { build: 2, step: 'COPY', is: 'ran' },
      'In build 2 of "two-builds" “COPY app /app” was recorded as cached, not ran.',
    ],
    [
      { build: 1, step: '/app2', is: 'cached' },
      'In build 1 of "two-builds" “COPY app /app2” was recorded as ran, not cached.',
    ],
    [
      { build: 2, step: 'RUN false', is: 'ran' },
      'In build 2 of "two-builds" “RUN false” was recorded as failed, not ran.',
    ],
    [{ build: 1, step: 'FROM a', is: 'ran' }, 'In build 1 of "two-builds" no step says “FROM a”.'],
    [{ build: 2, step: 'RUN ls', is: 'ran' }, 'In build 2 of "two-builds" no step says “RUN ls”.'],
    [{ build: 2, stage: 'tools', is: 'skipped' }, 'In build 2 of "two-builds" no stage "tools" was skipped.'],
    [{ build: 1, file: '/app/.env', is: 'missing' }, 'In build 1 of "two-builds" /app/.env is in the image.'],
    [{ build: 1, file: '/x', is: 'there' }, 'In build 1 of "two-builds" /x isn’t in the image.'],
    [{ build: 2, file: '/x', is: 'missing' }, 'In build 2 of "two-builds" no image was made.'],
    [{ build: 2, layer: 'COPY', bytes: 0 }, 'In build 2 of "two-builds" no image was made.'],
    [{ build: 1, layer: '/app2', bytes: 8 }, 'In build 1 of "two-builds" the layer of “COPY app /app2” has 0 bytes.'],
    [{ build: 1, layer: 'RUN', bytes: 8 }, 'In build 1 of "two-builds" no layer is of “RUN”.'],
    [
      { build: 1, layer: 'COPY', bytes: 8 },
      'In build 1 of "two-builds" 2 layers say “COPY”: say more of the one that is meant.',
    ],
  ])('is refused with what was recorded instead: %j', (claim, reason) => {
    expect(fault(claim)).toBe(reason);
  });

  it.each([
    [{ build: 2, step: 'COPY . .', is: 'cached' }, 'In build 2, “COPY . .” is cached.'],
    [{ build: 2, step: 'COPY . .', is: 'ran' }, 'In build 2, “COPY . .” ran.'],
    [{ build: 1, stage: 'tools', is: 'skipped' }, 'In build 1, stage tools isn’t built.'],
    [{ build: 1, file: '/x', is: 'there' }, 'In build 1, /x is in the image.'],
    [{ build: 1, file: '/x', is: 'missing' }, 'In build 1, /x isn’t in the image.'],
    [{ build: 1, layer: 'RUN rm /x', bytes: 0 }, 'In build 1, the layer of “RUN rm /x” has 0 bytes.'],
  ])('is a sentence: %j', (claim, sentence) => {
    expect(describeClaim({ scenario: 'x', ...claim } as BuildClaim)).toBe(sentence);
  });

  it.each([
    [{ build: 0, step: 'x', is: 'ran' }],
    [{ build: 1, step: 'x', is: 'run' }],
    [{ build: 1, step: 'x', stage: 'y', is: 'ran' }],
    [{ build: 1, is: 'ran' }],
    [{ build: 1, file: 'app', is: 'there' }],
  ])('has one of four forms, so this is none: %j', (claim) => {
    expect(buildClaimSchema.safeParse({ scenario: 'x', ...claim }).success).toBe(false);
  });
});
