/** The start page’s first button leads on to where the reader was, when there is such a place on this device. */
import { progress } from './here';

const link = document.querySelector<HTMLAnchorElement>('a[data-resume]');
const last = progress.lastLecture();
if (link && last) {
  const numbers = new Map<string, unknown>(Object.entries(JSON.parse(link.dataset['resume'] ?? '{}')));
  const number = numbers.get(last.id);
  if (typeof number === 'number') {
    link.pathname = link.pathname.replace(/lectures\/[^/]+\/$/, `lectures/${last.id}/`);
    link.hash = last.place?.heading ?? '';
    link.textContent = `Go on with lecture ${number}`;
  }
}
