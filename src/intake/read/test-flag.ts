import { type Envelope, isTestData, liveFlagOf } from "../../core/file/envelope.ts";
import { isHalfHourly } from "../../core/file/half-hourly.ts";
import type { Problem } from "../../core/file/problem.ts";
import { problem } from "../../formats/problem-log.ts";

/**
 * What a live installation makes of a file's test data flag: an error for test data, null for live data.
 * An empty flag is live: by the rules of settlement files and pool files, and because J1063 may be
 * left out in User File Format, where it is a warning. A message of half-hourly settlement must say where it
 * comes from: one that does not is held as test data is. Other families have no flag.
 */
export function testFlagProblem(envelope: Envelope): Problem | null {
  const { testFlag, family } = envelope;
  const liveFlag = liveFlagOf(envelope);
  if (testFlag === liveFlag) return null;
  const place = { line: 1, field: "testFlag", value: testFlag };
  if (isTestData(envelope))
    return problem(
      "TEST_DATA",
      place,
      `The file is test data ("${testFlag}", not ${liveFlag}) and this is a live installation: its messages become events only once a person has released the file.`,
    );
  if (isHalfHourly(envelope.flow))
    return problem(
      "TEST_DATA",
      place,
      `The message has no environment tag, so nobody can tell that it is ${liveFlag}, and this is a live installation: it becomes an event only once a person has released the file.`,
    );
  if (family !== "user-file") return null;
  return problem(
    "NO_TEST_FLAG",
    place,
    `The test data flag (J1063) is empty; the file is taken as live.`,
  );
}
