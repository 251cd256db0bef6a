import type { ClaimEvidence } from '../../core/evidence.ts';
import type { Localised } from '../../core/list-schema.ts';
import type { Grade } from '../../core/verdict.ts';
import { language, type TextKey, t } from '../../text.ts';
import { chipWords, entityTypeName, gradeMeaning, identifierText } from '../../wording.ts';
import { ClaimView } from '../claim-view.tsx';
import { MarkSymbol, Tile } from '../symbol.tsx';

const HANDLE = { kind: 'account', value: 'example_tv' } as const;

/** A post and a card about nobody, drawn from the very parts that pages and popup use, and what they mean. */
export function Example() {
  return (
    <div class="example">
      <figure>
        <figcaption class="from">{t('exampleCaption')}</figcaption>
        <div class="example-post">
          <p>
            <b>{t('exampleName')}</b> <span class="example-name">{identifierText(HANDLE)}</span>{' '}
            <ExampleChip grade="confirmed" />
          </p>
          <span class="example-line" />
          <span class="example-line short" />
        </div>
        <Card />
      </figure>
      <dl class="meaning">
        <div>
          <dt>{t('markSays')}</dt>
          <dd>{t('markSaysWhat')}</dd>
        </div>
        <div>
          <dt>{t('markSaysNot')}</dt>
          <dd>{t('markSaysNotWhat')}</dd>
        </div>
        <div>
          <dt>{t('markNone')}</dt>
          <dd>{t('markNoneWhat')}</dd>
        </div>
        <div>
          <dt>
            <ExampleChip grade="alleged" />
          </dt>
          <dd>{t('markDashed')}</dd>
        </div>
      </dl>
    </div>
  );
}

function ExampleChip({ grade }: { grade: Grade }) {
  const chip = { list: '', identifier: '', entity: '', kind: 'outlet', grade } as const;
  return (
    <span class={`example-chip kind-outlet ${grade}`}>
      <MarkSymbol name="outlet" />
      {chipWords(chip)}
    </span>
  );
}

function Card() {
  return (
    <div class="example-card kind-outlet">
      <div class="head-row">
        <Tile name="outlet" />
        <span class="entity-head">
          <b>{t('exampleName')}</b>
          <span class="entity-kind">{entityTypeName('outlet')}</span>
        </span>
      </div>
      <p class="from">{gradeMeaning('confirmed')}</p>
      <ul class="claims">
        <ClaimView evidence={example()} again={false} list="" titled={false} level={3} />
      </ul>
    </div>
  );
}

/** Its texts are the extension's own, in the reader's language. */
function example(): ClaimEvidence {
  return {
    claim: {
      id: 'example',
      about: [],
      assertion: ours('exampleSays'),
      source: 'example',
      locator: { page: '12' },
      basis: 'named-research',
      confidence: 80,
      status: 'confirmed',
      date: '2024-05-14',
    },
    source: {
      id: 'example',
      title: t('exampleSource'),
      publisher: t('exampleSource'),
      stake: ours('exampleStake'),
      date: '2024-05-14',
      lang: language(),
      kind: 'research-report',
    },
    support: [],
    counter: [],
  };
}

/** As a list would have it that is in the reader's language too. */
function ours(key: TextKey): Localised {
  const text = t(key);
  return { en: text, [language().split('-')[0] ?? 'en']: text };
}
