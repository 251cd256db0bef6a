import type { Localised } from '../../core/list-schema.ts';
import { language, localise } from '../../text.ts';

/**
 * A list's own text, said to be in the language that it is in: lists may have English alone. Its direction is
 * the language's and not its first letter's: a Persian sentence may begin with an English name.
 */
export function LocalText({ text }: { text: Localised }) {
  const lang = languageOf(text);
  return (
    <bdi dir={RTL.has(lang) ? 'rtl' : 'ltr'} lang={lang}>
      {localise(text)}
    </bdi>
  );
}

const RTL: ReadonlySet<string> = new Set(['fa', 'ar']);

function languageOf(text: Localised): string {
  const wanted = language().split('-')[0] ?? 'en';
  return Object.hasOwn(text, wanted) ? wanted : 'en';
}
