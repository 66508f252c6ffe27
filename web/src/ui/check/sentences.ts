// What is said of each step, in the language of the screen.
import type { RelayFinding } from '../../engine/check/judge-relay.ts';
import type { RelayAddress } from '../../engine/check/relay-address.ts';
import type { Reached } from '../../engine/check/reach-server.ts';
import type { NetworkConclusion } from '../../engine/check/conclusion.ts';
import type { DeviceKind } from '../../engine/media/devices.ts';
import type { DeviceStep, RelayStep, Step } from '../../state/check-steps.ts';
import { checkText } from '../text/check.ts';
import type { Advice } from '../text/en/check.ts';
import { text } from '../text/index.ts';

export function networkAdvice(conclusion: NetworkConclusion): Advice {
  switch (conclusion.tag) {
    case 'good':
      return checkText().good;
    case 'server':
      return checkText().serverProblems[conclusion.problem];
    case 'no-relay':
      return checkText().noRelay[conclusion.direct];
    case 'poor':
      return checkText().grades[conclusion.grade];
    default: {
      const where = [...new Set(conclusion.addresses.map(whereOf))].join(', ');
      return checkText().ways[conclusion.tag](where);
    }
  }
}

export function deviceSentence(device: DeviceKind, step: DeviceStep): string {
  if (step.at !== 'trouble') return checkText().deviceSteps[step.at];
  if (step.trouble === 'silent') return text.heed('silent', { hasKeys: false });
  return text.deviceProblem(device, step.trouble);
}

export function serverSentence(step: Step<Reached>): string {
  if (step.at === 'running') return checkText().reaching;
  const { finding } = step;
  return finding.ok ? checkText().reached : checkText().serverProblems[finding.problem].sentence;
}

export function relaySentence(step: RelayStep): string {
  const place = placeOf(step.address);
  if (step.at === 'found') return findingSentence(step.finding);
  return step.at === 'connecting' ? checkText().connecting(place) : checkText().measuring(place);
}

function findingSentence({ address, outcome, grades }: RelayFinding): string {
  const isSecure = address.transport === 'tls' || address.transport === 'dtls';
  const sentence = checkText().outcomes[outcome](placeOf(address), isSecure);
  const [grade] = grades;
  return grade ? `${sentence} ${checkText().grades[grade].sentence}` : sentence;
}

function whereOf(address: RelayAddress): string {
  return checkText().where(address.transport, placeOf(address));
}

function placeOf({ host, port }: RelayAddress): string {
  return `${host}:${port}`;
}
