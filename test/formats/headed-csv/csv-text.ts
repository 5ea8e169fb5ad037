import type { Catalogue } from "../../../src/catalogue/definition.ts";
import type { Document, GroupData } from "../../../src/core/file/document.ts";
import { loadCatalogue } from "../../../src/definitions/load.ts";
import { headedCsv } from "../../../src/formats/headed-csv/family.ts";
import { readDocument } from "../../../src/formats/recognise.ts";
import type { Written } from "../../../src/formats/writer.ts";

export const shipped = loadCatalogue();

/** A payment's header line and row; both tables and rows of tests are made from it. */
export const paymentColumns = "order_number,transaction_id,status,amount,currency,paid_at";
export const payment = "SO-1,T-1,captured,12.50,GBP,2026-06-10T09:03:00Z";

/** An order's columns, those that must be there. */
export const orderColumns =
  "order_number,ordered_at,customer_name,address_line_1,postcode,line_number,sku,quantity";

export function order(number: string, line: number, more: { readonly postcode?: string } = {}) {
  const { postcode = "LS1 4AP" } = more;
  return `${number},2026-06-10T09:00:00Z,Ann Bright,1 High Street,${postcode},${line},SKU-${line},2`;
}

export function bytesOf(...lines: readonly string[]): Buffer {
  return Buffer.from(lines.map((line) => `${line}\n`).join(""));
}

export function read(...lines: readonly string[]): Document {
  return readDocument(bytesOf(...lines), shipped);
}

/** `CODE@line`, those of the file first. */
export function codes({ problems, items }: Document): string[] {
  return [...problems, ...items.flatMap((item) => item.problems)].map(
    ({ code, line }) => `${code}@${line ?? "-"}`,
  );
}

export function dataOf({ items }: Document): GroupData[] {
  return items.map((item): GroupData => JSON.parse(item.json()));
}

/** Writes a document that was read; its data may have been changed meanwhile. */
export function write(
  document: Document,
  data: readonly GroupData[] = dataOf(document),
  catalogue: Catalogue = shipped,
): Written {
  const { envelope, layout } = document;
  if (envelope === null || headedCsv.write === null) throw new Error("nothing to write");
  const messages = data.map((one) => ({ group: "row", data: one }));
  return headedCsv.write({ envelope, layout, messages }, catalogue);
}
