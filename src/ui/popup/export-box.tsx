import { useState } from 'preact/hooks';
import { browser } from '../../browser.ts';
import { type ExportHead, exportCsv, exportJson, exportName } from '../../core/export.ts';
import type { SessionMatch } from '../../evidence-messages.ts';
import { send, type TabReport } from '../../messages.ts';
import { plural, t } from '../../text.ts';
import { dotted } from '../../wording.ts';
import { Disclosure } from '../disclosure.tsx';
import { saveFile } from '../save-file.ts';
import './export-box.css';

type Scope = ExportHead['scope'];

/** What was found, as a file for those who count and cite it. Made here, saved by the browser, sent nowhere. */
export function ExportBox({ report }: { report: TabReport | undefined }) {
  const [scope, setScope] = useState<Scope>('page');
  const [withHosts, setWithHosts] = useState(false);
  const [told, setTold] = useState('');
  const save = async (ending: 'csv' | 'json'): Promise<void> => {
    const matches = await found(scope, report).catch(() => undefined);
    setTold(matches ? saveMatches(matches, ending, scope, withHosts) : t('exportFailed'));
  };
  return (
    <Disclosure title={t('exportTitle')}>
      <div class="export">
        <fieldset>
          <legend>{t('exportWhat')}</legend>
          <ScopeChoice value="page" title={t('exportPage')} why={t('exportPageWhy')} scope={scope} set={setScope} />
          <ScopeChoice
            value="open-tabs"
            title={t('exportSession')}
            why={t('exportSessionWhy')}
            scope={scope}
            set={setScope}
          />
        </fieldset>
        <label class="choice">
          <input type="checkbox" checked={withHosts} onChange={() => setWithHosts(!withHosts)} />
          <span>
            <b>{t('exportHost')}</b>
            <span class="from">{t('exportHostWhy')}</span>
          </span>
        </label>
        <p class="from">{t('exportNote')}</p>
        <p class="actions">
          <button type="button" class="act" onClick={() => void save('csv')}>
            {t('exportCsv')}
          </button>
          <button type="button" class="act" onClick={() => void save('json')}>
            {t('exportJson')}
          </button>
        </p>
        <p role="status">{told}</p>
      </div>
    </Disclosure>
  );
}

async function found(scope: Scope, report: TabReport | undefined): Promise<SessionMatch[]> {
  if (scope === 'open-tabs') return (await send('sessionReport', null)).matches;
  const { matches = [], host } = report ?? {};
  return matches.map((match) => ({ ...match, hosts: host === undefined ? [] : [host] }));
}

/** @returns what was saved, in words */
function saveMatches(all: readonly SessionMatch[], ending: 'csv' | 'json', scope: Scope, withHosts: boolean): string {
  const matches = all.filter(({ filtered }) => !filtered);
  const hiddenByFilters = all.length - matches.length;
  const left = hiddenByFilters > 0 ? plural('exportLeftOut', hiddenByFilters) : undefined;
  if (matches.length === 0) return left ?? t('exportNone');
  const version = browser.runtime.getManifest().version;
  const head: ExportHead = { made: new Date().toISOString(), version, scope, withHosts, hiddenByFilters };
  const text = ending === 'csv' ? exportCsv(head, matches) : exportJson(head, matches);
  saveFile(exportName(head, ending), ending === 'csv' ? 'text/csv' : 'application/json', text);
  return dotted([plural('exported', matches.length), left]);
}

interface ScopeChoiceProps {
  value: Scope;
  title: string;
  why: string;
  scope: Scope;
  set(scope: Scope): void;
}

function ScopeChoice({ value, title, why, scope, set }: ScopeChoiceProps) {
  return (
    <label class="choice">
      <input type="radio" name="export-scope" value={value} checked={value === scope} onChange={() => set(value)} />
      <span>
        <b>{title}</b>
        <span class="from">{why}</span>
      </span>
    </label>
  );
}
