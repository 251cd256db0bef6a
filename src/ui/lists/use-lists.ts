import { useCallback, useEffect, useState } from 'preact/hooks';
import { browser } from '../../browser.ts';
import { type ListState, UPDATE_PROGRESS, type UpdateProgress } from '../../list-messages.ts';
import { send } from '../../messages.ts';

/** Storage changes in bursts while a list is installed: one question is enough for a burst. */
const BURST_MS = 80;

interface UseLists {
  /** Undefined until the background has answered. */
  lists: ListState[] | undefined;
  failed: boolean;
  progress: UpdateProgress | undefined;
  ask(): void;
}

/** Every installed list and the update that is under way, asked again whenever something is stored. */
export function useLists(): UseLists {
  const [lists, setLists] = useState<ListState[]>();
  const [failed, setFailed] = useState(false);
  const [progress, setProgress] = useState<UpdateProgress>();
  const ask = useCallback(() => {
    send('listStates', null).then(
      (answer) => {
        setLists(answer);
        setFailed(false);
      },
      () => setFailed(true),
    );
  }, []);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const listener = (changes: Record<string, { newValue?: unknown }>): void => {
      const change = changes[UPDATE_PROGRESS];
      if (change) setProgress(change.newValue as UpdateProgress | undefined);
      clearTimeout(timer);
      timer = setTimeout(ask, BURST_MS);
    };
    browser.storage.onChanged.addListener(listener);
    ask();
    // An update may be under way already.
    void browser.storage.session
      .get(UPDATE_PROGRESS)
      .then((stored) => setProgress(stored[UPDATE_PROGRESS] as UpdateProgress | undefined));
    return () => {
      clearTimeout(timer);
      browser.storage.onChanged.removeListener(listener);
    };
  }, [ask]);
  return { lists, failed, progress, ask };
}
