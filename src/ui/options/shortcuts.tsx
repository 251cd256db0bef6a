import { useEffect, useState } from 'preact/hooks';
import { browser } from '../../browser.ts';
import { t } from '../../text.ts';

interface Shortcut {
  description: string;
  /** Empty where the browser or the reader has set none. */
  keys: string;
}

/** Where Chrome keeps the keys of extensions; Firefox opens its own page by a function. */
const CHROME_KEYS = 'chrome://extensions/shortcuts';

/** The keys as they are now, and the way to change them. Nothing where there are none (phones). */
export function Shortcuts() {
  const shortcuts = useShortcuts();
  if (shortcuts.length === 0) return null;
  return (
    <section>
      <h2>{t('shortcuts')}</h2>
      <ul class="rows">
        {shortcuts.map(({ description, keys }) => (
          <li key={description} class="setting-row">
            <span>{description}</span>
            {keys === '' ? <span class="from">{t('shortcutNone')}</span> : <kbd dir="ltr">{keys}</kbd>}
          </li>
        ))}
      </ul>
      <button type="button" class="act" onClick={openKeys}>
        {t('shortcutsChange')}
      </button>
    </section>
  );
}

function openKeys(): void {
  const { commands } = browser as unknown as { commands: { openShortcutSettings?: () => Promise<void> } };
  if (commands.openShortcutSettings) void commands.openShortcutSettings();
  else void browser.tabs.create({ url: CHROME_KEYS });
}

function useShortcuts(): readonly Shortcut[] {
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>([]);
  useEffect(() => {
    if (!('commands' in browser)) return;
    void browser.commands
      .getAll()
      .then((all) =>
        setShortcuts(
          all.flatMap(({ description, shortcut = '' }) => (description ? [{ description, keys: shortcut }] : [])),
        ),
      );
  }, []);
  return shortcuts;
}
