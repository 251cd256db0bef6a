import { useEffect, useRef, useState } from 'preact/hooks';
import type { DossierRoute } from '../../dossier-path.ts';
import { t } from '../../text.ts';
import { focusResult } from './result-keys.ts';
import { go } from './use-route.ts';
import { useSlash } from './use-slash.ts';

/** Long enough that a word is typed in one go, short enough to be followed. Milliseconds. */
const PAUSE = 150;

/** Always at the top: what is typed shows at once, `/` leads here, the arrow down leads to the results. */
export function SearchBox({ route }: { route: DossierRoute | undefined }) {
  const searching = route?.page === 'search';
  const asked = searching ? route.query : '';
  const [text, setText] = useState(asked);
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // By a link, or back and forth: not while it is being typed.
  useEffect(() => {
    if (document.activeElement !== field.current) setText(asked);
  }, [asked]);
  useSlash(field);
  const ask = (query: string): void => {
    clearTimeout(timer.current);
    go({ page: 'search', query }, searching);
  };
  return (
    <search>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          ask(text);
        }}
      >
        <input
          ref={field}
          type="search"
          value={text}
          dir="auto"
          autocomplete="off"
          spellcheck={false}
          maxLength={500}
          aria-label={t('searchLabel')}
          placeholder={t('searchHint')}
          onInput={({ currentTarget: { value } }) => {
            setText(value);
            clearTimeout(timer.current);
            timer.current = setTimeout(() => ask(value), PAUSE);
          }}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown' && focusResult('first')) event.preventDefault();
          }}
        />
      </form>
    </search>
  );
}
