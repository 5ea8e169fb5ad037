-- References of half-hourly settlement are of all interfaces: identities lead with MHHS in place of one of them.
UPDATE files SET identity =
  coalesce(j.from_role, '') || '|' || coalesce(j.from_participant, '') || '|MHHS|' || substr(
    identity,
    length(coalesce(j.from_role, '') || '|' || coalesce(j.from_participant, '') || '|' || j.flow || '|') + 1)
FROM envelope_keys j
WHERE j.id = files.envelope_key AND identity IS NOT NULL
  AND (j.flow GLOB 'IF-[0-9][0-9][0-9]*' OR j.flow GLOB 'PUB-[0-9][0-9][0-9]*' OR j.flow GLOB 'REP-[0-9][0-9][0-9]*');
