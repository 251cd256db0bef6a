import { useEffect, useState } from 'preact/hooks';
import type { Localised } from '../core/list-schema.ts';
import { send } from '../messages.ts';

/** What an active list calls an entity; undefined until it is known, and where no list holds it any more. */
export function useEntityLabel(list: string, entity: string): Localised | undefined {
  const [label, setLabel] = useState<Localised>();
  useEffect(() => {
    send('entityLabel', { list, entity }).then(
      (answer) => setLabel(answer ?? undefined),
      () => setLabel(undefined),
    );
  }, [list, entity]);
  return label;
}
