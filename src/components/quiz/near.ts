/**
 * The script of quiz items, of exercise cards and of a lecture's end comes when the reader comes near the first of them: a lecture's first bytes are
 * for reading. It comes with the first section that was read too, so that the place is kept. Where it can't be had, the page says so
 * (the HTML reads without it).
 */
import { tellStale } from '@/components/stale/stale';

const wanted = document.querySelectorAll('ship-quiz, ship-lecture-end, ship-exercise');
let isAsked = false;

const load = () => {
  if (isAsked) return;
  isAsked = true;
  near.disconnect();
  import('./start').catch(tellStale);
};
const near = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && load(), {
  rootMargin: '60% 0px',
});
addEventListener('shipshape:section', load, { once: true });
for (const element of wanted) near.observe(element);
