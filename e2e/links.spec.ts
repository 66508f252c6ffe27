// Links that lead somewhere, links that don't, and what the page asks of others.
import { expect, test } from './served.ts';

/** A link with one character of its code, or of its key, exchanged for another. */
function mistyped(link: string, part: 'code' | 'key'): string {
  const at = part === 'code' ? link.indexOf('#') - 1 : link.indexOf('#') + 1;
  return link.slice(0, at) + (link[at] === '0' ? '1' : '0') + link.slice(at + 1);
}

const wrongLinks: Record<string, (link: string) => string> = {
  'a mistyped code': (link) => mistyped(link, 'code'),
  'another key': (link) => mistyped(link, 'key'),
  'no key': (link) => link.replace(/#.*/, ''),
};

for (const [what, wrong] of Object.entries(wrongLinks)) {
  test(`[R10] a link with ${what} leads nowhere, and says what to check`, async ({ arrives }) => {
    const [ana, ben] = [await arrives('Ana'), await arrives('Ben')];
    await ben.opens(wrong(await ana.startsCall()));
    await expect(
      ben.page.getByRole('heading', { name: 'There is no call at this link' }),
    ).toBeVisible();
    await ben.sees('the #');
  });
}

test('a link with half a key gets its own page', async ({ arrives }) => {
  const [ana, ben] = [await arrives('Ana'), await arrives('Ben')];
  await ben.opens((await ana.startsCall()).slice(0, -4));
  await expect(ben.page.getByRole('heading', { name: 'This link is not a call' })).toBeVisible();
});

test('a link opens one socket, and no more', async ({ arrives }) => {
  const ana = await arrives('Ana');
  const ben = await arrives('Ben');
  const link = await ana.startsCall();
  let sockets = 0;
  ben.page.on('websocket', () => (sockets += 1));
  await ben.joins(link);
  await ben.seesMoving('Ana');
  expect(sockets).toBe(1);
});

test('a link that is no code gets its own page', async ({ arrives }) => {
  const ana = await arrives('Ana');
  await ana.page.goto('/whatever');
  await expect(ana.page.getByRole('heading', { name: 'This link is not a call' })).toBeVisible();
  await ana.presses('Home');
  await expect(ana.page.getByRole('button', { name: 'Start a call' })).toBeVisible();
});

test('the home page takes a code, a link, and says what is wrong with anything else', async ({
  arrives,
}) => {
  const ana = await arrives('Ana');
  const ben = await arrives('Ben');
  const link = await ana.startsOpenCall();
  await ben.page.goto('/');
  const field = ben.page.getByRole('textbox', { name: 'Code or link' });

  await field.fill('nonsense');
  await field.press('Enter');
  await ben.sees('A code looks like');
  await expect(field).toHaveValue('nonsense');

  await field.fill(new URL(link).pathname.slice(1).toUpperCase());
  await field.press('Enter');
  await ben.sees('Ana is here');

  await ben.page.goBack();
  await field.fill(link);
  await field.press('Enter');
  await ben.sees('Ana is here');
});

test('the home page takes a whole link with its key', async ({ arrives }) => {
  const [ana, ben] = [await arrives('Ana'), await arrives('Ben')];
  const link = await ana.startsCall();
  await ben.page.goto('/');
  const field = ben.page.getByRole('textbox', { name: 'Code or link' });
  await field.fill(`Come to ${link}!`);
  await field.press('Enter');
  await ben.sees('Ana is here');
  expect(await ben.page.title()).not.toContain(new URL(link).hash);
});

test('the page makes no request to anyone else', async ({ arrives, origin }) => {
  const ana = await arrives('Ana');
  const ben = await arrives('Ben');
  const asked = new Set<string>();
  for (const { page } of [ana, ben]) {
    page.on('request', (request) => asked.add(new URL(request.url()).host));
    page.on('websocket', (socket) => asked.add(new URL(socket.url()).host));
  }
  await ben.joins(await ana.startsCall());
  await ana.seesMoving('Ben');
  await ben.leaves();

  expect([...asked]).toEqual([new URL(origin).host]);
});
