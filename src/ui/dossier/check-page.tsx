import { useEffect, useState } from 'preact/hooks';
import { askedBefore } from '../../asked.ts';
import { t } from '../../text.ts';
import { CheckBox } from '../check-box.tsx';
import { Page } from './page.tsx';

/** "Is this listed?" as a page of the dossier: where the context menu and the address bar lead. */
export function CheckPage({ query, asked }: { query: string; asked?: string | undefined }) {
  const [question, setQuestion] = useState(query);
  useEffect(() => {
    setQuestion(query);
    if (asked !== undefined) void askedBefore(asked).then((text = '') => setQuestion(text));
  }, [query, asked]);
  return (
    <Page title={t('checkTitle')}>
      <CheckBox question={question} />
    </Page>
  );
}
