import {
  type FailedBuildRow,
  failedBuild,
  type MissedDeadlineRow,
  missedDeadline,
} from "../../rules/stuck/of-processes.ts";
import { inKeys } from "../database/listing.ts";
import { grouped, type StuckSource } from "./source.ts";

const buildRows = (which: string) => `
  SELECT b.process AS number, b.built_at AS since, w.text AS type, p.key,
    b.definition_version AS "definitionVersion", b.error, json_build_array(p.type, b.error)::text AS same
  FROM builds b JOIN processes p ON p.id = b.process JOIN strings w ON w.id = p.type
  WHERE ${which} AND b.error IS NOT NULL`;

/** Processes whose definition threw when they were built. */
export const failedBuilds: StuckSource<FailedBuildRow> = {
  kind: "build-failed",
  among: "builds WHERE error IS NOT NULL",
  keys: "SELECT process FROM builds WHERE error IS NOT NULL AND process > ? ORDER BY process LIMIT ?",
  rows: `${buildRows(`b.process ${inKeys}`)} ORDER BY b.process`,
  groups: grouped(buildRows("TRUE")),
  found: failedBuild,
};

const deadlineRows = (which: string) => `
  SELECT d.id AS number, d.due_at AS since, e.text AS "eventType", w.text AS type, p.key,
         json_build_array(p.type, d.event_type)::text AS same
  FROM deadlines d JOIN processes p ON p.id = d.process JOIN strings w ON w.id = p.type
  JOIN strings e ON e.id = d.event_type
  WHERE ${which} AND d.state = 'missed'`;

/** Deadlines that had passed when their process was first built. */
export const missedDeadlines: StuckSource<MissedDeadlineRow> = {
  kind: "deadline-missed",
  among: "deadlines WHERE state = 'missed'",
  keys: "SELECT id FROM deadlines WHERE state = 'missed' AND id > ? ORDER BY id LIMIT ?",
  rows: `${deadlineRows(`d.id ${inKeys}`)} ORDER BY d.id`,
  groups: grouped(deadlineRows("TRUE")),
  found: missedDeadline,
};
