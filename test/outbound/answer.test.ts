import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LineageTracer } from "../../src/app/lineage/lineage-tracer.ts";
import { viewLineage } from "../../src/app/views/lineage-view.ts";
import type { Catalogue } from "../../src/catalogue/definition.ts";
import type { OutboundFolder } from "../../src/config/channel/outbound-channel.ts";
import { type FlowSettings, usualFlowSettings } from "../../src/core/file/flow-settings.ts";
import { openCatalogue, shippedSettings } from "../../src/definitions/open.ts";
import { readDocument } from "../../src/formats/recognise.ts";
import { recordingContext } from "../../src/intake/channel/context.ts";
import { ingestFiles } from "../../src/intake/file/ingest.ts";
import { reprocess } from "../../src/intake/file/reprocess.ts";
import { answerAgain, answerFiles } from "../../src/outbound/answer/answer-files.ts";
import { composeWaiting } from "../../src/outbound/compose/compose-waiting.ts";
import type { Store } from "../../src/store/port/store.ts";
import { openSqliteStore } from "../../src/store/sqlite/open.ts";
import { withRightTrailer } from "../formats/tree/right-trailer.ts";
import { goodFile } from "../promises/flow-files.ts";
import { marketChannel } from "./readings.ts";

const fixture = new URL("../../fixtures/settlement/E0041-undescribed.dat", import.meta.url);
const good = readFileSync(fixture, "latin1");

const volumes = new URL("../../fixtures/settlement/C0291-two-groups.dat", import.meta.url);
const wrongVolumes = withRightTrailer(
  Buffer.from(readFileSync(volumes, "latin1").replace("|419.2500|", "|much|")),
).toString();

