// Every screen there is, and how people come to it. Whoever makes another one looks at it in one of these stories: then it is
// checked by accessibility.spec.ts and text.spec.ts, and `npm run screenshots` has it.
import { type Page, expect } from '@playwright/test';
import type { Person, PersonOptions } from './person.ts';

export interface Cast {
  readonly arrives: (
    name: string,
    options?: Partial<Omit<PersonOptions, 'name'>>,
  ) => Promise<Person>;
  /** Is called on each screen, by a name that no other has. */
  readonly look: (screen: string, person: Person) => Promise<void>;
}

export type Story = (cast: Cast) => Promise<void>;

/** One visit leads through several screens, for it takes longer than what is looked at. */
export const stories: Readonly<Record<string, Story>> = {
  async 'before a call'({ arrives, look }) {
    const ana = await arrives('Ana');
    await ana.page.goto('/');
    await look('home', ana);
    const field = ana.page.getByRole('textbox', { name: ana.word('Code or link') });
    await field.fill('nonsense');
    await field.press('Enter');
    await look('home-no-code', ana);
    await ana.page.goto('/whatever');
    await look('bad-link', ana);
    await ana.page.goto('/');
    await ana.presses('Start a call');
    await expect(ana.page.locator('video')).toBeVisible();
    await look('lobby', ana);
    await ana.presses('Settings');
    await look('settings', ana);
    await ana.page.keyboard.press('Escape');
    await ana.presses('Check connection');
    await expect(ana.page.locator('.check-conclusion .tone-icon--fair')).toBeVisible();
    await look('lobby-check', ana);
    await ana.page.keyboard.press('Escape');
    await ana.presses('Turn camera off');
    await expect(ana.page.locator('video')).toHaveCount(0);
    await look('lobby-camera-off', ana);

    const eve = await arrives('Eve');
    await eve.page.addInitScript(denyDevices);
    await eve.opens(ana.page.url());
    await look('lobby-denied', eve);
    await nameClosedRelay(eve);
    await eve.page.goto('/check');
    await expect(eve.page.locator('.check-conclusion .tone-icon--bad')).toBeVisible();
    await look('check', eve);
  },

  async 'in a call'({ arrives, look }) {
    const [ana, ben] = [await arrives('Ana'), await arrives('Ben')];
    const link = await ana.startsCall();
    await expect(ana.page.locator('video')).toBeVisible();
    await look('alone', ana);
    await ben.joins(link);
    await ana.seesMoving('Ben');
    await look('two', ana);
    for (const [button, screen] of [
      ['Invite', 'invitation'],
      ['React', 'reactions'],
      ['More', 'menu'],
    ] as const) {
      await ana.presses(button);
      await look(screen, ana);
      await ana.page.keyboard.press('Escape');
    }
    await ana.presses('More');
    await ana.presses('Connection');
    await expect(ana.page.locator('.chart__line[d]:not([d=""])').first()).toBeAttached();
    await look('connection', ana);
    await ana.page.evaluate(tireProcessor);
    await expect(ana.page.locator('.verdict .button')).toBeVisible();
    await look('connection-bad', ana);
    await ana.page.locator('.data-use-choice input').last().check();
    await ana.page.keyboard.press('Escape');
    await look('sound-only', ana);
    await ana.presses('Show pictures');
    await ana.presses('Turn camera on');
    await ana.page.keyboard.press('?');
    await look('shortcuts', ana);
    await ana.page.keyboard.press('Escape');
    await ana.presses('Chat');
    await look('chat-empty', ana);
    await ben.presses('Chat');
    const address = 'https://example.org/a/rather/long/address?with=a&query=as#well';
    await ana.says(`${ana.word('Good morning! Here is the plan:')} ${address}`);
    await ben.says(ben.word('Good morning, Ana'));
    await expect(ana.chatLines()).toHaveCount(2);
    await look('chat', ana);
    await sendsNotes(ana);
    await expect(ben.page.getByText('notes.txt')).toBeVisible();
    await look('file-sent', ana);
    await look('file-offered', ben);
    await ben.presses('Chat');
    await ana.presses('Chat');
    await ben.presses('Share screen');
    await ana.seesScreenOf('Ben');
    await look('screen', ana);
    await look('sharing', ben);
  },

  async 'with a host'({ arrives, look }) {
    const [ana, ben, eve] = [await arrives('Ana'), await arrives('Ben'), await arrives('Eve')];
    const link = await ana.startsCall();
    await ben.joins(link);
    await ana.seesMoving('Ben');
    await ana.presses('People');
    await ben.presses('People');
    await look('people-guest', ben);
    await look('people', ana);
    await ana.presses('Options for Ben');
    await look('options', ana);
    await ana.presses('Remove…');
    await look('removal', ana);
    await ana.presses('Cancel');
    await ana.page.getByRole('radio', { name: ana.word('Whom a host lets in') }).check();
    await eve.opens(link);
    await eve.givesName();
    await eve.presses('Ask to join');
    await expect(eve.page.getByText(eve.name, { exact: false }).first()).toBeVisible();
    await look('waiting', eve);
    await look('people-knocking', ana);
    await ana.presses('People');
    await look('knocking', ana);
    await ana.presses('Admit');
    await ana.seesMoving('Eve');
    await look('three', ana);
    await eve.leaves();
    await look('left', eve);
    await eve.presses('Home');
    await look('home-recent', eve);
    await ana.presses('People');
    await ana.presses('Options for Ben');
    await ana.presses('Remove…');
    await ana.presses('Remove');
    await expect(ben.page.getByRole('complementary')).toHaveCount(0);
    await look('removed', ben);
    await ana.presses('End for all…');
    await look('ending', ana);
    await ana.presses('End for all');
    await expect(ana.page.getByRole('complementary')).toHaveCount(0);
    await look('ended', ana);
    await eve.opens(link.replace(/.$/, (last) => (last === 'A' ? 'Q' : 'A')));
    await look('no-such-call', eve);
  },
};

