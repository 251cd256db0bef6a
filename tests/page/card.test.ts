// @vitest-environment happy-dom
import '../fakes/page.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Evidence } from '../../src/core/evidence.ts';
import type { ResemblanceEvidence } from '../../src/look-alike-messages.ts';
import { Card, type CardActions } from '../../src/page/card.ts';
import type { Chip } from '../../src/page/chip.ts';
import { fake } from '../fakes/browser.ts';
import { installPage } from '../fakes/page.ts';
import { ACCOUNT_EVIDENCE, TAG_EVIDENCE } from '../fixtures/evidence.ts';

let roots: ShadowRoot[];
let chip: Chip;
beforeEach(() => {
  fake.reset();
  installPage();
  roots = [];
  const { attachShadow } = Element.prototype;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    const root = attachShadow.call(this, init);
    roots.push(root);
    return root;
  });
  const host = document.createElement('statemark-chip');
  document.body.append(host);
  chip = { host, focus: vi.fn(), repaint: () => undefined };
});

const REF = { list: 'seed-documents', identifier: 'x-presstv' };
const hosts = (): Element[] => [...document.querySelectorAll('statemark-card')];
const box = (): HTMLElement => roots.at(-1)?.querySelector('.card') as HTMLElement;
const button = (words: string): HTMLElement =>
  [...box().querySelectorAll('button')].find((one) =>
    [one.textContent, one.getAttribute('aria-label')].includes(words),
  ) as HTMLElement;
function click(element: HTMLElement): void {
  const event = new MouseEvent('click', { bubbles: true });
  Object.defineProperty(event, 'isTrusted', { value: true });
  element.dispatchEvent(event);
}
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

const NO_ACTS: CardActions = {
  evidence: async () => ACCOUNT_EVIDENCE,
  resemblance: async () => null,
  mute: async () => undefined,
  muteEntity: async () => undefined,
  undoMute: async () => undefined,
  openDossier: async () => undefined,
};

async function opened(acts: Partial<CardActions> = {}, refs = [REF]) {
  const stop = new AbortController();
  const card = new Card({ ...NO_ACTS, ...acts });
  await card.open(chip, refs, stop.signal);
  return { card, stop };
}

