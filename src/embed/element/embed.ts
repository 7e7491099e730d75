/** embed.js: defines `<shipshape-figure>`, once a page. */
import { FigureElement } from './figure-element';

if (customElements.get('shipshape-figure') === undefined) customElements.define('shipshape-figure', FigureElement);
