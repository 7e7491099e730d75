/** The ways out as they are drawn. In a file of its own, so that a page’s first still needs no more than that there are none. */
import type { ResolverEvent } from './state';

export interface Exit {
  readonly label: string;
  /** What is to be known before it is taken; empty where nothing is. */
  readonly risk: string;
  /** The releases that it gives: first those of the projects that the conflict is about. */
  readonly gives: readonly string[];
  /** The others. */
  readonly more: readonly string[];
  readonly event: ResolverEvent;
}

export interface Exits {
  readonly first: readonly Exit[];
  /** More of them, folded: those that cost more, and settings. */
  readonly others: readonly Exit[];
  /** Why there may be more; empty where these are all. */
  readonly limit: string;
}

export const NO_EXITS: Exits = { first: [], others: [], limit: '' };
