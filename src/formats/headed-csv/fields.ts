import { parse } from "csv-parse/sync";

/** A field of a record: its text without the quotes around it. */
export interface Field {
  readonly text: string;
  readonly quoted: boolean;
}

/**
 * The fields of each record; null for one whose quotes are not right. Records without a quote need no
 * more than a split; the others go to csv-parse all at once. Wrong quotes are found before: csv-parse
 * makes an error with a stack trace for each, which takes 50 µs, and minutes for a file full of them.
 */
export function splitRecords(records: readonly string[], delimiter: string): (Field[] | null)[] {
  const right = records.filter(
    (record) => record.includes('"') && quotesOf(record, delimiter) === "right",
  );
  const parsed = parseAll(right, delimiter) ?? right.map((record) => parseOne(record, delimiter));
  let next = 0;
  return records.map((record) => {
    if (!record.includes('"')) return splitPlain(record, delimiter);
    if (right[next] !== record) return null;
    const fields = parsed[next] ?? null;
    next += 1;
    return fields;
  });
}

function splitPlain(record: string, delimiter: string): Field[] {
  return record.split(delimiter).map((text) => ({ text, quoted: false }));
}

/**
 * How a record's quotes are: `right` when every one opens a value, closes one, or is one of two inside;
 * `open` when a value's closing one does not come; `wrong` when one is elsewhere.
 */
export function quotesOf(record: string, delimiter: string): "right" | "open" | "wrong" {
  let at = 0;
  let quote = record.indexOf('"');
  for (;;) {
    if (quote >= 0 && quote < at) quote = record.indexOf('"', at);
    if (quote < 0) return "right";
    if (record[at] === '"') {
      at = record.indexOf('"', at + 1);
      while (at >= 0 && record[at + 1] === '"') at = record.indexOf('"', at + 2);
      if (at < 0) return "open";
      at += 1;
      if (at === record.length) return "right";
      if (record[at] !== delimiter) return "wrong";
    } else {
      const end = record.indexOf(delimiter, at);
      if (end < 0 || quote < end) return "wrong";
      at = end;
    }
    at += 1;
  }
}

function parseOne(record: string, delimiter: string): Field[] | null {
  return parseAll([record], delimiter)?.[0] ?? null;
}

/** Null when csv-parse finds a mistake, or other records than there are. */
function parseAll(records: readonly string[], delimiter: string): Field[][] | null {
  if (records.length === 0) return [];
  try {
    const parsed: unknown = parse(records.join("\n"), {
      delimiter,
      record_delimiter: "\n",
      relax_column_count: true,
      // Its own default is none; ours are cut to size before they come here.
      max_record_size: 1 << 20,
      cast: (text, { quoting }): Field => ({ text, quoted: quoting }),
    });
    // Without column names it gives a list of lists of what `cast` gives.
    const fields = parsed as Field[][];
    return fields.length === records.length ? fields : null;
  } catch (error) {
    if (error instanceof Error && "code" in error) return null;
    throw error;
  }
}
