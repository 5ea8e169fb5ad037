import { Writable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Output } from "../../src/cli/output.ts";
import { ago, localTime } from "../../src/cli/print/local-time.ts";
import { logLine } from "../../src/cli/print/log-line.ts";
import { progressBar } from "../../src/cli/print/progress.ts";
import { layOut } from "../../src/cli/print/state-layout.ts";
import { type Column, printTable } from "../../src/cli/print/table.ts";
import { oneLine, visible } from "../../src/cli/print/visible.ts";

/** Runs something that prints and gives what it printed. */
async function printed(print: (output: Output) => Promise<unknown>): Promise<string> {
  const pieces: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      pieces.push(String(chunk));
      done();
    },
  });
  const output = new Output(stream);
  await print(output);
  await output.flush();
  return pieces.join("");
}

describe("text from outside", () => {
  it.each([
    ["plain name.uff", "plain name.uff"],
    ["two\nlines\r\t", "two\\nlines\\r\\t"],
    ["\u001b[2Jcleared", "\\u{1b}[2Jcleared"],
    ["right\u202eleft", "right\\u{202e}left"],
    ["back\\slash", "back\\\\slash"],
    ["\ud800", "\\u{d800}"],
    ["Zoë 中文 😀", "Zoë 中文 😀"],
  ])("%j shows as %s", (text, shown) => expect(visible(text)).toBe(shown));

  it("never hides anything, and two texts never look the same", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (a, b) => {
        expect(visible(a)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
        expect(visible(a) === visible(b)).toBe(a === b);
      }),
    );
  });

  it("that is written out in a sentence already stays as it is", () => {
    expect(oneLine("It begins with \\x0a.\n")).toBe("It begins with \\x0a.\\n");
  });
});

describe("a table", () => {
  const columns: Column<{ readonly n: number; readonly name: string }>[] = [
    { heading: "N", align: "right", cell: (row) => row.n },
    { heading: "NAME", cell: (row) => row.name },
  ];

  it("is aligned, with control characters made visible and nothing trailing", async () => {
    const rows = [
      { n: 5, name: "a\nb" },
      { n: 1234, name: "longer" },
    ];
    expect(await printed((output) => printTable(output, columns, rows))).toBe(
      "   N  NAME\n   5  a\\nb\n1234  longer\n",
    );
  });

  it("without rows is nothing", async () => {
    expect(await printed((output) => printTable(output, columns, []))).toBe("");
  });

  it("longer than what is measured keeps coming, and is counted", async () => {
    const rows = Array.from({ length: 2500 }, (_, n) => ({ n, name: "x" }));
    let count = 0;
    const text = await printed(async (output) => {
      count = await printTable(output, columns, rows);
    });
    expect(count).toBe(2500);
    expect(text.split("\n")).toHaveLength(2502);
  });
});

describe("an output whose reader has gone", () => {
  it("prints no more, says so, and breaks nothing", async () => {
    let writes = 0;
    const stream = new Writable({
      write(_chunk, _encoding, done) {
        writes += 1;
        done(Object.assign(new Error("write EPIPE"), { code: "EPIPE" }));
      },
    });
    const output = new Output(stream);
    await output.line("first");
    await output.flush();
    expect(output.closed).toBe(true);
    await output.line("second");
    await output.flush();
    expect(writes).toBe(1);
  });

  it("is told from a disk that is full", async () => {
    const stream = new Writable({
      write: (_chunk, _encoding, done) =>
        done(Object.assign(new Error("no space"), { code: "ENOSPC" })),
    });
    const output = new Output(stream);
    await output.line("first");
    await expect(output.flush()).rejects.toThrow(
      "could not be written: the disk it goes to is full",
    );
  });
});

describe("a state", () => {
  it("is laid out whatever its shape", async () => {
    const state = {
      mpan: "1200000000003",
      lastHeard: { from: "D:UDMS", flow: null },
      agents: { supplier: [], meterOperator: [{ participant: "LBSL", rejected: false }] },
      tags: ["a", "b"],
      note: "two\nlines",
    };
    expect(await printed((output) => layOut(output, state))).toBe(`  mpan        1200000000003
  last heard  from D:UDMS, flow -
  agents
    supplier        none
    meter operator
      PARTICIPANT  REJECTED
      LBSL         no
  tags        a, b
  note        two\\nlines
`);
  });

  it("has groups inside a table's row in one cell", async () => {
    const also = [
      { value: "1.0", from: "D:UDMS" },
      { value: "2.0", from: null },
    ];
    const state = { readings: [{ value: "3.0", also }, { value: "4.0" }] };
    expect(await printed((output) => layOut(output, state))).toBe(`  readings
    VALUE  ALSO
    3.0    value 1.0, from D:UDMS; value 2.0, from -
    4.0    -
`);
  });

  it("that is nothing is a dash", async () => {
    expect(await printed((output) => layOut(output, null))).toBe("  -\n");
  });
});

describe("times", () => {
  it("are local and look like ISO", () => {
    const at = new Date(2026, 2, 2, 5, 1, 9).getTime();
    expect(localTime(at)).toMatch(/^2026-03-02 05:01:09 [A-Z]{3}/);
  });

  it.each([
    [0, "0 s ago"],
    [-5_000, "0 s ago"],
    [89_000, "89 s ago"],
    [120_000, "2 min ago"],
    [7_200_000, "2 h ago"],
    [3 * 86_400_000, "3 days ago"],
  ])("%d ms are %s", (ms, words) => expect(ago(1e12, 1e12 + ms)).toBe(words));
});

describe("a line of the log at a terminal", () => {
  it("has the time, what happened and with what", () => {
    const time = new Date(2026, 2, 2, 5, 1, 9).getTime();
    const line = JSON.stringify({
      level: 40,
      time,
      pid: 1,
      hostname: "h",
      file: 3,
      msg: "refused",
    });
    expect(logLine(`${line}\n`)).toBe("05:01:09 warning: refused  file=3\n");
  });

  it("that is none stays as it is", () => expect(logLine("plain\n")).toBe("plain\n"));
});

describe("a progress bar", () => {
  function draw(isTTY: boolean, total: number) {
    let text = "";
    let now = 0;
    const terminal = { isTTY, write: (piece: string) => (text += piece) };
    const bar = progressBar(terminal, total, () => now);
    for (let done = 0; done <= total; done += 1) {
      bar.show(done);
      now += 10;
    }
    bar.clear();
    return text;
  }

  it("draws now and then and at the end, and is taken away", () => {
    const frames = draw(true, 20).split("\r");
    expect(frames).toEqual([
      "",
      `[${".".repeat(30)}] 0 of 20 files`,
      `[${"#".repeat(15)}${".".repeat(15)}] 10 of 20 files`,
      `[${"#".repeat(30)}] 20 of 20 files`,
      "\u001b[K",
    ]);
  });

  it("shows how far a large file is, over what was there before", () => {
    let text = "";
    const bar = progressBar({ isTTY: true, write: (piece) => (text += piece) }, 1, () => 0);
    bar.show(0);
    bar.showBytes("recorded", 600e6, 1_200e6);
    bar.showBytes("checked", 1_200e6, 1_200e6);
    expect(text.split("\r")).toEqual([
      "",
      `[${"#".repeat(15)}${".".repeat(15)}] 600 of 1,200 MB recorded`,
      `[${"#".repeat(30)}] 1,200 of 1,200 MB checked`,
    ]);
  });

  it("is not drawn elsewhere than on a terminal, nor for one file", () => {
    expect(draw(false, 20)).toBe("");
    expect(draw(true, 1)).toBe("");
  });
});
