/** The page that greets, as WXT builds entrypoints/welcome. */
export const WELCOME = 'welcome.html';

/** Told apart from a page that the reader opens again: who drives a browser may wish to close this one. */
export const WELCOME_AT_INSTALL = `${WELCOME}#installed`;
