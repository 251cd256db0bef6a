import { useState } from 'preact/hooks';
import { browser } from '../../browser.ts';
import { hostPattern } from '../../host-pattern.ts';
import { t } from '../../text.ts';
import type { From, Problem } from './offer.ts';
import { readFile } from './read-file.ts';

interface FormProps {
  busy: boolean;
  see(from: From): Promise<void>;
  refuse(problem: Problem): void;
}

/** The permission is asked for in the click itself, before anything is fetched. */
export function AddressForm({ busy, see, refuse }: FormProps) {
  const [typed, setTyped] = useState('');
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const url = URL.parse(typed.trim());
    if (url?.protocol !== 'https:') return refuse({ problem: 'bad-address' });
    const allowed = await browser.permissions.request({ origins: [hostPattern(url.hostname)] }).catch(() => false);
    if (!allowed) return refuse({ problem: 'no-permission' });
    await see({ address: url.href });
  };
  return (
    <form class="add-form" onSubmit={(event) => void submit(event)}>
      <label>
        {t('addAddress')}
        <input
          type="url"
          dir="ltr"
          required
          maxLength={512}
          autocomplete="off"
          spellcheck={false}
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="act" disabled={busy}>
        {t('addLook')}
      </button>
    </form>
  );
}

/** A list that was carried by hand, or sent. */
export function FileForm({ busy, see, refuse }: FormProps) {
  const take = async (input: HTMLInputElement): Promise<void> => {
    const [file] = input.files ?? [];
    if (!file) return;
    const read = await readFile(file).catch((error: unknown) => ({
      problem: 'bad-form' as const,
      detail: String(error),
    }));
    // The same file can be chosen again after it was mended.
    input.value = '';
    if (typeof read === 'string') await see({ file: read });
    else refuse(read);
  };
  return (
    <label class="add-form">
      {t('addFile')}
      <input type="file" accept=".statemark" disabled={busy} onChange={(event) => void take(event.currentTarget)} />
    </label>
  );
}
