/** The few styles of `<shipshape-figure>`. Adopted, not inserted, so that a page's own policy on styles doesn't matter. */
const css = `
shipshape-figure:not([hidden]) { display: block; position: relative; }
shipshape-figure > [data-shipshape] { font: 500 1rem/1.4 system-ui, sans-serif; }
shipshape-figure > [data-shipshape="enter"] {
  position: absolute; inset: 0 0 auto auto; z-index: 2; padding: .3em .8em;
  color: #fff; background: #a63d0d; border-radius: 0 0 0 6px; text-align: start;
}
shipshape-figure > [data-shipshape="enter"]:not(:focus) { clip-path: inset(50%); pointer-events: none; }
shipshape-figure > [data-shipshape="enter"]:focus { outline: 3px solid #fff; outline-offset: -5px; }
shipshape-figure:has(> [data-shipshape="enter"]:focus) { outline: 3px solid #a63d0d; }
shipshape-figure:not([data-phase="live"]) > [data-shipshape="enter"] { display: none; }
shipshape-figure:not([data-phase="failed"]) > [data-shipshape="failure"] { display: none; }
shipshape-figure > [data-shipshape="still"] { display: block; inline-size: 100%; block-size: auto; }
@media screen {
  shipshape-figure:not([data-phase="live"]) > iframe[data-shipshape] { position: absolute; inset: 0; opacity: 0; pointer-events: none; }
  shipshape-figure[data-phase="live"] > :not([data-shipshape="enter"], iframe[data-shipshape]) { display: none !important; }
}
@media print {
  shipshape-figure { block-size: auto !important; }
  shipshape-figure > :is(iframe, [data-shipshape="enter"], [data-shipshape="failure"]) { display: none !important; }
}`;

const sheet = new CSSStyleSheet();
sheet.replaceSync(css);

/** @param root of the element: the document, or a shadow root around it */
export function adoptStyles(root: Node): void {
  if (!(root instanceof Document || root instanceof ShadowRoot)) return;
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}
