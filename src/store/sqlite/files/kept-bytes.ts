/** As `keptColumns`, with the bundle that the bytes lie in instead of what it holds. */
export const keptPlaces = `
  c.id, lower(hex(ifnull(x.hash, c.hash))) AS hash, c.size, c.start, c.bundle, nullif(lower(hex(p.hash)), '') AS pack, r.frame,
  r.frame_size AS frameSize, r.start AS inFrame, t.actor, t.reason, t.at, x.whole, x.erasure`;

/** The hash of the bytes that a content has now, and where they are, and what moved, dropped or erased them last. */
export const keptColumns = `b.bytes, ${keptPlaces}`;

/** The bytes of a bundle, as they are packed. */
export const selectBundle = "SELECT bytes FROM bundles WHERE id = ?";

/** Joins what `keptColumns` are of. */
export const keptJoins = `
  LEFT JOIN bundles b ON b.id = c.bundle
  LEFT JOIN erased_contents x ON x.content = c.id
  LEFT JOIN retired_bundles r ON r.bundle = c.bundle
  LEFT JOIN retired_blobs l ON l.content = c.id
  LEFT JOIN retentions t ON t.id = ifnull(r.retention, l.retention)
  LEFT JOIN packs p ON p.id = ifnull(r.pack, l.pack)`;
