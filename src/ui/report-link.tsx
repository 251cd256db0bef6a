import { useMemo } from 'preact/hooks';
import { browser } from '../browser.ts';
import type { Evidence } from '../core/evidence.ts';
import { reportMistakeUrl } from '../report-mistake.ts';
import { t } from '../text.ts';
import { OutsideLink } from './outside-link.tsx';

/** The way to correct an entry: the list's own form, with what its keepers need. Nothing where it names none. */
export function ReportLink({ evidence }: { evidence: Pick<Evidence, 'list' | 'identifier' | 'claims'> }) {
  const version = useMemo(() => browser.runtime.getManifest().version, []);
  const url = reportMistakeUrl(evidence, version);
  if (url === undefined) return null;
  return (
    <span class="act">
      <OutsideLink href={url}>{t('reportMistake')}</OutsideLink>
    </span>
  );
}
