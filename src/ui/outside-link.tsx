import type { ComponentChildren } from 'preact';
import { httpsOnly } from '../sentences.ts';
import { t } from '../text.ts';

interface OutsideLinkProps {
  href: string | undefined;
  children: ComponentChildren;
  /** Language of the text, where it is not the reader's. */
  lang?: string;
}

/** A way out of the extension: a new tab that learns nothing of where it came from. Plain text without an address. */
export function OutsideLink({ href, children, lang }: OutsideLinkProps) {
  const safe = httpsOnly(href);
  if (safe === undefined) return <span lang={lang}>{children}</span>;
  return (
    <a href={safe} target="_blank" rel="noopener noreferrer" lang={lang} title={t('newTab', new URL(safe).host)}>
      {children}
    </a>
  );
}
