/** A scenario as data: what a figure fetches when another example is chosen, or a link names one. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { figures } from '@/figures/library';

export const getStaticPaths = (() =>
  figures.flatMap(({ name, scenarios }) =>
    scenarios.map(({ id, data }) => ({ params: { figure: name, id }, props: { data } })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) =>
  new Response(JSON.stringify(props['data']), { headers: { 'Content-Type': 'application/json; charset=utf-8' } });
