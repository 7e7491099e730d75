/**
 * Where the site is that embed.js came from: its own address without the file's name. As a module it has no `currentScript`, so that
 * the page's script tags are searched; loaded by neither, the address that the site was built for.
 */
declare const SITE: string;

export const site: string = new URL('.', addressOfScript()).href;

function addressOfScript(): string {
  const current = document.currentScript;
  if (current instanceof HTMLScriptElement && current.src !== '') return current.src;
  const tags = [...document.querySelectorAll<HTMLScriptElement>('script[src]')];
  return tags.find(({ src }) => /\/embed\.js(?:[?#]|$)/.test(src))?.src ?? SITE;
}
