import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONFUSABLES, CONFUSABLES_VERSION } from '../../src/core/confusables.ts';
import { accountKey } from '../../src/core/key.ts';
import { LookAlikeIndex } from '../../src/core/look-alike.ts';
import type { KnownAccount } from '../../src/core/look-alike-known.ts';
import { knownAccounts } from '../../src/core/look-alike-known.ts';
import type { Trick } from '../../src/core/look-alike-trick.ts';
import type { PlatformId } from '../../src/core/names.ts';
import { account, exception, tag, watchlist } from '../fixtures/list.ts';

function on(platform: string, ...names: string[]): KnownAccount[] {
  return names.map((name) => ({ platform, name, list: 'l', entity: 'e' }));
}

const KNOWN: KnownAccount[] = [
  ...on(
    'x',
    'PressTV',
    'khamenei_ir',
    'IrnaEnglish',
    'SampleNewsroom',
    'West_World',
    'Iran_Times',
    'h0lo9',
    'Radio_Ring',
  ),
  ...on('youtube', 'PressTV', 'новости', 'خبر_ایران'),
  ...on('instagram', 'press.tv_daily'),
  ...on('facebook', 'press.tv.channel'),
  ...on('telegram', 'irna_1313'),
  ...on('mastodon', 'samplenews@mastodon.social'),
  ...on('bluesky', 'samplenews.bsky.social'),
  ...on('linkedin', 'company/samplenews'),
  { platform: 'any', name: 'MyNewsroom' },
  { platform: 'reddit', name: 'GuardedThere' },
];
/** Listed elsewhere, excepted, or an alias: nobody's look-alikes. */
const OWN = ['press_tv_news', 'Namesake_PressTV', 'presstv_fr', 'PressTVOfficial'];
const index = new LookAlikeIndex(KNOWN, OWN);

function find(platform: string, name: string): { of: string; tricks: Trick[] } | undefined {
  const found = index.find(accountKey(platform as PlatformId, name));
  return found && { of: found.of.name, tricks: found.tricks };
}

