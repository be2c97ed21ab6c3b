import express, { type RequestHandler } from 'express';
import path from 'node:path';
import { packageRoot } from '../package-root.ts';

const folder = path.join(packageRoot, 'dist', 'server', 'pages');

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const headers = {
  'Content-Security-Policy': policy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-cache',
} as const;

/** A page of `server/pages`, as built, with a policy that lets it load and call nothing but this server. */
export function createPageHandler(file: string): RequestHandler {
  return (_request, response) => {
    response.set(headers).sendFile(path.join(folder, file));
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
