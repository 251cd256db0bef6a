import type { DossierRoute } from '../../dossier-path.ts';
import { t } from '../../text.ts';
import { useSearchField } from './use-search-field.ts';
import { useSlash } from './use-slash.ts';

/** Always at the top: what is typed shows at once, `/` leads here, the arrow down leads to the results. */
export function SearchBox({ route }: { route: DossierRoute | undefined }) {
  const { field, text, type, submit, goDown } = useSearchField(route);
  useSlash(field);
  return (
    <search>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
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
          onInput={({ currentTarget: { value } }) => type(value)}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown' && goDown()) event.preventDefault();
          }}
        />
      </form>
    </search>
  );
}
