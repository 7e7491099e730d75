/**
 * What a lecture promises, held against what it has: objectives that are checked, items and console blocks that exist, drawings,
 * length (shared curriculum: 2,000 to 4,000 words, 12 to 20 quiz items, three drawings).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const home = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, home), 'utf8');
const names = (folder: string, end: string): string[] =>
  readdirSync(new URL(folder, home)).flatMap((name) => (name.endsWith(end) ? [name.slice(0, -end.length)] : []));

interface Head {
  readonly checkedWith: readonly string[];
  readonly objectives: readonly { readonly can: string; readonly checkedBy: readonly string[] }[];
}
interface Course {
  readonly lectures: readonly { readonly id: string; readonly state: string }[];
}

const lectures = names('content/lectures/', '.mdx').map((name) => {
  const [, head = '', text = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(read(`content/lectures/${name}.mdx`)) ?? [];
  return { name, id: name.replace(/^\d+-/, ''), head: parse(head) as Head, text };
});
const itemsOf = (id: string): string[] =>
  (parse(read(`content/quiz/${id}.yaml`)) as { items: { id: string }[] }).items.map((item) => item.id);
const used = (text: string, part: string): string[] =>
  [...text.matchAll(new RegExp(`<${part} id="([^"]+)"`, 'g'))].map(([, id = '']) => id);
const words = (text: string): number =>
  text
    .replace(/```[\s\S]*?```/g, ' ')
    .replace(/<\/?[A-Z][^>]*>/g, ' ')
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word)).length;

describe('the course', () => {
  it('has a text for each lecture that is ready, and no other', () => {
    const ready = (parse(read('content/course.yaml')) as Course).lectures.filter((one) => one.state === 'ready');
    expect(lectures.map((one) => one.id)).toEqual(ready.map((one) => one.id));
  });
});

describe.each(lectures)('lecture $name', ({ id, head, text }) => {
  it('places each of its quiz items once', () => {
    expect(used(text, 'Quiz').sort()).toEqual(itemsOf(id).sort());
  });

  it('has each objective checked by an item that it holds', () => {
    const items = itemsOf(id);
    const loose = head.objectives.flatMap(({ checkedBy }) => checkedBy.filter((item) => !items.includes(item)));
    expect(loose).toEqual([]);
  });

  it('shows only console blocks and steps that were recorded', () => {
    const blocks = [...text.matchAll(/<Console id="([^"]+)"(?: steps=\{\[([\d, ]+)\]\})?/g)];
    const wrong = blocks.flatMap(([, block = '', steps = '']) => {
      const recorded = JSON.parse(read(`content/console/${block}.json`)) as { steps: unknown[] };
      const asked = steps === '' ? [] : steps.split(',').map(Number);
      return asked.filter((step) => step < 1 || step > recorded.steps.length).map((step) => `${block}: ${step}`);
    });
    expect({ blocks: blocks.length > 0, wrong }).toEqual({ blocks: true, wrong: [] });
  });

  it('names terms that the glossary has', () => {
    const glossary = names('content/glossary/', '.md');
    expect(used(text, 'Term').filter((term) => !glossary.includes(term))).toEqual([]);
  });

  it('is 2,000 to 4,000 words long, with 12 to 20 items and three drawings or more', () => {
    const drawings = [...text.matchAll(/<(Diagram|Stack|VenvBays)\b/g)].length;
    const items = itemsOf(id).length;
    const length = words(text);
    expect({
      length: length >= 2000 && length <= 4000,
      items: items >= 12 && items <= 20,
      drawings: drawings >= 3,
    }).toEqual({
      length: true,
      items: true,
      drawings: true,
    });
  });
});
