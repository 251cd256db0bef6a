import { useEffect, useRef } from 'preact/hooks';
import { t } from '../text.ts';

export interface ToastMessage {
  text: string;
  undo?: () => void;
}

/** What just happened, with the way back. It takes the focus, because what had it is gone. */
export function Toast({ message, close }: { message: ToastMessage | undefined; close(): void }) {
  const undo = useRef<HTMLButtonElement>(null);
  useEffect(() => undo.current?.focus(), [message]);
  return (
    <div role="status" class={message ? 'toast' : 'toast empty'}>
      {message && (
        <>
          <span>{message.text}</span>
          {message.undo && (
            <button
              type="button"
              class="act"
              ref={undo}
              onClick={() => {
                message.undo?.();
                close();
              }}
            >
              {t('undo')}
            </button>
          )}
          <button type="button" class="act" onClick={close}>
            {t('close')}
          </button>
        </>
      )}
    </div>
  );
}
