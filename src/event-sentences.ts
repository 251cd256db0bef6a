import type { ListEvent, Localised } from './core/list-schema.ts';
import { own, type Said } from './sentences.ts';
import { date, isolated, language, localise, number, type TextKey, t } from './text.ts';
import { dotted } from './wording.ts';

const EVENT_VERDICT: Record<ListEvent['verdict'], TextKey> = {
  agrees: 'eventAgrees',
  differs: 'eventDiffers',
  overstated: 'eventOverstated',
  unverified: 'eventUnverified',
};

/** An event: who acted and what was counted, the best evidence before the document, and how the two compare. */
export function eventText(event: ListEvent): { title: Localised; by: string; told: Said[]; verdict: string } {
  const tell = (label: TextKey) => (telling: ListEvent['found'][number]) => ({
    label: t(label),
    ...own(telling.says),
    ...(telling.counts ? { from: countsText(telling.counts) } : {}),
  });
  return {
    title: event.title,
    by: dotted([
      date(event.date),
      t('eventBy', isolated(localise(inWords(event.by)))),
      event.tip && t('eventTip', isolated(localise(inWords(event.tip)))),
      isolated(localise(event.attributed)),
    ]),
    told: [...event.found.map(tell('eventFound')), ...event.in_document.map(tell('eventInDocument'))],
    verdict: t(EVENT_VERDICT[event.verdict]),
  };
}

/** Words that a list may hold in English alone. */
export function inWords(words: ListEvent['by']): Localised {
  return typeof words === 'string' ? { en: words } : words;
}

type Counts = NonNullable<ListEvent['found'][number]['counts']>;

/** `39 YouTube channels, 6 blogs and 13 Google+ accounts`: each number with its unit, never added up. */
export function countsText(counts: Counts): string {
  const parts = counts.map(({ unit, value, qualifier }) => {
    const amount = isolated(`${number(value)} ${localise(inWords(unit))}`);
    if (qualifier === 'more-than') return t('countMoreThan', amount);
    if (qualifier === 'at-least') return t('countAtLeast', amount);
    return qualifier === 'about' ? t('countAbout', amount) : amount;
  });
  return new Intl.ListFormat(language(), { type: 'conjunction' }).format(parts);
}