describe('resembles', () => {
  it.each<[platform: string, shown: string, of: string, tricks: string]>([
    // A digit for a letter, and the other way round.
    ['x', 'SampleNewsr00m', 'SampleNewsroom', 'letters 0 o'],
    ['x', 'SampleNewsr0om', 'SampleNewsroom', 'letters 0 o'],
    ['x', 'lrnaEnglish', 'IrnaEnglish', 'letters l i'],
    ['x', '1rnaEnglish', 'IrnaEnglish', 'letters 1 i'],
    ['x', 'IrnaEng1ish', 'IrnaEnglish', 'letters 1 l'],
    ['x', 'IrnaEngIish', 'IrnaEnglish', 'letters i l'],
    ['x', 'khamenei_lr', 'khamenei_ir', 'letters l i'],
    ['x', 'khamene1_1r', 'khamenei_ir', 'letters 1 i'],
    ['x', 'holo9_', 'h0lo9', 'letters o 0, separator-added _'],
    ['telegram', 'lrna_l3l3', 'irna_1313', 'letters l i, letters l 1'],
    // Letters that together look like another.
    ['x', 'kharnenei_ir', 'khamenei_ir', 'letters rn m'],
    ['x', 'SarnpleNewsroom', 'SampleNewsroom', 'letters rn m'],
    ['x', 'SampleNewsroorn', 'SampleNewsroom', 'letters rn m'],
    ['x', 'SampleNevvsroom', 'SampleNewsroom', 'letters vv w'],
    ['x', 'VVest_World', 'West_World', 'letters vv w'],
    ['x', 'VVest_VVorld', 'West_World', 'letters vv w'],
    // `_` more, less or elsewhere.
    ['x', 'PressTV_', 'PressTV', 'separator-added _'],
    ['x', '_PressTV', 'PressTV', 'separator-added _'],
    ['x', '_PressTV_', 'PressTV', 'separator-added _'],
    ['x', 'Press_TV', 'PressTV', 'separator-added _'],
    ['x', 'P_ress_T_V', 'PressTV', 'separator-added _'],
    ['x', 'khamenei__ir', 'khamenei_ir', 'separator-added _'],
    ['x', 'khameneiir', 'khamenei_ir', 'separator-left-out _'],
    ['x', 'kham_eneiir', 'khamenei_ir', 'separator-added _, separator-left-out _'],
    ['x', 'WestWorld', 'West_World', 'separator-left-out _'],
    ['instagram', 'press_tv_daily', 'press.tv_daily', 'separator-other _ .'],
    ['instagram', 'press.tv.daily', 'press.tv_daily', 'separator-other . _'],
    ['instagram', 'presstv_daily', 'press.tv_daily', 'separator-left-out .'],
    ['instagram', 'presstvdaily', 'press.tv_daily', 'separator-left-out ., separator-left-out _'],
    ['facebook', 'press_tv.channel', 'press.tv.channel', 'separator-added _'],
    // A letter twice, or once.
    ['x', 'PressTVV', 'PressTV', 'doubled v'],
    ['x', 'PresssTV', 'PressTV', 'doubled s'],
    ['x', 'PreessTV', 'PressTV', 'doubled e'],
    ['x', 'PresTV', 'PressTV', 'undoubled s'],
    ['x', 'kkhamenei_ir', 'khamenei_ir', 'doubled k'],
    ['x', 'khammenei_ir', 'khamenei_ir', 'doubled m'],
    ['x', 'SampleNewwsroom', 'SampleNewsroom', 'doubled w'],
    ['x', 'SampleNewsrom', 'SampleNewsroom', 'undoubled o'],
    // A word before or behind.
    ['x', 'PressTV_Official', 'PressTV', 'added official'],
    ['x', 'PressTV0fficial', 'PressTV', 'added 0fficial'],
    ['x', 'OfficialPressTV', 'PressTV', 'added official'],
    ['x', 'RealPressTV', 'PressTV', 'added real'],
    ['x', 'real_presstv', 'PressTV', 'added real'],
    ['x', 'ThePressTV', 'PressTV', 'added the'],
    ['x', 'PressTVNews', 'PressTV', 'added news'],
    ['x', 'PressTV_ir', 'PressTV', 'added ir'],
    ['x', 'PressTV_en', 'PressTV', 'added en'],
    ['x', 'PressTV_Live', 'PressTV', 'added live'],
    ['x', 'PressTV24', 'PressTV', 'added 24'],
    ['x', 'PressTV_2024', 'PressTV', 'added 2024'],
    ['x', 'PressTV_News_1', 'PressTV', 'added 1, added news'],
    ['x', 'RealPressTVNews', 'PressTV', 'added news, added real'],
    ['x', 'khamenei_ir_tv', 'khamenei_ir', 'added tv'],
    ['x', 'khamenei_lr_official', 'khamenei_ir', 'letters l i, added official'],
    ['x', 'press_tv_official', 'PressTV', 'separator-added _, added official'],
    ['telegram', 'irna_1313_tv', 'irna_1313', 'added tv'],
    ['instagram', 'press.tv_daily.official', 'press.tv_daily', 'added official'],
    // Letters of other alphabets.
    ['youtube', 'РressTV', 'PressTV', 'alphabet р p'],
    ['youtube', 'PrеssTV', 'PressTV', 'alphabet е e'],
    ['youtube', 'ΡressTV', 'PressTV', 'alphabet ρ p'],
    ['youtube', 'PreѕѕTV', 'PressTV', 'alphabet ѕ s'],
    ['youtube', 'ᏢressTV', 'PressTV', 'alphabet ꮲ p'],
    ['youtube', 'PresꜱTV', 'PressTV', 'alphabet ꜱ s'],
    ['youtube', 'ＰressTV', 'PressTV', 'alphabet ｐ p'],
    ['youtube', '𝐏ressTV', 'PressTV', 'alphabet 𝐏 p'],
    ['youtube', 'РRЕЅЅТV', 'PressTV', 'alphabet р p, alphabet е e, alphabet ѕ s, alphabet т t'],
    ['youtube', 'нoвости', 'новости', 'alphabet o о'],
    // Accents, and what is not seen.
    ['youtube', 'PréssTV', 'PressTV', 'accent é e'],
    ['youtube', 'PresșTV', 'PressTV', 'accent ș s'],
    ['youtube', 'Press\u200dTV', 'PressTV', 'accent s\u200d s'],
    ['youtube', 'خبر_ايران', 'خبر_ایران', 'alphabet ي ی'],
    ['youtube', 'خبرـ_ایران', 'خبر_ایران', 'accent رـ ر'],
    // On networks of servers and kinds, next to their own.
    ['mastodon', 'sarnplenews@mastodon.social', 'samplenews@mastodon.social', 'letters rn m'],
    ['mastodon', 'samplenews_official@mastodon.social', 'samplenews@mastodon.social', 'added official'],
    ['bluesky', 'sample-news.bsky.social', 'samplenews.bsky.social', 'separator-added -'],
    ['linkedin', 'company/sample-news', 'company/samplenews', 'separator-added -'],
    // What the reader guards: on every network, or on one.
    ['x', 'MyNewsr00m', 'MyNewsroom', 'letters 0 o'],
    ['tiktok', 'mynewsroom_official', 'MyNewsroom', 'added official'],
    ['instagram', 'my.newsroom', 'MyNewsroom', 'separator-added .'],
    ['mastodon', 'mynewsro0m@mastodon.social', 'MyNewsroom', 'letters 0 o'],
    ['reddit', 'Guarded_There', 'GuardedThere', 'separator-added _'],
  ])('%s: @%s resembles @%s: %s', (platform, shown, of, tricks) => {
    const found = find(platform, shown);
    expect(found?.of).toBe(of);
    expect(found?.tricks.map((trick) => Object.values(trick).join(' ')).join(', ')).toBe(tricks);
  });
});

