import type { Evidence } from './core/evidence.ts';
import type { Claim, Entity, Identifier } from './core/list-schema.ts';
import { PLATFORM_NAMES, type PlatformId } from './core/names.ts';
import type { Grade, MarkKind, Verdict } from './core/verdict.ts';
import { writtenName } from './core/written-name.ts';
import { country, dated, isolated, localise, number, type TextKey, t } from './text.ts';

/** The words for what marks and evidence are made of: popup, options and the card in the page say the same. */

const KIND: Record<MarkKind, TextKey> = {
  state: 'kindState',
  outlet: 'kindOutlet',
  operation: 'kindOperation',
  hashtag: 'kindHashtag',
  site: 'kindSite',
};
const CHIP: Record<MarkKind, TextKey> = {
  state: 'chipState',
  outlet: 'chipOutlet',
  operation: 'chipOperation',
  hashtag: 'chipHashtag',
  site: 'chipSite',
};
const GRADE: Record<Grade, TextKey> = {
  confirmed: 'gradeConfirmed',
  alleged: 'gradeAlleged',
  disputed: 'gradeDisputed',
};
const GRADE_MEANING: Record<Grade, TextKey> = {
  confirmed: 'gradeConfirmedMeaning',
  alleged: 'gradeAllegedMeaning',
  disputed: 'gradeDisputedMeaning',
};
const ENTITY: Record<Entity['type'], TextKey> = {
  state: 'entityState',
  agency: 'entityAgency',
  official: 'entityOfficial',
  outlet: 'entityOutlet',
  operation: 'entityOperation',
  campaign: 'entityCampaign',
};
const BASIS: Record<Claim['basis'], TextKey> = {
  'platform-attribution': 'basisPlatform',
  'official-statement': 'basisOfficial',
  'named-research': 'basisResearch',
  'reported-by-news': 'basisNews',
  'document-assertion': 'basisDocument',
};
const STATUS: Record<Claim['status'], TextKey> = {
  confirmed: 'statusConfirmed',
  unconfirmed: 'statusUnconfirmed',
  disputed: 'statusDisputed',
  overstated: 'statusOverstated',
  retracted: 'statusRetracted',
};
export function kindName(kind: MarkKind): string {
  return t(KIND[kind]);
}

export function gradeName(grade: Grade): string {
  return t(GRADE[grade]);
}

/** What a grade means, as a sentence. */
export function gradeMeaning(grade: Grade): string {
  return t(GRADE_MEANING[grade]);
}

export function basisName(basis: Claim['basis']): string {
  return t(BASIS[basis]);
}

export function statusName(status: Claim['status']): string {
  return t(STATUS[status]);
}

/** A site as settings store it: a platform's id, or the host of a site that is none. */
export function siteName(site: string): string {
  return Object.hasOwn(PLATFORM_NAMES, site) ? PLATFORM_NAMES[site as PlatformId] : site;
}

/** `low · 15 of 100`, by the scale of STIX 2.1, appendix A: none, low to 29, medium to 69, high. */
export function confidenceWord(confidence: number): string {
  return t('confidenceOf', t(confidenceStep(confidence)), number(confidence), number(100));
}

export function confidenceStep(confidence: number): TextKey {
  if (confidence <= 0) return 'confidenceNone';
  if (confidence < 30) return 'confidenceLow';
  return confidence < 70 ? 'confidenceMedium' : 'confidenceHigh';
}

/** As people write it: `#QassemSoleimani`, `@PressTV`, `presstv.ir`. */
export function identifierText(identifier: Pick<Identifier, 'kind' | 'value'>): string {
  return isolated(writtenName(identifier));
}

/** With its network where it has one: `@PressTV on X`. */
export function identifierWhere(identifier: Pick<Identifier, 'kind' | 'value' | 'platform'>): string {
  const name = identifierText(identifier);
  if (identifier.platform === 'web') return t('linkedSite', name);
  return identifier.platform === 'any' ? name : t('onPlatform', name, isolated(PLATFORM_NAMES[identifier.platform]));
}

/** `State-controlled outlet · Iran · part of IRIB`; `Office-holder until 28 Feb 2026 · Iran`. */
export function entityKind({ entity, parents }: Pick<Evidence, 'entity' | 'parents'>): string {
  const [parent] = parents;
  // A state is not named twice, as the country and as what the entity is part of.
  const above = parent && parent.type !== 'state' ? t('partOf', isolated(localise(parent.label))) : undefined;
  return dotted([entityType(entity), entity.country && country(entity.country), above]);
}

export function entityTypeName(type: Entity['type']): string {
  return t(ENTITY[type]);
}

function entityType({ type, ended }: Entity): string {
  if (ended === undefined) return t(ENTITY[type]);
  return type === 'official' ? dated('officialUntil', ended) : dotted([t(ENTITY[type]), dated('until', ended)]);
}

/** Only of a look-alike the chip says the name. */
type ChipSubject = Omit<Verdict, 'name'> & Partial<Pick<Verdict, 'name'>>;

/** The few words on a chip: `State outlet · IR`, `State site · alleged · IR`, `alleged · IR`, `State · until 2026 · IR`. */
export function chipWords({ kind, grade, country: code, until, name }: ChipSubject): string {
  if (kind === 'look-alike') return t('chipLookAlike', isolated(name ?? ''));
  const what = t(CHIP[kind]);
  const sure = grade === 'confirmed' ? undefined : gradeName(grade);
  // Beside a hashtag, the symbol # already says what it is. The country comes last: where there is no room for all
  // words, the last is cut, and how sure it is must not be.
  return dotted([
    kind === 'hashtag' && sure ? undefined : what,
    sure,
    until && dated('until', until.slice(0, 4)),
    code,
  ]);
}

/** What a screen reader says of a chip: `State-controlled outlet, Iran: Press TV. Confirmed. Open the evidence`. */
export function chipLabel({ kind, grade, country: code, until, name }: Omit<Verdict, 'identifier'>): string {
  if (kind === 'look-alike') return t('chipLookAlikeLabel', isolated(name));
  const what = listed([kindName(kind), code && country(code)]);
  const sure = listed([gradeName(grade), until && dated('until', until)]);
  return t('chipLabel', what, isolated(name), capital(sure));
}

/** As a line of its own begins. */
export function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** `a, b, c` with the language's own comma. */
export function listed(parts: readonly (string | undefined)[]): string {
  const said = parts.filter((part): part is string => Boolean(part));
  return said.length === 0 ? '' : said.reduce((all, part) => t('joinComma', all, part));
}

/** `a, b, 4 more`: as many names as a reader would read, and how many there are besides. */
export function firstListed(names: readonly string[], most: number): string {
  const more = names.length - most;
  return listed([...names.slice(0, most).map(isolated), more > 0 ? t('andMore', number(more)) : undefined]);
}

/** `a · b · c`. */
export function dotted(parts: readonly (string | undefined)[]): string {
  return parts.filter(Boolean).join(' · ');
}
