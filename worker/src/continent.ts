// Where on earth somebody is, as roughly as the choice of a relay host needs it.
import * as v from 'valibot';

/** The codes of Cloudflare's `request.cf.continent`. */
export const Continent = v.picklist(['AF', 'AN', 'AS', 'EU', 'NA', 'OC', 'SA']);
export type Continent = v.InferOutput<typeof Continent>;

const Located = v.object({ continent: Continent });

/** Null when Cloudflare can't tell. Of whoever comes to a local server, wrangler says that it is NA. */
export function continentOf({ cf }: Request): Continent | null {
  const located = v.safeParse(Located, cf);
  return located.success ? located.output.continent : null;
}
