// Starting a call: a room is asked for before anyone presses the button, so that pressing it takes no time.
import { computed, createModel, signal } from '@preact/signals';
import type { Environment } from '../engine/environment.ts';
import { type Creation, createRoom } from '../engine/signaling/create-room.ts';
import type { PreferenceStore } from './preferences.ts';
import type { RoomLink } from './room-link.ts';
import type { RoomMemory } from './room-memory.ts';

/** What the home page says under its button; `barred` asks for the operator's pass. */
export type StartState = 'ready' | 'starting' | Exclude<Creation, { ok: true }>['reason'];

export interface StartServices {
  readonly environment: Environment;
  readonly preferences: PreferenceStore;
  readonly memory: RoomMemory;
}

export const StartModel = createModel((services: StartServices) => {
  const { environment, preferences, memory } = services;
  const state = signal<StartState>('ready');
  const pass = signal(preferences.load().pass ?? '');
  let prepared: Promise<Creation> | undefined;

  function create({ isSealed }: { isSealed: boolean }): Promise<Creation> {
    return createRoom(environment, { isSealed, pass: pass.peek() || undefined });
  }

  async function prepare(): Promise<void> {
    prepared ??= create({ isSealed: true });
    const creation = await prepared;
    // Whoever needs a pass should know before they press the button.
    if (!creation.ok && creation.reason === 'barred') state.value = 'barred';
  }

  async function start({ isSealed }: { isSealed: boolean }): Promise<RoomLink | undefined> {
    if (state.peek() === 'starting') return undefined;
    state.value = 'starting';
    const early = isSealed ? await prepared : undefined;
    const creation = early?.ok ? early : await create({ isSealed });
    if (isSealed) prepared = undefined;
    state.value = creation.ok ? 'ready' : creation.reason;
    if (!creation.ok) return undefined;
    const { code, key, host } = creation.room;
    memory.keepHost(code, host);
    if (pass.peek()) preferences.save({ pass: pass.peek() });
    return { code, key };
  }

  return {
    state: computed(() => state.value),
    pass: computed(() => pass.value),
    setPass: (text: string) => {
      pass.value = text.trim();
    },
    /** Asks for a sealed room that may be wanted soon. */
    prepare,
    /** Makes a room of which this browser is the host; undefined if that is under way already, or failed. */
    start,
  };
});
export interface StartModel extends InstanceType<typeof StartModel> {}
