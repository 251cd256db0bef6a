import { useMemo } from 'preact/hooks';
import { browser } from '../browser.ts';
import { reportEntityUrl, reportMistakeUrl } from '../report-mistake.ts';
import { t } from '../text.ts';
import { OutsideLink } from './outside-link.tsx';

interface ReportLinkProps {
  /** What may be wrong: a listed name, or an entity as a whole. */
  about: Parameters<typeof reportMistakeUrl>[0] | Parameters<typeof reportEntityUrl>[0];
}

/** The way to correct an entry: the list's own form, with what its keepers need. Nothing where it names none. */
export function ReportLink({ about }: ReportLinkProps) {
  const version = useMemo(() => browser.runtime.getManifest().version, []);
  const url = 'identifier' in about ? reportMistakeUrl(about, version) : reportEntityUrl(about, version);
  if (url === undefined) return null;
  return (
    <span class="act">
      <OutsideLink href={url}>{t('reportMistake')}</OutsideLink>
    </span>
  );
}
