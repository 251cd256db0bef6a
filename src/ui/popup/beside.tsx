import { useEffect, useState } from 'preact/hooks';
import { browser } from '../../browser.ts';
import { t } from '../../text.ts';
import type { ToastMessage } from '../toast.tsx';
import { hasBeside, openBeside } from './open-beside.ts';

/** Keeps the list beside the page while one reads on. @param popup closes once the panel stands */
export function Beside({ popup, tell }: { popup: boolean; tell(message: ToastMessage): void }) {
  const [windowId, setWindowId] = useState<number>();
  useEffect(() => {
    if (hasBeside()) void browser.windows.getCurrent().then(({ id }) => setWindowId(id));
  }, []);
  if (windowId === undefined) return null;
  const open = (): void => {
    openBeside(windowId).then(
      () => popup && window.close(),
      () => tell({ text: t('besideFailed') }),
    );
  };
  return (
    <button type="button" class="act beside" onClick={open}>
      <svg class="symbol" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M2 3.5h12v9H2zM10 3.5v9" />
      </svg>
      {t('openBeside')}
    </button>
  );
}
