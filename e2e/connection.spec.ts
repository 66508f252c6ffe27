// Why a call is as it is: what the panel about the connections says, and what of it can be handed on.
import type { Locator } from '@playwright/test';
import { linksAmong } from './link-statistics.ts';
import { drop, dropUdp, pass, withoutOwnNetwork } from './own-network.ts';
import { type Person, meet } from './person.ts';
import { network, relayOnly, test as relayed } from './relayed.ts';
import { tireProcessor } from './screens.ts';
import { expect, test } from './served.ts';

test('the panel says how each connection goes', async ({ arrives }) => {
  const [ana, ben] = [await arrives('Ana'), await arrives('Ben')];
  await meet([ana, ben]);
  await ana.presses('More');
  await ana.presses('Connection');
  const panel = panelOf(ana);
  await expect(panel.getByText('Direct', { exact: true })).toBeVisible();
  await expect(figure(panel, 'Delay')).toHaveText(/^\d+ ms$/);
  // The picture that comes, and the one that goes.
  await expect(figure(panel, 'Camera')).toHaveText([
    /^\d+ × \d+, \d+ fps$/,
    /^\d+ × \d+, \d+ fps$/,
  ]);
  await expect(figure(panel, 'Speed').first()).toHaveText(/^[\d.]+ [kM]bit\/s$/);
  await ana.presses('More');
  const item = ana.page.getByRole('button', { name: 'Connection', exact: true });
  await expect(item).toHaveAttribute('aria-expanded', 'true');
  await ana.page.keyboard.press('Escape');
  await ana.page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
});

test('of more than one the connections are closed at first, and the rest is in sight', async ({
  arrives,
}) => {
  const [ana, ben, cleo] = [await arrives('Ana'), await arrives('Ben'), await arrives('Cleo')];
  await meet([ana, ben, cleo]);
  await ana.page.keyboard.press('n');
  const panel = panelOf(ana);
  await expect(panel.getByText('Direct', { exact: true })).toHaveCount(2);
  const span = panel.getByText('Charts: last two minutes').filter({ visible: true });
  await expect(figure(panel, 'Delay').first()).toBeHidden();
  await expect(span).toHaveCount(0);
  await expect(panel.getByRole('radio', { name: 'Full' })).toBeInViewport();
  await panel.getByText('Ben', { exact: true }).click();
  await expect(figure(panel, 'Delay').first()).toBeVisible();
  await expect(span).toHaveCount(1);
});

test('a report can be handed on, and tells nobody where or who they are', async ({ arrives }) => {
  const [ana, ben] = [await arrives('Ana'), await arrives('Ben')];
  await ana.page.context().grantPermissions(['clipboard-write']);
  await meet([ana, ben]);
  await ana.page.keyboard.press('n');
  await expect(figure(panelOf(ana), 'Delay')).toHaveText(/ ms$/);
  await ana.presses('Copy report');
  await expect(ana.page.getByRole('button', { name: 'Copied' })).toBeVisible();
  // By itself, while the focus is on it.
  const again = ana.page.getByRole('button', { name: 'Copy report' });
  await expect(again).toBeFocused();
  const report = await pasted(ana);

  expect(report).toMatch(/^Browser: Chrome \d+, Linux$/m);
  expect(report).toMatch(/^Person 1: Direct/m);
  expect(report).toMatch(/^Delay \d+ ms$/m);
  expect(report).not.toMatch(/\d+\.\d+\.\d+\.\d+|[0-9a-f]+:[0-9a-f]*:[0-9a-f]+/i);
  const [link] = await linksAmong([ana, ben]);
  const { localAddress, remoteAddress } = link?.sender ?? {};
  const { pathname, hash } = new URL(ana.page.url());
  const secrets = [localAddress, remoteAddress, pathname.slice(1), hash.slice(1), ...ana.ids];
  for (const secret of ['Ana', 'Ben', ...secrets]) {
    expect(secret).toBeTruthy();
    expect(report).not.toContain(secret);
  }
});

test('without the server the panel says that all is well between the people, and does not simply call it fine', async ({
  arrives,
  server,
}) => {
  const [ana, ben] = [await arrives('Ana'), await arrives('Ben')];
  await meet([ana, ben]);
  await ana.page.keyboard.press('n');
  const panel = panelOf(ana);
  await expect(panel.getByText('Everything is fine')).toBeVisible();
  await server.dies();
  await expect(panel.getByText('Only the server is out of reach')).toBeVisible();
  await expect(ana.page.getByText('Connection to the server lost')).toBeVisible();
  await expect(panel.getByText('Everything is fine')).toHaveCount(0);
  await server.comesBack();
  await expect(panel.getByText('Everything is fine')).toBeVisible();
});

