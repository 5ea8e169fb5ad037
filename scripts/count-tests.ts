/**
 * Prints `N passed, N failed` (and `, N skipped`) from the JSON report named; exits 1 when a test
 * failed, a file could not run, or nothing ran at all.
 */
import { readFileSync } from "node:fs";

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly testResults: readonly {
    readonly status: string;
    readonly assertionResults: readonly unknown[];
  }[];
}

const report = JSON.parse(readFileSync(process.argv[2] ?? "", "utf8")) as Report;
const brokenFiles = report.testResults.filter(
  (file) => file.status === "failed" && file.assertionResults.length === 0,
).length;
const failed = report.numFailedTests + brokenFiles;
const skipped = report.numPendingTests > 0 ? `, ${report.numPendingTests} skipped` : "";
process.stdout.write(`${report.numPassedTests} passed, ${failed} failed${skipped}\n`);
process.exitCode = failed > 0 || report.numPassedTests === 0 ? 1 : 0;
