import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Each takes a minute or more. The one that is begun last is waited for alone. */
const LONG = [
  'networks',
  'accessibility',
  'hostile-pages',
  'lists/hostile-hosts',
  'popup',
  'marks',
  'dossier',
  'dev',
  'lists/kills',
  'captures',
  'traffic',
].map((name) => `/tests/browser/${name}.test.ts`);

/** Begins with the files that take longest: a fresh clone has no times of theirs to go by. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = LONG.findIndex((end) => moduleId.endsWith(end));
      return at < 0 ? LONG.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}
