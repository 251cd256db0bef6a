import type { ResemblanceEvidence } from '../look-alike-messages.ts';
import { resemblanceWords } from '../resemblance-sentences.ts';
import { SYMBOL_BOX, SYMBOLS } from '../symbols.ts';
import { t } from '../text.ts';
import { button } from './card-button.ts';
import { drawing, el } from './shadow.ts';

/** What the card says of an account that resembles another: which, how, and that it says nothing else. */
export function resemblanceBody(evidence: ResemblanceEvidence, onMute: () => void): HTMLElement {
  const { shown, title, known, how } = resemblanceWords(evidence);
  const icon = el('span', { class: 'icon look-alike' });
  icon.append(drawing(SYMBOLS['look-alike'], SYMBOL_BOX));
  return el(
    'section',
    {},
    el('header', {}, icon, el('div', {}, el('h2', {}, title), el('p', { class: 'name' }, shown))),
    el('p', { class: 'note' }, known),
    el('p', { class: 'note' }, t('labelled', t('resemblesHow'), how)),
    el('p', { class: 'note muted' }, t('resemblesNote')),
    el('div', { class: 'acts' }, button(t('mute'), onMute)),
  );
}
