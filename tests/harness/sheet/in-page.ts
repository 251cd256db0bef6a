import { LOOK_ALIKES } from '../../../src/core/look-alike-id.ts';
import type { Grade, Verdict, VerdictKind } from '../../../src/core/verdict.ts';
import { send } from '../../../src/messages.ts';
import { Card } from '../../../src/page/card.ts';
import { type Chip, createChip } from '../../../src/page/chip.ts';
import { isPageDark } from '../../../src/page/theme.ts';
import { direction, language } from '../../../src/text.ts';

/**
 * Draws in a page what our script draws in the pages of networks: marks, and a card. Roots are open here, so that
 * what is in them can be looked at; nothing else is other than for readers.
 */
export type InPage = 'marks' | 'card' | 'card-of-nothing' | 'card-without-answer' | 'card-that-looks';

const { attachShadow } = Element.prototype;
Element.prototype.attachShadow = function (init) {
  return attachShadow.call(this, { ...init, mode: 'open' });
};

const KINDS: readonly VerdictKind[] = ['state', 'outlet', 'operation', 'hashtag', 'site', 'look-alike'];
const GRADES: readonly Grade[] = ['confirmed', 'alleged', 'disputed'];

function verdict(kind: VerdictKind, grade: Grade): Verdict {
  const name = kind === 'look-alike' ? '@PressTV' : 'Press TV';
  return { list: 'seed-documents', identifier: 'a-presstv', entity: 'e-presstv', name, kind, grade, country: 'IR' };
}

function marked(text: string, verdicts: Verdict[], quiet = false): { line: HTMLElement; chip: Chip } {
  const line = document.createElement('p');
  const link = document.createElement('a');
  link.href = 'https://x.com/PressTV';
  link.textContent = text;
  const chip = createChip({ verdicts, quiet, dark: isPageDark() }, () => undefined);
  line.append(link, chip.host);
  return { line, chip };
}

function drawMarks(main: HTMLElement): void {
  for (const kind of KINDS) {
    for (const grade of GRADES) {
      const shown = kind === 'hashtag' ? '#QassemSoleimani' : '@PressTV';
      main.append(marked(shown, [verdict(kind, grade)]).line);
    }
  }
  main.append(marked('#سردار_دلها', [verdict('hashtag', 'alleged')], true).line);
  main.append(marked('@PressTV', [{ ...verdict('state', 'confirmed'), until: '2026-02-28' }]).line);
  main.append(marked('@PressTV', [verdict('outlet', 'confirmed'), verdict('operation', 'disputed')]).line);
}

/** Of what the scene says is on the tab; where that is nothing, of a look-alike. */
async function drawCard(main: HTMLElement, drawn: InPage): Promise<void> {
  main.className = 'with-card';
  const { line, chip } = marked('@PressTV', [verdict('outlet', 'confirmed')]);
  main.append(line);
  const { matches } = await send('tabReport', { tab: 7 });
  const refs = matches.map(({ evidence: { list, identifier } }) => ({ list: list.id, identifier: identifier.id }));
  const done = async (): Promise<void> => undefined;
  const card = new Card({
    async evidence({ identifier }) {
      if (drawn === 'card-that-looks') return new Promise(() => undefined);
      if (drawn === 'card-without-answer') throw new Error('Could not establish connection.');
      return matches.find((match) => match.evidence.identifier.id === identifier)?.evidence ?? null;
    },
    resemblance: (ref) => send('resemblance', ref),
    mute: done,
    muteEntity: done,
    undoMute: done,
    openDossier: done,
  });
  const wanted = drawn === 'card-of-nothing' ? [{ list: 'gone', identifier: 'gone' }] : refs;
  const alike = [{ list: LOOK_ALIKES, identifier: 'x@press_tv' }];
  await card.open(chip, wanted.length > 0 ? wanted : alike, new AbortController().signal);
}

document.documentElement.lang = language();
document.documentElement.dir = direction();
const { inPage } = globalThis as unknown as { inPage: InPage };
const main = document.createElement('main');
const heading = document.createElement('h1');
heading.textContent = 'Posts';
main.append(heading);
document.body.append(main);
if (inPage === 'marks') drawMarks(main);
else void drawCard(main, inPage);
