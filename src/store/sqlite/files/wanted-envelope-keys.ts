const isParty = (end: "from" | "to", name: string) => `
  (@${name} IS NULL OR ${end}_participant = @${name}
   OR ifnull(${end}_role, '') || ':' || ifnull(${end}_participant, '') = @${name})`;

const wanted = `
  SELECT id FROM envelope_keys
  WHERE (@flow IS NULL OR flow = @flow)
    AND ${isParty("from", "sender")}
    AND ${isParty("to", "recipient")}`;

/** Whether what has an envelope key is of a flow, from somebody and to somebody; there are few envelope keys. */
export const wantedEnvelopeKeys = `
  (@travelled IS NULL OR envelope_key IN (${wanted}))`;

/** Whether anything that ever came has such an envelope: where nothing has, nothing need be looked through. */
export const anyEnvelopeKey = `(@travelled IS NULL OR EXISTS (${wanted}))`;
