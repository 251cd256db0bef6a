import { useState } from 'preact/hooks';
import { browser } from '../../browser.ts';
import { hostPattern } from '../../host-pattern.ts';
import { send } from '../../messages.ts';
import type { Settings } from '../../settings.ts';
import { isolated, plural, t } from '../../text.ts';
import { listed } from '../../wording.ts';
import { ConfirmedAct } from '../confirmed-act.tsx';
import { saveFile } from '../save-file.ts';
import { Toast, type ToastMessage } from '../toast.tsx';
import {
  type Backup,
  backupName,
  changesOf,
  defaultBackup,
  MOST_BYTES,
  type ReadBackup,
  readBackup,
  writeBackup,
} from './backup-file.ts';
import { changeWords, problemOf } from './backup-words.ts';

/** Settings to a file, back from one with a look before, and to the defaults. */
export function BackupSection({ settings }: { settings: Settings | undefined }) {
  const [read, setRead] = useState<ReadBackup>();
  const [toast, setToast] = useState<ToastMessage>();
  if (settings === undefined) return null;
  const apply = async (backup: Backup, done: string): Promise<void> => {
    const undo = await restore(settings, backup).catch(() => undefined);
    setRead(undefined);
    setToast(undo ? { text: done, undo } : { text: t('backupFailed') });
  };
  return (
    <section>
      <h2>{t('backup')}</h2>
      <p class="from">{t('backupWhy')}</p>
      <div class="setting-row">
        <button type="button" class="act" onClick={() => save(settings)}>
          {t('backupSave')}
        </button>
      </div>
      <FileField choose={(file) => readFile(file).then(setRead)} />
      <div role="status">{read && !read.ok && <Refused why={read} />}</div>
      {read?.ok && (
        <Preview
          settings={settings}
          backup={read.backup}
          apply={() => void apply(read.backup, t('backupApplied'))}
          cancel={() => setRead(undefined)}
        />
      )}
      <div class="setting-row">
        <ConfirmedAct
          title={t('reset')}
          why={t('resetWhy')}
          yes={t('resetAct')}
          act={() => void apply(defaultBackup(), t('resetDone'))}
        />
      </div>
      <Toast message={toast} close={() => setToast(undefined)} />
    </section>
  );
}

function FileField({ choose }: { choose(file: File): Promise<void> }) {
  return (
    <label class="file-field">
      {t('backupRead')}
      <input
        type="file"
        accept="application/json,.json"
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // Emptied, so that the same file can be chosen again once it is mended.
          if (file) void choose(file).finally(() => (currentTarget.value = ''));
        }}
      />
    </label>
  );
}

function Refused({ why: { problem, detail } }: { why: Exclude<ReadBackup, { ok: true }> }) {
  return (
    <div class="weigh">
      <p>{problemOf(problem)}</p>
      {detail && (
        <p class="from" dir="ltr">
          {detail}
        </p>
      )}
    </div>
  );
}

interface PreviewProps {
  settings: Settings;
  backup: Backup;
  apply(): void;
  cancel(): void;
}

function Preview({ settings, backup, apply, cancel }: PreviewProps) {
  const changes = changesOf(settings, backup);
  const sites = newSites(settings, backup).map(isolated);
  return (
    <section class="weigh" aria-label={t('backupPreview')}>
      <h3>{changes.length === 0 ? t('backupSame') : t('backupPreview')}</h3>
      <ul>
        {changes.map((change) => (
          <li key={change.key}>{changeWords(change)}</li>
        ))}
      </ul>
      {sites.length > 0 && <p>{t('backupAsks', listed(sites))}</p>}
      <p class="actions">
        {changes.length > 0 && (
          <button type="button" class="main-act" onClick={apply}>
            {plural('backupApply', changes.length)}
          </button>
        )}
        <button type="button" class="act" onClick={cancel}>
          {changes.length > 0 ? t('backupCancel') : t('close')}
        </button>
      </p>
    </section>
  );
}

function save(settings: Settings): void {
  const made = new Date().toISOString();
  const text = writeBackup(settings, made, browser.runtime.getManifest().version);
  saveFile(backupName(made), 'application/json', text);
}

async function readFile(file: File): Promise<ReadBackup> {
  if (file.size > MOST_BYTES) return { ok: false, problem: 'too-large' };
  return file.text().then(readBackup, () => ({ ok: false, problem: 'unreadable' }));
}

function newSites({ sitesOn }: Settings, { sitesOn: wanted = [] }: Backup): string[] {
  return wanted.filter((site) => !sitesOn.includes(site));
}

/**
 * Sites first: browsers ask for a permission only in the click itself. Those that are not granted stay off.
 * @returns the way back to how everything was
 */
async function restore(before: Settings, { sitesOn = [], ...settings }: Backup): Promise<() => void> {
  const sites = newSites(before, { sitesOn });
  const granted =
    sites.length > 0 && (await browser.permissions.request({ origins: sites.map(hostPattern) }).catch(() => false));
  const turn = (on: boolean) => Promise.allSettled(sites.map((host) => send('turnSite', { host, on })));
  await send('restoreSettings', settings);
  if (granted) await turn(true);
  const { version: _, sitesOn: __, ...all } = before;
  return () => {
    void send('restoreSettings', all);
    if (granted) void turn(false);
  };
}
