import type { Localised } from '../core/list-schema.ts';
import { localise, written } from '../text.ts';

/** A list's own text, said to be in the language that it is in. */
export function LocalText({ text }: { text: Localised }) {
  return <bdi {...written(text)}>{localise(text)}</bdi>;
}
