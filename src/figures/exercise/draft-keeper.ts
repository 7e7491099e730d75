/**
 * Keeps a draft as a reader works: at most once in half a second, and at once when the page is left. What is written last is what
 * stays.
 */

/** The shortest time between two writes, in milliseconds. */
export const draftPause = 500;

/** What of a browser's clock it needs; tests bring their own. */
export interface Timer {
  readonly start: (act: () => void, milliseconds: number) => number;
  readonly stop: (timer: number) => void;
}

export class DraftKeeper {
  readonly #write: (text: string) => void;
  readonly #timer: Timer;
  #waiting: string | undefined;
  #running: number | undefined;

  constructor(write: (text: string) => void, timer: Timer) {
    this.#write = write;
    this.#timer = timer;
  }

  /** Takes the newest draft: writes it now, or when the pause since the last write is over. */
  keep(text: string): void {
    this.#waiting = text;
    if (this.#running === undefined) this.#writeAndPause();
  }

  /** Writes what is waiting: the page is about to go. */
  flush(): void {
    if (this.#running !== undefined) this.#timer.stop(this.#running);
    this.#running = undefined;
    this.#put();
  }

  #writeAndPause(): void {
    this.#put();
    this.#running = this.#timer.start(() => {
      this.#running = undefined;
      if (this.#waiting !== undefined) this.#writeAndPause();
    }, draftPause);
  }

  #put(): void {
    const text = this.#waiting;
    this.#waiting = undefined;
    if (text !== undefined) this.#write(text);
  }
}
