import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ingest } from "../../src/app/commands/file/ingest.ts";
import { assetPath } from "../../src/console/assets/assets.ts";
import type { AskedPlace } from "../http/asked.ts";
import { fc } from "../property.ts";
import { consolePlace, everyPage } from "./console-place.ts";

type Node = DefaultTreeAdapterTypes.Node;

/** Every element of a page as it is read by a browser: its name, and its attributes. */
function* elementsOf(node: Node): Generator<DefaultTreeAdapterTypes.Element> {
  if ("tagName" in node) yield node;
  if ("childNodes" in node) for (const child of node.childNodes) yield* elementsOf(child);
}

/** What a page is made of, whatever its texts say; what leads elsewhere or runs is told with its value. */
function madeOf(text: string): Set<string> {
  const found = new Set<string>();
  for (const { tagName, attrs } of elementsOf(parse(text))) {
    found.add(tagName);
    for (const { name, value } of attrs) {
      found.add(`${tagName} ${name}`);
      if (name === "src" || (name === "href" && tagName === "link"))
        found.add(`${tagName} ${value}`);
      const scheme = /^\s*([a-z][a-z0-9+.-]*:|\/\/)/i.exec(value)?.[1];
      if (["href", "action", "formaction"].includes(name) && scheme !== undefined)
        found.add(`${tagName} leads to ${scheme}`);
    }
  }
  return found;
}

let asked: AskedPlace;
const known = new Set<string>();

const read = async (path: string) => {
  const answer = await asked.app.request(path, {
    headers: { Authorization: "Bearer admin", Accept: "text/html" },
  });
  return { status: answer.status, text: await answer.text() };
};

beforeAll(async () => {
  asked = await consolePlace();
  for (const [path] of everyPage) for (const one of madeOf((await read(path)).text)) known.add(one);
  // The way to the next page, once there are many.
  known.add("a rel");
  for (const asset of ["uplot.js", "charts.js"]) known.add(`script ${assetPath(asset)}`);
}, 60_000);
afterAll(() => asked.close());

/** Pieces of text that are more to browsers, terminals, spreadsheets and templates than text. */
const odd = fc.oneof(
  fc.constantFrom(
    ...["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", '"><svg/onload=alert(1)>'],
    ...["' autofocus onfocus=alert(1) x='", "javascript:alert(1)", "//evil.example", "</textarea>"],
    ...["</title><script>", "<!--", "-->", "]]>", "&lt;script&gt;", "&#60;", "=cmd()", "{1}"],
    ...["{{1}}", "\u202e", "\u0000", "\u0085", "\u001b[31m", "%3Cscript%3E", "../../x"],
  ),
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.uint8Array({ maxLength: 12 }).map((bytes) => Buffer.from(bytes).toString("latin1")),
);
const value = fc.array(odd, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(""));
/** A field of a file ends at a pipe or a line's end. */
const field = value.map((text) => text.replaceAll(/[|\r\n]/g, " "));
/** What a file may be called on a disk. */
const fileName = value.map((text) => {
  const name = text.replaceAll("/", "_").replaceAll("\u0000", "_").toWellFormed();
  return `x${Buffer.from(name).subarray(0, 120).toString().replaceAll("\ufffd", "_")}`;
});

let number = 900;

test("whatever files say and are called, no page gets an element, an attribute or a way elsewhere of it", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.record({ name: fileName, from: field, meter: field, type: field, line: field }),
      async ({ name, from, meter, type, line }) => {
        number += 1;
        const identifier = String(number).padStart(10, "0");
        const text = [
          `ZHV|${identifier}|D0010002|D|${from}|X|SUPP|20240201093000||||OPER|`,
          ...["026|1200000000006|V|", `028|${meter}|${type}|`, "030|S|20240131000000|1.0|||T|N|"],
          `ZPT|${identifier}|3||1|20240201093000|`,
          ...(number % 2 === 0 ? [line, ""] : [""]),
        ].join("\n");
        const path = join(asked.place.folder, name);
        writeFileSync(path, Buffer.from(text, number % 3 === 0 ? "latin1" : "utf8"));
        await Array.fromAsync(ingest(asked.of, [path]));
        const files = await Array.fromAsync(asked.of.store.files.list({ limit: 1 }));
        const id = files[0]?.id ?? 0;
        const [event] = await Array.fromAsync(asked.of.store.events.list({ file: id }));
        const pages = [
          ...[`/files/${id}`, "/files", "/stuck", `/why?item=file+${id}`, "/", "/reports"],
          ...[`/search?q=${encodeURIComponent(name)}`, `/files?sender=${encodeURIComponent(from)}`],
          ...(event === undefined ? [] : [`/events/${event.seq}`, "/events"]),
          ...(event === undefined ? [] : [`/processes/${event.processType}/${event.key}`]),
        ];
        for (const page of pages) {
          const { status, text: shown } = await read(page);
          expect(status, page).toBeLessThan(500);
          const strange = [...madeOf(shown)].filter((one) => !known.has(one));
          expect([page, strange]).toEqual([page, []]);
        }
      },
    ),
    { numRuns: process.env["BUSBAR_NIGHTLY"] === "1" ? 150 : 8 },
  );
}, 120_000);

test("what gets into a page as an element, an attribute or a way elsewhere is seen", async () => {
  const { text } = await read("/files/1");
  const strange = (piece: string) =>
    [...madeOf(text.replace("</h1>", `</h1>${piece}`))].filter((one) => !known.has(one));
  expect(strange("")).toEqual([]);
  expect(strange("<img src=x>")).toEqual(["img", "img src", "img x"]);
  expect(strange("<p onclick=x>")).toEqual(["p onclick"]);
  expect(strange('<a href="javascript:x">')).toEqual(["a leads to javascript:"]);
  expect(strange('<script src="/x.js" defer></script>')).toEqual(["script /x.js"]);
});
