// The check before a call, against a real relay host: what works is measured, and what is blocked or wrong is named.
import type { Page } from '@playwright/test';
import { addresses } from '../turn/testing/own-network.ts';
import { startRelayHost } from '../turn/testing/relay-host.ts';
import { misprints } from './misprints.ts';
import { drop } from './own-network.ts';
import { expect, network, test } from './relayed.ts';
import { resize } from './screens.ts';

declare global {
  interface Window {
    /** What was copied, in order. */
    copies: string[];
  }
}

const [address] = addresses;

/** What the page says of one of its steps, once it says something of that kind. */
function step(page: Page, name: string) {
  return page.getByRole('listitem', { name, exact: true });
}

function verdict(page: Page) {
  return page.getByRole('status').first();
}

async function fits(page: Page): Promise<void> {
  await resize(page, { width: 320, height: 800 });
  expect(await page.evaluate(misprints)).toEqual([]);
}

/** Three ways take some ten seconds, and this machine may have more to do. */
const patience = { timeout: 25_000 };

const figures = /Round trip\d+ msLost\d+ %Throughput[\d.]+ Mbit\/s/;

test('where all is well, every way is measured', network, async ({ arrives }) => {
  const { page } = await arrives('Ana');
  await page.goto('/check');
  const tls = step(page, 'Relay over TLS');
  await expect(tls).toContainText(/Connecting|Measuring/);
  const before = await tls.boundingBox();
  await expect(step(page, 'Camera')).toContainText('Works.');
  await expect(step(page, 'Microphone')).toContainText('Works.');
  await expect(step(page, 'Server')).toContainText('keeps a line open');
  await expect(step(page, 'Direct connection')).toContainText('UDP gets out');
  for (const transport of ['UDP', 'TCP', 'TLS']) {
    await expect(step(page, `Relay over ${transport}`)).toContainText('Works');
    await expect(step(page, `Relay over ${transport}`)).toContainText(figures);
  }
  await expect(verdict(page)).toContainText('calls will work here');
  // Nothing has jumped about.
  expect((await tls.boundingBox())?.height).toBe(before?.height);
  await fits(page);
});

test('a blocked UDP port is named, with what to ask for', network, async ({ arrives }) => {
  drop('udp dport 3478');
  const { page } = await arrives('Ana');
  await page.goto('/check');
  await expect(verdict(page)).toContainText('UDP is blocked here, and TCP works', patience);
  await expect(verdict(page)).toContainText(`let through UDP to ${address}:3478.`);
  await expect(step(page, 'Relay over UDP')).toContainText(
    `No answer: nothing comes back from ${address}:3478.`,
  );
  await expect(step(page, 'Relay over TCP')).toContainText(figures);
  await expect(step(page, 'Relay over TLS')).toContainText(figures);
  await expect(step(page, 'Direct connection')).toContainText('UDP does not get out');
  await fits(page);
});

test('a blocked TCP port is named', network, async ({ arrives }) => {
  drop('tcp dport 3478');
  const { page } = await arrives('Ana');
  await page.goto('/check');
  await expect(verdict(page)).toContainText(
    `Only a second way is blocked: TCP to ${address}:3478.`,
    patience,
  );
  await expect(step(page, 'Relay over TCP')).toContainText(
    `No answer: nothing comes back from ${address}:3478.`,
  );
  for (const transport of ['UDP', 'TLS'])
    await expect(step(page, `Relay over ${transport}`)).toContainText(figures);
});