/** Resolves when the page has found its place in a window of that size. */
export async function resize(page: Page, size: { width: number; height: number }): Promise<void> {
  await page.setViewportSize(size);
  // What is measured in one frame is drawn by the next.
  for (let frame = 0; frame < 2; frame += 1)
    await page.evaluate(() => new Promise(requestAnimationFrame));
}

/** The size that every story expects, and every look leaves. */
export const usualSize = { width: 1000, height: 700 };

/** As if the person had said no; runs in the page. */
function denyDevices(): void {
  navigator.mediaDevices.getUserMedia = () =>
    Promise.reject(new DOMException('said no', 'NotAllowedError'));
}

/** From now on the server names a relay where nothing listens. */
async function nameClosedRelay({ page }: Person): Promise<void> {
  const urls = ['turn:127.0.0.1:3478?transport=tcp', 'turns:127.0.0.1:5349'];
  const servers = [{ urls, username: 'nobody', credential: 'none' }];
  await page.routeWebSocket(/\/socket$/, (socket) => {
    const server = socket.connectToServer();
    server.onMessage((frame) => {
      const message = JSON.parse(frame.toString()) as { type?: string };
      const isWelcome = message.type === 'welcome';
      const changed = { ...message, ice: { servers, lifetimeMs: null } };
      socket.send(isWelcome ? JSON.stringify(changed) : frame);
    });
  });
}

async function sendsNotes({ page }: Person): Promise<void> {
  const buffer = Buffer.from('What we talked about. '.repeat(100));
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer });
}

/** From now on the browser says that it takes a tenth of a second over every picture it sends; runs in the page. */
export function tireProcessor(): void {
  const { prototype } = RTCPeerConnection;
  const read = Reflect.get<RTCPeerConnection, 'getStats'>(prototype, 'getStats');
  prototype.getStats = async function tired(this: RTCPeerConnection) {
    const report = await read.call(this);
    const entries = [...report].map(([id, entry]: [string, Record<string, unknown>]) => {
      const isPicture = entry['type'] === 'outbound-rtp' && entry['kind'] === 'video';
      return [
        id,
        isPicture
          ? {
              ...entry,
              qualityLimitationReason: 'cpu',
              totalEncodeTime: Number(entry['framesEncoded']) / 10,
            }
          : entry,
      ] as const;
    });
    return new Map(entries);
  };
}
