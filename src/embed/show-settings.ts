/** An embed's settings as attributes of `<html>`: the styles read them, and so does the frame (src/figures/frame/use-host.ts). */
import type { Theme } from './messages';
import type { Settings } from './parameters';

export function showSettings(root: HTMLElement, settings: Settings): void {
  const { host, density, scale, answer } = settings;
  showTheme(root, settings.theme);
  root.dataset['host'] = host;
  root.dataset['density'] = density;
  root.style.setProperty('--scale', `${scale}`);
  if (settings.readonly) root.dataset['readonly'] = '';
  if (answer === 'hidden') root.dataset['hideAnswer'] = '';
}

/** Auto is the absence of a choice: the system's. */
export function showTheme(root: HTMLElement, theme: Theme): void {
  if (theme === 'auto') delete root.dataset['theme'];
  else root.dataset['theme'] = theme;
}
