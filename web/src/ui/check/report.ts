// All that was found, as text to send to whoever helps. Of addresses it has only the relays' own, and no credentials.
import type { Conclusion } from '../../engine/check/conclusion.ts';
import type { DirectFinding } from '../../engine/check/direct-trial.ts';
import type { Reached } from '../../engine/check/reach-server.ts';
import type { DeviceKind } from '../../engine/media/devices.ts';
import type { DeviceStep, RelayStep, SpeakerStep, Step } from '../../state/check-steps.ts';
import { productName } from '../brand.ts';
import { browserName } from '../parts/browser-name.ts';
import { utcMinute } from '../parts/utc-minute.ts';
import { checkText } from '../text/check.ts';
import { figuresOf } from './figures.ts';
import { deviceSentence, relaySentence, serverSentence } from './sentences.ts';
import { headlineOf } from './headline.ts';

export interface ReportSources {
  readonly conclusion: Conclusion | undefined;
  readonly devices: Readonly<Record<DeviceKind, DeviceStep>>;
  readonly speaker: SpeakerStep;
  readonly server: Step<Reached>;
  readonly direct: Step<DirectFinding>;
  readonly relays: readonly RelayStep[];
  /** `navigator.userAgent`. */
  readonly userAgent: string;
  /** Milliseconds since 1970. */
  readonly atMs: number;
}

export function reportOf(sources: ReportSources): string {
  const { first, beside } = headlineOf(sources.conclusion);
  const blocks = [
    [
      `${productName} · ${checkText().heading}`,
      utcMinute(sources.atMs),
      `${checkText().browser}: ${browserName(sources.userAgent)}`,
    ],
    [first, ...(beside ? [beside] : [])].map(({ sentence, help }) => `${sentence} ${help}`),
    stepLines(sources),
  ];
  return blocks.map((lines) => lines.join('\n')).join('\n\n');
}

function stepLines({ devices, speaker, server, direct, relays }: ReportSources): string[] {
  return [
    `${checkText().camera}: ${deviceSentence('camera', devices.camera)}`,
    `${checkText().microphone}: ${deviceSentence('microphone', devices.microphone)}`,
    `${checkText().speaker}: ${checkText().speakerSteps[speaker]}`,
    `${checkText().server}: ${serverSentence(server)}`,
    ...(direct.at === 'found'
      ? [`${checkText().direct}: ${checkText().directly[direct.finding]}`]
      : []),
    ...relays.map(relayLine),
  ];
}

function relayLine(step: RelayStep): string {
  const figures = step.at === 'found' ? step.finding.figures : undefined;
  const measured = figures ? figuresOf(figures).map(({ name, value }) => `${name} ${value}`) : [];
  const name = checkText().relay(step.address.transport);
  return [`${name}: ${relaySentence(step)}`, measured.join(', ')].filter(Boolean).join(' ');
}
