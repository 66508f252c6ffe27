// Tells the compiler which Worker it is that `cloudflare:workers` hands to the tests.
import type { Env as WorkerEnv } from '../src/env.ts';
import type * as worker from './worker.ts';

declare global {
  namespace Cloudflare {
    interface Env extends WorkerEnv {
      CLOUDFLARE_ROOMS: DurableObjectNamespace;
      CLOUDFLARE_TURN_API: string;
      SEED: string;
    }
    interface GlobalProps {
      mainModule: typeof worker;
    }
  }
}
