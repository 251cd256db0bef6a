import type { Evidence } from '../core/evidence.ts';
import { LOOK_ALIKES } from '../core/look-alike-id.ts';
import type { ResemblanceEvidence } from '../look-alike-messages.ts';
import type { IdentifierRef } from '../messages.ts';
import { resemblanceWords } from '../resemblance-sentences.ts';
import { direction, isolated, localise, t } from '../text.ts';
import { identifierText } from '../wording.ts';
import { cardBody } from './card-body.ts';
import { button } from './card-button.ts';
import { CARD_CSS } from './card-style.ts';
import type { Chip } from './chip.ts';
import { resemblanceBody } from './resemblance-body.ts';
import { el, shadowOn } from './shadow.ts';
import { isPageDark } from './theme.ts';

const CARD_TAG = 'statemark-card';
/** Between card, chip and the window's edges. Pixels. */
const GAP = 6;
/** In a window with less room than this on either side, the card may cover the chip. Pixels. */
const LEAST_HEIGHT = 200;

export interface CardActions {
  evidence(ref: IdentifierRef): Promise<Evidence | null>;
  resemblance(ref: IdentifierRef): Promise<ResemblanceEvidence | null>;
  mute(ref: IdentifierRef): Promise<void>;
  /** All names of the entity whose this one is. */
  muteEntity(ref: IdentifierRef): Promise<void>;
  /** Takes the last mute back. */
  undoMute(): Promise<void>;
  openDossier(ref: IdentifierRef): Promise<void>;
}

/** The evidence, opened from a chip: in the top layer, closed by Escape or a click elsewhere. */
export class Card {
  private host: HTMLElement | undefined;
  /** What is listened to for the card that is open: a page that stays for days must not hold those closed. */
  private ended = new AbortController();
  /** It offers the way back from a mute: the page is read anew after one, and this must outlast that. */
  private undoing = false;
  private readonly actions: CardActions;

  constructor(actions: CardActions) {
    this.actions = actions;
  }

  async open(chip: Chip, refs: readonly IdentifierRef[], signal: AbortSignal): Promise<void> {
    this.close();
    this.undoing = false;
    const box = el('div', {
      class: 'card',
      // The reader's direction, whatever the page's: the sign that closes stands where the text leaves room for it.
      dir: direction(),
      role: 'dialog',
      popover: 'auto',
      tabindex: '-1',
      'aria-label': t('loadingEvidence'),
    });
    box.append(el('p', { class: 'muted' }, t('loadingEvidence')));
    const { host, root } = hostOf(CARD_CSS);
    this.host = host;
    this.ended = new AbortController();
    const { ended } = this;
    root.append(box);
    box.classList.toggle('dark', isPageDark());
    box.addEventListener('toggle', (event) => {
      if ((event as ToggleEvent).newState !== 'closed') return;
      host.remove();
      ended.abort();
      if (this.host === host) this.host = undefined;
      chip.focus();
    });
    for (const type of ['click', 'keydown', 'keyup', 'mousedown', 'pointerdown']) {
      box.addEventListener(type, (event) => event.stopPropagation());
    }
    document.documentElement.append(host);
    this.keepPlaced(box, chip);
    box.showPopover();
    place(box, chip.host);
    box.focus();
    signal.addEventListener('abort', () => this.undoing || this.close(), { once: true, signal: ended.signal });
    await this.fill(box, chip, refs);
  }

  /** A window that is made smaller, or a phone that is turned, must not leave the card outside. */
  private keepPlaced(box: HTMLElement, chip: Chip): void {
    addEventListener('resize', () => place(box, chip.host), { signal: this.ended.signal });
  }

  close(): void {
    this.ended.abort();
    this.host?.remove();
    this.host = undefined;
  }

  private async fill(box: HTMLElement, chip: Chip, refs: readonly IdentifierRef[]): Promise<void> {
    const answers = await Promise.allSettled(refs.map((ref) => this.ask(ref)));
    if (!box.isConnected) return;
    const held = answers.flatMap((answer) => (answer.status === 'fulfilled' && answer.value ? [answer.value] : []));
    const close = closeButton(box);
    box.replaceChildren(close, ...held.map((one) => this.body(box, one)));
    const failed = answers.some((answer) => answer.status === 'rejected');
    if (held.length === 0) box.append(el('p', {}, t(failed ? 'evidenceFailed' : 'evidenceGone')));
    const [first] = held;
    if (first) box.setAttribute('aria-label', titleOf(first));
    place(box, chip.host);
    close.focus({ preventScroll: true });
  }

