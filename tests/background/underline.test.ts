import { beforeEach, describe, expect, it } from 'vitest';
import { forgetClosedFrames, removeUnderlines, underlineIn } from '../../src/background/underline.ts';
import browser, { fake } from '../fakes/browser.ts';

beforeEach(async () => {
  // What this life of the worker remembers goes with what is stored.
  await removeUnderlines();
  fake.reset();
  openTabs(7, 8, 9);
});

function openTabs(...ids: number[]): void {
  fake.tabs = ids.map((id) => ({ id, windowId: 1, active: false }));
}
const kept = async (): Promise<{ tabId: number }[]> =>
  ((await browser.storage.session.get('underlined')).underlined as { tabId: number }[] | undefined) ?? [];

const frame = (tabId: number, document = 'a', frameId = 0) => ({ tabId, frameId, document });
const inserted = () => fake.called('scripting.insertCSS').map(([asked]) => (asked as { target: unknown }).target);
const removed = () => fake.called('scripting.removeCSS').map(([asked]) => (asked as { target: unknown }).target);
const at = (tabId: number, frameId = 0) => ({ tabId, frameIds: [frameId] });

describe('the underline', () => {
  it('comes once to a document', async () => {
    await underlineIn(frame(7));
    await underlineIn(frame(7));
    expect(inserted()).toEqual([at(7)]);
  });

  it('comes again to the next document in the same tab', async () => {
    await underlineIn(frame(7, 'a'));
    await underlineIn(frame(7, 'b'));
    expect(inserted()).toEqual([at(7), at(7)]);
    await underlineIn(frame(8, 'b'));
    await underlineIn(frame(7, 'b'));
    expect(inserted()).toHaveLength(3);
  });

  it('comes again to a document from which it was taken', async () => {
    await underlineIn(frame(7));
    await removeUnderlines();
    await underlineIn(frame(7));
    expect(inserted()).toEqual([at(7), at(7)]);
  });

  it('comes to each tab and frame', async () => {
    await underlineIn(frame(7));
    await underlineIn(frame(8));
    await underlineIn(frame(7, 'b', 3));
    expect(inserted()).toEqual([at(7), at(8), at(7, 3)]);
  });

  it('comes once to a document that asks twice at the same time', async () => {
    await Promise.all([underlineIn(frame(7)), underlineIn(frame(7))]);
    expect(inserted()).toEqual([at(7)]);
  });

  it('is the browser’s and not the page’s: of the user’s origin', async () => {
    await underlineIn(frame(7));
    expect(fake.called('scripting.insertCSS')[0]?.[0]).toMatchObject({
      origin: 'USER',
      css: expect.stringContaining('::highlight(statemark)'),
    });
  });

  it('that cannot be brought breaks nothing', async () => {
    const { insertCSS } = browser.scripting;
    browser.scripting.insertCSS = () => Promise.reject(new Error('No tab with id: 7.'));
    try {
      await expect(underlineIn(frame(7))).resolves.toBeUndefined();
    } finally {
      browser.scripting.insertCSS = insertCSS;
    }
  });
});

describe('clean pages', () => {
  it('lose it everywhere', async () => {
    await underlineIn(frame(7));
    await underlineIn(frame(8));
    await removeUnderlines();
    expect(removed()).toEqual([at(7), at(8)]);
    expect(fake.called('scripting.removeCSS')[0]).toEqual(fake.called('scripting.insertCSS')[0]);
  });

  it('lose it everywhere also when it came to several at once', async () => {
    await Promise.all([underlineIn(frame(7)), underlineIn(frame(8)), underlineIn(frame(9))]);
    await removeUnderlines();
    expect(removed()).toEqual([at(7), at(8), at(9)]);
  });

  it('may get it again', async () => {
    await underlineIn(frame(7));
    await removeUnderlines();
    await underlineIn(frame(7));
    expect(inserted()).toHaveLength(2);
  });

  it('have nothing to lose twice', async () => {
    await underlineIn(frame(7));
    await removeUnderlines();
    await removeUnderlines();
    expect(removed()).toHaveLength(1);
  });
});

describe('closed tabs', () => {
  it('are forgotten when they are asked about', async () => {
    await underlineIn(frame(7));
    await underlineIn(frame(8));
    openTabs(8);
    await forgetClosedFrames();
    expect((await kept()).map(({ tabId }) => tabId)).toEqual([8]);
    openTabs();
    await forgetClosedFrames();
    expect(await browser.storage.session.get(null)).toEqual({});
  });

  it('are forgotten when the next page is underlined', async () => {
    await underlineIn(frame(7));
    openTabs(9);
    await underlineIn(frame(9));
    expect((await kept()).map(({ tabId }) => tabId)).toEqual([9]);
  });

  it('are no trouble when there are none', async () => {
    await expect(forgetClosedFrames()).resolves.toBeUndefined();
    expect(await browser.storage.session.get(null)).toEqual({});
  });
});

it('keeps no address, where the browser has no name of its own for documents', async () => {
  await underlineIn(frame(7, 'https://x.com/a-private-page'));
  await underlineIn(frame(7, 'https://x.com/another'));
  expect(inserted()).toHaveLength(2);
  expect(JSON.stringify(await browser.storage.session.get(null))).not.toMatch(/x\.com|private|another/);
});