describe('a card', () => {
  it('opens in a plain element where the page made one of our name its own', async () => {
    const { createElement } = document;
    vi.spyOn(document, 'createElement').mockImplementation(((name: string) => {
      const made = createElement.call(document, name);
      if (name === 'statemark-card') made.attachShadow({ mode: 'open' });
      return made;
    }) as never);
    await opened();
    expect(hosts()).toEqual([]);
    expect(box().isConnected).toBe(true);
    expect(document.documentElement.lastElementChild?.localName).toBe('div');
  });

  it('that was closed is held by nothing: neither by the window nor by whoever opened it', async () => {
    const onWindow = vi.spyOn(globalThis, 'addEventListener');
    const stop = new AbortController();
    const onStop = vi.spyOn(stop.signal, 'addEventListener');
    const card = new Card(NO_ACTS);
    await card.open(chip, [REF], stop.signal);
    card.close();
    await card.open(chip, [REF], stop.signal);
    box().hidePopover();
    const added = [...onWindow.mock.calls, ...onStop.mock.calls].map(
      ([, , options]) => (options as AddEventListenerOptions).signal as AbortSignal,
    );
    expect(added).toHaveLength(4);
    expect(added.filter(({ aborted }) => !aborted)).toEqual([]);
  });

  it('runs as its reader reads, on pages of either direction', async () => {
    for (const [page, language, direction] of [
      ['ltr', 'fa', 'rtl'],
      ['rtl', 'en', 'ltr'],
    ] as const) {
      document.documentElement.dir = page;
      fake.language = language;
      await opened();
      expect(box().dir).toBe(direction);
    }
    document.documentElement.removeAttribute('dir');
  });

  it('opens at once, and says that it is looking', () => {
    const card = new Card({ ...NO_ACTS, evidence: () => new Promise(() => undefined) });
    void card.open(chip, [REF], new AbortController().signal);
    expect(hosts()).toHaveLength(1);
    expect(box().textContent).toContain('Looking up the evidence');
    expect(box().getAttribute('role')).toBe('dialog');
  });

  it('shows the evidence and is named after what it is about', async () => {
    await opened();
    expect(box().textContent).toContain('Press TV');
    expect(box().getAttribute('aria-label')).toMatch(/Press TV/);
    expect(box().textContent).not.toContain('Looking up');
  });

  it('shows each of several', async () => {
    const all: Evidence[] = [ACCOUNT_EVIDENCE, TAG_EVIDENCE];
    await opened({ evidence: async () => all.shift() ?? null }, [REF, REF]);
    expect(box().querySelectorAll('section')).toHaveLength(2);
  });

  it.each<[string, Partial<CardActions>, string]>([
    ['that is gone', { evidence: async () => null }, 'no longer holds'],
    [
      'that could not be asked for',
      { evidence: () => Promise.reject(new Error('no receiving end')) },
      'gave no answer',
    ],
  ])('of evidence %s says so', async (_, given, words) => {
    await opened(given);
    expect(box().textContent).toContain(words);
    expect(button('Close')).toBeDefined();
  });

  it('shows what there is where only a part could be had', async () => {
    let calls = 0;
    await opened({ evidence: async () => (calls++ ? null : ACCOUNT_EVIDENCE) }, [REF, REF]);
    expect(box().querySelectorAll('section')).toHaveLength(1);
    expect(box().textContent).not.toContain('no longer holds');
  });

  it('is one at a time', async () => {
    const { card, stop } = await opened();
    await card.open(chip, [REF], stop.signal);
    expect(hosts()).toHaveLength(1);
  });

  it('cannot be read by the page', async () => {
    await opened();
    expect(hosts()[0]?.shadowRoot).toBeNull();
    expect(hosts()[0]?.attributes).toHaveLength(0);
    expect(document.documentElement.textContent).not.toContain('Press TV');
  });

  it('closes by its button, leaves nothing and gives the focus back', async () => {
    await opened();
    click(button('Close'));
    expect(hosts()).toEqual([]);
    expect(chip.focus).toHaveBeenCalled();
  });

  it('closes when reading ends', async () => {
    const { stop } = await opened();
    stop.abort();
    expect(hosts()).toEqual([]);
  });

  it('that was closed before the answer came stays closed', async () => {
    let answer = (_: Evidence): void => undefined;
    const card = new Card({
      ...NO_ACTS,
      evidence: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    });
    const opening = card.open(chip, [REF], new AbortController().signal);
    card.close();
    answer(ACCOUNT_EVIDENCE);
    await opening;
    expect(hosts()).toEqual([]);
  });

  it('lets no click within it reach the site', async () => {
    const heard = vi.fn();
    document.addEventListener('click', heard);
    await opened();
    click(box());
    document.removeEventListener('click', heard);
    expect(heard).not.toHaveBeenCalled();
  });
});

