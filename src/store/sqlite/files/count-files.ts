import type { FileState } from "../../../core/file/file.ts";
import type { FileCount, ReportStore } from "../../port/report-store.ts";
import { type FileBounds, type WantedFiles, wantedFilesOf } from "../../rows/wanted-files.ts";
import { problemsFrom } from "../../rules/files/prepared-file.ts";
import type { Connection } from "../database/connection.ts";
import { among, boundingFiles, matches, tableOf } from "./wanted-files.ts";

/**
 * Files by what they are alike in. Problems, a text for each of a file's own and of its messages', differ by their
 * lines: files that have some are mostly alone in their group.
 */
export const selectFileCounts = (which: keyof typeof among) => `
  SELECT c.quarter, w.text AS channel, j.family, j.flow, j.from_role AS role, j.from_participant AS participant,
         c.state, c.awaiting_release AS awaitingRelease, c.own, c.of_messages AS ofMessages,
         c.files, c.messages, c.invalid
  FROM (SELECT recorded_at / 900000 AS quarter, channel, envelope_key, state, awaiting_release, problems AS own,
               (SELECT group_concat(m.problems, char(10)) FROM messages m
                WHERE m.file = files.id AND m.problems IS NOT NULL AND files.state <> 'rejected') AS of_messages,
               count(*) AS files, sum(messages) AS messages, sum(invalid) AS invalid
        FROM ${among[which]} AND id > @after AND ${matches}
        GROUP BY 1, 2, 3, 4, 5, 6, 7) c
  JOIN strings w ON w.id = c.channel LEFT JOIN envelope_keys j ON j.id = c.envelope_key`;

interface CountRow
  extends Pick<FileCount, "quarter" | "channel" | "files" | "messages" | "invalid"> {
  readonly family: string | null;
  readonly flow: string | null;
  readonly role: string | null;
  readonly participant: string | null;
  readonly state: FileState;
  readonly awaitingRelease: 0 | 1;
  readonly own: string | null;
  /** A line for each message that has some. */
  readonly ofMessages: string | null;
}

/** Counts files for reports. */
export function countFiles(connection: Connection): Pick<ReportStore, "files"> {
  const boundsOf = boundingFiles(connection);
  const of = (which: keyof typeof among) =>
    connection.db.prepare<[WantedFiles & FileBounds], CountRow>(selectFileCounts(which));
  const counts = {
    all: of("all"),
    coded: of("coded"),
    any: of("any"),
    awaitingRelease: of("awaitingRelease"),
    ofState: of("ofState"),
  };

  function problemsOf(text: string): FileCount["problems"] {
    try {
      return problemsFrom(text);
    } catch (error) {
      connection.noteDamage("problems of a file that was counted", error);
      return [];
    }
  }

  function counted({
    own,
    ofMessages,
    family,
    flow,
    role,
    participant,
    ...row
  }: CountRow): FileCount {
    const texts = [...(own === null ? [] : [own]), ...(ofMessages?.split("\n") ?? [])];
    return {
      ...row,
      flow: family === null ? null : flow,
      from: { role, participant },
      awaitingRelease: row.awaitingRelease === 1,
      problems: texts.flatMap(problemsOf),
    };
  }

  return {
    files: (filter) =>
      connection.read(() =>
        counts[tableOf(filter)].all({ ...wantedFilesOf(filter), ...boundsOf(filter) }).map(counted),
      ),
  };
}
