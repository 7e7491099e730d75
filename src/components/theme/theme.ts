/** The theme switch. The choice is kept under `shipshape:theme`; early.js applies it before the first paint. */
const order = ['auto', 'light', 'dark'] as const;
type Theme = (typeof order)[number];
const words: Record<Theme, string> = { auto: 'as the system', light: 'light', dark: 'dark' };
const key = 'shipshape:theme';

const isTheme = (value: string | null): value is Theme => order.some((theme) => theme === value);

function stored(): Theme {
  try {
    const value = localStorage.getItem(key);
    return isTheme(value) ? value : 'auto';
  } catch {
    return 'auto';
  }
}

function show(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-theme-switch]')) {
    const label = `Theme: ${words[theme]}`;
    button.setAttribute('aria-label', label);
    button.title = label;
    button.dataset['theme'] = theme;
  }
}

export function startThemeSwitch(): void {
  let theme = stored();
  show(theme);
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || !event.target.closest('[data-theme-switch]')) return;
    theme = order[(order.indexOf(theme) + 1) % order.length] ?? 'auto';
    show(theme);
    try {
      localStorage.setItem(key, theme);
    } catch {
      // Storage is blocked or full: the choice holds for this page.
    }
  });
  addEventListener('storage', (event) => {
    if (event.key !== key) return;
    theme = stored();
    show(theme);
  });
}
