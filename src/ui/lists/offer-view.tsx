import { useEffect, useRef } from 'preact/hooks';
import type { DescribedList, ListState } from '../../list-messages.ts';
import { isolated, localise, t, written } from '../../text.ts';
import { ListFacts } from './list-facts.tsx';
import { listLine } from './list-line.ts';

interface OfferViewProps {
  preview: DescribedList;
  /** A list that is installed under the same id. */
  known: ListState | undefined;
  accept(): void;
  refuse(): void;
}

/** Name, publisher, size, licence and key, before anything of the list is used. */
export function OfferView({ preview, known, accept, refuse }: OfferViewProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [preview]);
  const otherKey = known !== undefined && known.fingerprint !== preview.fingerprint;
  return (
    <div class="offer">
      <h3 ref={heading} tabIndex={-1}>
        <bdi>{localise(preview.title)}</bdi>
      </h3>
      <p class="from">{listLine(preview)}</p>
      {preview.description && <p {...written(preview.description)}>{localise(preview.description)}</p>}
      <ListFacts list={preview} />
      <p>{t('compareKey')}</p>
      {otherKey && <p class="weigh">{t('offerOtherKey', isolated(localise(known.title)))}</p>}
      {known && !otherKey && <p>{t('offerKnown')}</p>}
      <p class="from">{t('offerOwnWords')}</p>
      {!otherKey && (
        <button type="button" class="main-act" onClick={accept}>
          {t('acceptList')}
        </button>
      )}
      <button type="button" class="act" onClick={refuse}>
        {t('refuseList')}
      </button>
    </div>
  );
}
