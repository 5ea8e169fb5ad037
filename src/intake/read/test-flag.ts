import { type Envelope, isTestData, liveFlagOf } from "../../core/file/envelope.ts";
import type { Problem } from "../../core/file/problem.ts";
import { problem } from "../../formats/problem-log.ts";
import { formatOf } from "../../formats/recognise.ts";

/**
 * What a live installation makes of a file's test data flag: an error for test data, null for live data.
 * What an empty flag means is the family's: live by the rules of settlement files and pool files, a warning
 * where J1063 may be left out, and of a message that must say where it comes from, the same as test data.
 */
export function testFlagProblem(envelope: Envelope): Problem | null {
  const { testFlag } = envelope;
  const liveFlag = liveFlagOf(envelope);
  if (testFlag === liveFlag) return null;
  const place = { line: 1, field: "testFlag", value: testFlag };
  if (isTestData(envelope))
    return problem(
      "TEST_DATA",
      place,
      `The file is test data ("${testFlag}", not ${liveFlag}) and this is a live installation: its messages become events only once a person has released the file.`,
    );
  const empty = formatOf(envelope).emptyTestFlag(envelope.flow);
  if (empty === "await-release")
    return problem(
      "TEST_DATA",
      place,
      `The message has no environment tag, so nobody can tell that it is ${liveFlag}, and this is a live installation: it becomes an event only once a person has released the file.`,
    );
  if (empty === "live") return null;
  return problem(
    "NO_TEST_FLAG",
    place,
    `The test data flag (J1063) is empty; the file is taken as live.`,
  );
}
