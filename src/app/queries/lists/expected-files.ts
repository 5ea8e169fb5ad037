import { nextDue } from "../../../build/watch-expected.ts";
import { openCalendars } from "../../../config/calendars.ts";
import type { OpenInstallation } from "../../installation/open-installation.ts";
import { type ExpectedFileView, viewExpectedFile } from "../../views/expected-view.ts";

/** The files that the configuration says are to come, each with its last moment and its next: as many as are configured. */
export async function listExpectedFiles({
  config,
  store,
  clock,
}: OpenInstallation): Promise<readonly ExpectedFileView[]> {
  const calendars = openCalendars(config);
  const files: ExpectedFileView[] = [];
  for (const expected of config.expected) {
    const last = await store.expected.last(expected.name);
    const nextAt = nextDue(calendars, expected, clock.wall());
    files.push(viewExpectedFile({ expected, last, nextAt }));
  }
  return files;
}
