// @vitest-environment happy-dom
import { afterEach, describe, expect, it, test } from 'vitest';
import type { ReportedLookAlike } from '../../src/look-alike-messages.ts';
import { readSettings, writeSettings } from '../../src/settings.ts';
import { Options } from '../../src/ui/options/options.tsx';
import { Popup } from '../../src/ui/popup/popup.tsx';
import api, { fake } from '../fakes/browser.ts';
import { MANY, report } from '../fixtures/evidence.ts';
import { control, leave, press, root, settled, show, words } from './screen.ts';

afterEach(leave);

const REF = { list: '~look-alikes', identifier: 'x@press_tv0' };
const LIKE: ReportedLookAlike = {
  resemblance: {
    ref: REF,
    of: { platform: 'x', name: 'PressTV', list: 'seed-documents', entity: 'press-tv' },
    tricks: [
      { kind: 'separator-added', sign: '_' },
      { kind: 'added', word: '0' },
    ],
    shown: { platform: 'x', name: 'press_tv0' },
    listTitle: { en: 'Seed documents' },
    entityLabel: { en: 'Press TV' },
  },
  count: 2,
  places: ['author'],
  muted: false,
};

describe('in the popup', () => {
  it('stand apart from what is listed, and are not counted with it', async () => {
    await show(<Popup search="?tab=7" />, { report: report({ matches: MANY, lookAlikes: [LIKE] }) });
    expect(words('.look-alikes')).toBe(
      'Accounts that resemble others1@press_tv0 on X found 2 timesResembles @PressTV, but is a different nameHow: an added “_”, an added “0”' +
        '@PressTV on X is in the list “Seed documents”, as Press TV.Show on pageMute' +
        'Only the spellings were compared. That says nothing about who runs the account, or why it is called so.',
    );
    const with_ = words('header');
    leave();
    await show(<Popup search="?tab=7" />, { report: report({ matches: MANY }) });
    expect(words('header')).toBe(with_);
    expect(root().querySelector('.look-alikes')).toBeNull();
  });

  it('stand there where nothing is listed', async () => {
    await show(<Popup search="?tab=7" />, { report: report({ lookAlikes: [LIKE] }) });
    expect(words()).toContain('Nothing listed on this page');
    expect(words('.look-alikes')).toContain('@press_tv0 on X');
  });

  it('can be muted, each by its name, and the mute taken back', async () => {
    await show(<Popup search="?tab=7" />, { report: report({ lookAlikes: [LIKE] }) });
    await press('Mute: @press_tv0 on X');
    expect((await readSettings()).muted).toMatchObject([REF]);
    await press('Undo');
    expect((await readSettings()).muted).toEqual([]);
  });

  it('that are muted can be unmuted', async () => {
    await writeSettings({ muted: [{ ...REF, since: '2026-11-21' }] });
    await show(<Popup search="?tab=7" />, { report: report({ lookAlikes: [{ ...LIKE, muted: true }] }) });
    expect(words('.look-alikes')).not.toContain('Show on page');
    await press('Unmute: @press_tv0 on X');
    expect((await readSettings()).muted).toEqual([]);
  });

  it('lead to their place in the page, or say that it is not in view', async () => {
    const asked: unknown[] = [];
    fake.pages.set(7, (message) => {
      asked.push(message);
      return { found: false };
    });
    await show(<Popup search="?tab=7" />, { report: report({ lookAlikes: [LIKE] }) });
    await press('Show on page: @press_tv0 on X');
    expect(asked).toEqual([{ type: 'reveal', data: REF }]);
    expect(words('[role="status"]')).toContain('@press_tv0 on X');
  });
});

describe('in the options', () => {
  async function guard(name: string, reply: unknown): Promise<unknown[]> {
    const asked: unknown[] = [];
    // Before the screen's own background, which answers all else.
    api.runtime.onMessage.addListener(({ type, data }: { type: string; data: unknown }) => {
      if (type !== 'guard') return undefined;
      asked.push(data);
      return Promise.resolve(reply);
    });
    await show(<Options />, { report: report() });
    const input = root().querySelector<HTMLInputElement>('input[type="text"]');
    if (!input) throw new Error('there is no field');
    input.value = name;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await settled();
    input.form?.requestSubmit();
    await settled();
    return asked;
  }

  it('are off, and are switched on and off', async () => {
    await show(<Options />, { report: report() });
    const name = 'Mark accounts that resemble a listed or guarded one';
    expect(control(name).getAttribute('aria-checked')).toBe('false');
    await press(name);
    expect((await readSettings()).lookAlikes).toBe(true);
    await press(name);
    expect((await readSettings()).lookAlikes).toBe(false);
  });

  it('list the guarded names, each with the way out', async () => {
    await writeSettings({ guarded: ['any@MyNewsroom', 'x@OtherDesk'] });
    await show(<Options />, { report: report() });
    expect(words()).toContain('@MyNewsroomStop guarding @MyNewsroom@OtherDesk on XStop guarding @OtherDesk on X');
    await press('Stop guarding @MyNewsroom');
    expect((await readSettings()).guarded).toEqual(['x@OtherDesk']);
  });

  it('say that no name is guarded', async () => {
    await show(<Options />, { report: report() });
    expect(words()).toContain('No name is guarded.');
  });

  test.each([
    [{ added: 'any@MyNewsroom' }, '@MyNewsroom is guarded.'],
    [{ problem: 'unreadable' }, 'No account could be read from this.'],
    [{ problem: 'short' }, 'names of fewer than 5 letters'],
    [{ problem: 'known' }, 'This name is already guarded.'],
    [{ problem: 'many' }, 'No more names can be guarded.'],
  ])('a name is answered with words: %j', async (reply, said) => {
    expect(await guard('@MyNewsroom', reply)).toEqual([{ name: '@MyNewsroom' }]);
    expect(words()).toContain(said);
  });

  it('a muted look-alike is called by its name', async () => {
    await writeSettings({ muted: [{ ...REF, since: '2026-11-21' }] });
    await show(<Options />, { report: report(), evidence: null });
    await press('Unmute: @press_tv0 on X');
    expect((await readSettings()).muted).toEqual([]);
  });
});
