import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Answerer, answerQuestions } from './answer-questions';
import { createWorkerClient, mostCrashes, type WorkerLike, type WorkerOutcome } from './worker-client';
import type { FromWorker, ToWorker } from './worker-message';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A worker in the same thread: says nothing until it is made to. */
class FakeWorker implements WorkerLike<string, string> {
  readonly heard: ToWorker<string>[] = [];
  ended = false;
  readonly #message: ((message: { readonly data: FromWorker<string> }) => void)[] = [];
  readonly #failure: ((event: { preventDefault(): void }) => void)[] = [];

  addEventListener(type: 'message', heard: (message: { readonly data: FromWorker<string> }) => void): void;
  addEventListener(type: 'error' | 'messageerror', heard: (event: { preventDefault(): void }) => void): void;
  addEventListener(
    type: 'message' | 'error' | 'messageerror',
    heard: ((message: { readonly data: FromWorker<string> }) => void) & ((event: { preventDefault(): void }) => void),
  ): void {
    if (type === 'message') this.#message.push(heard);
    else this.#failure.push(heard);
  }

  postMessage(message: ToWorker<string>): void {
    this.heard.push(message);
  }

  terminate(): void {
    this.ended = true;
  }

  say(data: FromWorker<string>): void {
    for (const heard of this.#message) heard({ data });
  }

  die(): void {
    for (const heard of this.#failure) heard({ preventDefault: () => {} });
  }
}

function scene() {
  const workers: FakeWorker[] = [];
  const missing = vi.fn();
  const client = createWorkerClient<string, string>({
    create: () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    },
    sizeOf: (question) => question.length,
    largest: 10,
    timeLimit: 1_000,
    onMissing: missing,
  });
  const latest = (): FakeWorker => {
    const worker = workers.at(-1);
    if (worker === undefined) throw new Error('No worker was started.');
    return worker;
  };
  return { client, workers, latest, missing };
}

const ask = (number: number, question: string) => ({ kind: 'ask', number, question });
const answered = (number: number, answer: string) => ({ kind: 'answered', number, answer }) as const;

describe('a client of a worker', () => {
  it('starts it with the first question, and keeps it', async () => {
    const { client, workers, latest } = scene();
    expect(workers).toHaveLength(0);
    const one = client.ask('one');
    latest().say(answered(1, 'ONE'));
    expect(await one).toEqual({ kind: 'answered', answer: 'ONE' });
    const two = client.ask('two');
    latest().say(answered(2, 'TWO'));
    expect(await two).toEqual({ kind: 'answered', answer: 'TWO' });
    expect(workers).toHaveLength(1);
  });

  it('asks one at a time, in the order of the calls', async () => {
    const { client, latest } = scene();
    const both = Promise.all([client.ask('one'), client.ask('two')]);
    expect(latest().heard).toEqual([ask(1, 'one')]);
    latest().say(answered(1, 'ONE'));
    expect(latest().heard).toEqual([ask(1, 'one'), ask(2, 'two')]);
    latest().say(answered(2, 'TWO'));
    expect(await both).toEqual([
      { kind: 'answered', answer: 'ONE' },
      { kind: 'answered', answer: 'TWO' },
    ]);
  });

  it('drops an answer to a number that it doesn’t wait for', async () => {
    const { client, latest } = scene();
    const one = client.ask('one');
    latest().say(answered(7, 'SEVEN'));
    latest().say(answered(1, 'ONE'));
    latest().say(answered(1, 'AGAIN'));
    expect(await one).toEqual({ kind: 'answered', answer: 'ONE' });
  });

  it('doesn’t ask what is too large', async () => {
    const { client, workers } = scene();
    expect(await client.ask('x'.repeat(11))).toEqual({ kind: 'too-large' });
    expect(workers).toHaveLength(0);
  });
});

describe('a question that takes too long', () => {
  it('is answered so, its worker is ended, and the next one gets a new worker', async () => {
    const { client, workers, latest } = scene();
    const both = Promise.all([client.ask('slow'), client.ask('next')]);
    vi.advanceTimersByTime(1_000);
    expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
    workers[0]?.say(answered(1, 'LATE'));
    expect(latest().heard).toEqual([ask(2, 'next')]);
    latest().say(answered(2, 'NEXT'));
    expect(await both).toEqual([{ kind: 'timed-out' }, { kind: 'answered', answer: 'NEXT' }]);
  });

  it('has its time from when it is asked, not from when it waits', async () => {
    const { client, latest } = scene();
    const both = Promise.all([client.ask('one'), client.ask('two')]);
    vi.advanceTimersByTime(900);
    latest().say(answered(1, 'ONE'));
    vi.advanceTimersByTime(900);
    latest().say(answered(2, 'TWO'));
    expect(await both).toEqual([
      { kind: 'answered', answer: 'ONE' },
      { kind: 'answered', answer: 'TWO' },
    ]);
  });
});

describe('a question that is worked on', () => {
  it('tells where the work stands until there is an answer, and nothing of another one’s', async () => {
    const { client, latest } = scene();
    const heard: unknown[] = [];
    const one = client.ask('one', { onProgress: (now) => heard.push(now) });
    latest().say({ kind: 'progress', number: 1, progress: 10 });
    latest().say({ kind: 'progress', number: 7, progress: 70 });
    latest().say(answered(1, 'ONE'));
    latest().say({ kind: 'progress', number: 1, progress: 20 });
    expect([await one, heard]).toEqual([{ kind: 'answered', answer: 'ONE' }, [10]]);
  });
});

describe('a cancelled question', () => {
  it('that waits is never asked', async () => {
    const { client, latest } = scene();
    const controller = new AbortController();
    const one = client.ask('one');
    const two = client.ask('two', controller);
    controller.abort();
    expect(await two).toEqual({ kind: 'cancelled' });
    latest().say(answered(1, 'ONE'));
    expect(await one).toEqual({ kind: 'answered', answer: 'ONE' });
    expect(latest().heard).toEqual([ask(1, 'one')]);
  });

  it('that was asked is answered at once, and the worker told; it goes on with the next when that has stopped', async () => {
    const { client, workers, latest } = scene();
    const controller = new AbortController();
    const one = client.ask('one', controller);
    const two = client.ask('two');
    controller.abort();
    expect(await one).toEqual({ kind: 'cancelled' });
    expect(latest().heard).toEqual([ask(1, 'one'), { kind: 'cancel', number: 1 }]);
    latest().say({ kind: 'stopped', number: 1 });
    expect(latest().heard.at(-1)).toEqual(ask(2, 'two'));
    latest().say(answered(2, 'TWO'));
    expect(await two).toEqual({ kind: 'answered', answer: 'TWO' });
    expect(workers).toHaveLength(1);
  });

  it('whose answer comes nevertheless stays cancelled', async () => {
    const { client, latest } = scene();
    const controller = new AbortController();
    const one = client.ask('one', controller);
    controller.abort();
    const two = client.ask('two');
    latest().say(answered(1, 'LATE'));
    latest().say(answered(2, 'TWO'));
    expect(await Promise.all([one, two])).toEqual([{ kind: 'cancelled' }, { kind: 'answered', answer: 'TWO' }]);
  });

  it('that the worker doesn’t stop for costs the worker its life', async () => {
    const { client, workers, latest } = scene();
    const controller = new AbortController();
    const one = client.ask('one', controller);
    const two = client.ask('two');
    controller.abort();
    vi.advanceTimersByTime(100);
    expect(workers.map(({ ended }) => ended)).toEqual([true, false]);
    latest().say(answered(2, 'TWO'));
    expect(await Promise.all([one, two])).toEqual([{ kind: 'cancelled' }, { kind: 'answered', answer: 'TWO' }]);
  });

  it('that was cancelled before it came is not asked', async () => {
    const { client, workers } = scene();
    expect(await client.ask('one', { signal: AbortSignal.abort() })).toEqual({ kind: 'cancelled' });
    expect(workers).toHaveLength(0);
  });
});

describe('a worker that crashes', () => {
  it('answers every open question so, and is started again by the next', async () => {
    const { client, workers, latest } = scene();
    const both = Promise.all([client.ask('one'), client.ask('two')]);
    latest().die();
    expect(await both).toEqual([{ kind: 'crashed' }, { kind: 'crashed' }]);
    expect(workers.map(({ ended }) => ended)).toEqual([true]);
    const three = client.ask('three');
    latest().say(answered(3, 'THREE'));
    expect(await three).toEqual({ kind: 'answered', answer: 'THREE' });
    expect(workers).toHaveLength(2);
  });

  it('is the same as one whose answerer throws', async () => {
    const { client, workers, latest } = scene();
    const one = client.ask('one');
    latest().say({ kind: 'failed', number: 1 });
    expect(await one).toEqual({ kind: 'crashed' });
    expect(workers.map(({ ended }) => ended)).toEqual([true]);
  });

  it('is given up after three crashes in a row, and the page is told once', async () => {
    const { client, workers, latest, missing } = scene();
    for (let crash = 0; crash < mostCrashes; crash++) {
      const asked = client.ask('x');
      latest().die();
      expect(await asked).toEqual({ kind: 'crashed' });
    }
    expect(missing).toHaveBeenCalledTimes(1);
    expect(await client.ask('x')).toEqual({ kind: 'crashed' });
    expect(workers).toHaveLength(mostCrashes);
    expect(missing).toHaveBeenCalledTimes(1);
  });

  it('is forgiven when it answers between', async () => {
    const { client, latest, missing } = scene();
    for (let number = 1; number < 3 * mostCrashes; number += 2) {
      const lost = client.ask('x');
      latest().die();
      expect(await lost).toEqual({ kind: 'crashed' });
      const asked = client.ask('y');
      latest().say(answered(number + 1, 'Y'));
      expect(await asked).toEqual({ kind: 'answered', answer: 'Y' });
    }
    expect(missing).not.toHaveBeenCalled();
  });

  it('cannot be made at all: that is a crash too', async () => {
    const client = createWorkerClient<string, string>({
      create: () => {
        throw new Error('Workers are forbidden here.');
      },
      sizeOf: () => 0,
      largest: 0,
      onMissing: () => {},
    });
    expect(await client.ask('x')).toEqual({ kind: 'crashed' });
  });
});

describe('a closed client', () => {
  it('has ended its worker and cancels whatever is open or asked later', async () => {
    const { client, workers } = scene();
    const both = Promise.all([client.ask('one'), client.ask('two')]);
    client.close();
    expect(await both).toEqual([{ kind: 'cancelled' }, { kind: 'cancelled' }]);
    expect(await client.ask('three')).toEqual({ kind: 'cancelled' });
    expect(workers.map(({ ended }) => ended)).toEqual([true]);
  });
});

describe('whatever a worker does', () => {
  it('each question gets exactly one outcome, and an answer is the answer to it', async () => {
    const acts = fc.array(
      fc.oneof(
        fc.record({ act: fc.constant('ask' as const) }),
        fc.record({ act: fc.constantFrom('answer', 'stop', 'fail', 'die', 'wait', 'cancel'), at: fc.nat(6) }),
      ),
      { maxLength: 40 },
    );
    await fc.assert(
      fc.asyncProperty(acts, async (list) => {
        const { client, workers } = scene();
        const outcomes: WorkerOutcome<string>[][] = [];
        const controllers: AbortController[] = [];
        for (const each of list) {
          const worker = workers.at(-1);
          const number = 'at' in each ? each.at : 0;
          switch (each.act) {
            case 'ask': {
              const controller = new AbortController();
              controllers.push(controller);
              const mine: WorkerOutcome<string>[] = [];
              outcomes.push(mine);
              void client.ask('x', controller).then((outcome) => mine.push(outcome));
              break;
            }
            case 'answer':
              worker?.say(answered(number, `answer ${number}`));
              break;
            case 'stop':
              worker?.say({ kind: 'stopped', number });
              break;
            case 'fail':
              worker?.say({ kind: 'failed', number });
              break;
            case 'die':
              worker?.die();
              break;
            case 'wait':
              await vi.advanceTimersByTimeAsync(60 * number);
              break;
            case 'cancel':
              controllers[number]?.abort();
              break;
          }
        }
        client.close();
        await vi.advanceTimersByTimeAsync(5_000);
        expect(outcomes.map(({ length }) => length)).toEqual(outcomes.map(() => 1));
        for (const [outcome] of outcomes) {
          if (outcome?.kind === 'answered') expect(outcome.answer).toMatch(/^answer \d$/);
        }
        expect(vi.getTimerCount()).toBe(0);
      }),
    );
  });
});

describe('the worker’s side', () => {
  /** A port whose messages are kept. */
  function port(answerer: Answerer<string, string>) {
    const said: FromWorker<string>[] = [];
    const ears: ((message: { readonly data: ToWorker<string> }) => void)[] = [];
    answerQuestions(answerer, {
      addEventListener: (_, heard) => void ears.push(heard),
      postMessage: (message) => void said.push(message),
    });
    const say = (data: ToWorker<string>) => {
      for (const heard of ears) heard({ data });
    };
    return { said, say };
  }
  const waits = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds));

