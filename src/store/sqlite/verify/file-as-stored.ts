import type { FileAsStored, VerifyStore } from "../../port/verify-store.ts";
import type { Connection } from "../database/connection.ts";

const selectRow = "SELECT identity, invalid, problems FROM files WHERE id = ?";

const selectMarks = `
  SELECT w.text FROM files f LEFT JOIN strings w ON w.id = f.read_with WHERE f.id = @file
  UNION ALL
  SELECT w.text FROM readings r LEFT JOIN strings w ON w.id = r.read_with WHERE r.file = @file`;

/** Reads what is needed to compare a file with its kept bytes, and which readers its rows come from. */
export function fileAsStored(connection: Connection): VerifyStore["fileAsStored"] {
  const { db } = connection;
  const row = db.prepare<[number], Pick<FileAsStored, "identity" | "invalid" | "problems">>(
    selectRow,
  );
  const marks = db.prepare<[{ file: number }], string | null>(selectMarks).pluck();
  return (file) =>
    connection.read(() => ({
      ...(row.get(file) ?? { identity: null, invalid: 0, problems: null }),
      marks: marks.all({ file }),
    }));
}
