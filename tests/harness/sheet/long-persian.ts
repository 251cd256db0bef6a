import type { ReportedMatch } from '../../../src/messages.ts';
import { match } from '../../fixtures/evidence.ts';
import { evidenceOf } from './evidence.ts';

const ENTITY = 'ستاد هماهنگی و پیگیری برنامه‌های فرهنگی و رسانه‌ای بزرگداشت سالگردهای ملی و مذهبی در فضای مجازی کشور';
const TAG = 'بزرگداشت_سالگرد_و_همبستگی_سراسری_مردم_در_فضای_مجازی_و_رسانه‌های_اجتماعی';

/** Made up: names as long as Persian ones of offices and campaigns are, and one word without a place to break. */
export function longPersian(): ReportedMatch[] {
  const tag = evidenceOf('seed-documents', 'h-nahnu-qasim');
  const account = evidenceOf('seed-documents', 'a-khamenei-fa');
  const label = { en: ENTITY, fa: ENTITY, ar: ENTITY, fr: ENTITY };
  return [
    match({ ...tag, entity: { ...tag.entity, label }, identifier: { ...tag.identifier, value: TAG } }, { count: 1234 }),
    match({
      ...account,
      entity: { ...account.entity, label },
      identifier: { ...account.identifier, value: 'a_very_long_handle_without_any_place_to_break_it_at_all' },
    }),
  ];
}
