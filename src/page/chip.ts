import type { Verdict } from '../core/verdict.ts';
import { SYMBOL_BOX, SYMBOLS } from '../symbols.ts';
import { direction } from '../text.ts';
import { chipLabel, chipWords } from '../wording.ts';
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
  const root = shadowOn(host, CSS_TEXT);
  const more = look.verdicts.length > 1 ? ` +${look.verdicts.length - 1}` : '';
  const button = el('button', {
    type: 'button',
    'aria-label': look.verdicts.map(chipLabel).join('; '),
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
  button.addEventListener('click', (event) => {
    event.preventDefault();
    // A page can send events of its own making; only the reader's count.
    if (event.isTrusted) onOpen(chip);
  });
  return chip;
}

const OWN_EVENTS =
  'click dblclick mousedown mouseup mouseover mousemove pointerdown pointerup pointerover pointermove touchstart keydown keyup'.split(
    ' ',
  );

// The gap is on the side of the name: the text around it, and not the chip's own words, says which that is.
const CSS_TEXT = `
:host { all: initial !important; display: inline !important; margin-inline-start: 3px !important; }
button {
  all: unset; box-sizing: border-box; position: relative; display: inline-flex; align-items: center; gap: 3px;
  block-size: 17px; max-inline-size: 190px; margin: -4px 1px; padding-inline: 4px 5px; vertical-align: middle;
  border: 1px solid currentColor; border-radius: 5px; cursor: pointer; color: var(--ink); background: var(--paper);
  font: 600 11px/15px system-ui, sans-serif; white-space: nowrap; user-select: none; -webkit-user-select: none;
  --paper: #fff; --ink: #3a4fb8;
}
button::before { content: ''; position: absolute; inset: -4px -2px; }
button::after { content: attr(data-words); overflow: hidden; text-overflow: ellipsis; }
button.quiet::after { content: none; }
button.quiet { padding-inline: 2px; }
svg { inline-size: 12px; block-size: 12px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.7; stroke-linecap: round; stroke-linejoin: round; }
.outlet { --ink: #0b6b74; } .hashtag { --ink: #7a4a00; } .operation { --ink: #7b2f86; } .site { --ink: #3d5a1e; } .look-alike { --ink: #4a5462; border-style: dotted; }
.alleged, .disputed { border-style: dashed; }
.dark { --paper: #0b0f14; --ink: #9fb0ff; }
.dark.outlet { --ink: #6fd0da; } .dark.hashtag { --ink: #f0bd6a; } .dark.operation { --ink: #e2a5ec; } .dark.site { --ink: #b3d58a; } .dark.look-alike { --ink: #c5ccd8; }
button:hover { background: color-mix(in srgb, var(--ink) 12%, var(--paper)); }
button:focus-visible { outline: 2px solid #1d4ed8; outline-offset: 1px; }
.dark:focus-visible { outline-color: #93b4ff; }
@media (forced-colors: active) { button { color: ButtonText; background: ButtonFace; } button:focus-visible { outline-color: Highlight; } }
@media print { button { display: none; } }
`;
