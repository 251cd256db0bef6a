/** What elements of a saved page mean to the scanner. Names are lower case. */

type Attributes = Readonly<Record<string, string>>;

/** Never read: code, forms, pictures, what somebody may be typing into, and the site's own ways about. */
const NEVER = new Set(
  (
    'script style noscript template textarea input select button iframe object svg canvas video audio math pre ' +
    'title nav'
  ).split(' '),
);

export function isNever(name: string, attributes: Attributes): boolean {
  if (NEVER.has(name)) return true;
  const editable = attributes.contenteditable;
  if (editable !== undefined && editable.toLowerCase() !== 'false') return true;
  return attributes.role === 'textbox' || attributes.role === 'navigation';
}

/** A post, comment, row or quotation: its text is the context of the names in it, however it is divided. */
export function isPostLike(name: string, attributes: Attributes): boolean {
  return POST_LIKE.has(name) || POST_ROLES.has(attributes.role ?? '') || (attributes.role === 'link' && name === 'div');
}
const POST_LIKE = new Set('article li tr dd blockquote shreddit-post shreddit-comment'.split(' '));
const POST_ROLES = new Set(['article', 'listitem', 'row']);

/** Elements that do not break a line of text: `#` in one and the name in the next are one hashtag. */
export function isInline(name: string): boolean {
  return INLINE.has(name);
}
const INLINE = new Set(
  'a abbr b bdi bdo cite code del em font i ins mark q s small span strong sub sup time u var wbr yt-formatted-string'.split(
    ' ',
  ),
);
