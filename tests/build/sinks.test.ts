import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

/** Ways by which text becomes markup or a script. */
const SINKS =
  /innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function\b|createContextualFragment|DOMParser|setHTML|srcdoc|import\(\s*[a-z]/i;
/** Ways by which a page, or another extension, could speak to us, or hear of us. */
const DOORS =
  /postMessage|['"`]message['"`]\s*,|onMessageExternal|onConnectExternal|onConnect\b|onUserScriptMessage|BroadcastChannel|dispatchEvent/;

function filesIn(dir: string, ending: RegExp): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => join(dir, file));
}

function withHit(files: readonly string[], pattern: RegExp): string[] {
  return files.flatMap((file) => {
    const hit = pattern.exec(readFileSync(file, 'utf8'))?.[0];
    return hit === undefined ? [] : [`${file}: ${hit}`];
  });
}

describe('the source', () => {
  const ours = filesIn('src', /\.tsx?$/).filter((file) => !file.includes(join('src', 'publisher')));
  const files = [...ours, ...filesIn('entrypoints', /\.(?:tsx?|html)$/)];

  it('makes no markup and no script from text', () => {
    expect(files.length).toBeGreaterThan(150);
    expect(withHit(files, SINKS)).toEqual([]);
  });

  it('listens to no page and to no other extension', () => {
    expect(withHit(files, DOORS)).toEqual([]);
  });
});

describe.each(['chrome', 'firefox'])('what was built for %s', (browser) => {
  const dir = resolve('.output', `${browser}-mv3`);
  const scripts = filesIn(dir, /\.js$/);
  const inPages = scripts.filter((file) => /content-scripts|card\.js$|open-web\.js$/.test(file));

  it('tells pages nothing, and hears nothing of them', () => {
    expect(inPages.length).toBeGreaterThan(10);
    expect(withHit(inPages, DOORS)).toEqual([]);
    expect(withHit(inPages, /wxt:|content-script-started/)).toEqual([]);
  });

  it('makes no markup from text in pages, nor in the background', () => {
    const background = scripts.filter((file) => file.endsWith('background.js'));
    expect(withHit([...inPages, ...background], SINKS)).toEqual([]);
  });

  it('never names innerHTML, in no page of its own either: Preact’s one assignment is taken out', () => {
    expect(scripts.length).toBeGreaterThan(inPages.length);
    expect(withHit(scripts, /(?<!dangerouslySet)(?:inner|outer)HTML/i)).toEqual([]);
  });

  it('listens to no other extension', () => {
    expect(withHit(scripts, /on(?:Message|Connect)External\.addListener|onConnect\.addListener/)).toEqual([]);
  });

  it('has pages without a script or style of their own in them', () => {
    const pages = filesIn(dir, /\.html$/);
    expect(pages.length).toBeGreaterThan(2);
    expect(withHit(pages, /<script(?![^>]*\bsrc=)|\son[a-z]+=|javascript:|<style/i)).toEqual([]);
  });
});
