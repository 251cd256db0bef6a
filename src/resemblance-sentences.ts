import type { Trick } from './core/look-alike-trick.ts';
import type { ResemblanceEvidence } from './look-alike-messages.ts';
import { isolated, localise, t } from './text.ts';
import { identifierWhere, listed } from './wording.ts';

/** A look-alike in words, in the order that every surface keeps: what, which account, how, what it does not say. */
export interface ResemblanceWords {
  /** `@press_tv on X` */
  shown: string;
  /** `Resembles @PressTV, but is a different name` */
  title: string;
  /** `@PressTV on X is in the list “…”, as Press TV.` */
  known: string;
  /** `an added “_”, a zero for the letter O` */
  how: string;
}

export function resemblanceWords({ of, shown, tricks, listTitle, entityLabel }: ResemblanceEvidence): ResemblanceWords {
  const known = accountWhere(of);
  return {
    shown: accountWhere(shown),
    title: t('resembles', isolated(`@${of.name}`)),
    known:
      listTitle && entityLabel
        ? t('resemblesListed', known, isolated(localise(entityLabel)), isolated(localise(listTitle)))
        : t('resemblesGuarded', known),
    how: listed(tricks.map(trickWords)),
  };
}

/** `@name on X`; a name on every network is a name alone. */
export function accountWhere({ platform, name }: { platform: string; name: string }): string {
  return identifierWhere({ kind: 'account', platform: platform as 'x', value: name });
}

function trickWords(trick: Trick): string {
  switch (trick.kind) {
    case 'letters':
      return lettersWords(trick.shown, trick.instead);
    case 'separator-other':
      return t('trickLetters', isolated(trick.shown), isolated(trick.instead));
    case 'alphabet':
      return t('trickAlphabet', isolated(trick.shown), isolated(trick.instead));
    case 'accent':
      return t('trickAccent', isolated(trick.shown));
    case 'separator-added':
      return t('trickAdded', isolated(trick.sign));
    case 'separator-left-out':
      return t('trickLeftOut', isolated(trick.sign));
    case 'doubled':
      return t('trickDoubled', isolated(trick.letter));
    case 'undoubled':
      return t('trickUndoubled', isolated(trick.letter));
    case 'added':
      return t('trickAdded', isolated(trick.word));
  }
}

function lettersWords(shown: string, instead: string): string {
  if (shown === '0' && instead === 'o') return t('trickZero');
  if (shown === 'o' && instead === '0') return t('trickLetterO');
  return t('trickLetters', isolated(shown), isolated(instead));
}
