// The Worker under test: the real one, and a room whose relay is Cloudflare's TURN, with the room's own name for a key.
import type { Env } from '../src/env.ts';
import { Room } from '../src/room.ts';

// oxlint-disable-next-line import/no-default-export -- the runtime finds a Worker by its default export
export { app as default } from '../src/app.ts';
export { Room };

export class CloudflareRoom extends Room {
  constructor(ctx: DurableObjectState, env: Env) {
    const key = String(ctx.id.name);
    const variables = {
      TURN_URLS: '',
      TURN_CONTINENTS: '',
      CLOUDFLARE_TURN_KEY_ID: key,
      CLOUDFLARE_TURN_API_TOKEN: `token of ${key}`,
    };
    super(ctx, { ...env, ...variables });
  }
}
