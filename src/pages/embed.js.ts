/** embed.js, at the address that other people's pages name for good. */
import type { APIRoute } from 'astro';
import script from '@/embed/element/embed.ts?plain';

export const GET: APIRoute = () =>
  new Response(`${script}\n`, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } });
