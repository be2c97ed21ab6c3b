import { say } from '../../shared/say.ts';
import { getElement } from './get-element.ts';

let answer: Promise<string> | undefined;

/** Asks the reader for the server's token, in the form `token-form`; several who ask at once get the same answer. */
export function askForToken(wasWrong: boolean): Promise<string> {
  answer ??= showForm(wasWrong ? say('tokenWrong') : say('tokenNeeded')).finally(() => {
    answer = undefined;
  });
  return answer;
}

function showForm(line: string): Promise<string> {
  const form = getElement('token-form', HTMLFormElement);
  const input = getElement('token', HTMLInputElement);
  form.hidden = false;
  getElement('token-line', HTMLElement).textContent = line;
  input.focus();
  return new Promise((resolve) => {
    form.onsubmit = (event) => {
      event.preventDefault();
      form.hidden = true;
      resolve(input.value.trim());
      input.value = '';
    };
  });
}
