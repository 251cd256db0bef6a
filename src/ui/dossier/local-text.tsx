import type { Localised } from '../../core/list-schema.ts';
import { language, localise } from '../../text.ts';

/** A list's own text, said to be in the language that it is in: lists may have English alone. */
export function LocalText({ text }: { text: Localised }) {
  return (
    <bdi dir="auto" lang={languageOf(text)}>
      {localise(text)}
    </bdi>
  );
}

export function languageOf(text: Localised): string {
  const wanted = language().split('-')[0] ?? 'en';
  return Object.hasOwn(text, wanted) ? wanted : 'en';
}
