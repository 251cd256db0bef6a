import { beforeEach, describe, expect, it, test } from 'vitest';
import { reportEntityUrl, reportMistakeUrl, reportUnreadableUrl } from '../src/report-mistake.ts';
import { fake } from './fakes/browser.ts';
import { ACCOUNT_EVIDENCE, CLAIM_EVIDENCE, LIST, PRESS_TV, TAG_EVIDENCE } from './fixtures/evidence.ts';

beforeEach(() => fake.reset());

function read(href: string | undefined): { to: string; title: string | null; body: string | null } {
  const url = new URL(href ?? '');
  return {
    to: url.origin + url.pathname,
    title: url.searchParams.get('title') ?? url.searchParams.get('issue[title]'),
    body: url.searchParams.get('body') ?? url.searchParams.get('issue[description]'),
  };
}

/** An evidence whose list is reached so. */
function at(contact: string | undefined) {
  const { contact: _, ...rest } = LIST;
  return { ...ACCOUNT_EVIDENCE, list: contact === undefined ? rest : { ...rest, contact } };
}

describe('a correction', () => {
  it('holds the list, its version, the identifier, the claims and the extension’s version, and nothing else', () => {
    expect(read(reportMistakeUrl(ACCOUNT_EVIDENCE, '0.1.0'))).toEqual({
      to: 'https://example.org/statemark/issues/new',
      title: 'Correction: x/account/PressTV',
      body: [
        'What is wrong, and which public document shows it?',
        '',
        '',
        'About this entry (please keep):',
        'list: seed-documents 3',
        'identifier: x-presstv (x/account/PressTV)',
        'claims: c-owned',
        'statemark: 0.1.0',
      ].join('\n'),
    });
  });

  it('of an entity names it', () => {
    const { title, body } = read(
      reportEntityUrl({ list: LIST, entity: PRESS_TV, claims: ACCOUNT_EVIDENCE.claims }, '0.1.0'),
    );
    expect(title).toBe('Correction: Press TV');
    expect(body).toContain('list: seed-documents 3\nentity: press-tv\nclaims: c-owned\nstatemark: 0.1.0');
  });

  it('carries names that addresses have other uses for', () => {
    const value = 'a&body=x#y?z نحن_قاسم %41';
    const { title, body } = read(
      reportMistakeUrl({ ...TAG_EVIDENCE, identifier: { ...TAG_EVIDENCE.identifier, value } }, '0.1.0'),
    );
    expect(title).toBe(`Correction: any/hashtag/${value}`);
    expect(body).toContain(`(any/hashtag/${value})`);
  });

  it('stays short enough for a server, however many claims there are', () => {
    const claims = Array.from({ length: 1_000 }, (_, i) => ({
      ...CLAIM_EVIDENCE,
      claim: { ...CLAIM_EVIDENCE.claim, id: `c-${i}-`.padEnd(64, 'x') },
    }));
    const href = reportMistakeUrl({ ...TAG_EVIDENCE, claims }, '0.1.0') ?? '';
    expect(href.length).toBeLessThan(8_000);
    expect(read(href).body).toContain('(+960)');
  });

  test.each<[contact: string, to: string]>([
    ['https://example.org/corrections', 'https://example.org/corrections'],
    ['https://example.org/corrections?kind=list', 'https://example.org/corrections'],
    ['https://github.com/statemark/statemark/issues', 'https://github.com/statemark/statemark/issues/new'],
    ['https://codeberg.org/a/b/issues/', 'https://codeberg.org/a/b/issues/new'],
    ['https://gitlab.com/a/b/-/issues', 'https://gitlab.com/a/b/-/issues/new'],
    ['https://gitlab.com/a/b/-/issues/new', 'https://gitlab.com/a/b/-/issues/new'],
  ])('goes to the list’s own contact: %s', (contact, to) => {
    const found = read(reportMistakeUrl(at(contact), '0.1.0'));
    expect(found.to).toBe(to);
    expect(found.title).toBe('Correction: x/account/PressTV');
    expect(found.body).toContain('identifier: x-presstv');
  });

  it('keeps what the contact’s own address asks for', () => {
    expect(reportMistakeUrl(at('https://example.org/form?kind=list'), '0.1.0')).toContain('?kind=list&title=');
  });

  test.each([
    [undefined],
    [''],
    ['not an address'],
    ['http://example.org/issues'],
    ['mailto:keeper@example.org'],
    ['javascript:alert(1)'],
    ['https://user:pass@example.org/issues'],
  ])('goes nowhere else: %s', (contact) => {
    expect(reportMistakeUrl(at(contact), '0.1.0')).toBeUndefined();
    expect(reportUnreadableUrl(contact, 'x', '0.1.0')).toBeUndefined();
  });
});

it('a page that could not be read is named by its network alone', () => {
  const { title, body } = read(reportUnreadableUrl(LIST.contact, 'x', '0.1.0'));
  expect(title).toBe('A page could not be read: x');
  expect(body).toMatch(/site: x\nstatemark: 0\.1\.0$/);
});
