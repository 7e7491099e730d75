import { deflateRawSync, deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Json, toBase64url } from '@/core/exercise';
import { decodeLink, encodeLink, type LinkPayload, largestJson, longestFragment } from './link';

/** As many as fast-check is set to (`npm run fuzz`), and never under two thousand. */
const numRuns = Math.max(2000, fc.readConfigureGlobal().numRuns ?? 0);

const figures = ['wheel-decoder', 'command-lookup', 'module-lookup', 'install-steps'] as const;
const json = fc
  .jsonValue({ maxDepth: 5, stringUnit: 'binary' })
  .map((value) => JSON.parse(JSON.stringify(value)) as Json);
const payloads: fc.Arbitrary<LinkPayload> = fc.record({
  figure: fc.constantFrom(...figures),
  revision: fc.integer({ min: 1, max: 40 }),
  scenario: fc.stringMatching(/^[a-z0-9]{1,9}(-[a-z0-9]{1,9}){0,3}$/),
  state: json,
});
const example: LinkPayload = { figure: 'command-lookup', revision: 1, scenario: 'one-laptop', state: {} };

async function fragmentOf(payload: LinkPayload): Promise<string> {
  const link = await encodeLink(payload);
  if (link.kind === 'too-large') throw new Error('This payload should fit.');
  return link.fragment;
}

const pack = (text: string | Uint8Array) => `#1.${toBase64url(deflateSync(text))}`;
const packJson = (value: unknown) => pack(JSON.stringify(value));
const decode = (fragment: string) => decodeLink(fragment, 'command-lookup');

/** Letters without order: deflate makes them little shorter. */
function noise(length: number): string {
  let seed = 1;
  return Array.from({ length }, () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return String.fromCharCode(33 + (seed % 90));
  }).join('');
}

describe('a link', () => {
  it('opens what it was made of', async () => {
    await fc.assert(
      fc.asyncProperty(payloads, async (payload) => {
        const link = await encodeLink(payload);
        if (link.kind === 'too-large') return;
        expect(link.fragment).toMatch(/^#1\.[\w-]+$/);
        expect(await decodeLink(link.fragment, payload.figure)).toEqual({ kind: 'opened', payload });
        expect(await decodeLink(link.fragment.slice(1), payload.figure)).toEqual({ kind: 'opened', payload });
      }),
    );
  });

  it('of today is opened tomorrow', async () => {
    const fragment =
      '#1.eJwVyj0OgCAMBtC7fDMMrr1Ng9U0Qkv4cSHc3fjmt3DpPZuAkLwUtjNm92dWBDR5tasb6AjoSYybOghuEjPX4X_qg4eA1t4f5GMaMQ';
    expect(await decode(fragment)).toEqual({ kind: 'opened', payload: example });
  });

  it('keeps a key that JavaScript gives a meaning to', async () => {
    const state = JSON.parse('{"__proto__":{"polluted":true},"constructor":1}') as Json;
    const opened = await decode(await fragmentOf({ ...example, state }));
    expect(opened).toEqual({ kind: 'opened', payload: { ...example, state } });
    expect(Object.hasOwn({}, 'polluted')).toBe(false);
  });

  it('is none where the state is over a bound', async () => {
    const much = 'a'.repeat(largestJson);
    expect(await encodeLink({ ...example, state: much })).toEqual({ kind: 'too-large' });
    expect(await encodeLink({ ...example, state: noise(7_500) })).toEqual({ kind: 'too-large' });
    expect(await encodeLink({ ...example, state: noise(60_000) })).toEqual({ kind: 'too-large' });
    const fragment = await fragmentOf({ ...example, state: much.slice(0, -200) });
    expect(await decode(fragment)).toMatchObject({ kind: 'opened' });
  });
});

describe('a fragment that is no link', () => {
  it.each(['', '#', '#finding-a-command', '#first-3-steps', 'the-wheel'])(
    'says nothing of a state: %j',
    async (place) => {
      expect(await decode(place)).toEqual({ kind: 'none' });
    },
  );
});

describe('a damaged or foreign link', () => {
  it.each([
    ['#1', 'is cut short before its point'],
    ['#1.', 'is empty'],
    ['#1.AAAA', 'is no zlib stream'],
    ['#1.eJyr', 'is cut short'],
    ['#1.e J', 'has a space'],
    ['#1.é', 'has a letter outside the alphabet'],
    ['#0.eJyrVgIAAQEBAQ', 'is of no form that ever was'],
    ['#one.eJyr', 'has no number'],
    ['#1eJyrVg', 'has lost its point'],
    [`#1.${toBase64url(deflateRawSync('{}'))}`, 'has no checksum'],
    [`${pack('{}')}AAAA`, 'has something behind its end'],
    [pack('{'), 'holds no JSON'],
    [pack(Uint8Array.of(0x22, 0xff, 0x22)), 'holds no UTF-8'],
    [packJson([]), 'holds a list'],
    [packJson({ ...example, figure: 1 }), 'names no figure'],
    [packJson({ ...example, revision: 0 }), 'has a revision that none has'],
    [packJson({ ...example, revision: 1.5 }), 'has half a revision'],
    [packJson({ ...example, revision: 1e9 }), 'has a revision beyond any'],
    [packJson({ ...example, scenario: '../../x' }), 'has a path for a scenario'],
    [packJson({ ...example, scenario: 'a'.repeat(121) }), 'has an endless scenario'],
    [packJson({ figure: 'command-lookup', revision: 1, scenario: 'one-laptop' }), 'has no state'],
    [
      pack(`{"figure":"command-lookup","revision":1,"scenario":"a","state":${'['.repeat(40)}${']'.repeat(40)}}`),
      'is deep',
    ],
    [pack(`${'['.repeat(30_000)}${']'.repeat(30_000)}`), 'is deeper than a stack'],
  ])('%# is refused as damaged: it %s', async (fragment) => {
    expect(await decode(fragment)).toEqual({ kind: 'refused', why: 'damaged' });
  });

  it('of a newer form says so', async () => {
    expect(await decode('#2.anything')).toEqual({ kind: 'refused', why: 'newer' });
    expect(await decode(`#12.${'a'.repeat(20_000)}`)).toEqual({ kind: 'refused', why: 'newer' });
  });

  it('of another figure says so', async () => {
    const fragment = await fragmentOf(example);
    expect(await decodeLink(fragment, 'module-lookup')).toEqual({ kind: 'refused', why: 'other-figure' });
    expect(await decode(packJson({ ...example, figure: 'rollout-simulator' }))).toEqual({
      kind: 'refused',
      why: 'other-figure',
    });
  });

  it('longer than any of ours is refused before it is read', async () => {
    const fragment = `#1.${'a'.repeat(longestFragment - 2)}`;
    expect(fragment.length).toBe(longestFragment + 1);
    expect(await decode(fragment)).toEqual({ kind: 'refused', why: 'too-large' });
  });

  it('that inflates to six million bytes is stopped at its bound', async () => {
    const bomb = pack(Buffer.alloc(6_000_000, ' '));
    expect(bomb.length).toBeLessThan(longestFragment);
    expect(await decode(bomb)).toEqual({ kind: 'refused', why: 'too-large' });
  });

  it('may be as large as the bound and not a byte larger', async () => {
    const fill = (length: number) => pack(JSON.stringify(example).padEnd(length));
    expect(await decode(fill(largestJson))).toEqual({ kind: 'opened', payload: example });
    expect(await decode(fill(largestJson + 1))).toEqual({ kind: 'refused', why: 'too-large' });
  });
});

/** The law of mutations: refused, or the same payload. */
async function expectRefusedOrSame(fragment: string, payload: LinkPayload): Promise<void> {
  const decoded = await decodeLink(fragment, payload.figure);
  if (decoded.kind === 'opened') expect(decoded.payload).toEqual(payload);
  else expect(decoded.kind).toBe('refused');
}

type Mutation = { readonly at: number; readonly character: string; readonly how: 'change' | 'insert' | 'cut' | 'lose' };

function mutated(fragment: string, { at, character, how }: Mutation): string {
  const index = 1 + (at % (fragment.length - 1));
  switch (how) {
    case 'change':
      return fragment.slice(0, index) + character + fragment.slice(index + 1);
    case 'insert':
      return fragment.slice(0, index) + character + fragment.slice(index);
    case 'cut':
      return fragment.slice(0, Math.max(index, 2));
    case 'lose':
      return fragment.slice(0, index) + fragment.slice(index + 1);
  }
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const mutations: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat({ max: 10_000 }),
  character: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...alphabet) },
    fc.string({ minLength: 1, maxLength: 1 }),
  ),
  how: fc.constantFrom('change', 'insert', 'cut', 'lose'),
});

