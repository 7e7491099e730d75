/** Prints one figure of a page: the style sheet hides, on paper, what neither holds it nor lies in it. */
export function printFigure(id: string): void {
  const figure = document.getElementById(id);
  if (figure === null) return;
  const { dataset } = document.documentElement;
  figure.dataset['printing'] = '';
  dataset['printing'] = '';
  addEventListener(
    'afterprint',
    () => {
      delete figure.dataset['printing'];
      delete dataset['printing'];
    },
    { once: true },
  );
  print();
}
