import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inflate } from './inflate';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('inflating with a bound', () => {
  it('gives what was packed, up to exactly the bound', () => {
    const packed = new Uint8Array(deflateRawSync(Buffer.alloc(200_000, 'ab')));
    const whole = inflate(packed, 200_000, 'raw');
    expect(whole.kind === 'whole' && [whole.bytes.length, whole.used]).toEqual([200_000, packed.length]);
    expect(inflate(packed, 199_999, 'raw')).toEqual({ kind: 'too-much' });
  });

  it('counts what stands behind the packed bytes', () => {
    const packed = new Uint8Array([...deflateRawSync('kit'), 1, 2, 3]);
    expect(inflate(packed, 10, 'raw')).toEqual({ kind: 'whole', bytes: bytes('kit'), used: packed.length - 3 });
  });

  it('gives what a gzip file held if something else stands behind it', () => {
    const packed = new Uint8Array([...gzipSync('kit'), 1, 2, 3]);
    expect(inflate(packed, 10, 'gzip')).toEqual({ kind: 'broken', why: 'incorrect header check', bytes: bytes('kit') });
  });

  it('reads gzip files one after another as one', () => {
    const packed = new Uint8Array([...gzipSync('ki'), ...gzipSync('t')]);
    expect(inflate(packed, 10, 'gzip')).toEqual({ kind: 'whole', bytes: bytes('kit'), used: packed.length });
  });

  it('tells a wrong checksum of a gzip file', () => {
    const packed = new Uint8Array(gzipSync('kit'));
    packed[packed.length - 8] = (packed.at(-8) ?? 0) ^ 1;
    expect(inflate(packed, 10, 'gzip')).toEqual({ kind: 'broken', why: 'incorrect data check', bytes: bytes('kit') });
  });

  it.each([
    ['nothing', []],
    ['a reserved block type', [0xff]],
    ['an end that is too early', [...deflateRawSync('kit kit kit kit')].slice(0, 4)],
  ])('doesn’t take %s for something packed', (_, packed) => {
    expect(inflate(new Uint8Array(packed), 100, 'raw').kind).toBe('broken');
  });
});
