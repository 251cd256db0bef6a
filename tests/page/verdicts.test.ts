import { beforeEach, describe, expect, it } from 'vitest';
import type { Filter } from '../../src/core/filter.ts';
import { buildFilter } from '../../src/core/filter-build.ts';
import type { Verdict } from '../../src/core/verdict.ts';
import { type LookupReply, MAX_KEY_LENGTH } from '../../src/messages.ts';
import { Verdicts } from '../../src/page/verdicts.ts';

const OUTLET: Verdict = { list: 'l', identifier: 'a', entity: 'e', name: 'E', kind: 'outlet', grade: 'confirmed' };

/** A background whose answers the test lets go one by one. */
class Background {
  asked: string[][] = [];
  arrived = 0;
  failed = 0;
  filter: Filter | undefined;
  asksAccounts = false;
  private readonly waiting: { resolve(reply: LookupReply): void; reject(error: Error): void }[] = [];
  readonly verdicts = this.source();

  /** Anew, as after every change of settings. */
  source(): Verdicts {
    return new Verdicts({
      filter: () => this.filter,
      asksAccounts: this.asksAccounts,
      lookup: (keys) => {
        this.asked.push(keys);
        return new Promise((resolve, reject) => this.waiting.push({ resolve, reject }));
      },
      arrived: () => this.arrived++,
      failed: () => this.failed++,
    });
  }

  async answer(verdicts: LookupReply['verdicts'] = [], generation = 1): Promise<void> {
    this.waiting.shift()?.resolve({ generation, verdicts });
    await settled();
  }

  async fail(): Promise<void> {
    this.waiting.shift()?.reject(new Error('no receiving end'));
    await settled();
  }
}
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

let background: Background;
beforeEach(() => {
  background = new Background();
});
const of = (key: string) => background.verdicts.of(key);

describe('a name', () => {
  it('is unknown until the background has answered, then it is known', async () => {
    expect(of('x@a')).toBeUndefined();
    await settled();
    await background.answer([['x@a', [OUTLET]]]);
    expect(of('x@a')).toEqual([OUTLET]);
    expect(background.arrived).toBe(1);
  });

  it('that the background does not know is known to be nobody', async () => {
    of('x@a');
    await settled();
    await background.answer();
    expect(of('x@a')).toEqual([]);
    await settled();
    expect(background.asked).toHaveLength(1);
  });

  it('that the filter turns away costs no message', async () => {
    background.filter = buildFilter(['x@listed']);
    expect(of('x@somebody')).toEqual([]);
    await settled();
    expect(background.asked).toEqual([]);
    expect(of('x@listed')).toBeUndefined();
    await settled();
    expect(background.asked).toEqual([['x@listed']]);
  });

  it('that the filter only seems to know shows nothing', async () => {
    background.filter = buildFilter(['x@listed']);
    of('x@listed');
    await settled();
    await background.answer();
    expect(of('x@listed')).toEqual([]);
  });

  it('that no list can hold is never asked for: one such would spoil the whole message', async () => {
    expect(of(`*#${'a'.repeat(MAX_KEY_LENGTH)}`)).toEqual([]);
    expect(of('x@a')).toBeUndefined();
    await settled();
    expect(background.asked).toEqual([['x@a']]);
  });

  it.each(['__proto__', 'constructor', 'toString', ''])('“%s” is a name like any other', async (key) => {
    expect(of(key)).toBeUndefined();
    await settled();
    await background.answer([[key, [OUTLET]]]);
    expect(of(key)).toEqual([OUTLET]);
  });
});

describe('names', () => {
  it('of one pass go in one message, each once', async () => {
    for (const key of ['x@a', 'x@b', 'x@a', 'x@c']) of(key);
    await settled();
    expect(background.asked).toEqual([['x@a', 'x@b', 'x@c']]);
  });

  it('that are on their way are not asked for again', async () => {
    of('x@a');
    await settled();
    of('x@a');
    of('x@b');
    await settled();
    expect(background.asked).toEqual([['x@a'], ['x@b']]);
  });

  it('beyond two hundred go in several messages', async () => {
    for (let i = 0; i < 450; i++) of(`x@a${i}`);
    await settled();
    expect(background.asked.map((keys) => keys.length)).toEqual([200, 200, 50]);
  });

  it('are forgotten beyond some thousands, and asked for again', async () => {
    for (let i = 0; i < 5_200; i++) of(`x@a${i}`);
    await settled();
    for (let i = 0; i < 26; i++) await background.answer();
    expect(of('x@a5199')).toEqual([]);
    expect(of('x@a0')).toBeUndefined();
  });
});

describe('when the background fails', () => {
  it('names stay unknown, and are asked for when they are seen again', async () => {
    of('x@a');
    await settled();
    await background.fail();
    expect(background.failed).toBe(1);
    expect(background.arrived).toBe(0);
    expect(of('x@a')).toBeUndefined();
    await settled();
    expect(background.asked).toEqual([['x@a'], ['x@a']]);
    await background.answer([['x@a', [OUTLET]]]);
    expect(of('x@a')).toEqual([OUTLET]);
  });
});

describe('when the lists change', () => {
  it('what was known of the lists before is void', async () => {
    of('x@a');
    await settled();
    await background.answer([['x@a', [OUTLET]]], 1);
    of('x@b');
    await settled();
    await background.answer([], 2);
    expect(of('x@a')).toBeUndefined();
    expect(of('x@b')).toEqual([]);
  });
});

describe('where the reader wants look-alikes', () => {
  const PAGE = [
    'x@somebody',
    'x@listed',
    'mastodon@some@body.example',
    'x!17',
    '*#tag',
    'x#tag',
    'web/site.example',
    '>t.me',
  ];
  const asked = async (asksAccounts: boolean): Promise<string[][]> => {
    background.filter = buildFilter(['x@listed']);
    background.asksAccounts = asksAccounts;
    const verdicts = background.source();
    for (const key of [...PAGE, ...PAGE]) verdicts.of(key);
    await settled();
    return background.asked;
  };

  it('every account is asked for, once and in the same message, and nothing else that the filter turns away', async () => {
    expect(await asked(true)).toEqual([['x@somebody', 'x@listed', 'mastodon@some@body.example']]);
  });

  it('and where not, none that the filter turns away', async () => {
    expect(await asked(false)).toEqual([['x@listed']]);
  });

  it('a key too long for any account is not asked for', async () => {
    background.filter = buildFilter(['x@listed']);
    background.asksAccounts = true;
    expect(background.source().of(`x@${'a'.repeat(MAX_KEY_LENGTH)}`)).toEqual([]);
    await settled();
    expect(background.asked).toEqual([]);
  });
});
