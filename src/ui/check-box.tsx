import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { type CheckReply, MAX_CHECK_LENGTH } from '../evidence-messages.ts';
import { send } from '../messages.ts';
import { t } from '../text.ts';
import { CheckAnswers } from './check-answers.tsx';
import './check-box.css';

interface CheckBoxProps {
  /** Asked at once, where the reader has already said what. */
  question?: string;
}

/** "Is this listed?": handles, hashtags or addresses, a line each, answered from the lists on this machine. */
export function CheckBox({ question = '' }: CheckBoxProps) {
  const [text, setText] = useState(question);
  const { reply, failed, ask } = useCheck();
  const hint = useId();
  useEffect(() => {
    setText(question);
    if (question.trim() !== '') void ask(question);
  }, [question]);
  return (
    <div class="check">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void ask(text);
        }}
      >
        <textarea
          rows={Math.min(6, Math.max(2, text.split('\n').length))}
          dir="auto"
          value={text}
          maxLength={MAX_CHECK_LENGTH}
          spellcheck={false}
          autocomplete="off"
          autocapitalize="off"
          aria-label={t('checkLabel')}
          aria-describedby={hint}
          placeholder={t('checkExamples')}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
          onKeyDown={(event) => {
            // As in a field of one line; a new line is Shift and Enter.
            if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            void ask(text);
          }}
        />
        <button type="submit" class="main-act">
          {t('checkAct')}
        </button>
      </form>
      <p id={hint} class="from">
        {t('checkHint')}
      </p>
      <CheckAnswers reply={reply} failed={failed} />
    </div>
  );
}

function useCheck(): { reply: CheckReply | undefined; failed: boolean; ask(text: string): Promise<void> } {
  const [reply, setReply] = useState<CheckReply>();
  const [failed, setFailed] = useState(false);
  const last = useRef(0);
  const ask = async (text: string): Promise<void> => {
    const turn = ++last.current;
    const answer = await send('check', { text: text.slice(0, MAX_CHECK_LENGTH) }).catch(() => undefined);
    // The reader has asked something else since.
    if (turn !== last.current) return;
    setFailed(answer === undefined);
    setReply(answer);
  };
  return { reply, failed, ask };
}
