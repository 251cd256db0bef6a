/** The languages in which our own lists speak. */
export type Lang = 'en' | 'fa' | 'ar' | 'fr';

/** With the digits that Persian writes. */
export function persian(text: string | number): string {
  return String(text).replace(/\d/g, (digit) => '۰۱۲۳۴۵۶۷۸۹'[Number(digit)] ?? digit);
}
