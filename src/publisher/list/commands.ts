import { build } from './build-command.ts';
import type { Command } from './command.ts';
import { diff } from './diff-command.ts';
import { importList } from './import-command.ts';
import { keygen } from './keygen-command.ts';
import { rotate } from './rotate-command.ts';
import { serve } from './serve-command.ts';
import { sign } from './sign-command.ts';
import { validate } from './validate-command.ts';
import { verify } from './verify-command.ts';

/** Every word that can follow `npm run list --`, in the order of a list's life. */
export const COMMANDS: readonly Command[] = [importList, validate, keygen, build, verify, serve, diff, sign, rotate];

export const USAGE = `usage: npm run list -- COMMAND …

Makes, checks, signs and publishes watchlists.

${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`).join('\n')}

npm run list -- COMMAND --help says more of one. docs/publishing.md is the guide.
Exit code: 0 done, 1 something is wrong with a list, a folder or a key, 2 wrong usage or a file that cannot be read.
`;
