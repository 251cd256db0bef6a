import { type PlaceName, placesIn } from './places.ts';

/** One network of a report, as the name of Meta’s file describes it. */
export interface Network {
  /** The same for all files on one network. */
  key: string;
  /** Where it originates, in Meta’s words “X-based”. Empty where the file does not say. */
  origins: PlaceName[];
  /** Whom it is said to target, where that is all that the file says. */
  targets: PlaceName[];
  /** Countries that Meta names with it without saying how. */
  places: PlaceName[];
  /** `1` where Meta numbers several networks of one origin and period. */
  number: string | undefined;
  /** A name that the network is known by. */
  known: string | undefined;
  /** `IB`: not found to be coordinated; `recidivist`: one that had come back after an earlier removal. */
  sort: 'IB' | 'recidivist' | undefined;
  /** `Q1 2024`, `H2 2025`, `2022` */
  period: string;
  /** `YYYY-MM` or `YYYY`: the end of what it reports on, or the day that the file gives. */
  date: string;
  /** The year to which a later state of the file goes, where its rows tell. */
  updated: string | undefined;
}

const PERIOD = /\b([QH])(\d)(?:-(\d))?[- ](\d{4})\b/gi;
const NAMED = /\b(Doppelganger|Spamouflage)\b/i;

/**
 * @param file its name without folders: `Q1_2024_IRAN-BASED_CIB_NETWORK.csv`
 * @returns undefined for a file that is not about one network of coordinated inauthentic behaviour
 */
export function networkOf(file: string): Network | undefined {
  const name = file
    .normalize('NFC')
    .replace(/\.\w+$/, '')
    // Dashes stay within numbers: `Q2-3 2025`, `h1-2026`.
    .replace(/[\s_]+|-(?!\d)|(?<!\d)-/gu, ' ')
    .trim();
  // What stands last is the report; before it the file may name the batch that it was published in.
  const found = [...name.matchAll(PERIOD)].at(-1);
  if (found === undefined || !/\b(?:network|cluster|CIB)\b/i.test(name) || /\b(?:APT|espionage)\b/i.test(name))
    return undefined;
  const [, kind = '', from = '', to, year = ''] = found;
  const rest = name.slice((found.index ?? 0) + found[0].length);
  const origins = /\bbased\b/i.test(rest) ? placesIn(rest.replace(/\bbased\b.*/i, '')) : [];
  const targets = /\btargeting\b/i.test(rest) ? placesIn(rest.replace(/\btargeting\b.*/i, '')) : [];
  if (origins.length + targets.length === 0) return undefined;
  const number = /(?:network|cluster)\s*\(?\s*(?:CS)?(\d)\b/i.exec(rest)?.[1];
  const sort = /\bIB cluster/i.test(rest) ? 'IB' : /\brecidivist\b/i.test(rest) ? 'recidivist' : undefined;
  const known = NAMED.exec(rest)?.[0];
  const period = periodText(kind, from, to, year);
  const codes = [...origins, ...targets].map(({ code }) => code).join('-');
  const key = [period, codes, sort, known, number].filter((part) => part !== undefined).join(' ');
  return {
    key,
    origins,
    targets,
    places: [],
    number,
    known,
    sort,
    period,
    date: dateOf(kind, to ?? from, year),
    updated: undefined,
  };
}

/** The batch of the second and third quarter is what the report calls the second half. */
function periodText(kind: string, from: string, to: string | undefined, year: string): string {
  return to === undefined ? `${kind.toUpperCase()}${from} ${year}` : `H2 ${year}`;
}

function dateOf(kind: string, last: string, year: string): string {
  return kind.toUpperCase() === 'H' ? year : `${year}-${String(Number(last) * 3).padStart(2, '0')}`;
}

/**
 * The network that a row of the files before 2023 belongs to: they hold several, told apart by the comment.
 * @param day the row’s own date
 */
export function networkOfComment(file: string, comment: string, day: string): Network | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const period = day.slice(0, 4);
  const base = {
    targets: [],
    number: undefined,
    known: undefined,
    sort: undefined,
    period,
    date: day,
    updated: undefined,
  };
  const places = placesIn(/^CIB: (.+)$/i.exec(comment)?.[1] ?? '');
  if (places.length > 0) {
    return { ...base, key: `${day.slice(0, 7)} ${places.map(({ code }) => code).join('-')}`, origins: [], places };
  }
  // The report is on two networks, and its rows on the other begin “China: ”.
  const isRest = /\bCIB\b/.test(comment) && !/^China:/i.test(comment) && /from_china_and_russia/i.test(file);
  return isRest ? { ...base, key: `${day.slice(0, 7)} RU`, origins: placesIn('Russia'), places: [] } : undefined;
}

/**
 * The network as a file tells of it that was added to after its report: with the last year that its rows name.
 * @param notes of the rows: `… Registration date: 9/5/2024, …`
 */
export function updatedBy(network: Network | undefined, file: string, notes: readonly string[]): Network | undefined {
  if (network === undefined || !/updated/i.test(file)) return network;
  const years = notes.flatMap((note) => /\bdate: [^,]*?\b(20\d{2})\b/i.exec(note)?.[1] ?? []).sort();
  const last = years.at(-1);
  return last === undefined || last <= network.date.slice(0, 4) ? network : { ...network, date: last, updated: last };
}
