// What turn/setup makes of a fresh system, and how its service holds. scripts/setup-trial.ts makes that system and runs
// this in a network of the tests' own. There is one machine, and the tests are its life, in this order.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { addressesIn } from './testing/addresses-in.ts';
import { addresses, someoneOutside } from './testing/own-network.ts';
import { usual } from './testing/relay-env.ts';
import { relayMachineIn } from './testing/relay-machine.ts';

const folder = process.env['SETUP_TRIAL_FOLDER'];
const { TURN_DOMAIN: domain, TURN_ADDRESS: address, TURN_SECRET: secret } = usual;
const guard = 'table inet earshot_relay';

describe.skipIf(folder === undefined)('a fresh system', () => {
  const machine = relayMachineIn(folder ?? '');
  const isActive = () =>
    expect
      .poll(() => machine.attempt('systemctl is-active earshot-relay').said, { timeout: 5_000 })
      .toBe('active\n');
  beforeAll(() => machine.boot(), 60_000);
  afterAll(() => machine.powerOff());

  test('wrong settings are all named, and nothing is touched', () => {
    machine.configure({ TURN_DOMAIN: 'relay', TURN_PORTS: '1-2', TURN_ID: 'x' });
    const before = machine.trace();
    const { status, said } = machine.setup();
    expect(status).toBe(1);
    expect(said).toContain('TURN_ID is no setting; there are TURN_DOMAIN TURN_ADDRESS');
    expect(said).toContain('TURN_DOMAIN is "relay"; it should be a name');
    expect(said).toContain('TURN_PORTS is "1-2"; it should be a range');
    expect(machine.trace()).toBe(before);
  });

  test('an address that no interface has is named with those there are, and nothing is touched', () => {
    machine.renew();
    machine.configure({ TURN_ADDRESS: '198.51.100.7' });
    const before = machine.trace();
    const { status, said } = machine.setup();
    expect(status).toBe(1);
    expect(said).toContain(`TURN_ADDRESS is "198.51.100.7"; this host has ${addresses.join(' ')}`);
    expect(machine.trace()).toBe(before);
  });

  test('setup makes it a relay host', () => {
    machine.run('mkdir -p /etc/letsencrypt/renewal-hooks/deploy');
    machine.configure();
    expect(machine.setup()).toMatchObject({ status: 0 });
    expect(machine.run('systemctl is-active earshot-relay')).toBe('active');
  }, 180_000);

  test('coturn listens on 3478, 443 and 5349 of its address, and on nothing else', () => {
    const listening = run('ss', '-Hlntu').split('\n').filter(Boolean);
    const places = listening
      .map((line) => line.split(/\s+/))
      .map((words) => `${words[0]} ${words[4]}`);
    expect([...new Set(places)].toSorted()).toEqual([
      `tcp ${address}:3478`,
      `tcp ${address}:443`,
      `tcp ${address}:5349`,
      `udp ${address}:3478`,
      `udp ${address}:5349`, // coturn's own idea.
    ]);
  });

  test('coturn is its own user, with the right to 443 and no other', () => {
    const pid = machine.pid();
    expect(machine.run(`stat --format "%U %G" /proc/${pid}`)).toBe('turnserver turnserver');
    // CAP_NET_BIND_SERVICE is the tenth bit.
    expect(machine.run(`grep -E "Cap(Prm|Eff|Bnd)" /proc/${pid}/status`)).toBe(
      ['CapPrm', 'CapEff', 'CapBnd'].map((set) => `${set}:\t0000000000000400`).join('\n'),
    );
  });

  test("Debian's own service of coturn is off, and never ran", () => {
    expect(machine.attempt('systemctl is-active coturn').said).toBe('inactive\n');
    expect(machine.attempt('systemctl is-enabled coturn').said).toBe('masked\n');
    expect(machine.run('journalctl --quiet --unit coturn')).toBe('');
  });

  test('a second run changes nothing and restarts nothing', () => {
    const before = [machine.pid(), machine.trace()];
    expect(machine.setup()).toEqual({ status: 0, said: 'Nothing had to be changed.\n' });
    expect([machine.pid(), machine.trace()]).toEqual(before);
  });

  test('a changed setting restarts it once', () => {
    const before = machine.pid();
    machine.configure({ ROOM_CAPACITY: '4' });
    expect(machine.setup()).toEqual({ status: 0, said: '/etc/earshot-relay/turnserver.conf\n' });
    const after = machine.pid();
    expect(after).not.toBe(before);
    expect(machine.setup()).toEqual({ status: 0, said: 'Nothing had to be changed.\n' });
    expect(machine.pid()).toBe(after);
  });

  test('what a setup that was stopped had changed restarts it, too', () => {
    const before = machine.pid();
    machine.configure({ ROOM_CAPACITY: '5' });
    machine.run('/usr/local/lib/earshot-relay/prepare');
    expect(machine.setup()).toEqual({ status: 0, said: 'Nothing had to be changed.\n' });
    expect(machine.pid()).not.toBe(before);
  });

  test('a step that fails is not passed over, and coturn goes on', () => {
    const redis = { TURN_REDIS: '127.0.0.1:6379', TURN_REDIS_PASSWORD: 'x' };
    const before = machine.pid();
    machine.configure({ TURN_AUTH: 'redis', ...redis });
    const { status, said } = machine.setup();
    expect(status).not.toBe(0);
    expect(said).toContain('Could not connect to Redis at 127.0.0.1:6379');
    expect(machine.pid()).toBe(before);
    machine.configure();
    expect(machine.setup()).toMatchObject({ status: 0 });
  }, 60_000);

  test.each([
    ['certbot gives it over', '/etc/letsencrypt/renewal-hooks/deploy/earshot-relay'],
    ['setup finds it', '/root/earshot/turn/setup'],
  ])('a renewed certificate is served without a restart when %s', async (_, command) => {
    const before = machine.pid();
    const { serial } = machine.renew();
    machine.run(command);
    await expect.poll(() => machine.servedSerial(), { timeout: 5_000 }).toBe(serial);
    expect(machine.pid()).toBe(before);
  });

  test('the guard is there while the relay runs, and gone when it is stopped', () => {
    expect(run('nft', 'list', 'tables')).toContain(guard);
    machine.run('systemctl stop earshot-relay');
    expect(run('nft', 'list', 'tables')).toBe('');
    machine.run('systemctl start earshot-relay');
    expect(run('nft', 'list', 'tables')).toContain(guard);
  });

  test('without a guard there is no relay; with it, it comes by itself', async () => {
    machine.run('mv /etc/earshot-relay/egress.nft /root');
    expect(machine.attempt('systemctl restart earshot-relay').status).not.toBe(0);
    expect(run('ss', '-Hlntu')).toBe('');
    machine.run('mv /root/egress.nft /etc/earshot-relay');
    await isActive();
    expect(run('nft', 'list', 'tables')).toContain(guard);
  });

  test('killed, it is back in seconds, however often', async () => {
    // By itself systemd would give up after five.
    for (let kill = 0; kill < 6; kill += 1) {
      const before = machine.pid();
      machine.run('systemctl kill --signal SIGKILL earshot-relay');
      await expect.poll(() => machine.pid(), { timeout: 5_000 }).not.toBe(before);
      await isActive();
    }
    expect(run('nft', 'list', 'tables')).toContain(guard);
  }, 60_000);

  test('its unit has no mistakes and leaves coturn hardly any rights', () => {
    expect(machine.run('systemd-analyze verify earshot-relay.service')).toBe('');
    const said = machine.run('systemd-analyze security --no-pager earshot-relay.service');
    const exposure = /exposure level for earshot-relay.service: ([\d.]+)/.exec(said)?.[1];
    expect(Number(exposure)).toBeLessThanOrEqual(1.5);
  });

  test.each([
    ['UDP', []],
    ['TCP', ['-t']],
  ])(
    "coturn's own client reaches the public internet by %s",
    async (_, way) => {
      const peer = spawn('turnutils_peer', ['-L', someoneOutside], { stdio: 'ignore' });
      onTestFinished(async () => {
        peer.kill();
        await once(peer, 'exit');
      });
      const client = ['-W', secret, '-L', someoneOutside, '-e', someoneOutside, '-n', '5', '-c'];
      expect(run('turnutils_uclient', ...way, ...client, address)).toMatch(/Total lost packets 0 /);
    },
    60_000,
  );

  test('the doctor finds nothing wrong with it', () => {
    const scratch = mkdtempSync(join(tmpdir(), 'earshot-authority-'));
    onTestFinished(() => rmSync(scratch, { recursive: true }));
    const authority = join(scratch, 'ca.pem');
    writeFileSync(authority, machine.renew().authority);
    machine.run('/usr/local/lib/earshot-relay/renewed');
    const doctor = fileURLToPath(new URL('check/main.ts', import.meta.url));
    const args = [domain, '--address', address, '--from', someoneOutside, '--ca', authority];
    const env = { ...process.env, TURN_SECRET: secret };
    const { status, stdout } = spawnSync('node', [doctor, ...args], { env, encoding: 'utf8' });
    expect(status, stdout).toBe(0);
    expect(stdout).toContain(' 0 red');
  }, 60_000);

  test('its journal names no address', () => {
    const journal = machine.run('journalctl --unit earshot-relay --output cat');
    expect(journal).toContain('(address)');
    expect(addressesIn(journal)).toEqual([]);
  });

  test('it is there again after the machine was off', async () => {
    await machine.powerOff();
    await machine.boot();
    expect(machine.run('systemctl is-active earshot-relay')).toBe('active');
    expect(run('nft', 'list', 'tables')).toContain(guard);
    expect(await machine.servedSerial()).toMatch(/^[\dA-F]+$/);
  }, 60_000);
});

/** In the machine's network, but not on it; what it said on both outputs, for one that succeeds. */
function run(program: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    timeout: 30_000,
  });
  if (status !== 0) throw new Error(`${program} ended with ${status}:\n${stdout}${stderr}`);
  return stdout + stderr;
}
