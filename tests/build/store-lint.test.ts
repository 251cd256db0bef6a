import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import webExt from 'web-ext';

interface Message {
  code: string;
  message: string;
  file?: string;
}

interface Linted {
  errors: Message[];
  warnings: Message[];
}

/** Known, explained, and nothing else. Preact writes `innerHTML` only for `dangerouslySetInnerHTML`, which lint forbids us. */
const EXPLAINED = new Set(['UNSAFE_VAR_ASSIGNMENT']);

it('passes the linter of the Firefox store', async () => {
  const result = (await webExt.cmd.lint(
    {
      sourceDir: resolve('.output/firefox-mv3'),
      output: 'none',
      pretty: false,
      metadata: false,
      boring: true,
      selfHosted: false,
    },
    { shouldExitProgram: false },
  )) as Linted;
  expect(result.errors).toEqual([]);
  expect(result.warnings.filter(({ code }) => !EXPLAINED.has(code))).toEqual([]);
});
