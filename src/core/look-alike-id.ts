/**
 * The list under whose name look-alikes go through marks, counts and mutes. No list can be called so: ids of
 * lists have no `~`. The identifier is then the account's own key.
 */
export const LOOK_ALIKES = '~look-alikes';
