import type { Verdict } from '../core/verdict.ts';
import { SYMBOL_BOX, SYMBOLS } from '../symbols.ts';
import { direction } from '../text.ts';
import { chipLabel, chipWords } from '../wording.ts';
import css from './chip.css?inline';
import { CHIP_TAG } from './chip-tag.ts';
import { drawing, el, shadowOn } from './shadow.ts';

/** What a chip looks like: the same for the same verdicts, so that it is redrawn only for a change. */
export interface ChipLook {
  verdicts: readonly Verdict[];
  /** The symbol alone, the words for screen readers: narrow places, and hashtags that are a person's name. */
  quiet: boolean;
  dark: boolean;
}

export interface Chip {
  host: HTMLElement;
  focus(): void;
  repaint(dark: boolean): void;
}

/**
 * A small button behind a name. Its words are drawn by the style sheet, not written as text: they are not
 * copied, searched or read by the page along with the site's own words.
 */
export function createChip(look: ChipLook, onOpen: (chip: Chip) => void): Chip {
  const [first] = look.verdicts;
  if (!first) throw new TypeError('a chip needs a verdict');
  const host = document.createElement(CHIP_TAG);
  const root = shadowOn(host, css);
  const label = look.verdicts.map(labelOf).join('; ');
  const more = look.verdicts.length > 1 ? ` +${look.verdicts.length - 1}` : '';
  const button = el('button', {
    type: 'button',
    'aria-label': label,
    'aria-haspopup': 'dialog',
    'data-words': look.quiet ? '' : chipWords(first) + more,
    class: `${first.kind} ${first.grade}${look.quiet ? ' quiet' : ''}`,
    dir: direction(),
  });
  button.append(drawing(SYMBOLS[first.kind], SYMBOL_BOX));
  root.append(button);
  const chip: Chip = {
    host,
    focus: () => button.focus(),
    repaint: (dark) => button.classList.toggle('dark', dark),
  };
  chip.repaint(look.dark);
  // The site must not take what is meant for the chip as meant for its post, or for the link around it.
  for (const type of OWN_EVENTS) {
    button.addEventListener(type, (event) => event.stopPropagation(), { passive: true });
  }
  // For the mouse alone: a title that was there from the first would be read out after the same words.
  button.addEventListener('mouseover', () => {
    button.title = label;
  });
  button.addEventListener('click', (event) => {
    event.preventDefault();
    // A page can send events of its own making; only the reader's count.
    if (event.isTrusted) onOpen(chip);
  });
  return chip;
}

/** The same name is marked again and again, and dates and countries take long to be written out. */
const labels = new WeakMap<Verdict, string>();

function labelOf(verdict: Verdict): string {
  const label = labels.get(verdict) ?? chipLabel(verdict);
  labels.set(verdict, label);
  return label;
}

const OWN_EVENTS =
  'click dblclick mousedown mouseup mouseover mousemove pointerdown pointerup pointerover pointermove touchstart keydown keyup'.split(
    ' ',
  );
