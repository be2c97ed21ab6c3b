import { optionsPageWords, optionsWords } from '../../shared/words.ts';
import { exportBackup } from '../backup/export-backup.ts';
import { importBackup, type ImportResult } from '../backup/import-backup.ts';
import { createOpenButton } from '../files/create-open-button.ts';
import { createElement } from '../view/create-element.ts';
import { createAdvice } from './create-section.ts';
import type { WholeChange } from './whole-change.ts';

/** Everything as one file, and back. */
export function createBackupSection({ said, onDone }: WholeChange): Node[] {
  const note = createElement('p', { id: 'backup-said', className: 'note', role: 'status' }, said);
  const history = createTick(
    'with-history',
    optionsPageWords.withHistory,
    optionsPageWords.withHistoryAdvice,
  );
  const token = createTick('with-token', optionsPageWords.withToken, optionsPageWords.withTokenAdvice);
  const save = createElement(
    'button',
    { type: 'button', className: 'plain-button' },
    optionsPageWords.exportBackup,
  );
  save.dataset['action'] = 'export-backup';
  save.addEventListener('click', () => {
    const choices = { withHistory: history.control.checked, withToken: token.control.checked };
    void exportBackup(choices).then((isSaved) => {
      note.textContent = isSaved ? '' : optionsPageWords.saveFailed;
    });
  });
  const open = createOpenButton({
    id: 'import-backup',
    label: optionsPageWords.importBackup,
    accept: '.json,application/json',
    onOpen: async (text) => {
      const { sentence, isDone } = await readFile(text);
      note.textContent = sentence;
      if (isDone) onDone(sentence);
    },
  });
  const tools = createElement('div', { className: 'tools' }, save, open);
  return [createAdvice(optionsPageWords.backupAdvice), history.element, token.element, tools, note];
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
  if (text === undefined) return { sentence: optionsPageWords.fileUnreadable, isDone: false };
  try {
    const result = await importBackup(text);
    return { sentence: describeImport(result), isDone: result.kind === 'done' };
  } catch {
    // There is no room left, or the profile is damaged.
    return { sentence: optionsPageWords.notSaved, isDone: false };
  }
}

function describeImport(result: ImportResult): string {
  switch (result.kind) {
    case 'done':
      return result.lacksPermission
        ? `${optionsPageWords.backupImported} ${optionsPageWords.backupAsksPermission}`
        : optionsPageWords.backupImported;
    case 'unsaved':
      return optionsWords.savedByNewer;
    case 'foreign':
      return optionsPageWords.backupForeign;
    case 'newer':
      return optionsPageWords.backupNewer;
    case 'damaged':
      return optionsPageWords.backupDamaged(result.where);
  }
}
