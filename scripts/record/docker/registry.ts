// The network that a recorded build sees: a registry with the stand-in base images, and the files at addresses that a scenario
// declares, over HTTP and HTTPS on this machine's loopback. Runs as a process of its own inside the builder's network namespace,
// where nothing else can be reached (machine.ts), and asks `state.json` anew for each request: what a tag stands for changes from
// build to build.
//
//   node registry.ts <base-images.json> <folder with state.json, key.pem and cert.pem>

import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { join } from 'node:path';
import { type BaseImages, type Blob, imageBlobs } from './base-images.ts';
import type { RemoteFile } from './schema.ts';

export interface NetworkState {
  /** Which variant a tag stands for; v1 where none is named. */
  readonly images: Readonly<Record<string, string>>;
  readonly remote: Readonly<Record<string, RemoteFile>>;
}

const [listFile = '', folder = ''] = process.argv.slice(2);
const list = JSON.parse(readFileSync(listFile, 'utf8')) as BaseImages;

const made = new Map<string, readonly Blob[]>();
const blobs = new Map<string, Blob>();

function image(tag: string, variant: string): Blob | undefined {
  if (list.images[tag]?.[variant] === undefined) return undefined;
  const key = `${tag} ${variant}`;
  const known = made.get(key) ?? imageBlobs(list, tag, variant);
  made.set(key, known);
  for (const blob of known) blobs.set(blob.digest, blob);
  return known[0];
}

const hubs = new Set(['registry-1.docker.io', 'docker.io', 'index.docker.io']);

function respondAsRegistry(host: string, path: string, response: ServerResponse, state: NetworkState): void {
  const asked = /^\/v2\/(.+)\/(manifests|blobs)\/([^/]+)$/.exec(path);
  if (path === '/v2/') {
    response.writeHead(200).end();
    return;
  }
  const [, repository = '', kind, reference = ''] = asked ?? [];
  const name = hubs.has(host) ? repository.replace(/^library\//, '') : `${host}/${repository}`;
  const tag = `${name}:${reference}`;
  const blob = blobs.get(reference) ?? (kind === 'manifests' ? image(tag, state.images[tag] ?? 'v1') : undefined);
  if (blob === undefined) {
    response.writeHead(404, { 'Content-Type': 'application/json' }).end('{"errors":[]}');
    return;
  }
  response
    .writeHead(200, {
      'Content-Type': kind === 'blobs' ? 'application/octet-stream' : blob.mediaType,
      'Content-Length': blob.bytes.length,
      'Docker-Content-Digest': blob.digest,
    })
    .end(blob.bytes);
}

function respond(scheme: string) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    const state = JSON.parse(readFileSync(join(folder, 'state.json'), 'utf8')) as NetworkState;
    const host = request.headers.host?.replace(/:\d+$/, '') ?? '';
    const path = request.url?.replace(/\?.*$/, '') ?? '/';
    if (path.startsWith('/v2/')) {
      respondAsRegistry(host, path, response, state);
      return;
    }
    const file = state.remote[`${scheme}://${host}${path}`];
    if (file === undefined) {
      response.writeHead(404).end('not found\n');
      return;
    }
    const headers = {
      'Content-Length': Buffer.byteLength(file.content),
      ...(file.lastModified === undefined ? {} : { 'Last-Modified': file.lastModified }),
      ...(file.etag === undefined ? {} : { ETag: file.etag }),
    };
    if (file.etag !== undefined && request.headers['if-none-match']?.split(/, */).includes(file.etag)) {
      response.writeHead(304, headers).end();
      return;
    }
    response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : file.content);
  };
}

createServer(respond('http')).listen(80, '127.0.0.1');
const secure = { key: readFileSync(join(folder, 'key.pem')), cert: readFileSync(join(folder, 'cert.pem')) };
createSecureServer(secure, respond('https')).listen(443, '127.0.0.1', () => console.log('ready'));
