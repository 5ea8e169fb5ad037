import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import type { PgpIn, PgpRequired } from "../../src/config/pgp.ts";
import { pgpIn } from "../../src/config/pgp.ts";
import { usualPackedLimits } from "../../src/config/unpack.ts";
import { loadCatalogue } from "../../src/definitions/load.ts";
import { packedSettings, recordingContext } from "../../src/intake/channel/context.ts";
import { ingestFiles } from "../../src/intake/file/ingest.ts";
import { reprocess } from "../../src/intake/file/reprocess.ts";
import { processDefinitions } from "../../src/processes/registry.ts";
import { openSqliteStore } from "../../src/store/sqlite/open.ts";
import { temporaryFolder } from "../channels/folder/temporary.ts";
import { GnuPg } from "../packed/gnupg.ts";
import { madeZip } from "../packed/made-zip.ts";
import { goodFile } from "../promises/flow-files.ts";

const catalogue = loadCatalogue();
const good = goodFile(1, 2);
let gpg: GnuPg;
let keys: PgpIn;

beforeAll(() => {
  gpg = new GnuPg();
  gpg.makeKey("us", "curve25519");
  keys = {
    keys: [{ key: { file: gpg.exportSecret("us") }, passphrase: null }],
    signers: [{ file: gpg.exportPublic("us") }],
  };
});
afterAll(() => gpg[Symbol.dispose]());

/** A store of its own behind a channel that asks for messages; files above `largeFileBytes` are read in pieces. */
async function scene(largeFileBytes: number) {
  const base = temporaryFolder();
  const blobs = `${base}/blobs`;
  const store = await openSqliteStore(`${base}/busbar.db`, { blobFolder: blobs });
  onTestFinished(() => store.close());
  const asking = (require: PgpRequired | null) =>
    recordingContext({
      store,
      catalogue,
      blobs,
      largeFileBytes,
      packed: { limits: usualPackedLimits, pgpOf: () => ({ ...keys, require }) },
    });
  return {
    async take(bytes: Uint8Array, require: PgpRequired | null, name = "a.usr") {
      writeFileSync(`${base}/${name}`, bytes);
      const taken = ingestFiles(asking(require), processDefinitions, [`${base}/${name}`]);
      const [answer] = await Array.fromAsync(taken);
      if (answer?.kind !== "recorded") throw new Error(answer?.reason);
      const { state, problems } = answer.file;
      return [state, ...problems.map(({ code }) => code)].join(" ");
    },
    async again(id: number, require: PgpRequired | null) {
      const read = await reprocess(asking(require), processDefinitions, id);
      return read?.after.state;
    },
  };
}

test.each([
  ["in memory", 1 << 20],
  ["in pieces", 100],
])("a plain file or archive is refused where messages are asked for, %s", async (_how, large) => {
  const { take, again } = await scene(large);
  const zip = madeZip([good]);
  for (const require of ["signed", "encrypted", "both"] as const) {
    expect(await take(Buffer.from(`${good.bytes}`), require)).toMatch(/^rejected PGP_REQUIRED/);
    expect(await take(zip, require)).toBe("rejected PGP_REQUIRED");
  }
  expect(await again(1, "both")).toBe("rejected");
  expect(await again(1, null)).toBe("recorded");
  expect(await take(zip, null)).toBe("recorded");
});

test("a message that is what is asked for is taken with what is in it", async () => {
  const { take } = await scene(1 << 20);
  const signed = gpg.run(["--sign"], good.bytes).stdout;
  const both = gpg.run(
    ["--sign", "--encrypt", "--recipient", "us"],
    madeZip([goodFile(2, 2)]),
  ).stdout;
  const sealed = gpg.run(["--encrypt", "--recipient", "us"], goodFile(3, 2).bytes).stdout;
  expect(await take(signed, "encrypted")).toBe("rejected PGP_REQUIRED");
  expect(await take(signed, "both")).toBe("rejected PGP_REQUIRED");
  expect(await take(sealed, "both")).toBe("rejected PGP_UNSIGNED");
  expect(await take(signed, "signed")).toBe("recorded");
  expect(await take(both, "both")).toBe("recorded");
});

test("what a person hands over by hand need be no message", () => {
  const config = { unpack: usualPackedLimits, channels: [], sftpInboxes: [] };
  const packed = packedSettings({ ...config, pgp: { ...keys, require: "both" } });
  expect(packed.pgpOf("by hand")).toMatchObject({ require: null, signers: keys.signers });
});

test("asking for signatures without saying whose is a mistake in busbar.yaml", () => {
  const key = { key: { file: "ours.asc" } };
  const of = (settings: object) => pgpIn.safeParse({ keys: [key], ...settings });
  expect(of({ require: "encrypted" }).success).toBe(true);
  expect(of({ require: "signed", signers: [{ file: "theirs.asc" }] }).success).toBe(true);
  for (const require of ["signed", "both"])
    expect(of({ require }).error?.issues[0]?.message).toContain("`require` asks for signatures");
  expect(of({ require: "sealed" }).error?.issues[0]?.message).toContain(
    "signed, encrypted or both",
  );
});
