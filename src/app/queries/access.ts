import type { z } from "zod";
import type { Credential, CredentialKind, LogInUser } from "../../core/access/access.ts";
import { machineClock } from "../../runtime/clock.ts";
import { storeAt } from "../../store/open.ts";
import { lookAtDaemon } from "../heartbeat/look-at-daemon.ts";
import type { OpenInstallation } from "../installation/open-installation.ts";
import {
  type credentialView,
  type personView,
  viewCredential,
  viewPerson,
} from "../views/access-view.ts";

type OfStore = Pick<OpenInstallation, "store">;

/** Credentials of a kind that nobody ended, the oldest first. */
export function openCredentials(
  { store }: OfStore,
  kind: CredentialKind,
): Promise<readonly Credential[]> {
  return store.access.credentials(kind);
}

/** Credentials of a kind that nobody ended, for programs. */
export async function listCredentials(
  of: OfStore,
  kind: CredentialKind,
): Promise<readonly z.infer<typeof credentialView>[]> {
  return (await openCredentials(of, kind)).map(viewCredential);
}

/** Who logs in by a password, by their names. */
export function peopleOf({ store }: OfStore): Promise<readonly LogInUser[]> {
  return store.access.people();
}

/** Who logs in by a password, for programs. */
export async function listPeople(of: OfStore): Promise<readonly z.infer<typeof personView>[]> {
  return (await peopleOf(of)).map(viewPerson);
}

/** Where the running daemon answers over HTTP, e.g. `http://127.0.0.1:8640`; null where none does. */
export async function httpAddress({
  config,
}: Pick<OpenInstallation, "config">): Promise<string | null> {
  const look = await lookAtDaemon(storeAt(config.store), machineClock.wall());
  return look.is === "running" ? (look.status.http ?? null) : null;
}
