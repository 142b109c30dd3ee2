import { configDefaults, defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const isLaws = ({ moduleId }: TestSpecification): boolean => moduleId.endsWith(".laws.test.ts");

/** Examples first, laws last: most changes are noticed by an example, and the rest of the tests need not run. */
class ExamplesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [...sorted.filter((file) => !isLaws(file)), ...sorted.filter(isLaws)];
  }
}

/** The tests of one family, for `npm run mutation`: the ones that must notice a change of its calculators. */
export default defineConfig({
  resolve: { conditions: ["@tallykit/source"] },
  ssr: { resolve: { conditions: ["@tallykit/source"] } },
  test: {
    include: [`packages/core/src/${process.env["TALLYKIT_FAMILY"] ?? "*"}/**/*.test.ts`],
    // How fast an answer comes says nothing of a calculator full of changes that can be turned on.
    exclude: [...configDefaults.exclude, "**/*.speed.test.ts"],
    // Files of tests share their modules, so that loading them does not take longer than the tests. What a module makes while
    // it loads is then charged to the one test that runs at that moment.
    isolate: false,
    testTimeout: 60_000,
    sequence: { sequencer: ExamplesFirst },
  },
});
