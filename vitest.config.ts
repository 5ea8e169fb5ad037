import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files and folders that take longest, longest first: one begun last would keep a core to itself at the end. */
const longest = [
  "test/promises/",
  "test/store/sqlite.test.ts",
  "test/formats/generate/",
  "test/formats/tree/",
  "test/outbound/",
  "test/intake/sftp/",
  "test/channels/",
  "test/cli/",
];

/** By what is known of every machine, and not by what the last run on this one took. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = longest.findIndex((part) => moduleId.includes(`/${part}`));
      return at < 0 ? longest.length : at;
    };
    const known = await super.sort(files);
    return known.toSorted((one, other) => rank(one) - rank(other));
  }
}

/** They measure the memory of their process, which is to be their own. */
const measuring = [
  "test/daemon/buffered-log.test.ts",
  "test/formats/tree/mutations.test.ts",
  "test/formats/user-file/line-ends.test.ts",
];

export default defineConfig({
  test: {
    projects: [
      // A process reads what they import once, and not once a file: half the time of a run.
      {
        extends: true,
        test: {
          name: "together",
          include: ["test/**/*.test.ts"],
          exclude: measuring,
          isolate: false,
        },
      },
      { extends: true, test: { name: "alone", include: measuring } },
    ],
    // Tests start the program as it is built.
    globalSetup: "test/build-program.ts",
    pool: "forks",
    // Half of them wait for other programs or the disk most of the time: with four, two cores have work.
    maxWorkers: 4,
    sequence: { sequencer: LongestFirst },
    // Tests start hundreds of processes, all of the same sources: a start then takes a third of the time.
    env: { NODE_COMPILE_CACHE: join(tmpdir(), "busbar-test-compile-cache") },
    // No limit decides whether a test passes: a busy machine may be twenty times slower than a quiet one.
    testTimeout: 360_000,
    hookTimeout: 360_000,
  },
});
