import { describe, expect, it } from 'vitest';
import { type Answer, noMore, progressOf } from '@/core/exercise';
import { type Change, ProgressStore, type Trouble } from './store';

const right: Answer = { kind: 'option', option: 'fails' };
const wrong: Answer = { kind: 'option', option: 'works' };
const item = { id: 'venv/moved', kind: 'single', revision: 1 } as const;

/** What a browser keeps for a site; tabs hear of each other's writes when the test says so. */
class FakeStorage implements Storage {
  readonly values = new Map<string, string>();
  readonly events: { key: string; value: string | null }[] = [];
  room = Number.POSITIVE_INFINITY;
  [name: string]: unknown;

  get length(): number {
    return this.values.size;
  }
  key(index: number): string | null {
    return [...this.values.keys()][index] ?? null;
  }
  getItem(key: string): string | null {
    return this.values.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    const others = [...this.values].reduce(
      (sum, [name, text]) => sum + (name === key ? 0 : name.length + text.length),
      0,
    );
    if (others + key.length + value.length > this.room) throw new DOMException('It is full.', 'QuotaExceededError');
    this.values.set(key, value);
    this.events.push({ key, value });
  }
  removeItem(key: string): void {
    if (this.values.delete(key)) this.events.push({ key, value: null });
  }
  clear(): void {
    this.values.clear();
  }
}

interface Tab {
  readonly store: ProgressStore;
  readonly changes: Change[];
  readonly troubles: Trouble[];
}

let clock = 100;
function tab(storage: () => Storage): Tab {
  const changes: Change[] = [];
  const troubles: Trouble[] = [];
  const store = new ProgressStore({
    storage,
    now: () => ++clock,
    changed: (change) => changes.push(change),
    troubled: (trouble) => troubles.push(trouble),
  });
  return { store, changes, troubles };
}

describe('what is kept on a device', () => {
  it('is there after a reload, under one key a record', () => {
    clock = 100;
    const storage = new FakeStorage();
    tab(() => storage).store.giveAnswer(item, right, 'right');
    expect([...storage.values]).toEqual([
      [
        'shipshape:answer:venv/moved',
        '{"schema":2,"kind":"answer","id":"venv/moved","given":{"answer":{"kind":"option","option":"fails"},"verdict":"right","revision":1,"at":101},"attempts":1,"solved":"alone","first":101,"last":101}',
      ],
    ]);
    expect(tab(() => storage).store.answer(item)).toEqual({
      kind: 'answer',
      id: 'venv/moved',
      given: { answer: right, verdict: 'right', revision: 1, at: 101 },
      attempts: 1,
      solved: 'alone',
      first: 101,
      last: 101,
      more: noMore,
    });
  });

  it('tells the page what changed', () => {
    const storage = new FakeStorage();
    const { store, changes } = tab(() => storage);
    store.giveAnswer(item, right, 'right');
    store.visitLecture('one', 'venv');
    store.erase();
    expect(changes).toEqual([
      { kind: 'records', keys: ['answer:venv/moved'] },
      { kind: 'records', keys: ['lecture:one'] },
      { kind: 'everything' },
    ]);
  });

  it('knows the lecture that was open last, and where', () => {
    const storage = new FakeStorage();
    const { store } = tab(() => storage);
    expect(store.lastLecture()).toBeUndefined();
    store.visitLecture('two');
    store.visitLecture('one', 'venv');
    store.finishLecture('one');
    expect(store.lastLecture()?.id).toBe('one');
    expect(store.lastLecture()?.place?.heading).toBe('venv');
    expect(store.lecture('two')?.finished).toBeUndefined();
  });

  it('finds what was done under an older id, and goes on from there', () => {
    const storage = new FakeStorage();
    const { store } = tab(() => storage);
    store.giveAnswer({ ...item, id: 'venv/renamed' }, wrong, 'wrong');
    const now = { ...item, aliases: ['venv/renamed'] };
    expect(store.answer(item)).toBeUndefined();
    expect(store.answer(now)?.given?.answer).toEqual(wrong);
    expect(store.giveAnswer(now, right, 'right').attempts).toBe(2);
  });

  it('merges an import with what is there', () => {
    const storage = new FakeStorage();
    const { store } = tab(() => storage);
    const mine = store.giveAnswer(item, wrong, 'wrong');
    store.add(progressOf([{ ...mine, solved: 'alone', attempts: 5, given: undefined }]));
    expect(store.answer(item)).toEqual({ ...mine, solved: 'alone', attempts: 5 });
  });

  it('forgets everything of this site when it is erased, and nothing of another', () => {
    const storage = new FakeStorage();
    const { store } = tab(() => storage);
    storage.setItem('shipshape:theme', 'dark');
    storage.setItem('somebody:else', '1');
    store.giveAnswer(item, right, 'right');
    store.erase();
    expect([...storage.values]).toEqual([['somebody:else', '1']]);
    expect(store.answer(item)).toBeUndefined();
    expect(store.all().records.size).toBe(0);
  });
});

