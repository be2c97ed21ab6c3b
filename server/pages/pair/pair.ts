import { problemSchema } from '../../../shared/problem.ts';
import { onDeliberateClick } from './on-deliberate-click.ts';
import { watchAttention } from './watch-attention.ts';

const buttons = [...document.querySelectorAll('button')];

for (const whatToRead of document.querySelectorAll('[data-read]')) {
  const its = [...(whatToRead.parentElement?.querySelectorAll('button') ?? [])];
  watchAttention(whatToRead, (hasAttention) => {
    setAwake(its, hasAttention);
  });
}
for (const button of buttons) onDeliberateClick(button, () => void decide(button));
// The list may have changed and its nonces aged while nobody looked.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') location.reload();
});
// The back button brings back a page whose nonces were used.
addEventListener('pageshow', (event) => {
  if (event.persisted) location.reload();
});

function setAwake(those: readonly HTMLButtonElement[], isAwake: boolean): void {
  for (const button of those) button.disabled = !isAwake;
}

async function decide({ dataset }: HTMLButtonElement): Promise<void> {
  const { action, origin, token, nonce } = dataset;
  // Its nonce is good for one answer: a double click must not turn the first into an error.
  setAwake(buttons, false);
  try {
    const response = await fetch('/pair', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ action, origin, token, nonce }),
    });
    if (response.ok) location.reload();
    else say(await readProblem(response));
  } catch {
    say('The server does not answer. Is it still running?');
  }
}

async function readProblem(response: Response): Promise<string> {
  const problem = problemSchema.parse(await response.json());
  return [problem.detail, problem.hint].join(' ');
}

function say(message: string): void {
  const line = document.querySelector('#message');
  if (line) line.textContent = message;
}
