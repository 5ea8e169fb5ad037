import {
  type DataValue,
  type FileLayout,
  type GroupData,
  isGroup,
} from "../../../core/file/document.ts";
import { endName, endNamed, type OddLine, oddLinesData, oddLinesOf } from "../../odd-lines.ts";

/** How a file of records looks beyond what its envelope and messages say. */
export interface Look {
  readonly lineEnd: string;
  readonly finalNewline: boolean;
  readonly byteOrderMark: boolean;
  /** Lines end with a delimiter. */
  readonly closed: boolean;
  readonly delimiter: string | null;
  /** Which positions of a record are in quotes, by its code: `q` when filled, `Q` always, `-` never. */
  readonly quotes: ReadonlyMap<string, string>;
  /** Fields of header and trailer that the envelope does not tell, or tells otherwise, by key. */
  readonly header: GroupData;
  readonly trailer: GroupData;
  /** Codes of messages and the groups above and beside them as they came; null: the usual order. */
  readonly order: string | null;
  readonly lines: ReadonlyMap<number, OddLine>;
}

const nothing: GroupData = {};

/** The look that a layout stands for; the family's usual one where it says nothing. */
export function lookOf(layout: FileLayout | null, closed: boolean): Look {
  if (layout === null) return usualLook(closed);
  const { lineEnd, finalNewline, byteOrderMark, finalDelimiter, delimiter, order } = layout;
  const { quotes, lines } = layout;
  return {
    lineEnd: endNamed(lineEnd) ?? "\n",
    finalNewline: finalNewline !== "no",
    byteOrderMark: byteOrderMark === "yes",
    closed: finalDelimiter === undefined ? closed : finalDelimiter !== "no",
    delimiter: text(delimiter),
    quotes: quotes === undefined ? noQuotes : patternsOf(group(quotes)),
    header: group(layout["header"]),
    trailer: group(layout["trailer"]),
    order: text(order),
    lines: oddLinesOf(lines),
  };
}

const noQuotes: Look["quotes"] = new Map();
const noLines: Look["lines"] = new Map();

function usualLook(closed: boolean): Look {
  return {
    lineEnd: "\n",
    finalNewline: true,
    byteOrderMark: false,
    closed,
    delimiter: null,
    quotes: noQuotes,
    header: nothing,
    trailer: nothing,
    order: null,
    lines: noLines,
  };
}

function patternsOf(quotes: GroupData): Look["quotes"] {
  const found = Object.entries(quotes).filter(([, pattern]) => typeof pattern === "string");
  return new Map(found.map(([code, pattern]) => [code, String(pattern)]));
}

/** The layout that stands for a look: only what is not usual for the family. */
export function layoutOf(look: Look, closed: boolean): FileLayout {
  return {
    ...(look.lineEnd !== "\n" && { lineEnd: endName(look.lineEnd) }),
    ...(!look.finalNewline && { finalNewline: "no" }),
    ...(look.byteOrderMark && { byteOrderMark: "yes" }),
    ...(look.closed !== closed && { finalDelimiter: look.closed ? "yes" : "no" }),
    ...(look.delimiter !== null && { delimiter: look.delimiter }),
    ...(look.quotes.size > 0 && { quotes: Object.fromEntries(look.quotes) }),
    ...(Object.keys(look.header).length > 0 && { header: look.header }),
    ...(Object.keys(look.trailer).length > 0 && { trailer: look.trailer }),
    ...(look.order !== null && { order: look.order }),
    ...(look.lines.size > 0 && { lines: oddLinesData(look.lines) }),
  };
}

function text(value: DataValue | undefined): string | null {
  return typeof value === "string" ? value : null;
}

function group(value: DataValue | undefined): GroupData {
  return isGroup(value) ? value : nothing;
}