describe('hostile storage', () => {
  it.each([
    ['no JSON', 'hello'],
    ['another shape', '[]'],
    ['no schema', '{"kind":"answer","id":"venv/moved","attempts":1,"solved":"alone","first":1,"last":1}'],
    [
      'another item’s record',
      '{"schema":2,"kind":"answer","id":"venv/copy","attempts":1,"solved":"alone","first":1,"last":1}',
    ],
    [
      'a record that can’t be',
      '{"schema":2,"kind":"answer","id":"venv/moved","attempts":-1,"solved":"alone","first":1,"last":1}',
    ],
    ['a book', `{"schema":2,"x":"${'x'.repeat(60_000)}"}`],
  ])('is taken for nothing when it holds %s, and is written over', (_, value) => {
    const storage = new FakeStorage();
    storage.setItem('shipshape:answer:venv/moved', value);
    const { store, troubles } = tab(() => storage);
    expect(store.answer(item)).toBeUndefined();
    expect(store.all().records.size).toBe(0);
    store.giveAnswer(item, right, 'right');
    expect(tab(() => storage).store.answer(item)?.solved).toBe('alone');
    expect(troubles).toEqual([]);
  });

  it('is left alone where a newer version wrote it; the answer stays in memory, and the reader is told once', () => {
    const storage = new FakeStorage();
    const newer = '{"schema":3,"anything":true}';
    storage.setItem('shipshape:answer:venv/moved', newer);
    const { store, troubles } = tab(() => storage);
    store.giveAnswer(item, right, 'right');
    store.giveAnswer(item, wrong, 'wrong');
    expect(storage.getItem('shipshape:answer:venv/moved')).toBe(newer);
    expect(store.answer(item)?.attempts).toBe(2);
    expect(troubles).toEqual(['newer']);
  });

  it('may hold other keys with our prefix: they are no records', () => {
    const storage = new FakeStorage();
    storage.setItem('shipshape:theme', 'dark');
    storage.setItem('shipshape:answer', 'x');
    expect(tab(() => storage).store.all().records.size).toBe(0);
  });
});

describe('an exercise', () => {
  const exercise = {
    id: 'path/two-pips',
    aliases: ['path/old-name'],
    revision: 2,
    tasks: [
      { id: 'own', checks: [], hints: 3 },
      { id: 'system', checks: [], hints: 3 },
    ],
  };

  it('keeps how it went: begun, hints, tasks, solved', () => {
    const storage = new FakeStorage();
    const { store, changes } = tab(() => storage);
    store.beginExercise(exercise);
    store.takeHint(exercise, 'own', 2);
    store.workExercise(exercise, ['own']);
    store.workExercise(exercise, ['own', 'system']);
    expect(tab(() => storage).store.exercise(exercise)).toMatchObject({
      solved: 'hints',
      revision: 2,
      attempts: 1,
      tasks: [
        { id: 'own', solved: 'hints', hints: 2 },
        { id: 'system', solved: 'alone', hints: 0 },
      ],
    });
    expect(changes).toEqual(Array(4).fill({ kind: 'records', keys: ['exercise:path/two-pips'] }));
  });

  it('keeps that a solution was shown, and what was done under an old name', () => {
    const storage = new FakeStorage();
    tab(() => storage).store.showSolution({ id: 'path/old-name', revision: 1 });
    const { store } = tab(() => storage);
    expect(store.exercise(exercise)).toMatchObject({ id: 'path/two-pips', solved: 'shown', revision: 1 });
    expect(store.workExercise(exercise, ['own', 'system'])).toMatchObject({ solved: 'shown', revision: 2 });
  });

  it('keeps a draft, the newest of old names too, and throws it away when it is empty', () => {
    const storage = new FakeStorage();
    const { store } = tab(() => storage);
    expect(store.draft(exercise)).toBeUndefined();
    store.keepDraft({ id: 'path/old-name' }, 'older');
    expect(store.draft(exercise)).toBe('older');
    store.keepDraft(exercise, 'newer');
    expect(tab(() => storage).store.draft(exercise)).toBe('newer');
    store.keepDraft(exercise, '');
    expect(tab(() => storage).store.draft(exercise)).toBeUndefined();
  });

  it('is left alone by a page that doesn’t know its kind, which erases it only when it erases everything', () => {
    const storage = new FakeStorage();
    const key = 'shipshape:essay:path/two-pips';
    storage.setItem(key, '{"schema":2,"kind":"essay","id":"path/two-pips"}');
    const { store, troubles } = tab(() => storage);
    store.giveAnswer(item, right, 'right');
    expect(storage.getItem(key)).toBe('{"schema":2,"kind":"essay","id":"path/two-pips"}');
    expect([...store.all().records.keys()]).toEqual(['answer:venv/moved']);
    expect(troubles).toEqual([]);
    store.erase();
    expect(storage.length).toBe(0);
  });

  it('goes on in memory where storage is blocked, and the reader is told once', () => {
    const { store, troubles } = tab(() => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    });
    store.beginExercise(exercise);
    store.keepDraft(exercise, 'text');
    store.workExercise(exercise, ['own', 'system']);
    expect([store.exercise(exercise)?.solved, store.draft(exercise)]).toEqual(['alone', 'text']);
    expect(troubles).toEqual(['blocked']);
  });
});

