import { html, type Markup } from './html.ts';
import type { PairList } from './pairing.ts';

const slot = '<!-- The server puts in here what there is to decide. -->';

/**
 * The page `/pair`: which extensions ask, with their codes, and who may call. `template` is `server/pages/pair/pair.html`. The buttons
 * sleep until the page's script wakes them.
 */
export function renderPairPage(template: string, { pending, allowed, tokens }: PairList): string {
  const { markup } = html`${renderQuestions(pending)}
  ${renderList('May translate here', allowed.map(renderExtension))}
  ${renderList('Programs with a token', tokens.map(renderToken))}`;
  // A function, because `$&` and the like mean something in a replacement text.
  return template.replace(slot, () => markup);
}

function renderQuestions(pending: PairList['pending']): Markup {
  if (pending.length === 0) {
    return html`<h1>No extension is asking</h1>
      <p>Begin in the extension: it shows a code and opens this page.</p>`;
  }
  return html`<h1>An extension asks to translate here</h1>
    <p>
      Allow it only if it shows this very code now. It may then send text to this server, on this machine.
    </p>
    ${pending.map((request) => renderQuestion(request))}`;
}

function renderQuestion({ origin, code, nonce }: PairList['pending'][number]): Markup {
  return html`<section class="question" aria-label="${describeBrowser(origin)}">
    <p class="code" data-read>${code}</p>
    <p class="who">${describeBrowser(origin)} <code>${origin}</code></p>
    <p class="buttons">
      ${renderButton('allow', { origin, nonce })} ${renderButton('deny', { origin, nonce })}
    </p>
  </section>`;
}

function renderList(title: string, lines: readonly Markup[]): Markup {
  if (lines.length === 0) return html``;
  return html`<h2>${title}</h2>
    <ul>
      ${lines}
    </ul>`;
}

function renderExtension({ origin, allowedAt, nonce }: PairList['allowed'][number]): Markup {
  return html`<li>
    <p class="who" data-read>${describeBrowser(origin)}, since ${getDay(allowedAt)} <code>${origin}</code></p>
    ${renderButton('revoke', { origin, nonce })}
  </li>`;
}

function renderToken({ name, addedAt, nonce }: PairList['tokens'][number]): Markup {
  return html`<li>
    <p class="who" data-read>${name}, since ${getDay(addedAt)}</p>
    ${renderButton('revoke', { token: name, nonce })}
  </li>`;
}

const labels = { allow: 'Allow', deny: 'Deny', revoke: 'Revoke' } as const;

/** The extension or the token that a button is about, and its nonce. */
type Target = ({ origin: string } | { token: string }) & { nonce: string };

function renderButton(action: keyof typeof labels, target: Target): Markup {
  const subject =
    'token' in target ? html`data-token="${target.token}"` : html`data-origin="${target.origin}"`;
  return html`<button type="button" disabled data-action="${action}" ${subject} data-nonce="${target.nonce}">
    ${labels[action]}
  </button>`;
}

function describeBrowser(origin: string): string {
  return origin.startsWith('moz-extension:') ? 'Firefox extension' : 'Chromium extension';
}

/** The day of an ISO 8601 time. */
function getDay(time: string): string {
  return time.slice(0, 10);
}
