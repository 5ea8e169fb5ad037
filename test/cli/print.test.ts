import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import { Output, oneLine, visible } from "../../src/cli/output.ts";
import { logLine } from "../../src/cli/print/log-line.ts";
import { progressBar } from "../../src/cli/print/progress.ts";
import { type Column, printTable } from "../../src/cli/print/table.ts";
import { layOut } from "../../src/cli/process/state-layout.ts";
import { ago, localTime } from "../../src/runtime/local-time.ts";
import { fc } from "../property.ts";

/** Runs something that prints, at a terminal of so many columns or none, and gives what it printed. */
async function printed(
  print: (output: Output) => Promise<unknown>,
  columns?: number,
): Promise<string> {
  const pieces: string[] = [];
  const stream = Object.assign(
    new Writable({
      write(chunk, _encoding, done) {
        pieces.push(String(chunk));
        done();
      },
    }),
    { columns },
  );
  const output = new Output(stream);
  await print(output);
  await output.flush();
  return pieces.join("");
}

/** What no text for people may hold; blanks that are no space look like one. */
const hidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u00a0\u2003\u3000]/u;

describe("text from outside", () => {
  it.each([
    ["plain name.uff", "plain name.uff"],
    ["two\nlines\r\t", "two\\nlines\\r\\t"],
    ["\u001b[2Jcleared", "\\u{1b}[2Jcleared"],
    ["right\u202eleft", "right\\u{202e}left"],
    ["back\\slash", "back\\\\slash"],
    ["\ud800", "\\u{d800}"],
    [
      "no\u00a0break, \u200bno width, \u3164filler",
      "no\\u{a0}break, \\u{200b}no width, \\u{3164}filler",
    ],
    ["Zoë 中文 😀", "Zoë 中文 😀"],
  ])("%j shows as %s", (text, shown) => expect(visible(text)).toBe(shown));

  it("never hides anything, and two texts never look the same", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (a, b) => {
        expect(visible(a)).not.toMatch(hidden);
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

  it("wraps long text within its column on a terminal, and breaks no word it need not", async () => {
    const rows = [{ n: 1, name: "D0155 received, Notification of Meter Operator" }];
    expect(await printed((output) => printTable(output, columns, rows), 34)).toBe(
      "N  NAME\n1  D0155 received, Notification of\n   Meter Operator\n",
    );
    const whole = await printed((output) => printTable(output, columns, rows));
    expect(whole.split("\n")).toHaveLength(3);
  });

  it("puts on lines of their own the columns that a terminal has no room for", async () => {
    const wide: Column<string>[] = [
      { heading: "ID", align: "right", cell: () => 7 },
      { heading: "RECORDED", cell: () => "2026-11-30 08:14:49 UTC" },
      { heading: "NAME", cell: (name) => name },
    ];
    const rows = ["D0010_five_meter_points.usr", "a name longer than a line.usr"];
    expect(await printed((output) => printTable(output, wide, rows), 34)).toBe(
      `ID  RECORDED
    NAME
 7  2026-11-30 08:14:49 UTC
    D0010_five_meter_points.usr
 7  2026-11-30 08:14:49 UTC
    a name longer than a line.usr
`,
    );
  });

  it("keeps to the terminal, whatever is in it, and loses nothing", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.string({ maxLength: 60 }), { minLength: 4, maxLength: 4 }), {
          minLength: 1,
        }),
        fc.integer({ min: 24, max: 100 }),
        async (rows, width) => {
          const four = [0, 1, 2, 3].map(
            (at): Column<readonly string[]> => ({
              heading: `H${at}`,
              cell: (row) => row[at] ?? "",
            }),
          );
          const text = await printed((output) => printTable(output, four, rows), width);
          const lines = text.split("\n");
          expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
          const letters = (all: string) => [...all.replaceAll(/\s/g, "")].toSorted().join("");
          const expected = rows.flat().map(visible).join("");
          expect(letters(text)).toBe(letters(`H0H1H2H3${expected}`));
        },
      ),
    );
  });

  it("is aligned by the places that characters take on a terminal", async () => {
    const names: Column<string>[] = [
      { heading: "NAME", cell: (name) => name },
      { heading: "X", cell: () => "x" },
    ];
    expect(
      await printed((output) => printTable(output, names, ["中文", "e\u0301tat", "abcd"])),
    ).toBe("NAME  X\n中文  x\ne\u0301tat  x\nabcd  x\n");
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

describe("an output", () => {
  it("writes out on every line what a terminal would obey, whoever forgot to", async () => {
    const text = await printed((output) => output.line("one\u001b[2J\u202e\ntwo"));
    expect(text).toBe("one\\u{1b}[2J\\u{202e}\ntwo\n");
  });

  it("leaves data for programs as it is, but on a terminal", async () => {
    const row = "a\u00a0b,\u001b[2J";
    expect(await printed((output) => output.data(row))).toBe(`${row}\n`);
    expect(await printed((output) => output.data(row), 80)).toBe("a\\u{a0}b,\\u{1b}[2J\n");
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

  it("is distinguished from a disk that is full", async () => {
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

  it("of an event has names as its definition spells them", async () => {
    const data = {
      CommonBlock: { M0: { MPANCore: "9900012045006", GSPGroupID: "_N" } },
      CustomBlock: { B064List: [{ meterID: "M77" }] },
    };
    expect(await printed((output) => layOut(output, data, { say: visible }))).toBe(`  CommonBlock
    M0  MPANCore 9900012045006, GSPGroupID _N
  CustomBlock
    B064List
      meterID
      M77
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

  it("shows groups within groups one below the other, and a table that is too wide, too", async () => {
    const readings = [{ register: "DY", result: { code: "02", flags: [{ flag: "F" }] } }];
    const state = { meters: [{ id: "X44B", readings }, { id: "X45B" }] };
    expect(await printed((output) => layOut(output, state))).toBe(`  meters
    1
       id        X44B
       readings
         1
            register  DY
            result
              code   02
              flags
                FLAG
                F
    2  id X45B
`);
    const wide = { meters: [{ first: "a".repeat(30), second: "b".repeat(30) }] };
    expect(await printed((output) => layOut(output, wide), 50)).toBe(`  meters
    1  first ${"a".repeat(30)}, second ${"b".repeat(30)}
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
      level: "warn",
      time: new Date(time).toISOString(),
      pid: 1,
      hostname: "h",
      event: "file-refused",
      file: 3,
      reason: "No trailer.",
      msg: "refused: No trailer.",
    });
    expect(logLine(`${line}\n`)).toBe("05:01:09 warning: refused: No trailer.  file=3\n");
  });

  it("that is none is shown, and obeyed no more than others", () => {
    expect(logLine("plain\n")).toBe("plain\n");
    expect(logLine("\u001b[2J\u202e\n")).toBe("\\u{1b}[2J\\u{202e}\n");
    const msg = JSON.stringify({
      level: "info",
      time: new Date(0),
      msg: "\u001b[2J\u009b",
      name: "a\u202eb",
    });
    expect(logLine(msg)).toMatch(/\\u\{1b\}\[2J\\u\{9b\} {2}name=a\\u\{202e\}b\n$/);
  });
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
