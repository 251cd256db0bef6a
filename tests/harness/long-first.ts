import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Takes two minutes, most of them waiting, and is a small file: those are begun last, and this was waited for alone. */
const LONG = '/tests/browser/lists/hostile-hosts.test.ts';

/** Begins with the file that would end last: a fresh clone has no times of its files to go by. */
export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLater = ({ moduleId }: TestSpecification): number => (moduleId.endsWith(LONG) ? 0 : 1);
    return (await super.sort(files)).toSorted((a, b) => isLater(a) - isLater(b));
  }
}