describe('does not resemble', () => {
  it.each<[why: string, platform: string, name: string]>([
    ['it is the account', 'x', 'PressTV'],
    ['it is the account, in other case', 'x', 'PRESSTV'],
    ['it is the account', 'x', 'khamenei_ir'],
    ['it is the account, Facebook counts no dots', 'facebook', 'presstvchannel'],
    ['it is the account', 'mastodon', 'samplenews@mastodon.social'],
    ['it is the account', 'youtube', 'новости'],
    ['it is guarded itself', 'x', 'mynewsroom'],
    ['it is guarded itself, on any network', 'vk', 'MyNewsroom'],
    ['it is guarded itself, on any server', 'mastodon', 'mynewsroom@example.org'],
    ['it is guarded itself', 'reddit', 'guardedthere'],
    ['it is listed', 'x', 'press_tv_news'],
    ['it is listed, in other case', 'x', 'PRESS_TV_NEWS'],
    ['it is excepted', 'x', 'namesake_presstv'],
    ['it is an alias', 'x', 'PressTV_Fr'],
    ['it is another handle of the same', 'x', 'presstvofficial'],
    ['same spelling on another network', 'telegram', 'PressTV'],
    ['same spelling on another network', 'x', 'irna_1313'],
    ['same spelling on another network', 'tiktok', 'khamenei_ir'],
    ['same spelling on another server', 'mastodon', 'samplenews@example.org'],
    ['same spelling of another domain', 'bluesky', 'samplenews.example'],
    ['same spelling of another kind', 'linkedin', 'in/samplenews'],
    ['resembles only what is on another network', 'telegram', 'Press_TV'],
    ['resembles only what is on another network', 'instagram', 'khamenei_lr'],
    ['resembles only what is on another network', 'x', 'guarded_there'],
    ['resembles only what is on another server', 'mastodon', 'sample_news@example.org'],
    ['too short', 'x', 'h0l0'],
    ['too short', 'x', 'i_r'],
    ['too short without separators', 'x', 'h_0_l_0'],
    ['too short for words', 'x', 'h0lo9news'],
    ['too short for doubled letters', 'x', 'hh0lo9'],
    ['nothing', 'x', ''],
    ['separators alone', 'x', '______'],
    ['a part of the name', 'x', 'Press'],
    ['a part of the name', 'x', 'khamenei'],
    ['a part of the name', 'x', 'SampleNews'],
    ['a part of the name', 'x', 'World'],
    ['more letters', 'x', 'PressTVsion'],
    ['more letters', 'x', 'ExPressTV'],
    ['more letters', 'x', 'ImpressTVs'],
    ['one letter is another', 'x', 'PressTD'],
    ['one letter is another', 'x', 'CressTV'],
    ['one letter is another', 'x', 'PrassTV'],
    ['a digit that looks like no letter of it', 'x', 'Pr3ssTV'],
    ['a digit that looks like no letter of it', 'x', 'Pre55TV'],
    ['two letters changed places', 'x', 'PersssTV'],
    ['two letters changed places', 'x', 'PressVT'],
    ['`w` is no doubled `v`', 'x', 'PressTW'],
    ['`m` is no doubled `n`', 'x', 'khanenei_ir'],
    ['too many separators', 'x', 'P_r_e_s_s_T_V'],
    ['too many separators', 'x', '____PressTV'],
    ['too many doubled letters', 'x', 'PPrreessTV'],
    ['a doubled letter and more', 'x', 'PressTVV_'],
    ['a doubled letter and more', 'x', 'PressTVV_News'],
    ['a letter doubled and one not', 'x', 'PPresTV'],
    ['too many words', 'x', 'TheRealPressTVNews'],
    ['too many digits', 'x', 'PressTV20261'],
    ['a word that is none of them', 'x', 'PressTVWatch'],
    ['a word that is none of them', 'x', 'AntiPressTV'],
    ['a word that is none of them', 'x', 'NotPressTV'],
    ['a short word without a separator', 'x', 'PressTVir'],
    ['a short word before', 'x', 'ir_PressTV'],
    ['a common word', 'x', 'pressure'],
    ['a common word', 'x', 'express'],
    ['a common word', 'x', 'television'],
    ['a common word', 'x', 'newsroom'],
    ['a common word', 'x', 'english'],
    ['a person', 'x', 'ali_reza'],
    ['a person', 'x', 'maryam1980'],
    ['a person', 'x', 'irina_english'],
    ['another alphabet altogether', 'youtube', 'новое_время'],
    ['another alphabet altogether', 'youtube', 'خبرگزاری'],
    ['digits alone', 'x', '1234567'],
  ])('%s: %s @%s', (_, platform, name) => {
    expect(find(platform, name)).toBeUndefined();
  });

  it.each([
    'x#presstv_',
    '*#presstv_',
    'x!presstv_',
    'web/presstv_',
    '>t.me',
    '>https://x.com/presstv_',
    '@presstv_',
    '',
  ])('a key of another kind: %s', (key) => expect(index.find(key)).toBeUndefined());

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('@%s, a name like any other', (name) => {
    expect(find('x', name)).toBeUndefined();
    expect(new LookAlikeIndex(on('x', name), []).find(`x@${name.toLowerCase()}_`)?.of.name).toBe(name);
  });
});

