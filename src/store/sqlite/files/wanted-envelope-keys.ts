const isParty = (end: "from" | "to", name: string) => `
  (@${name} IS NULL OR ${end}_participant = @${name}
   OR ifnull(${end}_role, '') || ':' || ifnull(${end}_participant, '') = @${name})`;

/** Whether what has an envelope key is of a flow, from somebody and to somebody; there are few envelope keys. */
export const wantedEnvelopeKeys = `
  (@travelled IS NULL OR envelope_key IN (
    SELECT id FROM envelope_keys
    WHERE (@flow IS NULL OR flow = @flow)
      AND ${isParty("from", "sender")}
      AND ${isParty("to", "recipient")}))`;
