// The server, the direct way, and each way to a relay.
import type { RelayStep } from '../../state/check-steps.ts';
import type { NetworkCheck } from '../../state/network-check.ts';
import { checkText } from '../text/check.ts';
import { CheckRow } from './check-row.tsx';
import { figuresOf } from './figures.ts';
import { relaySentence, serverSentence } from './sentences.ts';
import { relayTone } from './tone.ts';

export function NetworkRows({ network }: { network: NetworkCheck }) {
  const server = network.server.value;
  const isReached = server.at === 'found' && server.finding.ok;
  return (
    <>
      <CheckRow
        name={checkText().server}
        tone={server.at === 'running' ? 'running' : isReached ? 'good' : 'bad'}
        sentence={serverSentence(server)}
      />
      {isReached && <DirectRow network={network} />}
      {network.relays.value.map((step, index) => (
        <RelayRow key={index} step={step} />
      ))}
    </>
  );
}

/** It is no fault of a network that it lets nothing in: there are relays. */
const directTones = { open: 'good', shut: 'fair', unknown: 'idle' } as const;

function DirectRow({ network }: { network: NetworkCheck }) {
  const step = network.direct.value;
  const name = checkText().direct;
  if (step.at === 'running')
    return <CheckRow name={name} tone="running" sentence={checkText().looking} />;
  const { finding } = step;
  return (
    <CheckRow name={name} tone={directTones[finding]} sentence={checkText().directly[finding]} />
  );
}

function RelayRow({ step }: { step: RelayStep }) {
  const isFound = step.at === 'found';
  const figures = isFound ? step.finding.figures : undefined;
  return (
    <CheckRow
      name={checkText().relay(step.address.transport)}
      tone={isFound ? relayTone(step.finding) : 'running'}
      sentence={relaySentence(step)}
      // Their place is kept while they may come.
      figures={figures || !isFound ? figuresOf(figures) : []}
    />
  );
}
