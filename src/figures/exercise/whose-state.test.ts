import { describe, expect, it } from 'vitest';
import { awaiting, nothingTold, type Owner, type Told, tellState } from './whose-state';

/** Whose each state is; `put:` stands before one that the page puts into the figure at that moment. */
function ownersOf(...steps: readonly string[]): readonly Owner[] {
  const owners: Owner[] = [];
  let told: Told = nothingTold;
  for (const step of steps) {
    if (step.startsWith('put:')) told = awaiting(told, step.slice('put:'.length));
    else if (step === 'start again') told = awaiting(told);
    else {
      const now = tellState(told, step);
      owners.push(now.by);
      told = now.told;
    }
  }
  return owners;
}

describe('a state that a figure tells', () => {
  it('is the page’s at first, and the reader’s when it changes', () => {
    expect(ownersOf('start', 'moved')).toEqual(['page', 'reader']);
  });

  it('is whose it was when the figure tells it again', () => {
    expect(ownersOf('start', 'start', 'moved', 'moved')).toEqual(['page', 'page', 'reader', 'reader']);
  });

  it('is the page’s when it is what the page put there, also after the older one was told once more', () => {
    expect(ownersOf('start', 'put:solution', 'solution')).toEqual(['page', 'page']);
    expect(ownersOf('start', 'moved', 'put:solution', 'moved', 'solution')).toEqual([
      'page',
      'reader',
      'reader',
      'page',
    ]);
  });

  it('is the page’s when the page puts there what the reader had come to', () => {
    expect(ownersOf('start', 'solution', 'put:solution', 'solution')).toEqual(['page', 'reader', 'page']);
  });

  it('is the reader’s again after that', () => {
    expect(ownersOf('start', 'put:solution', 'solution', 'moved')).toEqual(['page', 'page', 'reader']);
  });

  it('is the page’s after a new start, whichever it is', () => {
    expect(ownersOf('start', 'moved', 'start again', 'start', 'moved')).toEqual(['page', 'reader', 'page', 'reader']);
  });

  it('is the reader’s when something else than what was put there comes, and what was put is given up', () => {
    expect(ownersOf('start', 'put:solution', 'moved', 'solution')).toEqual(['page', 'reader', 'reader']);
  });
});