describe('schema 1', () => {
  const old = JSON.stringify({
    format: 'shipshape-progress',
    schema: 1,
    answers: { 'venv/moved': { answer: right, right: true, attempts: 1, first: 1, last: 2 }, 'bad id': {} },
    lectures: { one: { first: 1, last: 2 } },
  });

  it('is taken over, record by record, and its one key is gone', () => {
    const storage = new FakeStorage();
    storage.setItem('shipshape:progress', old);
    const { store } = tab(() => storage);
    expect([...storage.values.keys()].sort()).toEqual(['shipshape:answer:venv/moved', 'shipshape:lecture:one']);
    expect(store.answer(item)?.given).toEqual({ answer: right, verdict: 'right', revision: 1, at: 2 });
  });

  it('stays where it is while there is no room for the records', () => {
    const storage = new FakeStorage();
    storage.setItem('shipshape:progress', old);
    storage.room = old.length + 30;
    const { store } = tab(() => storage);
    expect([...storage.values.keys()]).toEqual(['shipshape:progress']);
    expect(store.answer(item)?.solved).toBe('alone');
  });

  it('is left where it is when it can’t be read', () => {
    const storage = new FakeStorage();
    storage.setItem('shipshape:progress', 'damaged');
    expect(tab(() => storage).store.all().records.size).toBe(0);
    expect(storage.getItem('shipshape:progress')).toBe('damaged');
  });
});

describe('storage that fails', () => {
  const refusing = (): Storage => {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  };
  const throwing = new Proxy(new FakeStorage(), {
    get: () => {
      throw new Error('no');
    },
  });

  it.each([
    ['that may not even be looked at', refusing],
    ['whose every method throws', () => throwing],
  ])('%s: everything goes on in memory, and the reader is told once, at the first answer', (_, storage) => {
    const { store, troubles } = tab(storage);
    expect(store.answer(item)).toBeUndefined();
    expect(store.all().records.size).toBe(0);
    store.visitLecture('one');
    expect(troubles).toEqual([]);
    store.giveAnswer(item, wrong, 'wrong');
    store.giveAnswer(item, right, 'right');
    expect(troubles).toEqual(['blocked']);
    expect(store.trouble).toBe('blocked');
    expect(store.answer(item)?.attempts).toBe(2);
    expect([...store.all().records.keys()]).toEqual(['answer:venv/moved', 'lecture:one']);
    store.erase();
    expect(store.all().records.size).toBe(0);
  });

  it('is told as full when it is, loses nothing that was kept, and writes what is left when there is room', () => {
    const storage = new FakeStorage();
    const { store, troubles } = tab(() => storage);
    store.giveAnswer(item, right, 'right');
    const kept = storage.getItem('shipshape:answer:venv/moved');
    storage.room = 300;
    store.giveAnswer({ ...item, id: 'venv/copy' }, right, 'right');
    store.giveAnswer({ ...item, id: 'pip/target' }, right, 'right');
    expect(troubles).toEqual(['full']);
    expect(storage.getItem('shipshape:answer:venv/moved')).toBe(kept);
    expect(store.all().records.size).toBe(3);
    storage.room = 3000;
    store.visitLecture('one');
    expect(store.trouble).toBeUndefined();
    expect([...storage.values.keys()].sort()).toEqual([
      'shipshape:answer:pip/target',
      'shipshape:answer:venv/copy',
      'shipshape:answer:venv/moved',
      'shipshape:lecture:one',
    ]);
  });
});

