import type { ClaimEvidence, Evidence, SideEvidence } from '../../core/evidence.ts';
import type { Locator } from '../../core/list-schema.ts';
import { writtenName } from '../../core/written-name.ts';
import { claimsOf, type Found } from './matcher.ts';

/** Writes a match as text: one or more whole lines. */
export type Print = (file: string, found: Found) => string;

/** One JSON object a line. What is said of an identifier is turned into text once. */
export function jsonPrinter(): Print {
  const said = new WeakMap<Evidence, string>();
  return (file, { evidence, line, platform, value, places, count, author, url }) => {
    let tail = said.get(evidence);
    if (tail === undefined) {
      tail = JSON.stringify(provenance(evidence));
      said.set(evidence, tail);
    }
    const kind = evidence.identifier.kind;
    const head = JSON.stringify({ file, line, platform, kind, value, places, count, author, url });
    return `${head.slice(0, -1)},${tail.slice(1)}\n`;
  };
}

function provenance(evidence: Evidence): unknown {
  const { identifier, entity, list, grade, until } = evidence;
  return {
    identifier: identifier.id,
    list: list.id,
    listVersion: list.version,
    entity: { id: entity.id, type: entity.type, label: entity.label },
    grade,
    until,
    personName: identifier.person_name,
    origin: identifier.origin,
    evidence: identifier.evidence,
    claims: claimsOf(evidence),
  };
}

/** For people: the match, then who says so, where and how firmly, and who disagrees. */
export function textPrinter(): Print {
  const said = new WeakMap<Evidence, string>();
  return (file, { evidence, line, platform, value, places, count }) => {
    let tail = said.get(evidence);
    if (tail === undefined) {
      tail = evidence.claims.map(claimText).join('');
      said.set(evidence, tail);
    }
    const { entity, grade, list, until } = evidence;
    const often = count > 1 ? `, ${count} times` : '';
    const what = `${writtenName({ kind: evidence.identifier.kind, value })} (${platform}, ${places.join(' and ')}${often})`;
    const ended = until === undefined ? '' : `, until ${until}`;
    return `${file}:${line}: ${what}: ${entity.label.en} [${grade}${ended}; list ${list.id}]\n${tail}`;
  };
}

function claimText({ claim, source, support, counter }: ClaimEvidence): string {
  const { assertion, status, confidence, locator } = claim;
  const where = [source.publisher, `“${source.title}”`, source.date, place(locator)].filter(Boolean).join(', ');
  const lines = [
    `    ${assertion.en}`,
    `      ${where}; ${status}, confidence ${confidence} of 100`,
    `      its stake: ${source.stake.en}`,
    ...(source.url === undefined ? [] : [`      ${source.url}`]),
    ...support.map((side) => `      supported by ${sideText(side)}`),
    ...counter.map((side) => `      against it ${sideText(side)}`),
  ];
  return `${lines.join('\n')}\n`;
}

function sideText({ says, source, locator }: SideEvidence): string {
  return `${[source.publisher, source.date, place(locator)].filter(Boolean).join(', ')}: ${says.en}`;
}

function place(locator: Locator | undefined): string {
  return Object.entries(locator ?? {})
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}
