import { useState } from 'preact/hooks';
import { bibtex, type Citation, cslJson } from '../../core/citation.ts';
import { type TextKey, t } from '../../text.ts';
import { Disclosure } from '../disclosure.tsx';

/** A citation in both forms, to copy at once or to select by hand. */
export function CiteView({ citation }: { citation: Citation }) {
  return (
    <div class="cite no-print">
      <Disclosure title={t('cite')}>
        <CiteForm copy="copyBibtex" text={bibtex(citation)} />
        <CiteForm copy="copyCsl" text={cslJson(citation)} />
      </Disclosure>
    </div>
  );
}

function CiteForm({ copy, text }: { copy: TextKey; text: string }) {
  const [said, setSaid] = useState<TextKey>();
  const onCopy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setSaid('copied'),
      () => setSaid('copyFailed'),
    );
  };
  return (
    <div>
      <p class="cite-head">
        <button type="button" class="act" onClick={onCopy}>
          {t(copy)}
        </button>
        <span role="status" class="from">
          {said && t(said)}
        </span>
      </p>
      <textarea readOnly dir="ltr" rows={text.split('\n').length} value={text} aria-label={t(copy)} />
    </div>
  );
}
