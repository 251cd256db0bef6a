import { useState } from 'preact/hooks';
import { browser } from '../../browser.ts';
import { hostPattern } from '../../host-pattern.ts';
import { send } from '../../messages.ts';
import { isolated, t } from '../../text.ts';

interface TurnOnProps {
  /** After the reader has granted it or not. */
  refresh(): void;
}

/** For the site that the tab shows. */
export function TurnOnHere({ host, refresh }: TurnOnProps & { host: string }) {
  return (
    <button type="button" class="main-act" onClick={() => turnOn(host, refresh)}>
      {t('turnOnSite', isolated(host))}
    </button>
  );
}

/** Beside a page the browser tells no address of a site without permission: there the reader says which it is. */
export function TurnOnNamed({ refresh }: TurnOnProps) {
  const [text, setText] = useState('');
  const [unfit, setUnfit] = useState(false);
  return (
    <form
      class="site-form"
      onSubmit={(event) => {
        event.preventDefault();
        const host = hostIn(text);
        setUnfit(host === undefined);
        if (host !== undefined) turnOn(host, refresh);
      }}
    >
      <p>{t('panelSite')}</p>
      <label>
        {t('siteField')}
        <input
          type="text"
          inputMode="url"
          dir="ltr"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          maxLength={2_000}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
        />
      </label>
      <button type="submit" class="main-act">
        {t('turnOn')}
      </button>
      <p role="status">{unfit && t('siteUnfit')}</p>
    </form>
  );
}

/** Asked in the click itself: browsers refuse it later. */
function turnOn(host: string, refresh: () => void): void {
  void browser.permissions
    .request({ origins: [hostPattern(host)] })
    .then((granted) => (granted ? send('turnSite', { host, on: true }) : undefined))
    .catch(() => undefined)
    .then(refresh);
}

/** A name or a whole address, as it is copied. */
function hostIn(text: string): string | undefined {
  const typed = text.trim();
  const url = URL.parse(typed.includes('://') ? typed : `https://${typed}`);
  // Names of a public site alone; numbers and local names have no letter behind their last dot.
  return url && /\.[a-z][a-z0-9-]*$/.test(url.hostname) ? url.hostname : undefined;
}
