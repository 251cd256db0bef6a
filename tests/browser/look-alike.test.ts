import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { chipBoxes, clickChip, waitForChip } from '../harness/chips.ts';
import { inEachBrowser, openSample, pressNamed, type Stage, stage, underlined, until } from './sample.ts';

/** A timeline with one author of nearly a listed name, one listed author, and one of any other name. */
const TIMELINE = `<!doctype html><title>X</title><body>${post('Press_TV_', 'Weather for the weekend.')}
  ${post('somebody', 'Bread, cheese, and @MyNewsr00m.')}${post('PressTV', 'The evening programme.')}`;

function post(handle: string, text: string): string {
  return `<article data-testid="tweet"><div data-testid="User-Name"><a href="/${handle}"><span>Name</span></a>
    <a href="/${handle}" tabindex="-1"><span>@${handle}</span></a></div><div data-testid="tweetText">${text}</div></article>`;
}

inEachBrowser('look-alikes', (kind) => {
  let on: Stage;
  let opened: Awaited<ReturnType<typeof openSample>>;

  beforeAll(async () => {
    const page = () => ({ headers: { 'content-type': 'text/html; charset=utf-8' }, body: TIMELINE });
    on = await stage(kind, { sites: [['www.twitter.com', page]] });
  });
  afterAll(() => on.close());
  afterEach(async () => {
    await opened.reporter.close();
    await opened.page.close();
  });

  const marked = async (): Promise<string[]> => (await underlined(opened.page)).map((text) => text.trim()).sort();
  const marks = (count: number): Promise<string[]> => until(marked, (all) => all.length === count);

  it('are marked once the reader wishes it, apart from what is listed', async () => {
    opened = await openSample(on, 'https://www.twitter.com/');
    await waitForChip(opened.page);
    // Long enough for the listed author's chip to stand there alone, were there to be another.
    expect(await marks(1)).toEqual(['@PressTV']);
    expect(await opened.reporter.read()).not.toHaveProperty('lookAlikes');

    const options = await on.session.openExtensionPage('options.html');
    await pressNamed(options, 'Mark accounts that resemble a listed or guarded one');
    await options.type('.add-form input[type="text"]', '@MyNewsroom');
    await options.keyboard.press('Enter');
    const words = () => options.evaluate(() => document.body.innerText);
    expect(await until(words, (all) => /is guarded/.test(all))).toContain('is guarded.');
    await options.close();
    await opened.page.bringToFront();

    expect(await marks(3)).toEqual(['@MyNewsr00m', '@PressTV', '@Press_TV_']);
    expect(await chipBoxes(opened.page)).toHaveLength(3);
    const report = await until(
      () => opened.reporter.read(),
      ({ lookAlikes = [] }) => lookAlikes.length === 2,
    );
    expect(report.matches.map(({ evidence }) => evidence.identifier.value)).toEqual(['PressTV']);
    expect(report.lookAlikes?.map(({ resemblance }) => resemblance.of.name).sort()).toEqual(['MyNewsroom', 'PressTV']);
  });

  it('are told of in the popup in words, and open a card', async () => {
    opened = await openSample(on, 'https://www.twitter.com/');
    await waitForChip(opened.page);
    const popup = await on.session.openExtensionPage(`popup.html?tab=${opened.reporter.tab}`);
    await opened.page.bringToFront();
    const words = () => popup.evaluate(() => document.body.innerText.replace(/[\u2068\u2069]/g, ''));
    const all = await until(words, (now) => /@press_tv_ on X/.test(now) && /@mynewsr00m on X/.test(now));
    await popup.close();
    expect(all).toContain('Resembles @PressTV, but is a different name');
    expect(all).toContain('How: an added “_”');
    expect(all).toContain('How: a zero for the letter O');
    expect(all).toContain('nothing about who runs the account');
    expect(all).not.toMatch(/fake|impersonat/i);

    const cards = () => opened.page.evaluate(() => document.querySelectorAll('statemark-card').length);
    await clickChip(opened.page, 'article:first-of-type');
    expect(await until(cards, (count) => count === 1)).toBe(1);
    await opened.page.keyboard.press('Escape');
    expect(await until(cards, (count) => count === 0)).toBe(0);
    expect(opened.errors).toEqual([]);
  });
});
