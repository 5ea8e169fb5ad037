/** Whether a file `s` came after a refused one `f`, with an identity of the same count of its sender's. */
const stands = `s.state = 'recorded' AND s.id > f.id
     AND (s.identity_within IS NULL OR abs(s.occurred_at - f.occurred_at) < s.identity_within)`;

/**
 * The number of the file that replaces a refused one `f`: the first that came after it with the
 * same business identity. Null when there is none, or none any more. A sender that counts anew (see
 * `SamenessRule`) gives the same identifier to other files. Null, too, while something else that the refused one
 * holds has not come.
 */
export const successorOfRefused = `
  (SELECT min(s.id) FROM files s
   WHERE s.identity = f.identity AND ${stands}
     AND NOT EXISTS (
       SELECT 1 FROM further_parts p
       WHERE p.file = f.id AND NOT EXISTS (
         SELECT 1 FROM files s WHERE s.identity = p.identity AND ${stands})))`;