describe('two tabs', () => {
  it('don’t lose each other’s answers to different items', () => {
    const storage = new FakeStorage();
    const [one, two] = [tab(() => storage), tab(() => storage)];
    one.store.giveAnswer(item, right, 'right');
    two.store.giveAnswer({ ...item, id: 'venv/copy' }, right, 'right');
    expect([...one.store.all().records.keys()]).toEqual(['answer:venv/copy', 'answer:venv/moved']);
  });

  it('go on from each other’s answers to the same item', () => {
    const storage = new FakeStorage();
    const [one, two] = [tab(() => storage), tab(() => storage)];
    one.store.giveAnswer(item, right, 'right');
    expect(two.store.giveAnswer(item, wrong, 'wrong')).toMatchObject({ attempts: 2, solved: 'alone' });
  });

  it('each go on from their own answer too, though another tab has just written over it', () => {
    const storage = new FakeStorage();
    const { store } = tab(() => storage);
    store.giveAnswer(item, right, 'right');
    const older = '{"schema":2,"kind":"answer","id":"venv/moved","attempts":7,"solved":"shown","first":1,"last":1}';
    storage.setItem('shipshape:answer:venv/moved', older);
    expect(store.answer(item)).toMatchObject({ solved: 'alone', attempts: 7, first: 1 });
  });

  it('put a write back that lost a race, and then come to rest', () => {
    const storage = new FakeStorage();
    const [one, two] = [tab(() => storage), tab(() => storage)];
    one.store.giveAnswer(item, right, 'right');
    const before = storage.getItem('shipshape:answer:venv/moved');
    // Tab two read nothing before tab one wrote, and wrote after it: tab one’s answer is gone from the storage.
    storage.values.clear();
    two.store.giveAnswer(item, wrong, 'wrong');
    expect(storage.getItem('shipshape:answer:venv/moved')).not.toContain('"solved":"alone"');
    storage.events.length = 0;
    one.store.heard('shipshape:answer:venv/moved', storage.getItem('shipshape:answer:venv/moved'));
    two.store.heard('shipshape:answer:venv/moved', storage.getItem('shipshape:answer:venv/moved'));
    one.store.heard('shipshape:answer:venv/moved', storage.getItem('shipshape:answer:venv/moved'));
    expect(storage.events.length).toBe(1);
    expect(before).toContain('"solved":"alone"');
    expect(storage.getItem('shipshape:answer:venv/moved')).toContain('"solved":"alone"');
    expect(one.store.answer(item)?.given?.answer).toEqual(wrong);
  });

  it('forget together what one of them erased', () => {
    const storage = new FakeStorage();
    const [one, two] = [tab(() => storage), tab(() => storage)];
    one.store.giveAnswer(item, right, 'right');
    storage.events.length = 0;
    two.store.erase();
    for (const { key, value } of storage.events) one.store.heard(key, value);
    expect(one.store.answer(item)).toBeUndefined();
    expect(one.changes.at(-1)).toEqual({ kind: 'records', keys: ['answer:venv/moved'] });
  });

  it('forget everything when a reader clears the site’s data', () => {
    const storage = new FakeStorage();
    const { store, changes } = tab(() => storage);
    store.giveAnswer(item, right, 'right');
    storage.clear();
    store.heard(null, null);
    expect(store.answer(item)).toBeUndefined();
    expect(changes.at(-1)).toEqual({ kind: 'everything' });
  });

  it('don’t mind what other pages of the host write', () => {
    const storage = new FakeStorage();
    const { store, changes } = tab(() => storage);
    store.heard('somebody:else', 'x');
    store.heard('shipshape:theme', 'dark');
    expect(changes).toEqual([]);
  });
});
