/** The one name under which the ranges of marks are registered with `CSS.highlights`. */
export const HIGHLIGHT = 'statemark';

/** How they are drawn. */
export const UNDERLINE_CSS = `::highlight(${HIGHLIGHT}) {
  text-decoration: underline dotted 1.5px !important;
  text-underline-offset: 3px !important;
}`;
