// What people show each other without words, and what newcomers are told of the chat.
import { meet } from './person.ts';
import { expect, test } from './served.ts';

test('a raised hand is marked on the tile until it is lowered, and a reaction is seen', async ({
  arrives,
}) => {
  const ana = await arrives('Ana');
  const ben = await arrives('Ben');
  await meet([ana, ben]);
  await ana.seesMoving('Ben');

  await ben.presses('React');
  await ben.presses('Raise hand');
  await expect(ana.tileOf('Ben').getByText('Hand raised')).toBeAttached();
  await ben.presses('React');
  await ben.presses('Lower hand');
  await expect(ana.tileOf('Ben').getByText('Hand raised')).toHaveCount(0);

  await ben.presses('React');
  await ben.presses('Celebration');
  await expect(ana.page.getByText('Ben: Celebration')).toBeAttached();
});

test('whoever comes later reads what was said before, and by whom it is told', async ({
  arrives,
}) => {
  const ana = await arrives('Ana');
  const ben = await arrives('Ben');
  const link = await ana.startsCall();
  await ana.opensChat();
  await ana.says('first');
  await ana.says('second');

  await ben.joins(link);
  await ben.presses('Chat');
  await expect(ben.chatLines().getByText('first')).toBeVisible();
  await ben.sees('Before you came, as Ana tells it');
  await ana.says('third');
  await ben.sees('Since you came');
  await expect(ben.chatLines()).toHaveText([
    /Before you came/,
    /first/,
    'second',
    /Since/,
    /third/,
  ]);
});
