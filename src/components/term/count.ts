/** Numbers the definitions of one page, so that a term may be used twice on it. */
const counts = new WeakMap<Request, number>();

export function nextOnPage(page: Request): number {
  const next = (counts.get(page) ?? 0) + 1;
  counts.set(page, next);
  return next;
}
