import { z } from "zod";
import {
  type AuditEntry,
  auditOutcomes,
  type Credential,
  credentialKinds,
  type LogInUser,
  roles,
} from "../../core/access/access.ts";
import { utcTime, utcTimeOrNull } from "../../core/text/utc-time.ts";
import { id, moment } from "./parts.ts";

const rights = { role: z.enum(roles), personal: z.boolean() };

/** A token, session or link, without its secret. */
export const credentialView = z.strictObject({
  id,
  kind: z.enum(credentialKinds),
  name: z.string(),
  ...rights,
  madeAt: moment,
  madeBy: z.string(),
  endsAt: moment.nullable(),
  usedAt: moment.nullable(),
  endedAt: moment.nullable(),
  endedBy: z.string().nullable(),
});

/** A credential that was just made, with its secret, of which people are notified this once. */
export const madeCredentialView = credentialView.extend({ secret: z.string() });

/** A credential for programs. */
export function viewCredential(credential: Credential): z.infer<typeof credentialView> {
  const { id: number, kind, name, role, personal, madeBy, endedBy } = credential;
  return {
    id: number,
    kind,
    name,
    role,
    personal,
    madeAt: utcTime(credential.madeAt),
    madeBy,
    endsAt: utcTimeOrNull(credential.endsAt),
    usedAt: utcTimeOrNull(credential.usedAt),
    endedAt: utcTimeOrNull(credential.endedAt),
    endedBy,
  };
}

/** Somebody who logs in by a password. */
export const personView = z.strictObject({
  name: z.string(),
  ...rights,
  madeAt: moment,
  madeBy: z.string(),
});

/** Somebody who logs in, for programs. */
export function viewPerson(person: LogInUser): z.infer<typeof personView> {
  const { name, role, personal, madeAt, madeBy } = person;
  return { name, role, personal, madeAt: utcTime(madeAt), madeBy };
}

/** Something that was asked for over HTTP, and how it ended. */
export const auditEntryView = z.strictObject({
  id,
  at: moment,
  actor: z.string().nullable(),
  address: z.string(),
  act: z.string(),
  reason: z.string().nullable(),
  outcome: z.enum(auditOutcomes),
  code: z.string().nullable(),
  request: z.string(),
});

/** An entry of the audit as views give it. */
export type AuditEntryView = z.infer<typeof auditEntryView>;

/** An entry of the audit for programs. */
export function viewAuditEntry(entry: AuditEntry): AuditEntryView {
  return { ...entry, at: utcTime(entry.at) };
}
