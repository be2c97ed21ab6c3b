import { z } from 'zod';
import { isExtensionOrigin } from './origin-rules.ts';

/** An extension that somebody allowed on the page `/pair`. */
export interface PairedExtension {
  origin: string;
  /** ISO 8601, UTC. */
  allowedAt: string;
}

/** A token that was made for one program. */
export interface NamedToken {
  /** What the program is called: see `isTokenName`. */
  name: string;
  /** SHA-256 of the token in base64url; the token itself is nowhere. */
  hash: string;
  /** ISO 8601, UTC. */
  addedAt: string;
}

/** Who may call beyond what is set at start. */
export interface AccessList {
  extensions: readonly PairedExtension[];
  tokens: readonly NamedToken[];
}

/** Nobody. */
export const emptyAccessList: AccessList = { extensions: [], tokens: [] };

/** Whether a program with a token can be called that: 1 to 40 of `a-z`, `0-9` and `-`. */
export function isTokenName(name: string): boolean {
  return /^[\da-z-]{1,40}$/.test(name);
}

const contentSchema = z.object({
  // A hand-written web origin in the file must not open the server to a page.
  extensions: z.array(
    z.object({ origin: z.string().refine(isExtensionOrigin), allowedAt: z.iso.datetime() }),
  ),
  // Missing in files from before there were any.
  tokens: z
    .array(
      z.object({
        name: z.string().refine(isTokenName),
        hash: z.string().regex(/^[\w-]{43}$/),
        addedAt: z.iso.datetime(),
      }),
    )
    .default([]),
});

/** The list as it is kept; undefined when the content is none. */
export function parseAccessList(content: string): AccessList | undefined {
  try {
    return contentSchema.parse(JSON.parse(content));
  } catch {
    return undefined;
  }
}

/** The list as it is kept: JSON, a line a value, for whoever looks into the file. */
export function formatAccessList({ extensions, tokens }: AccessList): string {
  return `${JSON.stringify({ extensions, tokens }, undefined, 2)}\n`;
}
