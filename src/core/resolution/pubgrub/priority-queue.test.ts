import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dequeue, emptyQueue, enqueue, isQueued, unqueue } from './priority-queue';

/** Put a package in with a priority, take one out, or take the first. */
const action = fc.oneof(
  fc.record({ kind: fc.constant('put' as const), package: fc.nat(9), priority: fc.nat(50) }),
  fc.record({ kind: fc.constant('drop' as const), package: fc.nat(9) }),
  fc.record({ kind: fc.constant('take' as const) }),
);

describe('the queue of packages', () => {
  it('hands out the package with the lowest number, by the last priority that it was given', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 60 }), (actions) => {
        const queue = emptyQueue();
        const model = new Map<number, number>();
        for (const each of actions) {
          if (each.kind === 'put') {
            // No two packages have the same priority.
            const priority = each.priority * 10 + each.package;
            enqueue(queue, each.package, priority);
            model.set(each.package, priority);
          } else if (each.kind === 'drop') {
            unqueue(queue, each.package);
            model.delete(each.package);
          } else {
            const [first] = [...model].sort(([, left], [, right]) => left - right);
            expect(dequeue(queue)).toBe(first?.[0]);
            if (first !== undefined) model.delete(first[0]);
          }
          expect([...model.keys()].every((of) => isQueued(queue, of))).toBe(true);
        }
      }),
    );
  });
});
