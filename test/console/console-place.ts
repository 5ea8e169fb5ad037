import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { consoleFace } from "../../src/cli/daemon/console-face.ts";
import { apiFace } from "../../src/http/api/api-face.ts";
import { type AskedPlace, askedPlace } from "../http/asked.ts";
import { notice } from "../http/notice.ts";
import { cutShort, goodFile } from "../promises/flow-files.ts";

/** A text that every field which others fill may hold; no page may have it as an element. */
const hostile = `<img src=x onerror=alert(1)>"'&\u202e\u0007`;

/** An installation with files of every fate, answered by the API and the console. */
export async function consolePlace(): Promise<AskedPlace> {
  const asked = await askedPlace({ faces: [apiFace, consoleFace] }, async (place) => {
    const folder = join(place.folder, "sent");
    mkdirSync(folder);
    const odd = `ZHV|${hostile}|D0010002|D|${hostile}|X|SUPP\n${hostile}\n`;
    const files = [
      ...[goodFile(1, 2), goodFile(2), cutShort(goodFile(3))],
      { name: "odd.uff", bytes: Buffer.from(odd) },
    ];
    for (const { name, bytes } of files) {
      writeFileSync(join(folder, name), bytes);
      await place.busbar("ingest", join("sent", name));
    }
  });
  await notice(asked.of.store, hostile);
  return asked;
}

/** Every page of the console with what its heading begins with. */
export const everyPage = [
  ["/", "Overview"],
  ["/stuck", "Stuck"],
  ["/files", "Files"],
  ["/files?state=rejected", "Files"],
  ["/files/1", "File 1"],
  ["/files/1?line=2", "File 1"],
  ["/files/4", "File 4"],
  ["/processes", "Processes"],
  ["/events", "Events"],
  ["/events/1", "Event 1"],
  ["/actions", "Actions"],
  ["/outbound", "Outbound files"],
  ["/channels", "Channels"],
  ["/channels/inbox", "Channel inbox"],
  ["/expected", "Expected"],
  ["/flows?search=meter+reading", "Flows"],
  ["/flows/D0010", "D0010 "],
  ["/flows/check", "Check a file"],
  ["/reports", "Reports"],
  ["/reports?of=event&since=2020-01-01", "Reports"],
  ["/reports?of=process", "Reports"],
  ["/reports?of=duration&from=D0010_RECEIVED&to=D0010_RECEIVED&since=2020-01-01", "Reports"],
  ["/notices?all=true", "Notices"],
  ["/notices/1", "Notice 1"],
  ["/audit?outcome=done", "Audit"],
  ["/system", "System"],
  ["/search?q=D0010_0000000001.uff", "Search"],
  ["/why?item=event+1", "Why: event 1"],
  ["/codes/MISSING_TRAILER", "Code MISSING_TRAILER"],
] as const;