test.describe('where nothing gets through', () => {
  test.skip(...withoutOwnNetwork);
  test.afterEach(pass);

  test('whoever is not connected is named in a card of its own', network, async ({ arrives }) => {
    const people = [await arrives('Ana'), await arrives('Ben'), await arrives('Cleo')] as const;
    await meet(people);
    const [ana] = people;
    await ana.page.keyboard.press('n');
    const verdicts = panelOf(ana).getByRole('status').first();
    await expect(verdicts.getByText('Everything is fine')).toBeVisible();
    dropUdp();
    await expect(verdicts.locator('.verdict--bad svg')).toBeVisible();
    await expect(verdicts).toContainText('Ben and Cleo are not connected to you at the moment.');
    await expect(verdicts).not.toContainText('It stutters');
  });
});

test('whoever only wants sound sees and shows no pictures, until they want some', async ({
  arrives,
}) => {
  const [ana, ben] = await meetForSound(arrives);
  await expect(ana.tileOf('Ben').locator('video')).toHaveCount(0);
  await expect(ben.tileOf('Ana').locator('video')).toHaveCount(0);
  await ana.page.getByRole('button', { name: 'Show pictures' }).press('Enter');
  await ana.seesMoving('Ben');
  // The button is gone, and Tab leads on from where it was.
  await expect(callHeading(ana)).toBeFocused();
  await ana.presses('Turn camera on');
  await ben.seesMoving('Ana');
});

test('whoever takes all the advice by the keys alone is still in the panel', async ({
  arrives,
}) => {
  const [ana, ben] = [await arrives('Ana'), await arrives('Ben')];
  await meet([ana, ben]);
  const { page } = ana;
  const heading = panelOf(ana).getByRole('heading', { name: 'Connection', exact: true });
  await page.keyboard.press('n');
  await page.evaluate(tireProcessor);
  const advice = (name: string) => panelOf(ana).getByRole('button', { name });
  await advice('Turn camera off').press('Enter');
  // It is the same button with another word.
  await expect(advice('Save data')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(advice('Sound only')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(advice('Sound only')).toHaveCount(0);
  await expect(heading).toBeFocused();
});

test('a panel gives the focus to the call when what it had it from is gone', async ({
  arrives,
}) => {
  const [ana] = await meetForSound(arrives);
  await ana.page.keyboard.press('Escape');
  await ana.page.getByRole('button', { name: 'Show pictures' }).press('n');
  await panelOf(ana).getByRole('radio', { name: 'Full' }).check();
  await expect(ana.page.getByRole('button', { name: 'Show pictures' })).toHaveCount(0);
  await ana.page.keyboard.press('Escape');
  await expect(callHeading(ana)).toBeFocused();
});

relayed('the panel says that a connection goes through a relay', network, async ({ arrives }) => {
  const ana = await arrives('Ana', { configure: relayByUdp });
  const ben = await arrives('Ben', { configure: relayByUdp });
  await meet([ana, ben]);
  await ana.page.keyboard.press('n');
  await expect(panelOf(ana).getByText('Through a relay', { exact: true })).toBeVisible();
});

relayed('where UDP is blocked the panel says so, and what helps', network, async ({ arrives }) => {
  drop('udp dport 3478');
  const ana = await arrives('Ana', { configure: relayOnly });
  const ben = await arrives('Ben', { configure: relayOnly });
  await meet([ana, ben]);
  await ana.page.keyboard.press('n');
  const panel = panelOf(ana);
  await expect(panel.getByText(/^Through a relay, over T(CP|LS)$/)).toBeVisible();
  await expect(panel.getByText('You are connected over TCP')).toBeVisible();
  await expect(panel.getByText('allow UDP to the relay').first()).toBeVisible();
});

/** Ana, whose panel is open, and Ben. */
async function meetForSound(arrives: (name: string) => Promise<Person>): Promise<[Person, Person]> {
  const people: [Person, Person] = [await arrives('Ana'), await arrives('Ben')];
  await meet(people);
  await people[0].page.keyboard.press('n');
  await panelOf(people[0]).getByRole('radio', { name: 'Sound only' }).check();
  return people;
}

/** A busy machine may find the way by TCP first; runs in the page. */
function relayByUdp(configuration: RTCConfiguration): RTCConfiguration {
  const byUdp = (url: string) => url.endsWith('?transport=udp');
  const servers = configuration.iceServers?.map((server) => ({
    ...server,
    urls: [server.urls].flat().filter(byUdp),
  }));
  return { ...configuration, iceServers: servers ?? [], iceTransportPolicy: 'relay' };
}

/** What lies in the clipboard, which the page may not read: it is pasted where there is room for it. */
async function pasted({ page }: Person): Promise<string> {
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    document.body.append(field);
    field.focus();
  });
  await page.keyboard.press('Control+V');
  return page.locator('body > textarea').inputValue();
}

function panelOf({ page }: Person): Locator {
  return page.getByRole('complementary', { name: 'Connection' });
}

function callHeading({ page }: Person): Locator {
  return page.getByRole('heading', { name: 'Call', exact: true });
}

/** The value that stands for it. */
function figure(panel: Locator, label: string): Locator {
  return panel
    .locator('dl > div')
    .filter({ has: panel.page().locator('dt', { hasText: new RegExp(`^${label}$`) }) })
    .locator('dd:last-child');
}
