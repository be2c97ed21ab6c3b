import express, { type RequestHandler } from 'express';
import path from 'node:path';
import { guardedPageHeaders } from '../access/page-headers.ts';
import { packageRoot } from '../package-root.ts';

const folder = path.join(packageRoot, 'dist', 'server', 'pages');

/** Pages are small and made anew by each build: nobody needs a part of one, or to know its age. */
const wholeFile = { acceptRanges: false, cacheControl: false, etag: false, lastModified: false };

/** A page of `server/pages`, as built, with a policy that lets it load and call nothing but this server. */
export function createPageHandler(file: string): RequestHandler {
  return (_request, response) => {
    response.set(guardedPageHeaders).sendFile(path.join(folder, file), wholeFile);
  };
}

/** The scripts and styles of the pages; their names carry a hash of what is in them. */
export function createPageAssetsHandler(): RequestHandler {
  const setHeaders = (response: { setHeader(name: string, value: string): void }): void => {
    response.setHeader('X-Content-Type-Options', 'nosniff');
  };
  return express.static(path.join(folder, 'assets'), {
    index: false,
    redirect: false,
    immutable: true,
    maxAge: '1y',
    setHeaders,
  });
}
