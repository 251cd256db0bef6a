import { browser } from '../../browser.ts';
import { UPDATE_PROGRESS, type UpdateProgress } from '../../list-messages.ts';

/** Tells every page of the extension how far an update has come. That nobody could be told harms nothing. */
export async function showProgress(progress: UpdateProgress): Promise<void> {
  await browser.storage.session.set({ [UPDATE_PROGRESS]: progress }).catch(() => undefined);
}

/** At the end, and when the worker starts: one that was cut off is under way no more. */
export async function endProgress(): Promise<void> {
  await browser.storage.session.remove(UPDATE_PROGRESS).catch(() => undefined);
}
