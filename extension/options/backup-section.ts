import { say } from '../../shared/say.ts';
import { exportBackup } from '../backup/export-backup.ts';
import { importBackup, type ImportResult } from '../backup/import-backup.ts';
import { createOpenButton } from '../files/create-open-button.ts';
import { createElement } from '../view/create-element.ts';
import { createPlainButton } from '../view/create-plain-button.ts';
import { createAdvice } from './create-section.ts';
import type { WholeChange } from './whole-change.ts';

/** Everything as one file, and back. */
export function createBackupSection({ said, onDone }: WholeChange): Node[] {
  const note = createElement('p', { id: 'backup-said', className: 'note', role: 'status' }, said);
  const history = createTick('with-history', say('withHistory'), say('withHistoryAdvice'));
  const token = createTick('with-token', say('withToken'), say('withTokenAdvice'));
  const save = createPlainButton('export-backup', say('exportBackup'));
  save.addEventListener('click', () => {
    const choices = { withHistory: history.control.checked, withToken: token.control.checked };
    void exportBackup(choices).then((isSaved) => {
      note.textContent = isSaved ? '' : say('saveFailed');
    });
  });
  const open = createOpenButton({
    id: 'import-backup',
    label: say('importBackup'),
    accept: '.json,application/json',
    onOpen: async (text) => {
      const { sentence, isDone } = await readFile(text);
      note.textContent = sentence;
      if (isDone) onDone(sentence);
    },
  });
  const tools = createElement('div', { className: 'tools' }, save, open);
  return [createAdvice(say('backupAdvice')), history.element, token.element, tools, note];
}

function createTick(
  id: string,
  label: string,
  advice: string,
): { element: HTMLElement; control: HTMLInputElement } {
  const control = createElement('input', { id, type: 'checkbox' });
  const note = createElement('p', { id: `${id}-note`, className: 'note' }, advice);
  control.setAttribute('aria-describedby', note.id);
  const name = createElement('label', { htmlFor: id }, label);
  return { element: createElement('div', { className: 'switch' }, control, name, note), control };
}

async function readFile(text: string | undefined): Promise<{ sentence: string; isDone: boolean }> {
  if (text === undefined) return { sentence: say('fileUnreadable'), isDone: false };
  try {
    const result = await importBackup(text);
    return { sentence: describeImport(result), isDone: result.kind === 'done' };
  } catch {
    // There is no room left, or the profile is damaged.
    return { sentence: say('notSaved'), isDone: false };
  }
}

function describeImport(result: ImportResult): string {
  switch (result.kind) {
    case 'done':
      return result.lacksPermission
        ? `${say('backupImported')} ${say('backupAsksPermission')}`
        : say('backupImported');
    case 'unsaved':
      return say('savedByNewer');
    case 'foreign':
      return say('backupForeign');
    case 'newer':
      return say('backupNewer');
    case 'damaged':
      return say('backupDamaged', result.where);
  }
}
