import { appendFileSync } from "node:fs";
import { expect, onTestFinished, test } from "vitest";
import { makePlace } from "./busbar.ts";

const mprn = "7059843357";

/** A gas metering update whose meter point and trailer go by codes that Busbar does not know. */
const update = [
  '"HEADR","ONUPD","EXXA","MAM","EXZA","SUP",20230420,"164837","75101482"',
  '"TRANS","EXM133757640226","","","OTHER","NEWCN","EX58366534","EX61752579","","","F",,"","",,',
  `"PREMI","PW",${mprn},"","Y","","Parking at the rear of the building","Please call before the visit",,20170306,`,
  '"CLOSE",2,1',
  "",
].join("\r\n");

test("events keep their warnings until a restate, which names whom their messages are about", async () => {
  const place = makePlace();
  onTestFinished(() => place.remove());
  await place.busbar("init");
  const taken = await place.busbar(
    "ingest",
    place.write({ name: "p", bytes: Buffer.from(update) }),
  );
  expect(taken.stdout).toContain("UNPROVED_CODE");
  expect((await place.busbar("search", mprn)).stdout).not.toContain("message 1");

  appendFileSync(
    `${place.folder}/busbar.yaml`,
    "\nrgma: { records: { Meter Point: PREMI }, trailer: CLOSE }\n",
  );
  const { stdout } = await place.busbar("reprocess", "1");
  expect(stdout).toContain("UNPROVED_CODE");
  expect(stdout).toMatch(/1 event reads otherwise now .*`busbar event restate --file 1 --dry-run`/);
  expect(await place.json("reprocess", "1")).toMatchObject([{ otherwise: 1 }]);

  await place.busbar("event", "restate", "--file", "1", "--reason", "our codes");
  expect((await place.busbar("search", mprn)).stdout).toContain("message 1: line 3");
  const again = await place.busbar("reprocess", "1");
  expect(again.stdout).not.toMatch(/UNPROVED_CODE|otherwise/);
  expect((await place.busbar("verify")).stdout).not.toContain("otherwise");
});
