import type { Evidence } from './core/evidence.ts';
import { httpsOnly } from './sentences.ts';
import { t } from './text.ts';

/**
 * Addresses that open the list's own correction form with what its keepers need. Never with the address of
 * the page, nor a word from it: the reader sees the whole text before sending, and sends it themselves.
 */

/** @returns undefined when the list names nowhere to ask for a correction */
export function reportMistakeUrl({ list, identifier, claims }: Evidence, version: string): string | undefined {
  const name = `${identifier.platform}/${identifier.kind}/${identifier.value}`;
  return form(list.contact, t('reportTitle', name), t('reportBody'), [
    `list: ${list.id} ${list.version}`,
    `identifier: ${identifier.id} (${name})`,
    `claims: ${claims.map(({ claim }) => claim.id).join(', ')}`,
    `statemark: ${version}`,
  ]);
}

/** @param site the platform's id, not the page's address */
export function reportUnreadableUrl(contact: string | undefined, site: string, version: string): string | undefined {
  return form(contact, t('unreadableTitle', site), t('unreadableBody'), [`site: ${site}`, `statemark: ${version}`]);
}

/** `title` and `body` are what the issue forms of the common forges read. */
function form(
  contact: string | undefined,
  title: string,
  question: string,
  facts: readonly string[],
): string | undefined {
  const href = httpsOnly(contact);
  if (href === undefined) return undefined;
  const url = new URL(href);
  url.searchParams.set('title', title);
  url.searchParams.set('body', [question, '', '', t('reportFacts'), ...facts].join('\n'));
  return url.href;
}
