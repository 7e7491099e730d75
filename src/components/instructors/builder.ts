/** The instructor's page: what is set in the form goes to the live figure and into the code; what the figure tells goes there too. */
import { isTheme } from '@/embed/messages';
import { recipes, type Wish } from '@/embed/recipes';
import { figureNames } from '@/figures/frame/model';

const form = document.querySelector<HTMLFormElement>('[data-builder]');
const preview = document.querySelector('shipshape-figure');
const subject = form?.querySelector<HTMLSelectElement>('[name="subject"]');

/** What the form says; undefined while a field holds nothing that can be had. */
function wishOf(given: FormData): Wish | undefined {
  const [named, scenario = ''] = String(given.get('subject')).split('/');
  const figure = figureNames.find((name) => name === named);
  const theme = given.get('theme');
  const height = Number(given.get('height'));
  if (figure === undefined || !isTheme(theme) || !form?.checkValidity()) return undefined;
  return {
    figure,
    scenario,
    theme,
    height,
    title: subject?.selectedOptions[0]?.dataset['title'] ?? figure,
    fragment: preview?.getAttribute('state') ?? '',
    scale: Number(given.get('scale')),
    density: given.get('density') === 'page' ? 'page' : 'stage',
    readonly: given.has('readonly'),
    answer: given.has('hide') ? 'hidden' : 'shown',
  };
}

function showCode(wish: Wish): void {
  const site = new URL(form?.dataset['site'] ?? '/', location.href).href;
  for (const { id, blocks } of recipes(wish, site)) {
    const places = document.querySelectorAll(`[data-recipe="${id}"] pre > code`);
    for (const [i, { code }] of blocks.entries()) {
      const place = places[i];
      if (place !== undefined) place.textContent = code;
    }
  }
}

/** Only what has changed: a setting makes the figure load anew. */
function set(name: string, value: string | undefined): void {
  if ((preview?.getAttribute(name) ?? undefined) === value) return;
  if (value === undefined) preview?.removeAttribute(name);
  else preview?.setAttribute(name, value);
}

function showPreview({ figure, scenario, theme, scale, density, readonly, answer, height, title }: Wish): void {
  set('figure', figure);
  set('scenario', scenario);
  set('theme', theme);
  set('scale', `${scale}`);
  set('density', density);
  set('readonly', readonly ? '' : undefined);
  set('hide', answer === 'hidden' ? 'answer' : undefined);
  set('height', `${height}`);
  set('title', title);
}

function show(): void {
  const wish = form ? wishOf(new FormData(form)) : undefined;
  if (wish === undefined) return;
  showPreview(wish);
  // Another figure has no state yet.
  showCode({ ...wish, fragment: preview?.getAttribute('state') ?? '' });
}

form?.addEventListener('input', show);
form?.addEventListener('submit', (event) => event.preventDefault());
preview?.addEventListener('shipshape-change', show);
show();
