// What the runtime hands to the Worker and to its object, and the one place that decodes it.
import { type DecodedConfig, decodeConfig } from './config.ts';

export type Env = {
  readonly ROOMS: DurableObjectNamespace;
  /** Absent where nobody counts. */
  readonly ROOM_RATE_LIMIT?: RateLimit;
  readonly SOCKET_RATE_LIMIT?: RateLimit;
};

const decodedConfigs = new WeakMap<Env, DecodedConfig>();

/** Decodes an env once in its life; that is also when its problems are logged. */
export function configOf(env: Env): DecodedConfig {
  const known = decodedConfigs.get(env);
  if (known) return known;
  const decoded = decodeConfig(env);
  decodedConfigs.set(env, decoded);
  if (!decoded.ok) console.error(decoded.problems.join('\n'));
  return decoded;
}
