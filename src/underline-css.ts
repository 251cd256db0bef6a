/** The one name under which the ranges of marks are registered with `CSS.highlights`. */
export const HIGHLIGHT = 'statemark';

/** How they are drawn, in whatever element they stand. */
export const UNDERLINE_CSS = `::highlight(${HIGHLIGHT}) {
  text-decoration: underline dotted 1.5px !important;
  text-underline-offset: 3px !important;
}`;

/**
 * For a whole page. Chromium hands the style of highlights down from parent to child: with a rule for every element it
 * works the style out anew for each, which costs a page more than all that is read of it. Firefox does neither.
 */
export const PAGE_UNDERLINE_CSS = import.meta.env.FIREFOX ? UNDERLINE_CSS : `:root${UNDERLINE_CSS}`;
