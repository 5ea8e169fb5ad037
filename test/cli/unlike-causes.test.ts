import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { makePlace } from "./busbar.ts";

const place = makePlace();
afterAll(() => place.remove());

test("files of no known format that are unlike are stuck for causes of their own", async () => {
  mkdirSync(join(place.folder, "var"));
  writeFileSync(join(place.folder, "busbar.yaml"), "live: false\n");
  const paths = [
    { name: "notes.txt", bytes: Buffer.from("Dear all, the file comes tomorrow\n") },
    { name: "more.txt", bytes: Buffer.from("Ring Anna about the meter\n") },
    { name: "noise.bin", bytes: Buffer.from([7, 0xfe, 0, 3, 200, 17, 0x9c]) },
    { name: "page.html", bytes: Buffer.from("<html><body>502</body></html>\n") },
    { name: "lost.json", bytes: Buffer.from('{"S0":{"interfaceID":"IF-021"},"payload":{}}') },
  ].map((file) => place.write(file));
  await place.busbar("ingest", ...paths);
  const causes = await place.json("stuck");
  expect(causes.map(({ title, count }) => `${title}: ${count}`).toSorted()).toEqual([
    "UNKNOWN_FORMAT, JSON without a known header: 1",
    "UNKNOWN_FORMAT, a web page: 1",
    "UNKNOWN_FORMAT, binary: 1",
    "UNKNOWN_FORMAT, text: 2",
  ]);
  // None of them has an identifier by which another file could take its place.
  const { stdout } = await place.busbar("stuck");
  expect(stdout.match(/send it again, and dismiss this: busbar stuck dismiss/g)).toHaveLength(4);
  expect(stdout).not.toContain("identifier");
});
