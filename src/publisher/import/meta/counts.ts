/** How many assets Meta removed, by what they were. */
export interface Count {
  unit: string;
  value: number;
}

const UNITS: readonly (readonly [RegExp, facebook: string, instagram: string])[] = [
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
  const unit = UNITS.find(([pattern]) => pattern.test(what));
  return unit && { unit: network === '1' ? unit[1] : unit[2], value: Number(value.replaceAll(',', '')) };
}

/** Each sentence in which a report counts what was removed: `We removed 67 Facebook accounts, 70 Pages, …`. */
export function countsInText(text: string): Count[][] {
  return [...text.matchAll(/\bwe (?:removed|actioned) (?=\d)(?<what>[^.]*?) for violating/gi)].map(({ groups }) =>
    [
      ...(groups?.what ?? '').matchAll(
        /(?<value>\d[\d,]*) (?<unit>(?:Facebook |Instagram )?(?:accounts?|Pages?|Groups?))/gi,
      ),
    ].map((found) => ({
      unit: unitOf(found.groups?.unit ?? ''),
      value: Number((found.groups?.value ?? '').replaceAll(',', '')),
    })),
  );
}

function unitOf(unit: string): string {
  const many = unit.replace(/s?$/, 's');
  return /^(?:Facebook|Instagram) /.test(many) ? many : `Facebook ${many}`;
}
