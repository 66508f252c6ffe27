// Which page the person is on, and the ways from one to another.
import { computed, createModel, effect, signal } from '@preact/signals';
import { type RoomLink, readLink, writeLink } from './room-link.ts';
import { RoomModel, type RoomServices } from './room-model.ts';
import { StartModel } from './start-model.ts';

/** The address bar, as far as the app needs it: a path, and what follows a `#`. */
export interface Navigation {
  address(): string;
  go(address: string): void;
  /** Corrects the address in place. */
  replace(address: string): void;
  /** Calls back when the person goes back or forward, or changes what follows the `#`. */
  onMove(listener: () => void): () => void;
}

export interface AppServices extends RoomServices {
  readonly navigation: Navigation;
  /** This deployment's address, `https://host`. */
  readonly origin: string;
}

export type Page =
  | { readonly at: 'home' }
  /** Devices and connection are checked, outside any call. */
  | { readonly at: 'check' }
  /** The address is neither home nor a link. */
  | { readonly at: 'bad-link' }
  | { readonly at: 'room'; readonly room: RoomModel; readonly link: string };

export const AppModel = createModel((services: AppServices) => {
  const { navigation } = services;
  const page = signal<Page>({ at: 'home' });
  const start = new StartModel(services);

  /** Leaves the old page before the next is made: two rooms at once would fight for the devices. */
  function show(make: () => Page): void {
    const old = page.peek();
    if (old.at === 'room') old.room[Symbol.dispose]();
    page.value = make();
  }

  function follow(): void {
    const address = navigation.address();
    if (pathOf(address) === '/') void start.prepare();
    show(() => pageAt(address, services));
  }

  /** The address changed without us. What follows the `#` may be another key: that is another call. */
  function moved(): void {
    const shown = page.peek();
    const address = navigation.address();
    if (shown.at !== 'room' || shown.room.state.peek().phase === 'ended') return follow();
    const own = shown.room.link.peek();
    if (isSameRoom(address, own)) navigation.replace(writeLink(own));
    else follow();
    return undefined;
  }

  function go(address: string): void {
    navigation.go(address);
    follow();
  }

  async function startCall(kind: { isSealed: boolean }): Promise<void> {
    const from = page.peek();
    const link = await start.start(kind);
    // The person may have gone elsewhere in the meantime.
    if (link && page.peek() === from) go(writeLink(link));
  }

  effect(() => navigation.onMove(moved));
  follow();

  return {
    page: computed(() => page.value),
    recent: services.recent,
    start: start.state,
    pass: start.pass,
    setPass: start.setPass,
    startCall,
    /** Opens a code or a whole pasted link; says whether there was one in `text`. */
    openLink: (text: string): boolean => {
      const link = readLink(text);
      if (link) go(writeLink(link));
      return link !== undefined;
    },
    goHome: () => go('/'),
    checkServices: () => services,
    /** Visits the same room again, after an end. */
    comeBack: () => follow(),
  };
});
export interface AppModel extends InstanceType<typeof AppModel> {}

function pageAt(address: string, services: AppServices): Page {
  const path = pathOf(address);
  if (path === '/') return { at: 'home' };
  // As codes are: in capitals, or with a slash behind it.
  if (/^\/check\/*$/i.test(path)) return { at: 'check' };
  const link = readLink(address);
  if (!link) return { at: 'bad-link' };
  const shown = `${services.origin}${writeLink(link)}`;
  return { at: 'room', room: new RoomModel(link, services), link: shown };
}

function pathOf(address: string): string {
  return address.split('#', 1)[0] ?? '';
}

/** Whether an address leads to `own`, or would with its key, which is the one thing that can get lost from it. */
function isSameRoom(address: string, own: RoomLink): boolean {
  const link = readLink(address);
  return (
    readLink(pathOf(address))?.code === own.code &&
    (link?.key === undefined || link.key === own.key)
  );
}