  private ask(ref: IdentifierRef): Promise<Evidence | ResemblanceEvidence | null> {
    return ref.list === LOOK_ALIKES ? this.actions.resemblance(ref) : this.actions.evidence(ref);
  }

  private body(box: HTMLElement, evidence: Evidence | ResemblanceEvidence): HTMLElement {
    if ('tricks' in evidence) {
      const said = t('mutedOne', resemblanceWords(evidence).shown);
      return resemblanceBody(evidence, () => void this.mute(box, said, () => this.actions.mute(evidence.ref)));
    }
    const { list, identifier, entity } = evidence;
    const ref = { list: list.id, identifier: identifier.id };
    const ofName = t('mutedOne', identifierText(identifier));
    const ofEntity = t('mutedEntityOne', isolated(localise(entity.label)));
    return cardBody(evidence, {
      mute: () => void this.mute(box, ofName, () => this.actions.mute(ref)),
      muteEntity: () => void this.mute(box, ofEntity, () => this.actions.muteEntity(ref)),
      dossier: () => void this.act(box, () => this.actions.openDossier(ref)),
    });
  }

  /** What was muted is no longer marked, so that the way back is here or nowhere in the page. */
  private async mute(box: HTMLElement, said: string, ask: () => Promise<void>): Promise<void> {
    this.undoing = true;
    if (!(await attempt(box, ask))) {
      this.undoing = false;
      return;
    }
    const undo = button(t('undo'), () => void this.act(box, () => this.actions.undoMute()));
    box.setAttribute('aria-label', said);
    box.replaceChildren(
      closeButton(box),
      el(
        'section',
        {},
        el('p', { class: 'done', role: 'status' }, said),
        el('p', { class: 'note muted' }, t('mutedReview')),
        el('div', { class: 'acts' }, undo),
      ),
    );
    undo.focus({ preventScroll: true });
  }

  private async act(box: HTMLElement, ask: () => Promise<void>): Promise<void> {
    if (await attempt(box, ask)) box.hidePopover();
  }
}

/** @returns whether it was done; the reader must not believe so where it was not */
async function attempt(box: HTMLElement, ask: () => Promise<void>): Promise<boolean> {
  try {
    await ask();
    return true;
  } catch {
    // Why it failed is told by the background's own console.
    if (!box.querySelector('[role="alert"]')) {
      box.append(el('p', { class: 'note', role: 'alert' }, t('cardFailed')));
    }
    return false;
  }
}

function closeButton(box: HTMLElement): HTMLElement {
  const close = el('button', { type: 'button', class: 'close', 'aria-label': t('close') }, '×');
  close.addEventListener('click', () => box.hidePopover());
  return close;
}

/** A page can make an element of our name its own, with a shadow of its own: then a plain one does. */
function hostOf(css: string): { host: HTMLElement; root: ShadowRoot } {
  for (const name of [CARD_TAG, 'div']) {
    try {
      const host = document.createElement(name);
      return { host, root: shadowOn(host, css) };
    } catch {}
  }
  throw new Error('no element can hold the card');
}

function titleOf(evidence: Evidence | ResemblanceEvidence): string {
  if ('tricks' in evidence) return resemblanceWords(evidence).title;
  return t('evidenceTitle', localise(evidence.entity.label));
}

/** Below the chip where there is room, else on the side with more of it; never over the chip, never beyond the window. */
function place(box: HTMLElement, chip: HTMLElement): void {
  // Its mark may be gone, after a mute: then it stays where it is.
  if (!chip.isConnected) return;
  const anchor = (chip.getClientRects()[0] ?? chip.getBoundingClientRect()) as DOMRect;
  box.style.removeProperty('max-height');
  const { offsetWidth: width, offsetHeight: height } = box;
  const below = innerHeight - anchor.bottom - 2 * GAP;
  const above = anchor.top - 2 * GAP;
  const isBelow = height <= below || below >= above;
  const room = Math.max(isBelow ? below : above, LEAST_HEIGHT);
  const top = isBelow ? anchor.bottom + GAP : anchor.top - GAP - Math.min(height, room);
  const wished = direction() === 'rtl' ? anchor.right - width : anchor.left;
  const left = Math.min(Math.max(GAP, wished), Math.max(GAP, innerWidth - width - GAP));
  if (height > room) box.style.setProperty('max-height', `${room}px`);
  box.style.setProperty('top', `${Math.max(GAP, top)}px`);
  box.style.setProperty('left', `${left}px`);
}
