import { say } from '../../shared/say.ts';

/** Saves, and resolves to the sentence that says whether that was done. `save` resolves to whether it was kept. */
export async function describeSave(save: () => Promise<boolean>): Promise<string> {
  try {
    return (await save()) ? say('saved') : say('savedByNewer');
  } catch {
    // There is no room left, or the profile is damaged.
    return say('notSaved');
  }
}
