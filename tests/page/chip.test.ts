// @vitest-environment happy-dom
import '../fakes/page.ts';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Verdict } from '../../src/core/verdict.ts';
import { type ChipLook, createChip } from '../../src/page/chip.ts';
import { fake } from '../fakes/browser.ts';
import { installPage } from '../fakes/page.ts';

const OUTLET: Verdict = {
  list: 'sample',
  identifier: 'a-outlet',
  entity: 'e-outlet',
  name: 'Sample Outlet',
  kind: 'outlet',
  grade: 'confirmed',
  country: 'IR',
};

let root: ShadowRoot;
beforeEach(() => {
  fake.reset();
  installPage();
  const { attachShadow } = Element.prototype;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    root = attachShadow.call(this, init);
    return root;
  });
});

function chip(look: Partial<ChipLook> = {}, onOpen = (): void => undefined) {
  const made = createChip({ verdicts: [OUTLET], quiet: false, dark: false, ...look }, onOpen);
  document.body.append(made.host);
  return { ...made, button: root.querySelector('button') as HTMLButtonElement };
}

function click(element: Element, isTrusted: boolean): Event {
  const event = new MouseEvent('click', { bubbles: true, cancelable: true, composed: true });
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  element.dispatchEvent(event);
  return event;
}

describe('a chip', () => {
  it('says all of it to a screen reader, in words and not by colour', () => {
    const label = chip().button.getAttribute('aria-label') ?? '';
    for (const part of ['Sample Outlet', 'Iran', 'Confirmed']) expect(label).toContain(part);
  });

  it('says all of it to a mouse that rests on it: its own words may be cut, or only a symbol', () => {
    for (const quiet of [false, true]) {
      const { button } = chip({ quiet });
      expect(button.title).toBe('');
      button.dispatchEvent(new MouseEvent('mouseover'));
      expect(button.title).toBe(button.getAttribute('aria-label'));
    }
  });

  it('holds no text that would be copied, searched or read with the site’s', () => {
    const { host, button } = chip();
    expect(button.textContent).toBe('');
    expect(host.textContent).toBe('');
  });

  it('that is quiet draws no words and says the same', () => {
    expect(chip({ quiet: true }).button.getAttribute('data-words')).toBe('');
    expect(chip({ quiet: true }).button.getAttribute('aria-label')).toBe(chip().button.getAttribute('aria-label'));
  });

  it('of several entries says each, and shows that there are more', () => {
    const { button } = chip({ verdicts: [OUTLET, { ...OUTLET, list: 'other', name: 'Other Name' }] });
    expect(button.getAttribute('data-words')).toMatch(/\+1$/);
    expect(button.getAttribute('aria-label')).toContain('Other Name');
  });

  it('of nothing is a mistake', () => {
    expect(() => chip({ verdicts: [] })).toThrow(TypeError);
  });

  it('opens by the reader’s own click, and not by one that the page makes', () => {
    const onOpen = vi.fn();
    const { button } = chip({}, onOpen);
    click(button, false);
    expect(onOpen).not.toHaveBeenCalled();
    click(button, true);
    expect(onOpen).toHaveBeenCalledOnce();
  });

  it('keeps its click from the link or post that it stands in', () => {
    const heard = vi.fn();
    document.body.addEventListener('click', heard);
    const event = click(chip().button, true);
    document.body.removeEventListener('click', heard);
    expect(heard).not.toHaveBeenCalled();
    expect(event.defaultPrevented).toBe(true);
  });

  it('follows the page into the dark, and back', () => {
    const { button, repaint } = chip({ dark: true });
    expect(button.classList.contains('dark')).toBe(true);
    repaint(false);
    expect(button.classList.contains('dark')).toBe(false);
  });
});

describe('the chip of a look-alike', () => {
  const alike: Verdict = {
    ...OUTLET,
    list: '~look-alikes',
    identifier: 'x@sample_outlet',
    name: '@SampleOutlet',
    kind: 'look-alike',
  };

  it('says which account the name resembles, and that it is another', () => {
    const { button } = chip({ verdicts: [alike] });
    expect(button.getAttribute('data-words')).toBe('resembles @SampleOutlet');
    expect(button.getAttribute('aria-label')).toBe('Resembles @SampleOutlet, but is a different name. Show how');
    expect(button.className).toContain('look-alike');
  });

  it('draws two rings, as no other chip does', () => {
    const path = chip({ verdicts: [alike] })
      .button.querySelector('path')
      ?.getAttribute('d');
    expect(path).not.toBe(chip().button.querySelector('path')?.getAttribute('d'));
    expect(path?.match(/a4 4 /g)).toHaveLength(2);
  });
});
