// Typed events for the engine's classes: `on` returns the function that takes the listener off again.

type Listener<Payload> = (payload: Payload) => void;
type Listeners<Events> = { [Name in keyof Events]?: Set<Listener<Events[Name]>> };

export class Emitter<Events extends object> {
  readonly #listeners: Listeners<Events> = {};

  /** Calls `listener` at every `name` event until the returned function is called. */
  on<Name extends keyof Events>(name: Name, listener: Listener<Events[Name]>): () => void {
    const listeners = (this.#listeners[name] ??= new Set());
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }

  protected emit<Name extends keyof Events>(name: Name, payload: Events[Name]): void {
    for (const listener of this.#listeners[name] ?? []) listener(payload);
  }

  protected removeAllListeners(): void {
    for (const name in this.#listeners) delete this.#listeners[name];
  }
}
