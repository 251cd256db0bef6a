import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DossierRoute } from '../../dossier-path.ts';
import { focusResult } from './result-keys.ts';
import { go } from './use-route.ts';

/** Long enough that a word is typed in one go, short enough to be followed. Milliseconds. */
const PAUSE = 150;

export interface SearchField {
  field: RefObject<HTMLInputElement | null>;
  text: string;
  type(value: string): void;
  /** At once, without waiting for more to be typed. */
  submit(): void;
  /** To the first result. @returns whether there is a way */
  goDown(): boolean;
}

/** What is typed becomes the address of a search, and the address of a search is what stands in the field. */
export function useSearchField(route: DossierRoute | undefined): SearchField {
  const searching = route?.page === 'search';
  const asked = searching ? route.query : '';
  const [text, setText] = useState(asked);
  const field = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const goesDown = useRef(false);
  useEffect(() => {
    // By a link, or back and forth: not while it is being typed.
    if (document.activeElement !== field.current) setText(asked);
    if (goesDown.current) focusResult('first');
    goesDown.current = false;
  }, [asked]);
  const ask = (query: string): void => {
    clearTimeout(timer.current);
    timer.current = undefined;
    go({ page: 'search', query }, searching);
  };
  const type = (value: string): void => {
    setText(value);
    goesDown.current = false;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => ask(value), PAUSE);
  };
  const goDown = (): boolean => {
    const typed = field.current?.value ?? '';
    if (timer.current === undefined || typed === asked) return focusResult('first');
    // The results that stand there are of the beginning of what was typed, and would go from under the focus.
    goesDown.current = true;
    ask(typed);
    return true;
  };
  return { field, text, type, submit: () => ask(text), goDown };
}
