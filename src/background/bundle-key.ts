/**
 * The public half of `data/keys/development.json`, which every bundled list is signed with while the
 * extension is built. It proves only that the files arrived whole: nothing that was fetched is believed
 * under it.
 */
export const BUNDLE_KEY = 'akjzWgGn9TEgXvUFNkjpRw_FsmrUMCKLcWpWxbGVShA';
