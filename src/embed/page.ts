/**
 * The script of an embed's page: between the figure in it (src/figures/frame/wire.ts) and the slide around it (messages.ts). Nothing
 * is kept: the slide keeps the state that it is told.
 */
import { command, type FigureNews } from '@/figures/frame/wire';
import { converse } from './conversation';
import { slideShown, turnPage } from './decks';
import type { FromFigure, FromSlide } from './messages';
import { readParameters } from './parameters';
import { passKeys } from './pass-keys';
import { showTheme } from './show-settings';
import { watchStage } from './stage';

const root = document.documentElement;
const { settings, notices } = readParameters(location.search);
const figure = document.querySelector<HTMLElement>('main')?.dataset['figure'] ?? '';
/** Has the figure come to life? It may have, before this script ran. */
let isLive = document.querySelector('.figure[data-live="true"]') !== null;
let height = 0;

const setShown = watchStage((on) => {
  root.toggleAttribute('data-off-stage', !on);
  if (!on) command({ kind: 'play', playing: false });
});

const conversation = converse(() => {
  if (isLive) tell({ kind: 'ready', figure });
  if (height > 0) tell({ kind: 'resize', height });
}, hear);

function tell(message: FromFigure): void {
  conversation.tell(message);
}

function hear(message: FromSlide): void {
  switch (message.kind) {
    case 'open':
      command(message.fragment === '' ? { kind: 'reset' } : message);
      break;
    case 'step':
    case 'goto':
    case 'play':
      command(message);
      break;
    case 'theme':
      showTheme(root, message.theme);
      break;
    case 'enter':
      firstControl()?.focus();
      break;
    case 'stage':
      setShown(message.shown);
      break;
  }
}

/** Of a group of radio buttons the chosen one: the others aren't in the order of Tab. */
function firstControl(): HTMLElement | undefined {
  const usable = 'a[href], button:enabled, input:enabled:not([type="radio"]:not(:checked)), select:enabled, summary';
  const found = [...document.querySelectorAll<HTMLElement>(`main :is(${usable})`)];
  return found.find((element) => element.checkVisibility({ visibilityProperty: true }));
}

function hearFigure({ detail }: CustomEvent<FigureNews>): void {
  switch (detail.kind) {
    case 'ready':
      isLive = true;
      tell({ kind: 'ready', figure });
      break;
    case 'change':
      tell({ kind: 'change', fragment: detail.fragment });
      break;
    case 'solved':
      tell(detail);
      break;
  }
}

addEventListener('shipshape:figure', hearFigure);

// reveal.js talks to every frame on a slide.
addEventListener('message', ({ source, data }) => {
  const shown = source === parent ? slideShown(data) : undefined;
  if (shown !== undefined) setShown(shown);
});

passKeys((passage) => {
  if (passage.kind === 'leaves') {
    if (parent === window) return false;
    if (conversation.isJoined()) tell({ kind: 'leave' });
    else parent.focus();
    return true;
  }
  if (parent === window) return false;
  if (conversation.isJoined()) tell({ kind: 'key', key: passage.key });
  else for (const message of turnPage(settings.host, passage.key)) parent.postMessage(message, '*');
  return true;
});

/** The ring that says who has the keys. */
const showKeys = () => root.toggleAttribute('data-entered', parent !== window && document.hasFocus());
addEventListener('focus', showKeys);
addEventListener('blur', showKeys);
showKeys();

new ResizeObserver(([entry]) => {
  const now = Math.ceil(entry?.borderBoxSize[0]?.blockSize ?? 0);
  // No size: the slide isn't shown.
  if (now === 0 || now === height) return;
  height = now;
  tell({ kind: 'resize', height });
}).observe(document.body);

const notice = document.querySelector<HTMLElement>('.embed-notice');
if (notice !== null && notices.length > 0) {
  notice.hidden = false;
  notice.textContent = notices.join(' ');
}