describe('of several accounts', () => {
  const guard: KnownAccount = { platform: 'any', name: 'Sample_Voice' };
  const near = on('x', 'SampleVoice')[0] as KnownAccount;
  const far = on('x', 'Sample_Voice_')[0] as KnownAccount;

  it('the one that differs least is named, whatever the order of the lists', () => {
    for (const known of [
      [near, far],
      [far, near],
    ]) {
      expect(new LookAlikeIndex(known, []).find('x@sample_vo1ce_')?.of).toBe(far);
    }
  });

  it('the one that the reader guards comes first', () => {
    for (const known of [
      [guard, far],
      [far, guard],
    ]) {
      expect(new LookAlikeIndex(known, []).find('x@sample_vo1ce_')?.of).toBe(guard);
    }
  });
});

describe('the accounts of a list', () => {
  const list = watchlist({
    identifiers: [
      account({ aliases: ['Outlet_Sample'] }),
      account({ id: 'a-other', value: 'SampleOutlet_News' }),
      account({ id: 'a-tg', platform: 'telegram', kind: 'channel', value: 'sample_0utlet' }),
      tag({ value: 'SampleHashtag' }),
    ],
    exceptions: [exception({ value: 'SampleOutlet1' }), exception({ kind: 'hashtag', value: 'SampleOutlet_tv' })],
  });
  const of = (isShown: (key: string) => boolean) => {
    const { known, own } = knownAccounts({ active: [list], off: [] }, [], isShown);
    return new LookAlikeIndex(known, own);
  };

  it.each([
    ['sampleoutlet_', 'SampleOutlet'],
    ['sample_outlet', 'SampleOutlet'],
    ['outletsample', 'Outlet_Sample'],
    // An excepted hashtag is no account.
    ['sampleoutlet_tv', 'SampleOutlet'],
  ])('are resembled by name and alias: @%s', (name, resembled) => {
    expect(of(() => true).find(`x@${name}`)?.of).toMatchObject({ name: resembled, list: 'sample', entity: 'e-outlet' });
  });

  it.each(['sampleoutlet', 'outlet_sample', 'sampleoutlet_news', 'sampleoutlet1', 'sample_0utlet', 'samplehashtag_'])(
    'are no look-alikes themselves, nor is what the list excepts: @%s',
    (name) => expect(of(() => true).find(`x@${name}`)).toBeUndefined(),
  );

  it('are not resembled when nothing is said of them any more', () => {
    expect(of((key) => !key.startsWith('x@')).find('x@sampleoutlet_')).toBeUndefined();
  });
});