describe('muting from the card', () => {
  const ASKED = { list: 'seed-documents', identifier: 'x-presstv' };

  it.each<[string, 'mute' | 'muteEntity', string]>([
    ['Mute', 'mute', '@PressTV is muted.'],
    ['Mute all of this entity', 'muteEntity', 'All of Press TV is muted.'],
  ])('by “%s” names the entry that was shown, says what was done and offers the way back', async (words, act, said) => {
    const mute = vi.fn(async () => undefined);
    await opened({ [act]: mute });
    click(button(words));
    await settled();
    expect(mute).toHaveBeenCalledExactlyOnceWith(ASKED);
    expect(box().querySelector('[role="status"]')?.textContent).toBe(said);
    expect(box().getAttribute('aria-label')).toBe(said);
    expect(box().textContent).toContain('in the options');
    expect(button('Undo')).toBeDefined();
  });

  it('outlasts the reading that ends with it, and no other card does', async () => {
    const { card, stop } = await opened();
    click(button('Mute'));
    stop.abort();
    await settled();
    expect(hosts()).toHaveLength(1);
    const next = new AbortController();
    await card.open(chip, [REF], next.signal);
    next.abort();
    expect(hosts()).toEqual([]);
  });

  it('is undone by the reader’s own click, and the card closes', async () => {
    const undoMute = vi.fn(async () => undefined);
    await opened({ undoMute });
    click(button('Mute'));
    await settled();
    button('Undo').click();
    expect(undoMute).not.toHaveBeenCalled();
    click(button('Undo'));
    await settled();
    expect(undoMute).toHaveBeenCalledOnce();
    expect(hosts()).toEqual([]);
  });

  it.each<[string, Partial<CardActions>, string[]]>([
    ['muting', { mute: () => Promise.reject(new Error('no receiving end')) }, ['Mute', 'Mute']],
    ['undoing', { undoMute: () => Promise.reject(new Error('no receiving end')) }, ['Mute', 'Undo']],
  ])('%s that fails says so once, and leaves the card open', async (_, acts, presses) => {
    await opened(acts);
    for (const words of presses) {
      click(button(words));
      await settled();
    }
    expect(hosts()).toHaveLength(1);
    expect(box().querySelectorAll('[role="alert"]')).toHaveLength(1);
    expect(box().textContent).toContain('was not done');
  });

  it('that failed closes when reading ends', async () => {
    const { stop } = await opened({ mute: () => Promise.reject(new Error('no receiving end')) });
    click(button('Mute'));
    await settled();
    stop.abort();
    expect(hosts()).toEqual([]);
  });
});

describe('the dossier from the card', () => {
  it('is asked for by the entry that was shown, and the card closes', async () => {
    const openDossier = vi.fn(async () => undefined);
    await opened({ openDossier });
    click(button('Open in the dossier'));
    await settled();
    expect(openDossier).toHaveBeenCalledExactlyOnceWith({ list: 'seed-documents', identifier: 'x-presstv' });
    expect(hosts()).toEqual([]);
  });

  it('that cannot be opened says so', async () => {
    await opened({ openDossier: () => Promise.reject(new Error('no receiving end')) });
    click(button('Open in the dossier'));
    await settled();
    expect(box().textContent).toContain('was not done');
  });
});

describe('the card of a look-alike', () => {
  const like = { list: '~look-alikes', identifier: 'x@press_tv' };
  const resemblance = async (): Promise<ResemblanceEvidence> => ({
    ref: like,
    of: { platform: 'x', name: 'PressTV', list: 'seed-documents', entity: 'press-tv' },
    tricks: [{ kind: 'separator-added', sign: '_' }],
    shown: { platform: 'x', name: 'press_tv' },
    listTitle: { en: 'Seed documents' },
    entityLabel: { en: 'Press TV' },
  });

  it('says which account the name resembles, how, and that this says nothing else', async () => {
    const evidence = vi.fn();
    await opened({ resemblance, evidence }, [like]);
    expect(evidence).not.toHaveBeenCalled();
    for (const words of [
      'Resembles @PressTV, but is a different name',
      '@press_tv on X',
      '@PressTV on X is in the list “Seed documents”, as Press TV.',
      'How: an added “_”',
      'nothing about who runs the account',
    ])
      expect(box().textContent).toContain(words);
    expect(box().textContent).not.toMatch(/fake|imperson|fraud|official/i);
    expect(box().getAttribute('aria-label')).toBe('Resembles @PressTV, but is a different name');
  });

  it('can be muted', async () => {
    const mute = vi.fn(async () => undefined);
    await opened({ resemblance, mute }, [like]);
    click(button('Mute'));
    await settled();
    expect(mute).toHaveBeenCalledExactlyOnceWith(like);
    expect(box().textContent).toContain('@press_tv on X is muted.');
  });

  it('says so when the name resembles nothing any more', async () => {
    await opened({}, [like]);
    expect(box().textContent).toContain('no longer');
  });
});
