// @vitest-environment happy-dom
import '../fakes/page.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Evidence } from '../../src/core/evidence.ts';
import { type CardActs, cardBody } from '../../src/page/card-body.ts';
import { fake } from '../fakes/browser.ts';
import { installPage } from '../fakes/page.ts';
import {
  ACCOUNT_EVIDENCE,
  CLAIM_EVIDENCE,
  OFFICE_EVIDENCE,
  TAG_EVIDENCE,
  THE_REFERENCE,
} from '../fixtures/evidence.ts';

beforeEach(() => {
  fake.reset();
  installPage();
});

const NO_ACTS: CardActs = { mute: () => undefined, muteEntity: () => undefined, dossier: () => undefined };
const body = (evidence: Evidence, acts: Partial<CardActs> = {}): HTMLElement =>
  cardBody(evidence, { ...NO_ACTS, ...acts });
const read = (evidence: Evidence): string => (body(evidence).textContent ?? '').replace(/[\u2068\u2069]/g, '');
/** Each text once, in the order in which the card says them. */
function inOrder(text: string, ...parts: string[]): string[] {
  const places = parts.map((part) => ({ part, at: text.indexOf(part) }));
  expect(places.filter(({ at }) => at < 0)).toEqual([]);
  return places.sort((a, b) => a.at - b.at).map(({ part }) => part);
}

describe('the card says, in this order,', () => {
  it('of a hashtag: what it is, who says so and what, where, how sure, what to weigh, what one can do', () => {
    const parts = [
      'Campaign around the 2022 anniversary',
      '#QassemSoleimani',
      'The Reference says that the English tags were promoted by Iranian intelligence.',
      'The Reference (CEMO Center, Paris), Jan 12, 2022',
      'paragraph 2',
      'What to weigh',
      'one chain, not several sources',
      'Founded by an Egyptian politician',
      'Deutsche Welle reports no such finding.',
      'Source',
      'Archived copy',
      'Open in the dossier',
      'Mute',
      'Seed documents',
      'version 3',
    ];
    const text = read(TAG_EVIDENCE);
    expect(inOrder(text.slice(text.indexOf(parts[0] as string)), ...parts)).toEqual(parts);
  });

  it('of an account: who else says so, and how the name was found', () => {
    const parts = [
      'Press TV',
      '@PressTV',
      'The State Media Matrix says',
      'Also says so',
      'What to weigh',
      'How this name was found',
      'Mute',
    ];
    expect(inOrder(read(ACCOUNT_EVIDENCE), ...parts)).toEqual(parts);
  });

  it('of an office that ended: until when', () => {
    expect(read(OFFICE_EVIDENCE)).toContain('until Feb 28, 2026');
  });

  it('every claim with its own source and counter-source', () => {
    const two = { ...TAG_EVIDENCE, claims: [CLAIM_EVIDENCE, ...ACCOUNT_EVIDENCE.claims] };
    const text = read(two);
    expect(
      inOrder(text, 'The Reference says', 'Deutsche Welle reports no such finding', 'The State Media Matrix says'),
    ).toEqual(['The Reference says', 'Deutsche Welle reports no such finding', 'The State Media Matrix says']);
  });

  it('in words, never a gap or an empty line', () => {
    for (const evidence of [TAG_EVIDENCE, ACCOUNT_EVIDENCE, OFFICE_EVIDENCE]) {
      expect(read(evidence)).not.toMatch(/undefined|null|NaN|\[object|\$\d/);
      expect(
        [...body(evidence).querySelectorAll('p, h2, h3, dd, dt')].filter((part) => part.textContent === ''),
      ).toEqual([]);
    }
  });
});

describe('links', () => {
  const links = (evidence: Evidence): HTMLAnchorElement[] => [...body(evidence).querySelectorAll('a')];

  it('open outside, and tell the other site nothing', () => {
    for (const anchor of links(ACCOUNT_EVIDENCE)) {
      expect(anchor.target).toBe('_blank');
      expect(anchor.rel).toBe('noopener noreferrer');
    }
    expect(links(ACCOUNT_EVIDENCE).length).toBeGreaterThan(0);
  });

  it.each(['javascript:alert(1)', 'http://example.org/', 'data:text/html,x', 'ftp://example.org/', ''])(
    'never lead to %s, whatever let it in',
    (url) => {
      const claims = [{ ...CLAIM_EVIDENCE, source: { ...THE_REFERENCE, url, archive: url } }];
      const hrefs = links({ ...TAG_EVIDENCE, claims }).map((anchor) => anchor.getAttribute('href'));
      expect(hrefs).not.toContain(url);
      expect(hrefs.filter((href) => !href?.startsWith('https://'))).toEqual([]);
    },
  );

  it('are not made up where a source has no address', () => {
    const { url: _url, archive: _archive, ...plain } = THE_REFERENCE;
    const claims = [{ ...CLAIM_EVIDENCE, source: plain, counter: [] }];
    const text = read({ ...TAG_EVIDENCE, claims });
    expect(text).toContain('The Reference (CEMO Center, Paris)');
    expect(text).not.toMatch(/Archived copy/);
  });
});

describe('what a list says is text', () => {
  const hostile = '<img src=x onerror=alert(1)><a href="javascript:alert(1)">x</a>';

  it('and never markup', () => {
    const made = body({
      ...TAG_EVIDENCE,
      entity: { ...TAG_EVIDENCE.entity, label: { en: hostile } },
      identifier: { ...TAG_EVIDENCE.identifier, value: hostile },
      list: { ...TAG_EVIDENCE.list, title: { en: hostile } },
      claims: [
        {
          ...CLAIM_EVIDENCE,
          claim: { ...CLAIM_EVIDENCE.claim, assertion: { en: hostile }, caution: { en: hostile } },
          source: { ...THE_REFERENCE, publisher: hostile, stake: { en: hostile } },
        },
      ],
    });
    expect(made.querySelector('img')).toBeNull();
    expect([...made.querySelectorAll('a')].filter((anchor) => anchor.protocol === 'javascript:')).toEqual([]);
    expect(made.textContent).toContain(hostile);
  });
});

describe('what one can do', () => {
  const pressed = (made: HTMLElement, words: string): HTMLButtonElement =>
    [...made.querySelectorAll('button')].find((button) => button.textContent === words) as HTMLButtonElement;

  it.each<[string, keyof CardActs]>([
    ['Mute', 'mute'],
    ['Mute all of this entity', 'muteEntity'],
    ['Open in the dossier', 'dossier'],
  ])('%s: by the reader’s own click, not one that the page makes', (words, act) => {
    const done = vi.fn();
    const button = pressed(body(TAG_EVIDENCE, { [act]: done }), words);
    button.click();
    button.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(done).not.toHaveBeenCalled();
    const trusted = new MouseEvent('click', { bubbles: true });
    Object.defineProperty(trusted, 'isTrusted', { value: true });
    button.dispatchEvent(trusted);
    expect(done).toHaveBeenCalledOnce();
  });
});