describe('whatever the names', () => {
  const letters = fc.constantFrom(...'abcilmnorsvw01_.-');
  const name = fc.string({ unit: letters, minLength: 5, maxLength: 20 });

  it('none resembles itself', () => {
    fc.assert(
      fc.property(fc.oneof(name, fc.string({ unit: 'grapheme', maxLength: 30 })), (one) => {
        const key = accountKey('x', one);
        expect(new LookAlikeIndex(on('x', one), []).find(key)).toBeUndefined();
      }),
    );
  });

  it('one spelling resembles the other as the other does the one', () => {
    const isWord = (tricks: readonly Trick[]): boolean => tricks.some(({ kind }) => kind === 'added');
    fc.assert(
      fc.property(name, fc.nat(), fc.constantFrom('_', '0', 'rn', 'vv', 'l', 'double'), (one, place, trick) => {
        const at = place % one.length;
        const put = trick === 'double' ? `${one[at]}${one[at]}` : trick;
        const other = one.slice(0, at) + put + one.slice(at + 1);
        const there = new LookAlikeIndex(on('x', one), []).find(`x@${other}`);
        const back = new LookAlikeIndex(on('x', other), []).find(`x@${one}`);
        if ((there && isWord(there.tricks)) || (back && isWord(back.tricks))) return;
        expect(there === undefined).toBe(back === undefined);
      }),
      { numRuns: 500 },
    );
  });

  it('an answer tells at least one difference, and never of an account of another network', () => {
    fc.assert(
      fc.property(name, (one) => {
        for (const platform of ['x', 'telegram']) {
          const found = new LookAlikeIndex(on('x', 'aminovvsr'), ['other']).find(`${platform}@${one}`);
          if (found) expect([platform, found.tricks.length > 0]).toEqual(['x', true]);
        }
      }),
    );
  });

  it('the longest takes no longer than many short ones', () => {
    const known = on('x', 'a'.repeat(120), 'ab'.repeat(60), '1l'.repeat(60), 'vvrn'.repeat(30));
    const many = new LookAlikeIndex(known, []);
    const started = performance.now();
    for (const unit of ['a', 'l1', '_a', 'vv', 'rn', 'news', '1', '_', 'ﷺ', 'é']) {
      for (const length of [120, 290, 100_000]) many.find(`x@${unit.repeat(length).slice(0, length)}`);
    }
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe('the table of letters', () => {
  it('is of a version of Unicode, and maps single letters to Latin ones', () => {
    expect(CONFUSABLES_VERSION).toMatch(/^\d+\.\d+\.\d+$/);
    expect(CONFUSABLES.size).toBeGreaterThan(300);
    for (const [letter, latin] of CONFUSABLES) {
      expect([...letter]).toHaveLength(1);
      expect(letter).toMatch(/[^ -~]/u);
      expect(latin).toMatch(/^[a-z0-9_.-]+$/);
    }
  });

  it.each([
    ['а', 'a'],
    ['е', 'e'],
    ['о', 'o'],
    ['р', 'p'],
    ['с', 'c'],
    ['х', 'x'],
    ['у', 'y'],
    ['і', 'i'],
    ['ο', 'o'],
    ['ν', 'v'],
    ['т', 't'],
    ['н', 'h'],
    ['ɑ', 'a'],
    ['ı', 'i'],
    ['օ', 'o'],
    ['ա', 'w'],
    ['ס', 'o'],
    ['ا', 'l'],
    ['æ', 'ae'],
  ])('%s looks like %s', (letter, latin) => expect(CONFUSABLES.get(letter)).toBe(latin));
});
