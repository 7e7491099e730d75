/** The still of a scenario: what stands on a slide before the figure is loaded, on paper, and where it doesn't come. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { drawPoster } from '@/figures/frame/draw-poster';
import { figures } from '@/figures/library';
import { openFigure } from '@/figures/models';
import { href } from '@/site';

export const getStaticPaths = (() =>
  figures.flatMap(({ name, title, scenarios }) =>
    scenarios.map(({ id, data }) => ({ params: { figure: name, scenario: id }, props: { name, title, data } })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params, props, site }) => {
  const { name, title, data } = props;
  const address = new URL(href(`/labs/${name}/${params['scenario']}/`), site).href;
  const svg = drawPoster(openFigure(name, data).first().poster, { title, theme: 'light', width: 1280, address });
  return new Response(svg, { headers: { 'Content-Type': 'image/svg+xml; charset=utf-8' } });
};
