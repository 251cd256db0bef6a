export type Unit = 'Facebook accounts' | 'Facebook Pages' | 'Facebook Groups' | 'Instagram accounts';

/** How many assets Meta removed, by what they were. */
export interface Count {
  unit: Unit;
  value: number;
}

const UNITS: readonly (readonly [RegExp, facebook: Unit, instagram: Unit])[] = [
  [/^accounts?$|^acounts?$/i, 'Facebook accounts', 'Instagram accounts'],
  [/^pages?$/i, 'Facebook Pages', 'Facebook Pages'],
  [/^groups?$/i, 'Facebook Groups', 'Facebook Groups'],
];

/**
 * @param procedure `0.9.1 Acquiring Facebook assets`, `0.9.2 Acquiring Instagram accounts`
 * @param indicator `7,704 Facebook accounts`, `28 Groups`
 */
export function countIn(procedure: string, indicator: string): Count | undefined {
  const network = /^0\.9\.([12])(?!\d)/.exec(procedure)?.[1];
  const { value, what } =
    /^(?<value>\d[\d,]*) (?:Facebook |Instagram )?(?<what>[a-z]+)$/i.exec(indicator)?.groups ?? {};
  if (network === undefined || value === undefined || what === undefined) return undefined;
  const unit = unitOf(what, network === '2');
  return unit && { unit, value: numberIn(value) };
}

/** Each sentence in which a report counts what was removed: `We removed 67 Facebook accounts, 70 Pages, …`. */
export function countsInText(text: string): Count[][] {
  const sentences = text.matchAll(/\bwe (?:removed|actioned) (?=\d)(?<what>[^.]*?) for violating/gi);
  return [...sentences].map(({ groups }) => [...countsInSentence(groups?.what ?? '')]);
}

const COUNTED = /(?<value>\d[\d,]*) (?<network>Facebook |Instagram )?(?<what>accounts?|Pages?|Groups?)/gi;

function* countsInSentence(sentence: string): Generator<Count> {
  for (const { groups } of sentence.matchAll(COUNTED)) {
    const { value = '', network, what = '' } = groups ?? {};
    const unit = unitOf(what, network?.toLowerCase() === 'instagram ');
    if (unit !== undefined) yield { unit, value: numberIn(value) };
  }
}

function unitOf(what: string, isInstagram: boolean): Unit | undefined {
  const [, facebook, instagram] = UNITS.find(([pattern]) => pattern.test(what)) ?? [];
  return isInstagram ? instagram : facebook;
}

function numberIn(text: string): number {
  return Number(text.replaceAll(',', ''));
}
