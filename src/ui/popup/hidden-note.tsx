import { plural, t } from '../../text.ts';

/** What the filters keep back is counted: a page with hidden names is not one without. */
export function HiddenNote({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <p class="hidden-note">
      <span>{plural('hiddenByFilters', count)}</span>{' '}
      <span class="act">
        <a href="/options.html#filters" target="_blank" rel="noopener noreferrer">
          {t('changeFilters')}
        </a>
      </span>
    </p>
  );
}
