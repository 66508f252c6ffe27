// Which page the person is on, and the ways from one to another.
import { computed, createModel, effect, signal } from '@preact/signals';
import { type RoomCode, formatRoomCode, parseRoomCode } from '../../../protocol/ids.ts';
import { createRoom } from '../engine/signaling/create-room.ts';
import { RoomModel, type RoomServices } from './room-model.ts';

/** The address bar, as far as the app needs it. */
export interface Navigation {
  path(): string;
  go(path: string): void;
  /** Calls back when the person goes back or forward. */
  onMove(listener: () => void): () => void;
}

export interface AppServices extends RoomServices {
  readonly navigation: Navigation;
  /** This deployment's address, `https://host`. */
  readonly origin: string;
}

export type Page =
  | { readonly at: 'home' }
  /** The address is neither home nor a code. */
  | { readonly at: 'bad-link' }
  | { readonly at: 'room'; readonly room: RoomModel; readonly link: string };

/** What the home page says under its button. */
export type StartState = 'ready' | 'starting' | 'unreachable';

export const AppModel = createModel((services: AppServices) => {
  const { environment, navigation, origin } = services;
  const page = signal<Page>({ at: 'home' });
  const start = signal<StartState>('ready');
  /** Asked for before the button is pressed, so that pressing it takes no time. */
  let nextRoom: Promise<RoomCode | undefined> | undefined;

  /** Leaves the old page before the next is made: two rooms at once would fight for the devices. */
  function show(make: () => Page): void {
    const old = page.peek();
    if (old.at === 'room') old.room[Symbol.dispose]();
    page.value = make();
  }

  function follow(): void {
    const path = navigation.path();
    const code = readLink(path);
    if (path === '/') {
      nextRoom ??= createRoom(environment);
      show(() => ({ at: 'home' }));
    } else if (code) {
      const link = `${origin}/${formatRoomCode(code)}`;
      show(() => ({ at: 'room', room: new RoomModel(code, services), link }));
    } else {
      show(() => ({ at: 'bad-link' }));
    }
  }

  /** The address changed without us. A change behind the `#` is none: the call goes on. */
  function moved(): void {
    const shown = page.peek();
    const isSameRoom =
      shown.at === 'room' && shown.room.code.peek() === readLink(navigation.path());
    if (!isSameRoom || shown.room.state.peek().phase === 'ended') follow();
  }

  function go(path: string): void {
    navigation.go(path);
    follow();
  }

  async function startCall(): Promise<void> {
    if (start.peek() === 'starting') return;
    start.value = 'starting';
    const code = (await nextRoom) ?? (await createRoom(environment));
    nextRoom = undefined;
    start.value = code ? 'ready' : 'unreachable';
    // The person may have gone elsewhere in the meantime.
    if (code && page.peek().at === 'home') go(`/${formatRoomCode(code)}`);
  }

  effect(() => navigation.onMove(moved));
  follow();

  return {
    page: computed(() => page.value),
    start: computed(() => start.value),
    startCall,
    /** Opens a code or a whole pasted link; says whether there was one in `text`. */
    openLink: (text: string): boolean => {
      const code = readLink(text);
      if (code) go(`/${formatRoomCode(code)}`);
      return code !== undefined;
    },
    goHome: () => go('/'),
    /** Visits the same room again, after an end. */
    comeBack: () => follow(),
  };
});
export type AppModel = InstanceType<typeof AppModel>;

/** A code as it is typed, or the last part of a link to it, whatever stands around it. */
export function readLink(text: string): RoomCode | undefined {
  const [beforeQuery = ''] = text.split(/[?#]/);
  const lastPart =
    beforeQuery
      .replace(/[^\p{L}\d]+$/u, '')
      .split('/')
      .at(-1) ?? '';
  return parseRoomCode(lastPart.replaceAll(/[^\p{L}\d]/gu, ''));
}
