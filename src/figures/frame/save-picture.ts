/**
 * A poster as a file on the reader's disk: SVG as it is, PNG at twice its size for slides. Nothing is sent; the browser draws the
 * PNG itself.
 */
import type { FigureName } from './model';

/** Pixels of the PNG for one of the picture. */
const density = 2;

/** @example pictureName('wheel-decoder', 'numpy', 'svg') // 'shipshape-wheel-decoder-numpy.svg' */
export const pictureName = (figure: FigureName, scenario: string, type: 'svg' | 'png'): string =>
  `shipshape-${figure}-${scenario.replace(/[^a-z0-9-]+/g, '-')}.${type}`;

function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Not before the browser has taken it up.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Saves the text of an SVG as a file. */
export function saveSvg(svg: string, name: string): void {
  save(new Blob([svg], { type: 'image/svg+xml' }), name);
}

/** The text of an SVG, with a size of its own → the picture as PNG, or undefined where the browser can't draw it. */
export async function pngOf(svg: string): Promise<Blob | undefined> {
  const image = new Image();
  // The site's policy lets pictures come from data: and not from blob:.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  try {
    await image.decode();
  } catch {
    return undefined;
  }
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * density;
  canvas.height = image.naturalHeight * density;
  const context = canvas.getContext('2d');
  if (context === null) return undefined;
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob((blob) => done(blob ?? undefined), 'image/png'));
}

/** Draws the text of an SVG and saves it as PNG; false where the browser can't draw it. */
export async function savePng(svg: string, name: string): Promise<boolean> {
  const png = await pngOf(svg);
  if (png !== undefined) save(png, name);
  return png !== undefined;
}
