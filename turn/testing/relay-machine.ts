// The machine that turn/setup makes a relay host of: what is done to it, and what can be seen of it.
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:tls';
import { certificateFor } from './certificate.ts';
import { type Machine, type Ran, machineIn } from './machine.ts';
import { addresses } from './relay-host.ts';

export interface RelayMachine extends Machine {
  /** Writes its relay.env: the usual settings, but for these. */
  configure(differing?: Readonly<Record<string, string>>): void;
  /** Runs turn/setup. */
  setup(): Ran;
  /** Puts a certificate where certbot would. Gives its serial number, and its authority's certificate in PEM. */
  renew(): { readonly serial: string; readonly authority: string };
  /** coturn's, in there. */
  pid(): string;
  /** All that setup could have touched, with its times: packages, files and units, but for relay.env and secrets. */
  trace(): string;
  /** The serial number of the certificate that it shows to the world. */
  servedSerial(): Promise<string>;
}

export const domain = 'turn.earshot.test';
export const address = addresses[0];
const live = `/etc/letsencrypt/live/${domain}`;
const usual = {
  TURN_DOMAIN: domain,
  TURN_ADDRESS: address,
  TURN_SECRET: 'a-secret-of-tests-and-of-nothing-else',
  TURN_CERTIFICATE: `${live}/fullchain.pem`,
  TURN_CERTIFICATE_KEY: `${live}/privkey.pem`,
};
export const secret = usual.TURN_SECRET;

/** `folder` is the system's; turn/ is in its /root/earshot. */
export function relayMachineIn(folder: string): RelayMachine {
  const machine = machineIn(folder);
  return {
    ...machine,
    configure(differing = {}) {
      const lines = Object.entries({ ...usual, ...differing }).map((each) => each.join('='));
      machine.write('/etc/earshot-relay/relay.env', `${lines.join('\n')}\n`);
    },
    setup: () => machine.attempt('/root/earshot/turn/setup'),
    renew() {
      const { chain, key, authority } = certificateFor(domain);
      machine.write(usual.TURN_CERTIFICATE, chain);
      machine.write(usual.TURN_CERTIFICATE_KEY, key);
      return { serial: new X509Certificate(chain).serialNumber, authority };
    },
    pid: () => machine.run('systemctl show --property MainPID --value earshot-relay'),
    trace() {
      const own = '-path "/etc/earshot-relay/relay.env" -or -path "/etc/earshot-relay/secrets/*"';
      return machine.run(
        `find /etc /usr /var/lib/dpkg -not -type d -not \\( ${own} \\) -printf "%p %T@ %m %u %g\\n"`,
      );
    },
    async servedSerial() {
      const socket = connect({ host: address, port: 443, rejectUnauthorized: false });
      await once(socket, 'secureConnect');
      const { serialNumber } = socket.getPeerCertificate();
      socket.destroy();
      return serialNumber;
    },
  };
}
