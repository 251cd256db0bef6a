import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../text.ts';

interface ConfirmedActProps {
  /** What the first button offers, and the question is called. */
  title: string;
  /** What is lost. */
  why: string;
  /** What the second button does. */
  yes: string;
  act(): void;
}

/** A step not to be taken by mistake is asked for twice. The way back takes the focus: what had it is gone. */
export function ConfirmedAct({ title, why, yes, act }: ConfirmedActProps) {
  const [asked, setAsked] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asked) keep.current?.focus();
  }, [asked]);
  if (!asked) {
    return (
      <button type="button" class="act" onClick={() => setAsked(true)}>
        {title}
      </button>
    );
  }
  return (
    <fieldset>
      <legend>{title}</legend>
      <p>{why}</p>
      <p class="actions">
        <button type="button" class="act" ref={keep} onClick={() => setAsked(false)}>
          {t('keep')}
        </button>
        <button
          type="button"
          class="act"
          onClick={() => {
            setAsked(false);
            act();
          }}
        >
          {yes}
        </button>
      </p>
    </fieldset>
  );
}
