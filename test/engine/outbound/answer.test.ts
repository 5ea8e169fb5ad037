import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Catalogue } from "../../../src/catalogue/definition.ts";
import { openCatalogue } from "../../../src/catalogue/open.ts";
import type { OutboundFolder } from "../../../src/config/outbound-channel.ts";
import type { Store } from "../../../src/core/store.ts";
import { answerFiles } from "../../../src/engine/outbound/answer-files.ts";
import { composeWaiting } from "../../../src/engine/outbound/compose-waiting.ts";
import { readDocument } from "../../../src/formats/read-document.ts";
import { recordingContext } from "../../../src/intake/context.ts";
import { ingestFiles } from "../../../src/intake/ingest.ts";
import { openSqliteStore } from "../../../src/store/sqlite/open.ts";
import { goodFile } from "../../promises/flow-files.ts";
import { marketChannel } from "./readings.ts";

const fixture = new URL("../../../fixtures/settlement/E0041-undescribed.dat", import.meta.url);
const good = readFileSync(fixture, "latin1");

describe("settlement files", () => {
  let folder: string;
  let store: Store;
  let catalogue: Catalogue;
  const channel = marketChannel({ name: "answers", from: null, flows: ["ADT"], path: "/srv/out" });

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "busbar-answer-"));
    catalogue = await openCatalogue({ catalogues: [] });
    store = await openSqliteStore(join(folder, "store.db"), { blobFolder: folder });
    await answer();
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  async function take(name: string, text: string): Promise<void> {
    const path = join(folder, name);
    writeFileSync(path, text, "latin1");
    const parts = { store, catalogue, blobs: folder, largeFileBytes: 8 << 20 };
    await Array.fromAsync(ingestFiles(recordingContext(parts), [], [path]));
  }
  async function answer(channels: readonly OutboundFolder[] = [channel], now = Date.now()) {
    const answered = await answerFiles({ store, channels, now });
    await composeWaiting({ store, catalogue, channels, now });
    return answered;
  }
  /** What each answer says: the header's role, from and to and number, then the code. */
  async function answers(): Promise<string[]> {
    const files = await Array.fromAsync(store.outboundFiles());
    return Promise.all(
      files.map(async ({ id }) => {
        const bytes = Buffer.from(await store.outboundBytes(id));
        expect(readDocument(bytes, catalogue).problems).toEqual([]);
        const [header = "", detail = ""] = bytes.toString().split("\n");
        const [, flow, role, , ...parties] = header.split("|");
        const [, , , name, code] = detail.split("|");
        return [flow, role, ...parties.slice(0, 5), name, code].join(" ");
      }),
    );
  }

  it("are answered by themselves, once, to their sender", async () => {
    await take("EXNOTIF0000012", good);
    await take("other.uff", goodFile(1).bytes.toString());
    expect(await answer()).toBe(1);
    expect(await answer()).toBe(0);
    expect(await answers()).toEqual(["E0041001 R EC ECVAA EN EXNOTIF 12 EXNOTIF0000012 0"]);
    expect(await store.outboundFile(1)).toMatchObject({ state: "ready", channel: "answers" });
    expect(await store.outboxWaiting(9)).toEqual([]);
  });

  it("that are refused, or come again, are answered with the code of what is wrong", async () => {
    await take("a", good);
    await take("b", good);
    await take("c", good.slice(0, good.lastIndexOf("ZZZ")));
    expect(await answer()).toBe(3);
    expect((await answers()).map((text) => text.slice(-3))).toEqual(["a 0", "b 3", "c 5"]);
  });

  it("are not answered where no channel leads to their sender, nor a day later", async () => {
    await take("a", good);
    expect(await answer([marketChannel({ flows: ["D0010"] })])).toBe(0);
    await take("b", good.replace("|12|", "|13|"));
    expect(await answer([channel], Date.now() + 90_000_000)).toBe(0);
    expect(await answers()).toEqual([]);
  });

  it("that came before anybody answered are left alone", async () => {
    const path = join(folder, "other.db");
    await store.close();
    store = await openSqliteStore(path, { blobFolder: folder });
    await take("a", good);
    expect(await answer()).toBe(0);
    await take("b", good.replace("|12|", "|13|"));
    expect(await answer()).toBe(1);
  });
});
