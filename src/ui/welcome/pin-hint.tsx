import { useEffect, useState } from 'preact/hooks';
import { browser } from '../../browser.ts';
import { type TextKey, t } from '../../text.ts';

/** How to keep the button in sight, as each browser has it. Nothing where it is in sight already. */
export function PinHint() {
  const hint = usePinHint();
  if (hint === undefined) return null;
  return (
    <section>
      <h2>{t('pinTitle')}</h2>
      <p>{t(hint)}</p>
    </section>
  );
}

type WithUserSettings = { getUserSettings?: () => Promise<{ isOnToolbar?: boolean }> };

function usePinHint(): TextKey | undefined {
  const [hint, setHint] = useState<TextKey>();
  useEffect(() => {
    void pinHint().then(setHint);
  }, []);
  return hint;
}

async function pinHint(): Promise<TextKey | undefined> {
  const { os } = await browser.runtime.getPlatformInfo();
  if (os === 'android') return 'pinAndroid';
  const action = browser.action as WithUserSettings;
  // A browser that cannot tell gets the hint: it is short, and true all the same.
  const settings = await action.getUserSettings?.().catch(() => undefined);
  if (settings?.isOnToolbar === true) return undefined;
  return browser.runtime.getURL('').startsWith('moz-extension:') ? 'pinFirefox' : 'pinChrome';
}
