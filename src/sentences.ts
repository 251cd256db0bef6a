import type { ClaimEvidence, SideEvidence } from './core/evidence.ts';
import type { Claim, Localised, Locator, Source } from './core/list-schema.ts';
import { date, dated, isolated, localise, number, type TextKey, t, type Written, written } from './text.ts';
import { basisName, confidenceWord, listed, statusName } from './wording.ts';

/**
 * Evidence as sentences, in one reading order everywhere: what it is, who says so and what exactly, where,
 * on what basis and how surely, what to weigh, what one can do.
 */

/** A sentence with what stands behind it. */
export interface Said {
  label?: string;
  text: string;
  /** Of a list's own text; absent for ours, which runs as everything around it. */
  written?: Written;
  /** Publisher, date and place in the document. */
  from?: string;
  href?: string;
}

/** `section “Twitter and Soleimani”, paragraph 2`. */
export function locatorText(locator: Locator): string {
  const { section, paragraph, line, page, row, date: day } = locator;
  return listed([
    section && t('locatorSection', isolated(section)),
    numbered('locatorPage', page),
    numbered('locatorParagraph', paragraph),
    numbered('locatorRow', row),
    line === undefined ? undefined : t('locatorLine', number(line)),
    day && dated('locatorDate', day),
  ]);
}

/** A list may say `2`, `12–13` or, in words, `lead, paragraph 1`. A number alone is in the reader's own digits. */
function numbered(key: TextKey, place: string | undefined): string | undefined {
  if (!place || !/^\p{Nd}/u.test(place)) return place && isolated(place);
  return t(key, /^[1-9]\d{0,8}$/.test(place) ? number(Number(place)) : isolated(place));
}

/** `The Reference (CEMO Center, Paris), 12 Jan 2022, paragraph 1`. */
export function sourceLine(source: Source, locator?: Locator): string {
  const { date: day, ...place } = locator ?? {};
  // The document's own date is not told twice.
  const where: Locator = day === undefined || source.date.startsWith(day) ? place : { ...place, date: day };
  return listed([isolated(source.publisher), date(source.date), locatorText(where)]);
}

/** Only what a reader can follow safely: a list is data from outside, whatever validated it. */
export function httpsOnly(url: string | undefined): string | undefined {
  const parsed = url === undefined ? null : URL.parse(url);
  return parsed?.protocol === 'https:' && parsed.username === '' && parsed.password === '' ? url : undefined;
}

/** Basis, confidence, status and dates of a claim. */
export function claimFacts(claim: Claim): { label: string; value: string }[] {
  const validity = periodText(claim.valid_from, claim.valid_until);
  return [
    { label: t('basis'), value: basisName(claim.basis) },
    { label: t('confidence'), value: confidenceWord(claim.confidence) },
    { label: t('status'), value: statusName(claim.status) },
    ...(validity === undefined ? [] : [{ label: t('valid'), value: validity }]),
  ];
}

/** `from 2018 until 28 Feb 2026`, or the end that is known. @returns undefined where neither is */
export function periodText(from: string | undefined, until: string | undefined): string | undefined {
  if (from !== undefined && until !== undefined) return t('validBetween', date(from), date(until));
  if (until !== undefined) return dated('until', until);
  return from === undefined ? undefined : dated('validFrom', from);
}

/**
 * What to weigh beside a claim: what the list cautions, the publisher's stake, who says otherwise. The caution has
 * no label of its own, so it stands where it is read as none of the others.
 * @param again the stake stands in full beside a claim above
 */
export function weighing({ claim, source, counter }: ClaimEvidence, again = false): Said[] {
  return [
    ...(claim.caution === undefined ? [] : [own(claim.caution)]),
    {
      label: t('publisherStake'),
      ...(again ? { text: t('stakeAbove', isolated(source.publisher)) } : own(source.stake)),
    },
    ...counter.map((side) => said(side, t('contradictedBy'))),
  ];
}

/** Who else says it. */
export function supporting({ support }: ClaimEvidence): Said[] {
  return support.map((side) => said(side));
}

function said({ says, source, locator }: SideEvidence, label?: string): Said {
  return {
    ...(label !== undefined && { label }),
    ...own(says),
    from: sourceLine(source, locator),
    ...link(source.url ?? source.archive),
  };
}

/** A list's own text. */
export function own(text: Localised): Pick<Said, 'text' | 'written'> {
  return { text: localise(text), written: written(text) };
}

/** A member that is there only where it can be followed. */
export function link(url: string | undefined): { href?: string } {
  const href = httpsOnly(url);
  return href === undefined ? {} : { href };
}
