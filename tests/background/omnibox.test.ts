import { beforeEach, describe, expect, it, test, vi } from 'vitest';
import { askedBefore } from '../../src/asked.ts';
import { check } from '../../src/background/check.ts';
import { registerOmnibox } from '../../src/background/omnibox.ts';
import { readDossierHash } from '../../src/dossier-path.ts';
import type { CheckReply } from '../../src/evidence-messages.ts';
import api, { fake } from '../fakes/browser.ts';
import { account, claim, entity, tag, watchlist } from '../fixtures/list.ts';

const LIST = watchlist({
  entities: [entity({ label: { en: 'Outlet <& "Sons">' } })],
  identifiers: [
    account(),
    account({ id: 'a-tg', platform: 'telegram', kind: 'channel', value: 'sampleoutlet' }),
    tag(),
  ],
  claims: [claim()],
});

beforeEach(() => fake.reset());

function start(
  answer: (text: string) => Promise<CheckReply> = async (text) => check(text, [{ list: LIST, on: true }], '2026-11-22'),
): void {
  registerOmnibox(answer);
}

/** Past every answer that is on its way. */
function settled(): Promise<void> {
  return new Promise((done) => setTimeout(done));
}

type Line = { content: string; description: string };

async function typed(text: string): Promise<Line[]> {
  const suggest = vi.fn<(lines: Line[]) => void>();
  api.omnibox.onInputChanged.fire(text, suggest);
  await settled();
  return suggest.mock.lastCall?.[0] ?? [];
}

const said = (): unknown => fake.called('omnibox.setDefaultSuggestion').at(-1)?.[0];

describe('under the address bar', () => {
  test.each([
    ['@SampleOutlet', '@SampleOutlet · Listed.'],
    ['#sample_tag', '#sample_tag · Listed.'],
    ['@nobody', '@nobody · Not on any of your lists; that says nothing more.'],
    ['instagram.com/sampleoutlet', 'instagram.com/sampleoutlet · Not on any of your lists. Close to it:'],
    [
      'https://t.co/a',
      'https://t.co/a · A short link: only its server knows where it leads, and Statemark asks no server. Look up the address that it opens.',
    ],
    ['  ', 'Type a name, a hashtag or an address: is it listed?'],
  ])('%s', async (text, wanted) => {
    start();
    await typed(text);
    expect(said()).toEqual({ description: wanted });
  });

  it('every listed name has a line, in words', async () => {
    start();
    expect(await typed('@sampleoutlet')).toEqual([
      {
        content: '@SampleOutlet on X',
        description: '@SampleOutlet on X · Outlet &#60;&#38; &#34;Sons&#34;&#62; · confirmed',
      },
      {
        content: '@sampleoutlet on Telegram',
        description: '@sampleoutlet on Telegram · Outlet &#60;&#38; &#34;Sons&#34;&#62; · confirmed',
      },
    ]);
  });

  it('what is near says that it is', async () => {
    start();
    const [first] = await typed('instagram.com/sampleoutlet');
    expect(first?.description).toMatch(
      /^The same name is listed on another social network\. .* · @SampleOutlet on X · /,
    );
  });

  it('Firefox takes descriptions as they are', async () => {
    vi.spyOn(api.runtime, 'getURL').mockReturnValue('moz-extension://statemark/');
    start();
    expect((await typed('@sampleoutlet'))[0]?.description).toBe('@SampleOutlet on X · Outlet <& "Sons"> · confirmed');
  });

  it('a line never repeats what was typed', async () => {
    start();
    expect((await typed('@SampleOutlet on X')).map(({ content }) => content)).toEqual(['@sampleoutlet on Telegram']);
  });

  it('an answer that comes late does not stand over a newer one', async () => {
    const waiting: ((reply: CheckReply) => void)[] = [];
    start(() => new Promise((done) => waiting.push(done)));
    const suggest = vi.fn();
    api.omnibox.onInputChanged.fire('@a', suggest);
    api.omnibox.onInputChanged.fire('@ab', suggest);
    const reply = check('@ab', [{ list: LIST, on: true }], '2026-11-22');
    waiting[1]?.(reply);
    await settled();
    waiting[0]?.(check('@a', [{ list: LIST, on: true }], '2026-11-22'));
    await settled();
    expect(suggest).toHaveBeenCalledTimes(1);
    expect(said()).toEqual({ description: '@ab · Not on any of your lists; that says nothing more.' });
  });

  it('says what to type before anything is', async () => {
    start();
    api.omnibox.onInputStarted.fire();
    await settled();
    expect(said()).toEqual({ description: 'Type a name, a hashtag or an address: is it listed?' });
  });
});

describe('Enter opens the answer', () => {
  test.each([
    ['currentTab', 'tabs.update', {}],
    ['newForegroundTab', 'tabs.create', { active: true }],
    ['newBackgroundTab', 'tabs.create', { active: false }],
  ])('in %s', async (disposition, call, wanted) => {
    start();
    api.omnibox.onInputEntered.fire('#نحن_قاسم', disposition);
    await settled();
    const [[opened] = []] = fake.called(call);
    const { url, ...rest } = opened as { url: string };
    expect(rest).toEqual(wanted);
    const route = readDossierHash(new URL(url).hash);
    expect(await askedBefore(route?.page === 'check' ? (route.asked ?? '') : '')).toBe('#نحن_قاسم');
    expect(decodeURIComponent(url)).not.toContain('قاسم');
  });

  it('of a private window in a tab of its own, where it can be shown', async () => {
    vi.spyOn(api.tabs, 'update').mockRejectedValue(new Error('cannot be opened in an incognito window'));
    start();
    api.omnibox.onInputEntered.fire('@a', 'currentTab');
    await settled();
    expect(fake.called('tabs.create')).toHaveLength(1);
  });

  it('of nothing asks nothing', async () => {
    start();
    api.omnibox.onInputEntered.fire('  ', 'currentTab');
    await settled();
    expect([...fake.called('tabs.create'), ...fake.called('tabs.update')]).toEqual([]);
  });
});
