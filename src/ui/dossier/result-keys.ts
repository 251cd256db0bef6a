/** Results are links: the arrows go from one to the next, across groups; up from the first leads to the field. */
export function onResultKey(event: KeyboardEvent): void {
  const moves: Record<string, () => boolean> = {
    ArrowDown: () => focusResult('next'),
    ArrowUp: () => focusResult('previous') || focusField(),
    Home: () => focusResult('first'),
    End: () => focusResult('last'),
    Escape: focusField,
  };
  if (event.ctrlKey || event.metaKey || event.altKey || !Object.hasOwn(moves, event.key)) return;
  if (moves[event.key]?.()) event.preventDefault();
}

/** @returns whether there is such a result */
export function focusResult(which: 'first' | 'last' | 'next' | 'previous'): boolean {
  const all = [...document.querySelectorAll<HTMLElement>('.results a[href]')];
  const now = all.indexOf(document.activeElement as HTMLElement);
  const at = { first: 0, last: all.length - 1, next: now + 1, previous: now < 0 ? -1 : now - 1 }[which];
  all[at]?.focus();
  return all[at] !== undefined;
}

function focusField(): boolean {
  const field = document.querySelector<HTMLElement>('input[type="search"]');
  field?.focus();
  return field !== null;
}
