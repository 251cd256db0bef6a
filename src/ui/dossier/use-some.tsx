import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import { number, t } from '../../text.ts';

/** The first of many, and the button that shows more of them: a list may have fifty thousand rows. */
export function useSome<T>(items: readonly T[], step = 50): { shown: readonly T[]; more: ComponentChild } {
  const [count, setCount] = useState(step);
  const left = items.length - count;
  const more = left > 0 && (
    <p class="act no-print">
      <button type="button" class="act" onClick={() => setCount(count + step * 4)}>
        {t('showMore', number(Math.min(left, step * 4)))}
      </button>
    </p>
  );
  return { shown: items.slice(0, count), more };
}
