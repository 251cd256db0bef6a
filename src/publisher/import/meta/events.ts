import type { ListEvent } from '../../../core/list-schema.ts';
import { makeId } from '../make-id.ts';
import { type Count, countIn, countsInText } from './counts.ts';
import type { MetaFiles } from './files.ts';
import { entityId, sourceId } from './head.ts';
import type { Network } from './network.ts';
import { attributed, COUNTED, IN_WORDS, META, NO_OTHER_COUNT, removal } from './text.ts';
import { unitText } from './unit-text.ts';

export interface NetworkEvent {
  network: Network;
  event: ListEvent;
}

interface Told {
  file: string;
  counts: Count[];
  row: string | undefined;
}

const SECTION = 'Meta’s Adversarial Threat Report Network Summary';

/** A takedown for every network of which Meta gives numbers. */
export function eventsOf({ rows, summaries }: MetaFiles): NetworkEvent[] {
  const tables = new Map<string, { network: Network; told: Told }>();
  for (const { file, row, network, procedure, indicator } of rows) {
    const count = countIn(procedure, indicator);
    if (network === undefined || count === undefined) continue;
    const known = tables.get(network.key) ?? { network, told: { file, counts: [], row: undefined } };
    tables.set(network.key, known);
    known.told.counts.push(count);
    known.told.row = known.told.row === undefined ? `${row}` : `${known.told.row.split('–')[0]}–${row}`;
  }
  const texts = new Map<string, Told>();
  for (const { file, network, text } of summaries) {
    countsInText(text).forEach((counts, i, all) => {
      // A text on several cases tells them in their order, and the tables number them so.
      const key = all.length === 1 ? network.key : network.key.replace(/ \d$/, ` ${i + 1}`);
      texts.set(key, { file, counts, row: undefined });
      if (!tables.has(key) && all.length === 1) tables.set(key, { network, told: { file, counts, row: undefined } });
    });
  }
  return [...tables].map(([key, { network, told }]) => ({ network, event: eventOf(network, told, texts.get(key)) }));
}

function eventOf(network: Network, told: Told, inWords: Told | undefined): ListEvent {
  const words = inWords?.file === told.file ? undefined : inWords;
  const onInstagram = told.counts.some(({ unit }) => unit === 'Instagram accounts');
  return {
    id: makeId('v', entityId(network).slice(2)),
    kind: 'takedown',
    title: removal(network),
    date: network.date,
    platform: onInstagram ? ['facebook', 'instagram'] : ['facebook'],
    by: META,
    attributed: attributed(network),
    entities: [entityId(network)],
    found: [words === undefined ? { ...placeOf(told), says: NO_OTHER_COUNT } : { ...telling(words), says: IN_WORDS }],
    in_document: [{ ...telling(told), says: COUNTED }],
    verdict: words === undefined ? 'unverified' : isSame(told.counts, words.counts) ? 'agrees' : 'differs',
  };
}

function placeOf({ file, row }: Told) {
  return { source: sourceId(file), locator: row === undefined ? { section: SECTION } : { row } };
}

function telling(told: Told) {
  return { ...placeOf(told), counts: told.counts.map(({ unit, value }) => ({ unit: unitText(unit, value), value })) };
}

function isSame(a: readonly Count[], b: readonly Count[]): boolean {
  const text = (counts: readonly Count[]) =>
    counts
      .map(({ unit, value }) => `${unit} ${value}`)
      .sort()
      .join();
  return text(a) === text(b);
}
