/**
 * The script of quiz items and of a lecture's end comes when the reader comes near the first of them: a lecture's first bytes are
 * for reading. Where it can't be had, the page says so (the HTML reads without it).
 */
import { tellStale } from '@/components/stale/stale';

const wanted = document.querySelectorAll('ship-quiz, ship-lecture-end');
const near = new IntersectionObserver(
  (entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    near.disconnect();
    import('./start').catch(tellStale);
  },
  { rootMargin: '60% 0px' },
);
for (const element of wanted) near.observe(element);
