import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../text.ts';
import { Chevron } from '../disclosure.tsx';

/** A plot's table: beneath it, opened at once where it is short. Later the reader alone opens and closes. */
export function TableToggle({ open, children }: { open: boolean; children: ComponentChildren }) {
  const [first] = useState(open);
  return (
    <details class="more table-toggle" open={first}>
      <summary>
        <span class="more-title">{t('asTable')}</span>
        <Chevron />
      </summary>
      {children}
    </details>
  );
}
