// @vitest-environment happy-dom
import '../fakes/page.ts';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { FlatTextBuilder, pieceAt, rangeOf } from '../../src/page/flat-text.ts';
import { LinkReader } from '../../src/page/read-link.ts';
import { readUnit } from '../../src/page/read-unit.ts';
import { unitFinder } from '../../src/page/units.ts';
import { x } from '../../src/platforms/x.ts';
import { installPage, textOf } from '../fakes/page.ts';

beforeEach(() => installPage());

/** What is read of a post with this markup: names and tags with the text that would be underlined. */
function read(html: string): { text: string; found: string[] } {
  document.body.innerHTML = `<article>${html}</article>`;
  const root = document.querySelector('article') as Element;
  const reading = readUnit(unitFinder(x).unit(root), x, new LinkReader(x, 'https://x.com/home'));
  const found = reading.occurrences.map(({ range }) => (range ? textOf(range).replace(/\s/g, '') : '—'));
  return { text: reading.text, found };
}

describe('one name in several nodes is one name', () => {
  test.each([
    ['a sign and a span', '#<span>Hero</span>', '#Hero'],
    ['two spans', '<span>#</span><span>Hero</span>', '#Hero'],
    ['bdi', '<bdi>#<span>Hero</span></bdi>', '#Hero'],
    ['a bold half', '<p>#He<b>ro</b> and more</p>', '#Hero'],
    ['nested spans', '<span><span>#</span></span><span><span><span>He</span></span>ro</span>', '#Hero'],
    ['split text nodes', '<p>@Press<!-- -->TV</p>', '@PressTV'],
    ['a link’s halves', '<a href="/hashtag/Hero"><span>#</span><span>Hero</span></a>', '#Hero'],
  ])('%s', (_, html, name) => {
    expect(read(html).found).toEqual([name]);
  });
});

describe('what the page sets apart is not joined', () => {
  test.each([
    ['blocks', '<div>#</div><div>Hero</div>'],
    ['paragraphs', '<p>see #</p><p>Hero</p>'],
    ['a line break', '<p>#<br>Hero</p>'],
    ['a picture', '<p>#<img alt="">Hero</p>'],
    ['list items', '<ul><li>#</li><li>Hero</li></ul>'],
    ['a drawing', '<p>#<svg></svg>Hero</p>'],
    ['a button', '<p>#<button>x</button>Hero</p>'],
    ['an input', '<p>#<input>Hero</p>'],
    ['a player', '<p>#<video></video>Hero</p>'],
    ['a post within', '<p>#</p><article>x</article><p>Hero</p>'],
    ['a block in the midst of a line', '<span>#</span><div>x</div><span>Hero</span>'],
  ])('%s', (_, html) => {
    expect(read(html).found).toEqual([]);
  });

  test.each([
    ['a line break before a sign', '<p>x<br>#Hero</p>', ['#Hero']],
    ['a block before a sign', '<div>x</div><div>#Hero</div>', ['#Hero']],
    ['a line break after a tag', '<p>#Hero<br>ic</p>', ['#Hero']],
    ['a block after a tag', '<div>#Hero</div><div>ic</div>', ['#Hero']],
    ['a picture after a tag', '<p>#Hero<img alt="">ic</p>', ['#Hero']],
    ['a drawing after a tag', '<p>#Hero<svg></svg>ic</p>', ['#Hero']],
    ['a mail address over two blocks', '<div>a</div><div>@PressTV</div>', ['@PressTV']],
  ])('%s', (_, html, found) => {
    expect(read(html).found).toEqual(found);
  });

  it('our own chip is nothing at all', () => {
    expect(read('<p>#<statemark-chip></statemark-chip>Hero</p>').found).toEqual(['#Hero']);
    expect(read('<p>#Hero<statemark-chip></statemark-chip>ic</p>').found).toEqual(['#Heroic']);
  });
});

describe('what is never read', () => {
  test.each([
    ['script', '<script>#Hero</script>'],
    ['style', '<style>#Hero{}</style>'],
    ['template', '<template>#Hero</template>'],
    ['a text area', '<textarea>#Hero</textarea>'],
    ['an input', '<input value="#Hero">'],
    ['a button', '<button>#Hero</button>'],
    ['code in lines', '<pre>#Hero</pre>'],
    ['what can be edited', '<div contenteditable="true">#Hero</div>'],
    ['what can be edited by default', '<div contenteditable>#Hero</div>'],
    ['plain text that can be edited', '<div contenteditable="plaintext-only">#Hero</div>'],
    ['a text box', '<div role="textbox"><span>#Hero</span></div>'],
    ['a link in a text box', '<div role="textbox"><a href="/PressTV">@PressTV</a></div>'],
    ['navigation', '<nav><a href="/PressTV">@PressTV</a></nav>'],
    ['another post', '<article>#Hero</article>'],
    ['an attribute', '<p title="#Hero">x</p>'],
    ['a comment', '<p><!-- #Hero -->x</p>'],
  ])('%s', (_, html) => {
    expect(read(`${html}<p>plain</p>`).found).toEqual([]);
  });

  it('but what is said not to be editable is', () => {
    expect(read('<div contenteditable="false">#Hero</div>').found).toEqual(['#Hero']);
  });
});

describe('offsets lead back to nodes', () => {
  it('for any stretch of any text', () => {
    const texts = fc.array(fc.string({ unit: 'grapheme', maxLength: 5 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (parts, one, other) => {
        const builder = new FlatTextBuilder();
        const parent = document.createElement('p');
        for (const part of parts) {
          const node = document.createTextNode(part);
          parent.append(node);
          builder.add(node);
        }
        const flat = builder.done();
        expect(flat.text).toBe(parts.join(''));
        const [start, end] = [one % (flat.text.length + 1), other % (flat.text.length + 1)].sort((a, b) => a - b);
        if (start === undefined || end === undefined || start === end) return;
        const range = rangeOf(flat, start, end);
        expect(range && textOf(range)).toBe(flat.text.slice(start, end));
      }),
      { numRuns: 300 },
    );
  });

  it('not for a gap', () => {
    const builder = new FlatTextBuilder();
    builder.add(document.createTextNode('ab'));
    builder.addGap();
    builder.add(document.createTextNode('cd'));
    const flat = builder.done();
    expect(flat.text).toBe('ab\ncd');
    expect(rangeOf(flat, 0, 3)).toBeUndefined();
    expect(pieceAt(flat, 3)?.node.data).toBe('cd');
  });

  it('not where there is no text', () => {
    const flat = new FlatTextBuilder().done();
    expect(flat.text).toBe('');
    expect(pieceAt(flat, 0)).toBeUndefined();
    expect(rangeOf(flat, 0, 1)).toBeUndefined();
  });
});
