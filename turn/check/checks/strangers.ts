// Is everyone else refused?
import { longestLifeSeconds, sign, toSeconds } from '../access.ts';
import type { Check, Reached } from '../context.ts';
import { type Finding, coturn, green, grey, red, said } from '../row.ts';
import type { Credential } from '../stun/turn-client.ts';

const unauthorized = 401;

export const strangers: Check = {
  group: 'access',
  name: 'strangers',
  needs: 'an answer',
  run: judge,
};

async function judge(context: Reached): Promise<Finding> {
  const { clients, endpoint, access } = context;
  const attempts = await Promise.all(
    impostors(context).map(async ({ who, credential }) => {
      const answer = await clients.allocate(endpoint, credential ? { credential } : {});
      return { who, answer };
    }),
  );
  const seen = attempts.map(({ who, answer }) => {
    if (answer.kind === 'success') return `${who} accepted`;
    return answer.kind === 'refused' ? `${who} ${answer.code}` : `${who}: ${said(answer)}`;
  });
  if (attempts.some(({ answer }) => answer.kind === 'success')) {
    const means = 'The relay is open: anyone may use it, at your expense and in your name.';
    const lines = {
      signed: ['use-auth-secret', 'static-auth-secret=TURN_SECRET', 'take out no-auth'],
      user: ['lt-cred-mech', 'user=TURN_USER:TURN_PASSWORD', 'take out no-auth'],
    };
    return red(seen.join(', '), means, ...coturn(...lines[access.kind]));
  }
  const isRefused = attempts.every(
    ({ answer }) => answer.kind === 'refused' && answer.code === unauthorized,
  );
  if (!isRefused) return grey(seen.join(', '));
  // With a secret that the relay does not know, everything is refused.
  const isKnown = context.admissions.some(({ answer }) => answer.kind === 'success');
  return isKnown ? green(seen.join(', ')) : grey(`anonymous ${unauthorized}, and so is all else`);
}

function impostors({ access, nowMs }: Reached): { who: string; credential?: Credential }[] {
  const anonymous = { who: 'anonymous' };
  if (access.kind === 'user') {
    const credential = { username: access.user, password: `not ${access.password}` };
    return [anonymous, { who: 'wrong password', credential }];
  }
  const nowSeconds = toSeconds(nowMs());
  // In 1970: a clock that is years behind is another row.
  const expired = sign(access.secret, 1);
  const { username, password } = sign(access.secret, nowSeconds + longestLifeSeconds);
  const tampered = { username: `${username}x`, password };
  return [
    anonymous,
    { who: 'expired', credential: expired },
    { who: 'tampered', credential: tampered },
  ];
}
