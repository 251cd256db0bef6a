/** Whether somebody may be writing the page itself: what we put into it would become a part of what is written. */
export function isWhollyEditable(): boolean {
  if (document.designMode === 'on') return true;
  return [document.documentElement, document.body].some((one) => one instanceof HTMLElement && one.isContentEditable);
}
