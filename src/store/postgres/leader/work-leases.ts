import type { WorkLeaseStore } from "../../port/work-lease-store.ts";
import { shareWork } from "../../rules/share-work.ts";
import type { Connection } from "../database/connection.ts";
import { poolAt } from "./daemons.ts";
import { hearOthers, tellOthers } from "./told.ts";

/**
 * Daemons that are silent for too long are none any more; with them go their leases. Said by one alone that was heard
 * itself all the while: when the server was away nobody was, and each gets the time to be heard again.
 */
const removeSilent = `
  DELETE FROM daemons silent
  USING daemons own
  WHERE own.number = @own AND silent.number <> own.number AND silent.until <= clock_timestamp()
    AND own.until > clock_timestamp() AND own.unbroken_since <= clock_timestamp() - silent.silence`;

const dropUnwanted = `
  DELETE FROM work_leases
  WHERE daemon = @own AND part NOT IN (SELECT json_array_elements_text(@wants::json))`;

interface DaemonRow {
  readonly number: number;
  readonly wants: string;
}

/** Leases on parts of the work; null for whoever is no daemon. Each verb is refused of a daemon that was replaced. */
export function workLeases(connection: Connection): WorkLeaseStore | null {
  const { daemon: own, db, location, listenAt } = connection;
  if (own === null) return null;
  const remove = db.prepare<[{ own: number }]>(removeSilent);
  const say = db.prepare<[string, number]>("UPDATE daemons SET wants = ? WHERE number = ?");
  const drop = db.prepare<[{ own: number; wants: string }]>(dropUnwanted);
  const daemons = db.prepare<[], DaemonRow>("SELECT number, wants FROM daemons ORDER BY number");
  const leases = db
    .prepare<[], [part: string, daemon: number]>(
      "SELECT part, daemon FROM work_leases ORDER BY part",
    )
    .raw();
  const add = db.prepare<[string, number]>("INSERT INTO work_leases (part, daemon) VALUES (?, ?)");
  const giveBack = db.prepare<[string, number]>(
    "DELETE FROM work_leases WHERE part = ? AND daemon = ?",
  );
  return {
    share: (wants) =>
      connection.write(async () => {
        const said = JSON.stringify(wants);
        await remove.run({ own });
        await say.run(said, own);
        await drop.run({ own, wants: said });
        const all = (await daemons.all()).map(({ number, wants: text }) => ({
          number,
          wants: new Set(JSON.parse(text) as string[]),
        }));
        const leased = new Map(await leases.all());
        const share = shareWork({ number: own, wants: new Set(wants) }, all, leased);
        for (const part of share.take) await add.run(part, own);
        const kept = [...leased].filter(([, daemon]) => daemon === own).map(([part]) => part);
        return { mine: [...kept, ...share.take], tooMany: share.giveBack };
      }),
    tell: (text) => tellOthers(poolAt(location), own, text),
    hear: (onTold, signal) => hearOthers({ location: listenAt, own }, onTold, signal),
    giveBack: (part) => connection.write(async () => void (await giveBack.run(part, own))),
  };
}
