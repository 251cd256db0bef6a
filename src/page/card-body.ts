import { browser } from '../browser.ts';
import type { ClaimEvidence, Evidence } from '../core/evidence.ts';
import { identifierNotes, identifierState, type Note, resolution } from '../identifier-sentences.ts';
import { reportMistakeUrl } from '../report-mistake.ts';
import { claimFacts, link, type Said, sourceLine, supporting, weighing } from '../sentences.ts';
import { SYMBOL_BOX, SYMBOLS } from '../symbols.ts';
import { date, isolated, localise, ordinal, t, written } from '../text.ts';
import { dotted, entityKind, gradeMeaning, identifierWhere } from '../wording.ts';
import { button } from './card-button.ts';
import { drawing, el } from './shadow.ts';

/**
 * The evidence for one identifier, in the order that every surface keeps: what it is, who says so and what
 * exactly, where, how sure, what to weigh, what one can do.
 */
export interface CardActs {
  mute(): void;
  muteEntity(): void;
  dossier(): void;
}

export function cardBody(evidence: Evidence, acts: CardActs): HTMLElement {
  const { identifier, list, grade, claims } = evidence;
  const notes = identifierNotes(evidence);
  const ours = notes.filter((note) => note.written === undefined);
  const theirs = notes.filter((note) => note.written !== undefined);
  const state = identifierState(identifier);
  return el(
    'section',
    {},
    heading(evidence),
    el('p', { class: 'note muted' }, gradeMeaning(grade)),
    ...ours.map(notePart),
    ...claims.map(claimPart),
    ...resolvedPart(evidence),
    ...[...theirs, ...(state === '' ? [] : [{ text: state }])].map(notePart),
    actions(evidence, acts),
    el(
      'p',
      { class: 'muted' },
      dotted([isolated(localise(list.title)), t('listVersion', ordinal(list.version), date(list.updated))]),
    ),
  );
}

function heading(evidence: Evidence): HTMLElement {
  const icon = el('span', { class: `icon ${evidence.grade}` });
  icon.append(drawing(SYMBOLS[evidence.kind], SYMBOL_BOX));
  return el(
    'header',
    {},
    icon,
    el(
      'div',
      {},
      el('h2', {}, el('bdi', {}, localise(evidence.entity.label))),
      el('p', { class: 'muted' }, entityKind(evidence)),
      el('p', { class: 'name' }, identifierWhere(evidence.identifier)),
    ),
  );
}

function notePart({ text, written: as }: Note): HTMLElement {
  return el('p', { class: 'note', ...as }, text);
}

function claimPart(claim: ClaimEvidence): HTMLElement {
  const from = { text: sourceLine(claim.source, claim.claim.locator), ...link(claim.source.url) };
  return el(
    'div',
    { class: 'claim' },
    el('p', written(claim.claim.assertion), localise(claim.claim.assertion)),
    el('p', { class: 'muted' }, sentence(from)),
    facts(claim),
    ...aside('support', t('supportedBy'), supporting(claim)),
    ...aside('weigh', t('whatToWeigh'), weighing(claim)),
  );
}

function facts({ claim }: ClaimEvidence): HTMLElement {
  const rows = claimFacts(claim).map(({ label, value }) => el('div', {}, el('dt', {}, label), el('dd', {}, value)));
  return el('dl', {}, ...rows);
}

function resolvedPart(evidence: Evidence): HTMLElement[] {
  const found = resolution(evidence);
  if (found === undefined) return [];
  return aside('support', t('howResolved'), [{ text: found.intro }, ...found.rows, { text: found.sure }]);
}

function aside(kind: 'support' | 'weigh', title: string, rows: readonly Said[]): HTMLElement[] {
  if (rows.length === 0) return [];
  const said = rows.flatMap((row) => [
    ...(row.label === undefined ? [] : [el('p', { class: 'label' }, row.label)]),
    el('p', { ...row.written }, row.from === undefined ? sentence(row) : row.text),
    ...(row.from === undefined ? [] : [el('p', { class: 'muted' }, sentence({ ...row, text: row.from }))]),
  ]);
  return [el('div', { class: `aside ${kind}` }, el('h3', {}, title), ...said)];
}

function sentence({ text, href }: Pick<Said, 'text' | 'href'>): Node {
  return href === undefined ? document.createTextNode(text) : outside(href, text);
}

function outside(url: string, words: string): HTMLElement {
  return el('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, words);
}

function actions(evidence: Evidence, acts: CardActs): HTMLElement {
  const { href: source } = link(evidence.claims[0]?.source.url);
  const { href: archive } = link(evidence.claims.find((claim) => claim.source.archive !== undefined)?.source.archive);
  const report = reportMistakeUrl(evidence, browser.runtime.getManifest().version);
  return el(
    'div',
    { class: 'acts' },
    ...(source === undefined ? [] : [outside(source, t('source'))]),
    ...(archive === undefined ? [] : [outside(archive, t('archive'))]),
    button(t('openDossier'), acts.dossier),
    button(t('mute'), acts.mute),
    button(t('muteEntity'), acts.muteEntity),
    ...(report === undefined ? [] : [outside(report, t('reportMistake'))]),
  );
}
