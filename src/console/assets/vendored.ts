/** A file of a package that browsers are given. */
export interface VendoredFile {
  /** What it is called in its address, and beside the built console. */
  readonly name: string;
  /** Its path in `node_modules`. */
  readonly from: string;
  readonly type: "text/javascript" | "text/css";
}

/** What pages load beside our own script; they show all they have without it. */
export const vendoredFiles: readonly VendoredFile[] = [
  { name: "htmx.js", from: "htmx.org/dist/htmx.min.js", type: "text/javascript" },
  { name: "hx-sse.js", from: "htmx.org/dist/ext/hx-sse.min.js", type: "text/javascript" },
  { name: "uplot.js", from: "uplot/dist/uPlot.iife.min.js", type: "text/javascript" },
  { name: "uplot.css", from: "uplot/dist/uPlot.min.css", type: "text/css" },
];

/** The licences under which they are given on, laid beside the built ones. */
export const vendoredLicences: readonly Pick<VendoredFile, "name" | "from">[] = [
  { name: "htmx-LICENSE.txt", from: "htmx.org/LICENSE" },
  { name: "uplot-LICENSE.txt", from: "uplot/LICENSE" },
];