describe("settlement files", () => {
  let folder: string;
  let store: Store;
  let catalogue: Catalogue;
  const channel = marketChannel({ name: "answers", from: null, flows: ["ADT"], path: "/srv/out" });

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "busbar-answer-"));
    catalogue = await openCatalogue(shippedSettings);
    store = await openSqliteStore(join(folder, "store.db"), { blobFolder: folder });
    await answer();
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  /** With settings of flows, as the configuration has them. */
  const recording = (flows: Readonly<Record<string, FlowSettings>> = {}, live = false) => {
    const settings = (flow: string) => flows[flow] ?? usualFlowSettings;
    const parts = { store, catalogue: { ...catalogue, settings }, blobs: folder, live };
    return recordingContext({ ...parts, largeFileBytes: 8 << 20 });
  };
  async function take(name: string, text: string, context = recording()): Promise<void> {
    const path = join(folder, name);
    writeFileSync(path, text, "latin1");
    await Array.fromAsync(ingestFiles(context, [], [path]));
  }
  async function answer(channels: readonly OutboundFolder[] = [channel], now = Date.now()) {
    const answered =
      (await answerFiles({ store, channels, now })) + (await answerAgain({ store, channels, now }));
    await composeWaiting({ store, catalogue, channels, now });
    return answered;
  }
  /** What each answer says: the header's role, from and to and number, then the code. */
  async function answers(): Promise<string[]> {
    const files = await Array.fromAsync(store.outbound.list());
    return Promise.all(
      files.map(async ({ id }) => {
        const bytes = Buffer.from(await store.outbound.bytes(id));
        expect(readDocument(bytes, catalogue).problems).toEqual([]);
        const [header = "", detail = ""] = bytes.toString().split("\n");
        const [, flow, role, , ...parties] = header.split("|");
        const [, , , name, code] = detail.split("|");
        return [flow, role, ...parties.slice(0, 5), name, code].join(" ");
      }),
    );
  }

  /** What each answer says is wrong. */
  async function remarks(): Promise<string[]> {
    const files = await Array.fromAsync(store.outbound.list());
    const texts = await Promise.all(files.map(({ id }) => store.outbound.bytes(id)));
    return texts.map((bytes) => Buffer.from(bytes).toString().split("\n")[1]?.split("|")[5] ?? "");
  }

  it("are answered automatically, once, to their sender", async () => {
    await take("EXNOTIF0000012", good);
    await take("other.uff", goodFile(1).bytes.toString());
    expect(await answer()).toBe(1);
    expect(await answer()).toBe(0);
    expect(await answers()).toEqual(["E0041001 R EC ECVAA EN EXNOTIF 12 EXNOTIF0000012 0"]);
    expect(await store.outbound.get(1)).toMatchObject({ state: "ready", channel: "answers" });
    expect(await store.outboundMessages.waiting({ limit: 9 })).toEqual([]);
  });

  it("that are refused, or come again, are answered with the code of what is wrong", async () => {
    await take("a", good);
    await take("b", good);
    await take("c", good.slice(0, good.lastIndexOf("ZZZ")));
    expect(await answer()).toBe(3);
    expect((await answers()).map((text) => text.slice(-3))).toEqual(["a 0", "b 3", "c 5"]);
  });

  it("and their answers lead to each other", async () => {
    await take("a", good);
    await take("b", good);
    await answer();
    const tell = async (noun: "file" | "outbound", id: number) => {
      const story = await new LineageTracer(store, { moment: String, event: String }).tell(
        noun,
        id,
      );
      return story === null ? null : viewLineage(story);
    };
    for (const id of [1, 2]) {
      const sent = await tell("outbound", id);
      expect(sent?.because).toMatchObject([{ item: `file ${id}` }]);
      expect(sent?.notes[0]).toBe(`it answers file ${id}`);
      const items = (await tell("file", id))?.ledTo.map(({ item }) => item);
      expect(items?.filter((item) => item.startsWith("outbound"))).toEqual([`outbound ${id}`]);
    }
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

  it("that are fixed are answered again, by a file of its own, with the error's own words before", async () => {
    const strict = recording({ C0291: { ...usualFlowSettings, refuse: "file" } });
    await take("C0291", wrongVolumes, strict);
    expect(await answer()).toBe(1);
    expect(await remarks()).toEqual([
      'Line 3: GSP Group Take Volume is "much", expected was a number of up to 14...',
    ]);
    await reprocess(strict, [], 1);
    expect(await answer()).toBe(0);
    await reprocess(recording(), [], 1);
    expect((await store.files.get(1))?.state).toBe("recorded");
    expect(await answer()).toBe(0);
    expect((await answers()).map((text) => text.slice(-1))).toEqual(["4"]);
  });

  it("in conflict that are taken in after all are answered again, and those withdrawn are not", async () => {
    await take("a", good);
    await take("b", withRightTrailer(Buffer.from(good.replace("12.25", "12.75"))).toString());
    await take("c", withRightTrailer(Buffer.from(good.replace("12.25", "12.95"))).toString());
    await answer();
    await store.files.decide({ file: 2, decision: "keep-both", actor: "ann", reason: "agreed" });
    await store.files.decide({ file: 3, decision: "keep-first", actor: "ann", reason: "not that" });
    expect(await answer()).toBe(1);
    expect(await answer()).toBe(0);
    const codes = ["a 0", "b 3", "c 3", "b 0"];
    expect((await answers()).map((text) => text.slice(-3))).toEqual(codes);
    const names = (await Array.fromAsync(store.outbound.list())).map(({ name }) => name);
    expect(new Set(names).size).toBe(4);
  });

  it("that were refused and are valid once they are read again are accepted, once, whatever is done after", async () => {
    const sequence = { check: "strict" } as const;
    const strict = recording({ E0041: { ...usualFlowSettings, sequence } });
    await take("a", good, strict);
    const late = withRightTrailer(Buffer.from(good.replace("|12|", "|11|"))).toString();
    await take("b", late, strict);
    await answer();
    await reprocess(recording(), [], 2);
    expect(await answer()).toBe(1);
    await reprocess(recording(), [], 2);
    expect(await answer()).toBe(0);
    expect((await answers()).map((text) => text.slice(-3))).toEqual(["a 0", "b 3", "b 0"]);
  });

  it("that were reported to nobody are not answered once they are fixed, nor a day after they are", async () => {
    const cut = good.slice(0, good.lastIndexOf("ZZZ"));
    await take("a", cut);
    await answer([marketChannel({ flows: ["D0010"] })]);
    await reprocess(recording(), [], 1);
    expect(await answer()).toBe(0);
    await take("b", good);
    await take("c", withRightTrailer(Buffer.from(good.replace("12.25", "12.75"))).toString());
    await answer();
    await store.files.decide({ file: 3, decision: "keep-both", actor: "ann", reason: "agreed" });
    expect(await answer([channel], Date.now() + 90_000_000)).toBe(0);
  });

  it("awaiting release here are accepted: why they do is none of the sender's errors", async () => {
    const trial = withRightTrailer(Buffer.from(good.replace("|12||", "|12|TR01|"))).toString();
    await take("a", trial, recording({}, true));
    expect((await store.files.get(1))?.awaitingRelease).toBe(true);
    await answer();
    expect((await answers()).map((text) => text.slice(-3))).toEqual(["a 0"]);
  });
});
