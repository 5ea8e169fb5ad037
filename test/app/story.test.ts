import { describe, expect, it } from "vitest";
import { LineageTracer } from "../../src/app/lineage/lineage-tracer.ts";
import { type LineageView, viewLineage } from "../../src/app/views/lineage-view.ts";
import { engineScene } from "../build/engine-scene.ts";
import { Library } from "../build/library.ts";
import { goodFile, zipOf } from "../promises/flow-files.ts";
import { composed, message } from "../store/conformance/outbound-files.ts";
import { madeFile, problem } from "../store/made-file.ts";

const formatter = { moment: (at: number) => `@${at}`, event: (type: string) => type };
const tell = async (
  { store }: Pick<Library, "store">,
  ...asked: Parameters<LineageTracer["tell"]>
) => {
  const story = await new LineageTracer(store, formatter).tell(...asked);
  if (story === null) throw new Error(`no ${asked.join(" ")}`);
  return viewLineage(story);
};

/** The items of a story and all beneath it, one way. */
function items(story: LineageView, way: "because" | "ledTo"): string[] {
  return [story.item, ...story[way].flatMap((next) => items(next, way))];
}

/** A loan that was prolonged, for which an action is planned, and that is overdue. */
async function lending(): Promise<Library> {
  const library = await Library.open();
  await library.tell("Emma", 100, { what: "lent", dueBack: "1500000", reminders: "yes" });
  await library.build();
  await library.tell("Emma", 300, { what: "prolonged", dueBack: "1600000" });
  await library.tell("Dune", 300, { what: "returned" });
  await library.build();
  await library.until(1_700_000);
  return library;
}