describe('any change to a link', () => {
  it('at every place of one is refused, or leaves its payload as it was', async () => {
    const state = { command: 'python', path: ['/usr/bin', '/home/you/.local/bin'] };
    const fragment = await fragmentOf({ ...example, state });
    for (let at = 0; at < fragment.length - 1; at++) {
      const now = alphabet.indexOf(fragment.charAt(at + 1));
      const others = now < 0 ? ['A', '0', '2'] : [1, 2, 4, 8, 16, 32].map((bit) => alphabet.charAt(now ^ bit));
      for (const character of others) {
        await expectRefusedOrSame(mutated(fragment, { at, character, how: 'change' }), { ...example, state });
      }
      for (const how of ['insert', 'lose', 'cut'] as const) {
        await expectRefusedOrSame(mutated(fragment, { at, character: 'A', how }), { ...example, state });
      }
    }
  });

  it('is refused, or leaves its payload as it was', async () => {
    await fc.assert(
      fc.asyncProperty(payloads, mutations, async (payload, mutation) => {
        const link = await encodeLink(payload);
        if (link.kind === 'too-large') return;
        await expectRefusedOrSame(mutated(link.fragment, mutation), payload);
      }),
      { numRuns },
    );
  });

  it('of several characters never throws, and never opens what is over a bound', async () => {
    const changes = fc.array(mutations, { minLength: 2, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(payloads, changes, async (payload, list) => {
        const link = await encodeLink(payload);
        if (link.kind === 'too-large') return;
        const decoded = await decodeLink(list.reduce(mutated, link.fragment), payload.figure);
        expect(['none', 'opened', 'refused']).toContain(decoded.kind);
      }),
      { numRuns },
    );
  });
});

describe('any fragment at all', () => {
  it('is answered, and opens nothing', async () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.stringMatching(/^#?[0-9]{1,2}\.[\w-]{0,200}$/),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => `#1.${toBase64url(bytes)}`),
      json.map((value) => packJson(value)),
    );
    await fc.assert(
      fc.asyncProperty(anything, async (fragment) => {
        expect((await decode(fragment)).kind).not.toBe('opened');
      }),
      { numRuns },
    );
  });
});
