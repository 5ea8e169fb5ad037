import type { TableDefinition } from "../../catalogue/definition.ts";
import type { FileLayout } from "../../core/file/document.ts";
import type { Envelope } from "../../core/file/envelope.ts";
import { type OddLine, oddLinesData, oddLinesOf } from "../odd-lines.ts";
import type { TablePlan } from "./header.ts";
import type { RowStyle } from "./row-style.ts";

/** The envelope of a file that has none: what its table says. */
export function tableEnvelope({ family, flow, version, from, to }: TableDefinition): Envelope {
  return {
    family,
    flow,
    version,
    fileIdentifier: null,
    from,
    to,
    created: null,
    testFlag: null,
  };
}

/** What of a file's look is not in its rows. */
export interface FileEdges {
  /** Blank lines before the header line. */
  readonly before: string;
  /** Blank lines after it. */
  readonly afterHeader: string;
  /** What ends the last line where that is no line feed: nothing, or a carriage return alone. */
  readonly lastEnd: "" | "\r" | null;
  /** Rows that the data of messages does not give back, and lines that are none, by line number. */
  readonly lines: ReadonlyMap<number, OddLine>;
}

/**
 * The look of a file as data: `header` is its first line, `quoted` the positions that rows quote without
 * need; what is usual is left out.
 */
export function tableLayout(plan: TablePlan | null, style: RowStyle, edges: FileEdges): FileLayout {
  return {
    ...(plan !== null && { header: plan.headerText }),
    lineEnd: style.lineEnd,
    ...(style.quoted.size > 0 && { quoted: [...style.quoted].join(" ") }),
    ...(plan?.byteOrderMark && { byteOrderMark: "yes" }),
    ...(edges.before !== "" && { before: edges.before }),
    ...(edges.afterHeader !== "" && { afterHeader: edges.afterHeader }),
    ...(edges.lastEnd !== null && { finalNewline: edges.lastEnd === "" ? "no" : "CR" }),
    ...(edges.lines.size > 0 && { lines: oddLinesData(edges.lines) }),
  };
}

/** A look as a writer needs it. */
export interface FileLook extends FileEdges {
  readonly header: string | null;
  readonly byteOrderMark: boolean;
  readonly style: RowStyle;
}

/** Reads a look back from data; what is not there, or not in shape, is usual. */
export function tableLook(layout: FileLayout | null, { delimiter }: TableDefinition): FileLook {
  const text = (name: string) => {
    const value = layout !== null && Object.hasOwn(layout, name) ? layout[name] : undefined;
    return typeof value === "string" ? value : null;
  };
  const ends = (name: string) => {
    const value = text(name) ?? "";
    return /^[\r\n]*$/.test(value) ? value : "";
  };
  const quoted = (text("quoted") ?? "").split(" ").filter((one) => /^\d+$/.test(one));
  return {
    header: text("header"),
    byteOrderMark: text("byteOrderMark") === "yes",
    before: ends("before"),
    afterHeader: ends("afterHeader"),
    lastEnd: text("finalNewline") === "no" ? "" : text("finalNewline") === "CR" ? "\r" : null,
    lines: oddLinesOf(layout?.["lines"]),
    style: {
      delimiter,
      lineEnd: text("lineEnd") === "\r\n" ? "\r\n" : "\n",
      quoted: new Set(quoted.map(Number)),
    },
  };
}
