import { html, type Markup } from './html.ts';
import type { PairList } from './pairing.ts';

const slot = '<!-- The server puts in here what there is to decide. -->';

/**
 * The page `/pair`: which extensions ask, with their codes, and which may call. `template` is `server/pages/pair/pair.html`. The buttons
 * sleep until the page's script wakes them.
 */
export function renderPairPage(template: string, { pending, allowed }: PairList): string {
  const { markup } = html`${renderQuestions(pending)} ${allowed.length > 0 ? renderAllowed(allowed) : []}`;
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
    <p class="code">${code}</p>
    <p class="who">${describeBrowser(origin)} <code>${origin}</code></p>
    <p class="buttons">
      ${renderButton('allow', { origin, nonce })} ${renderButton('deny', { origin, nonce })}
    </p>
  </section>`;
}

function renderAllowed(allowed: PairList['allowed']): Markup {
  const lines = allowed.map(
    ({ origin, allowedAt, nonce }) =>
      html`<li>
        <p class="who">${describeBrowser(origin)}, since ${allowedAt.slice(0, 10)} <code>${origin}</code></p>
        ${renderButton('revoke', { origin, nonce })}
      </li>`,
  );
  return html`<h2>May translate here</h2>
    <ul>
      ${lines}
    </ul>`;
}

const labels = { allow: 'Allow', deny: 'Deny', revoke: 'Revoke' } as const;

function renderButton(action: keyof typeof labels, target: { origin: string; nonce: string }): Markup {
  const { origin, nonce } = target;
  return html`<button
    type="button"
    disabled
    data-action="${action}"
    data-origin="${origin}"
    data-nonce="${nonce}"
  >
    ${labels[action]}
  </button>`;
}

function describeBrowser(origin: string): string {
  return origin.startsWith('moz-extension:') ? 'Firefox extension' : 'Chromium extension';
}
