// @vitest-environment happy-dom
import { render } from 'preact';
import { afterEach, expect, it } from 'vitest';
import { useRoute } from '../../src/ui/dossier/use-route.ts';

function Probe() {
  const { route, moved } = useRoute();
  return <p>{JSON.stringify([route?.page, moved])}</p>;
}

const told = (): unknown => JSON.parse(document.querySelector('p')?.textContent ?? 'null');

async function goTo(hash: string): Promise<void> {
  location.hash = hash;
  window.dispatchEvent(new Event('hashchange'));
  await new Promise((done) => setTimeout(done, 50));
}

afterEach(() => {
  render(null, document.body);
  location.hash = '';
});

it('follows an address that changes as soon as the page stands there', async () => {
  location.hash = '#/';
  render(<Probe />, document.body);
  expect(told()).toEqual(['start', false]);
  // Before anything that waits for the page to be painted.
  await goTo('#/check?asked=one');
  expect(told()).toEqual(['check', true]);
});

it('has gone nowhere when the event of its own address comes late', async () => {
  location.hash = '#/check?asked=one';
  render(<Probe />, document.body);
  window.dispatchEvent(new Event('hashchange'));
  await new Promise((done) => setTimeout(done, 50));
  expect(told()).toEqual(['check', false]);
});

it('follows nothing any more once it is gone', async () => {
  render(<Probe />, document.body);
  render(null, document.body);
  await goTo('#/check?asked=one');
  expect(told()).toBeNull();
});
