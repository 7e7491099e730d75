/** A file of the inspector’s library, as it is: to be taken along, and to be compared with a reader’s own. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { bytesOf, type RecordedFile } from '@/figures/inspector/make-scenario';

const files = Object.values(
  import.meta.glob<RecordedFile>('/content/scenarios/inspector/*.json', { import: 'default', eager: true }),
);

export const getStaticPaths = (() =>
  files.map((recorded) => ({
    params: { id: recorded.id, file: recorded.file },
    props: { recorded },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ props }) =>
  new Response(bytesOf(props['recorded'] as RecordedFile), { headers: { 'Content-Type': 'application/octet-stream' } });
