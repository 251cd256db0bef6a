import type { Locator, Source } from '../core/list-schema.ts';
import { httpsOnly, sourceLine } from '../sentences.ts';
import { t } from '../text.ts';
import { OutsideLink } from './outside-link.tsx';

/** Publisher, date and place in the document, with the ways to it and to its archived copy. */
export function SourceReference({ source, locator }: { source: Source; locator: Locator | undefined }) {
  return (
    <>
      {sourceLine(source, locator)}
      {httpsOnly(source.url) && (
        <>
          {' · '}
          <OutsideLink href={source.url}>{t('original')}</OutsideLink>
        </>
      )}
      {httpsOnly(source.archive) && (
        <>
          {' · '}
          <OutsideLink href={source.archive}>{t('archive')}</OutsideLink>
        </>
      )}
    </>
  );
}
