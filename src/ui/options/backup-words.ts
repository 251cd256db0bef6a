import { number, type TextKey, t } from '../../text.ts';
import type { BackupKey, BackupProblem, Change } from './backup-file.ts';

const TITLE: Record<BackupKey, TextKey> = {
  enabled: 'switchAll',
  sitesOff: 'sitesOff',
  sitesOn: 'sitesOn',
  markStyle: 'markStyle',
  personNames: 'personNames',
  muted: 'mutedNames',
  mutedEntities: 'mutedEntities',
  filters: 'filters',
  lookAlikes: 'lookAlikesSwitch',
  guarded: 'guarded',
  statistics: 'statistics',
  lists: 'lists',
};

const VALUE: Record<string, TextKey> = {
  true: 'on',
  false: 'off',
  chip: 'markChip',
  underline: 'markUnderline',
  clean: 'markClean',
  quiet: 'personQuiet',
  shown: 'personShown',
};

const PROBLEM: Record<BackupProblem, TextKey> = {
  'too-large': 'backupTooLarge',
  'no-json': 'backupNoJson',
  'other-file': 'backupOtherFile',
  newer: 'backupNewer',
  'bad-form': 'backupBadForm',
  unreadable: 'backupUnreadable',
};

/** `How marks look: “Clean page” instead of “Underline and label”`. */
export function changeWords(change: Change): string {
  return t('labelled', t(TITLE[change.key]), whatChanges(change));
}

function whatChanges(change: Change): string {
  switch (change.kind) {
    case 'value':
      return t('changeValue', valueWords(change.after), valueWords(change.before));
    case 'rows':
      return t('changeRows', number(change.added), number(change.removed));
    case 'other':
      return t('changeOrder');
  }
}

function valueWords(value: unknown): string {
  const key = VALUE[String(value)];
  return key === undefined ? String(value) : t(key);
}

/** What is wrong with the file, and that nothing of it was taken. */
export function problemOf(problem: BackupProblem): string {
  return `${t(PROBLEM[problem])} ${t('backupNothing')}`;
}