  it('answers under the number of the question', async () => {
    const { said, say } = port((question) => question.toUpperCase());
    say({ kind: 'ask', number: 4, question: 'four' });
    await vi.advanceTimersByTimeAsync(0);
    expect(said).toEqual([answered(4, 'FOUR')]);
  });

  it('says where the work stands, and no more once it is cancelled', async () => {
    const { said, say } = port(async (question, _, report) => {
      for (let step = 1; step < 4; step++) {
        report(step);
        await waits(10);
      }
      return question;
    });
    say({ kind: 'ask', number: 1, question: 'one' });
    await vi.advanceTimersByTimeAsync(15);
    say({ kind: 'cancel', number: 1 });
    await vi.advanceTimersByTimeAsync(30);
    expect(said).toEqual([
      { kind: 'progress', number: 1, progress: 1 },
      { kind: 'progress', number: 1, progress: 2 },
      { kind: 'stopped', number: 1 },
    ]);
  });

  it('tells its answerer of a cancel, and says that it has stopped', async () => {
    const { said, say } = port(async (question, signal) => {
      for (let step = 0; step < 10 && !signal.aborted; step++) await waits(10);
      return question;
    });
    say({ kind: 'ask', number: 1, question: 'one' });
    await vi.advanceTimersByTimeAsync(25);
    say({ kind: 'cancel', number: 1 });
    await vi.advanceTimersByTimeAsync(10);
    expect(said).toEqual([{ kind: 'stopped', number: 1 }]);
  });

  it('says that it failed when its answerer throws', async () => {
    const { said, say } = port(() => {
      throw new Error('A fault.');
    });
    say({ kind: 'ask', number: 1, question: 'one' });
    await vi.advanceTimersByTimeAsync(0);
    expect(said).toEqual([{ kind: 'failed', number: 1 }]);
  });

  it('hears a cancel of what it doesn’t know and goes on', async () => {
    const { said, say } = port((question) => question);
    say({ kind: 'cancel', number: 9 });
    say({ kind: 'ask', number: 1, question: 'one' });
    await vi.advanceTimersByTimeAsync(0);
    expect(said).toEqual([answered(1, 'one')]);
  });
});
