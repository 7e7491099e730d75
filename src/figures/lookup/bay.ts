/**
 * A search path as a ladder of bays, one below the other, and the walk down it: what both lookup figures show.
 */

/** One folder on the path, as drawn. */
export interface Bay {
  readonly key: string;
  /** The folder as it stands on the path. */
  readonly label: string;
  /** What the folder is: `the script’s folder`, `a link to /usr/bin`. */
  readonly note: string;
  /** The crates in it: names that can be looked up, the wanted one marked. */
  readonly holds: readonly { readonly name: string; readonly wanted: boolean }[];
  readonly status: BayStatus;
  /** The reason, in a word or two. */
  readonly why: string;
}

export type BayStatus =
  /** The search ended here. */
  | 'taken'
  | 'passed'
  /** Something of that name is here, but can't be taken. */
  | 'refused'
  /** The walk hasn't come here yet. */
  | 'ahead'
  /** The search had ended before. */
  | 'unreached'
  /** Not reached, and it has one too. */
  | 'hidden'
  /** Not on the path, because of how the program was started. */
  | 'omitted';

/** A bay as it stands before the search: what the search will find there doesn't show. */
export function unasked(bay: Bay): Bay {
  return { ...bay, status: 'ahead', why: '' };
}

/** Who is asked before the path. */
export interface Stop {
  readonly label: string;
  readonly status: 'has-it' | 'has-not' | 'ahead' | 'unasked';
  /** What it says, for a screen reader and beside the label: `no`, `ls --color=auto`. */
  readonly says: string;
}

/** How far the walk has gone: a number of steps, or all of them. */
export type Walked = number | 'end';

/** Where the walk stands, and the events that move it. */
export interface Walk<Event> {
  readonly done: number;
  readonly total: number;
  readonly back: Event | undefined;
  /** One step further, or from the end back to the start. */
  readonly on: Event;
}

/**
 * The walk of a lookup with `visits` entries: the first step asks those before the path, each later one a folder.
 * @param move makes the event that walks to a step
 */
export function walkOf<Event>(walked: Walked, visits: number, move: (to: Walked) => Event): Walk<Event> {
  const total = visits + 1;
  const done = walked === 'end' ? total : Math.min(walked, total);
  return {
    done,
    total,
    back: done > 0 ? move(done - 1) : undefined,
    on: move(done === total ? 0 : done + 1 === total ? 'end' : done + 1),
  };
}

/** The event of one step on or back; undefined at the ends. */
export function stepOf<Event>({ done, total, back, on }: Walk<Event>, by: 1 | -1): Event | undefined {
  if (by === -1) return back;
  return done === total ? undefined : on;
}

/** How far the walk has gone after a number of steps; undefined where it hasn't so many. */
export function walkedTo({ total }: Walk<unknown>, step: number): Walked | undefined {
  if (!Number.isInteger(step) || step < 0 || step > total) return undefined;
  return step === total ? 'end' : step;
}
