import type { Expectation } from '../site.ts';
import { account, tag } from './post.ts';
import { decoysInPosts, plantedInPosts } from './posts.ts';

/** All that must be marked somewhere on the site; the page it stands on is `path`, or the start page. */
export const planted: readonly Expectation[] = [
  ...plantedInPosts,
  { ...account('PressTV'), where: 'cell/PressTV' },
  { ...account('khamenei_ir'), where: 'cell/khamenei_ir' },
  { ...tag('قاسم_سليماني', { shown: 'قاسم_سلیمانی', grade: 'name' }), where: 'trend' },
  { ...tag('We_Are_Qassem'), where: 'trend' },
  { ...account('PressTV', { needs: 'hover' }), where: 'card/PressTV' },
  { ...tag('We_Are_Qassem', { needs: 'hover' }), where: 'card/PressTV' },
  { ...account('PressTV', { path: '/PressTV' }), where: 'header/PressTV' },
  { ...tag('We_Are_Qassem', { path: '/PressTV' }), where: 'bio/PressTV' },
  { ...account('khamenei_ir', { path: '/khamenei_ir' }), where: 'header/khamenei_ir' },
];

/** All that must never be marked, however near it comes. */
export const decoys: readonly Expectation[] = [
  ...decoysInPosts,
  { ...tag('superhero', { path: '/PressTV' }), where: 'bio/PressTV' },
  { ...tag('hero'), where: 'trend' },
  { ...account('PressTVfan'), where: 'cell/PressTVfan' },
  { ...tag('QassemSoleimani'), where: 'composer' },
  { ...account('PressTV'), where: 'composer' },
  { ...tag('We_Are_Qassem'), where: 'note' },
  { ...account('khamenei_ir'), where: 'note' },
  { ...tag('Hero'), where: 'search-box' },
];
