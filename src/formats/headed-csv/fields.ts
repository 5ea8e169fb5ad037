import { parse } from "csv-parse/sync";

/** A field of a record: its text without the quotes around it. */
export interface Field {
  readonly text: string;
  readonly quoted: boolean;
}

/** A field that no record has. */
export const noField: Field = { text: "", quoted: false };

/**
 * The fields of each record; null for one whose quotes are not right. Records without a quote need no
 * more than a split; the others go to csv-parse all at once, and one by one only when one of them is bad.
 */
export function splitRecords(records: readonly string[], delimiter: string): (Field[] | null)[] {
  const quoted = records.filter((record) => record.includes('"'));
  const parsed = parseAll(quoted, delimiter) ?? quoted.map((record) => parseOne(record, delimiter));
  let next = 0;
  return records.map((record) => {
    if (!record.includes('"')) return splitPlain(record, delimiter);
    const fields = parsed[next] ?? null;
    next += 1;
    return fields;
  });
}

function splitPlain(record: string, delimiter: string): Field[] {
  return record.split(delimiter).map((text) => ({ text, quoted: false }));
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
