// The machine that turn/setup makes a relay host of: what is done to it, and what can be seen of it.
import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:tls';
import { certificateFor } from './certificate.ts';
import { type Machine, type Ran, machineIn } from './machine.ts';
import { type Settings, relayEnv, usual } from './relay-env.ts';

export interface RelayMachine extends Machine {
  /** Writes its relay.env: the usual settings, but for these. */
  configure(differing?: Settings): void;
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

const live = `/etc/letsencrypt/live/${usual.TURN_DOMAIN}`;
const certificate = {
  TURN_CERTIFICATE: `${live}/fullchain.pem`,
  TURN_CERTIFICATE_KEY: `${live}/privkey.pem`,
};

/** `folder` is the system's; turn/ is in its /root/earshot. */
export function relayMachineIn(folder: string): RelayMachine {
  const machine = machineIn(folder);
  return {
    ...machine,
    configure(differing = {}) {
      machine.write('/etc/earshot-relay/relay.env', relayEnv({ ...certificate, ...differing }));
    },
    setup: () => machine.attempt('/root/earshot/turn/setup'),
    renew() {
      const { chain, key, authority } = certificateFor(usual.TURN_DOMAIN);
      machine.write(certificate.TURN_CERTIFICATE, chain);
      machine.write(certificate.TURN_CERTIFICATE_KEY, key);
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
      const socket = connect({ host: usual.TURN_ADDRESS, port: 443, rejectUnauthorized: false });
      await once(socket, 'secureConnect');
      const { serialNumber } = socket.getPeerCertificate();
      socket.destroy();
      return serialNumber;
    },
  };
}
