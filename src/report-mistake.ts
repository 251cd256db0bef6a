import type { ClaimEvidence, Evidence } from './core/evidence.ts';
import type { Entity } from './core/list-schema.ts';
import { httpsOnly } from './sentences.ts';
import { t } from './text.ts';

/**
 * Addresses that open the list's own correction form with what its keepers need. Never with the address of
 * the page, nor a word from it: the reader sees the whole text before sending, and sends it themselves.
 */

type ListNamed = Pick<Evidence['list'], 'id' | 'version' | 'contact'>;
type Claims = readonly Pick<ClaimEvidence, 'claim'>[];

/** @returns undefined when the list names nowhere to ask for a correction */
export function reportMistakeUrl(
  { list, identifier, claims }: { list: ListNamed; claims: Claims } & Pick<Evidence, 'identifier'>,
  version: string,
): string | undefined {
  const name = `${identifier.platform}/${identifier.kind}/${identifier.value}`;
  return correction(list, version, name, [`identifier: ${identifier.id} (${name})`, claimsLine(claims)]);
}

/** For an entity as a whole: its name, its description, what it belongs to. */
export function reportEntityUrl(
  { list, entity, claims }: { list: ListNamed; entity: Pick<Entity, 'id' | 'label'>; claims: Claims },
  version: string,
): string | undefined {
  return correction(list, version, entity.label.en, [`entity: ${entity.id}`, claimsLine(claims)]);
}

/** @param site the platform's id, not the page's address */
export function reportUnreadableUrl(contact: string | undefined, site: string, version: string): string | undefined {
  return form(contact, t('unreadableTitle', site), t('unreadableBody'), [`site: ${site}`, `statemark: ${version}`]);
}

function correction(list: ListNamed, version: string, name: string, facts: readonly string[]): string | undefined {
  return form(list.contact, t('reportTitle', name), t('reportBody'), [
    `list: ${list.id} ${list.version}`,
    ...facts,
    `statemark: ${version}`,
  ]);
}

/** Servers refuse addresses of more than some 8 kB; ids are 64 characters at most. */
const MOST_CLAIMS = 40;

function claimsLine(claims: Claims): string {
  const ids = claims.slice(0, MOST_CLAIMS).map(({ claim }) => claim.id);
  const more = claims.length - ids.length;
  return `claims: ${ids.join(', ')}${more > 0 ? ` (+${more})` : ''}`;
}

/** `title` and `body` are what the issue forms of the common forges read; GitLab has its own names for them. */
function form(
  contact: string | undefined,
  title: string,
  question: string,
  facts: readonly string[],
): string | undefined {
  const href = httpsOnly(contact);
  if (href === undefined) return undefined;
  const url = new URL(href);
  const isGitLab = url.pathname.includes('/-/issues');
  // The list of issues is where a list sends people; its form stands beneath.
  if (/\/issues\/?$/.test(url.pathname)) url.pathname = `${url.pathname.replace(/\/$/, '')}/new`;
  url.searchParams.set(isGitLab ? 'issue[title]' : 'title', title);
  url.searchParams.set(
    isGitLab ? 'issue[description]' : 'body',
    [question, '', '', t('reportFacts'), ...facts].join('\n'),
  );
  return url.href;
}