describe("the story", () => {
  it("of an event goes back to the bytes and on to what was done", async () => {
    const library = await lending();
    const story = await tell(library, "event", 2);
    expect(story.said).toBe("LOAN_PROLONGED, on loan Emma, sent @300, recorded @1000000");
    expect(items(story, "because")).toEqual(["event 2", "message 2", "file 2"]);
    expect(items(story, "ledTo")).toEqual(["event 2", "action 1"]);
    expect(story.ledTo[0]).toMatchObject({
      said: "remind, planned, of loan Emma",
      notes: [
        'yes: the book is out {"returned":false}',
        'yes: the reader wants reminders {"wantsReminders":true}',
      ],
    });
    expect(story.because[0]?.because[0]?.notes[0]).toMatch(/^SHA-256 [0-9a-f]{64}, \d+ bytes$/);
  });

  it("of an action and of an outbound file tells of the hold that keeps it", async () => {
    const library = await lending();
    const said = { actor: "ann", reason: "the printer is broken" };
    const all = { channel: null, type: null, name: null };
    await library.store.holds.place({ scope: { ...all, stage: "actions" }, ...said });
    const story = await tell(library, "action", 1);
    const kept = 'on hold, kept by the hold "actions" of ann: the printer is broken';
    expect(story.notes[0]).toBe(kept);
    expect(story.remedies.at(-1)).toMatchObject({
      remedy: "release-hold",
      hold: { stage: "actions" },
    });
    await library.store.outboundMessages.send({ identity: "kept", outgoing: message });
    await library.store.outbound.record([composed(1)]);
    expect((await tell(library, "outbound", 1)).notes.join()).not.toContain("on hold");
    await library.store.holds.place({ scope: { ...all, stage: "outbound" }, ...said });
    expect((await tell(library, "outbound", 1)).notes).toContain(
      'on hold, kept by the hold "outbound" of ann: the printer is broken',
    );
  });

  it("of a file goes on through its messages to all they caused", async () => {
    const library = await lending();
    expect(items(await tell(library, "file", 2), "ledTo")).toEqual([
      "file 2",
      "message 2",
      "event 2",
      "action 1",
    ]);
  });

  it("of an archive goes on to what lay in it, and of that back to the archive", async () => {
    const { store, ingest } = await engineScene();
    await ingest(zipOf("both.zip", [goodFile(1), goodFile(2)]));
    const archive = await tell({ store }, "file", 1);
    const member = await tell({ store }, "file", 2);
    expect(archive.ledTo.map(({ item }) => item)).toEqual(["file 2", "file 3"]);
    expect(items(member, "because")).toEqual(["file 2", "file 1"]);
    expect(member.notes[1]).toMatch(/^lay in file 1, as /);
  });

  it("of a process with one event counts it", async () => {
    const library = await Library.open();
    await library.tell("Emma", 100, { what: "lent", dueBack: "1500000", reminders: "yes" });
    await library.build();
    expect((await tell(library, "process", 1)).said).toMatch(/, 1 event$/);
  });

  it("of a process whose events are all void says so", async () => {
    const library = await lending();
    for await (const { seq } of library.store.events.list({ key: "Emma" }))
      await library.store.revisions.void({
        seq,
        changedBy: { actor: "Ann", reason: "never lent" },
      });
    await library.build();
    const story = await tell(library, "process", 1);
    expect(story.said).toBe("all its events are void, 3 events");
    expect(story.remedies).toEqual([{ remedy: "build-process", key: "Emma", type: "loan" }]);
  });

  it("of a message that waits says so, with the cause", async () => {
    const library = await lending();
    const story = await tell(library, "message", 3);
    expect(story.notes).toEqual([
      expect.stringMatching(
        /^stuck, unmatched, cause [0-9a-f]{6}: It belongs to process loan Dune, which does not exist yet/,
      ),
    ]);
    expect(story.remedies).toEqual([
      { remedy: "show-cause", cause: expect.stringMatching(/^[0-9a-f]{6}$/) },
    ]);
  });

  it("of a message that is not there any more leads to the one that holds its lines", async () => {
    const { store } = await engineScene();
    const bad = madeFile({ messages: [{ line: 2, problems: [problem(2)] }] });
    await store.files.record([bad]);
    const [item] = await Array.fromAsync(store.stuck.list());
    if (item === undefined) throw new Error("nothing is stuck");
    const on = { kind: item.kind, number: item.number };
    const words = { cause: item.cause.id, on, actor: "Ann", text: "rang them" };
    await store.stuck.note([{ verb: "note", ...words }]);
    const [message] = madeFile({ messages: [{ line: 1 }] }).messages;
    if (message === undefined) throw new Error("no message");
    await store.readings.record({
      file: 1,
      outcome: bad.outcome,
      messages: [{ ...message, lastLine: 3 }],
      occurredAt: 500,
    });
    const story = await tell({ store }, "message", 1);
    expect(story).toMatchObject({
      said: "was at line 2 of file 1, which was read again since: see message 2",
      notes: [expect.stringMatching(/ Ann, noted: rang them$/)],
      ledTo: [{ item: "message 2" }],
    });
  });

  it("of a deadline and the event it became go forward and back", async () => {
    const library = await lending();
    expect(await tell(library, "deadline", 2)).toMatchObject({
      said: "LOAN_OVERDUE, fired, due @1600000, of loan Emma",
      ledTo: [
        {
          item: "event 3",
          ledTo: [{ item: "action 2", said: expect.stringMatching(/^fine, planned/) }],
        },
      ],
    });
    expect(items(await tell(library, "event", 3), "because")).toEqual(["event 3", "deadline 2"]);
    expect(items(await tell(library, "action", 2), "because")).toEqual([
      "action 2",
      "event 3",
      "deadline 2",
    ]);
  });

  it("of a process tells each of its events with what brought it", async () => {
    const library = await lending();
    const story = await tell(library, "process", 1);
    expect(story).toMatchObject({
      item: "process loan/Emma",
      said: "overdue, 3 events",
      notes: [
        "deadline 1: LOAN_OVERDUE, dropped, due @1500000",
        "deadline 2: LOAN_OVERDUE, fired, due @1600000",
      ],
    });
    expect(story.ledTo.map((event) => [event.item, event.because[0]?.item])).toEqual([
      ["event 1", "message 1"],
      ["event 2", "message 2"],
      ["event 3", "deadline 2"],
    ]);
  });

  it("is null of what is not there", async () => {
    const library = await Library.open();
    const tracer = new LineageTracer(library.store, formatter);
    for (const noun of [
      "file",
      "message",
      "event",
      "process",
      "action",
      "command",
      "deadline",
      "outbound",
    ] as const)
      expect(await tracer.tell(noun, 7)).toBeNull();
  });
});