test.describe(() => {
  test.use({ relayCount: 0 });

  test('a wrong secret is named', network, async ({ arrives }) => {
    const settings = { TURN_SECRET: 'another-one-than-that-of-the-Worker' };
    const relay = await startRelayHost({ address, settings });
    const { page } = await arrives('Ana');
    await page.goto('/check');
    await expect(verdict(page)).toContainText('it does not take this server’s credentials');
    await expect(verdict(page)).toContainText('its TURN_SECRET and the relay’s differ');
    for (const transport of ['UDP', 'TCP', 'TLS'])
      await expect(step(page, `Relay over ${transport}`)).toContainText('Refused by');
    await fits(page);
    await relay.close();
  });

  test(
    'a relay that is not running is not the fault of the network',
    network,
    async ({ arrives }) => {
      const { page } = await arrives('Ana');
      await page.goto('/CHECK/');
      await expect(verdict(page)).toContainText('perhaps the relay is not running', patience);
      await expect(step(page, 'Relay over UDP')).toContainText('nothing comes back');
      await expect(step(page, 'Relay over TCP')).toContainText('nothing listens there');
      await expect(step(page, 'Direct connection')).toContainText('neither answers here');
      await fits(page);
    },
  );

  test('the speaker is checked by keyboard alone', network, async ({ arrives }) => {
    const { page } = await arrives('Ana');
    await page.goto('/check');
    const speaker = step(page, 'Speaker');
    const button = (name: string) => speaker.getByRole('button', { name, exact: true });
    await button('Play a sound').focus();
    await page.keyboard.press('Enter');
    await expect(button('Yes')).toBeFocused();
    await expect(speaker.getByRole('status')).toHaveText('Did you hear two notes?');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(button('Play again')).toBeFocused();
    await expect(speaker.getByRole('status')).toContainText('choose another speaker');
  });

  test('what is advised in the lobby can be done there', network, async ({ arrives }) => {
    const ana = await arrives('Ana');
    await ana.page.goto('/');
    await ana.presses('Start a call');
    await ana.presses('Turn camera off');
    await ana.presses('Check connection');
    const dialog = ana.page.getByRole('dialog', { name: 'Will calls work here?' });
    for (const device of ['Microphone', 'Camera', 'Speaker'])
      await expect(dialog.getByRole('combobox', { name: device })).toBeVisible();
    await expect(step(ana.page, 'Camera')).toContainText('Turn it on to check it.');
    await dialog.getByRole('button', { name: 'Turn camera on' }).focus();
    await ana.page.keyboard.press('Enter');
    await expect(step(ana.page, 'Camera')).toContainText('Works.');
    await expect(step(ana.page, 'Camera')).toBeFocused();
    await expect(dialog.locator('video')).toBeVisible();
  });
});

test('in the lobby it is the room’s own relay that is checked', network, async ({ arrives }) => {
  drop('udp dport 3478');
  const ana = await arrives('Ana');
  await ana.page.goto('/');
  await ana.presses('Start a call');
  await ana.presses('Check connection');
  const dialog = ana.page.getByRole('dialog', { name: 'Will calls work here?' });
  await expect(dialog.getByRole('status').first()).toContainText('UDP is blocked here', patience);
  await expect(step(ana.page, 'Relay over TLS')).toContainText(figures);
  await ana.page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  // Nothing of it goes on: what is left belongs to nobody yet.
  await expect.poll(() => ana.page.evaluate(() => window.connectionLog.open().length)).toBe(0);
});

test(
  'the report can be sent to whoever helps, and gives nothing away',
  network,
  async ({ arrives }) => {
    const { page } = await arrives('Ana');
    await page.addInitScript(keepCopies);
    await page.goto('/check');
    await step(page, 'Speaker').getByRole('button', { name: 'Play a sound' }).click();
    await step(page, 'Speaker').getByRole('button', { name: 'Yes' }).click();
    await expect(step(page, 'Speaker')).toContainText('Works.');
    await page.getByRole('button', { name: 'Copy report' }).click(patience);
    await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
    const [report = ''] = await page.evaluate(() => window.copies);
    expect(report).toMatch(/\n\d{4}-\d\d-\d\d \d\d:\d\d UTC\nBrowser: Chrome \d+, /);
    expect(report).toContain('Speaker: Works.');
    expect(report).toMatch(/Relay over UDP: Works, by 192\.0\.2\.1:3478\. Round trip \d+ ms/);
    const named = [...report.matchAll(/[\d.]*\.[\d.]*:\d+/g)].map(([place]) => place);
    expect(named).toEqual([`${address}:3478`, `${address}:3478`, `${address}:443`]);
  },
);

/** The page may write to the clipboard, and nobody may read it here; runs in the page. */
function keepCopies(): void {
  window.copies = [];
  navigator.clipboard.writeText = (text) => {
    window.copies.push(text);
    return Promise.resolve();
  };
}
