// All that was found, as text to send to whoever helps. Of addresses it has only the relays' own, and no credentials.
import type { CheckModel } from '../../state/check-model.ts';
import { checkText } from '../text/check.ts';
import { figuresOf } from './figures.ts';
import { adviceOf, deviceSentence, relaySentence, serverSentence } from './sentences.ts';

export function reportOf(check: CheckModel): string {
  const conclusion = check.conclusion.value;
  const advice = conclusion ? adviceOf(conclusion) : { sentence: checkText().running, help: '' };
  const { camera, microphone } = check.devices.value;
  const direct = check.network.direct.value;
  return [
    checkText().heading,
    [advice.sentence, advice.help].filter(Boolean).join(' '),
    '',
    `${checkText().camera}: ${deviceSentence('camera', camera)}`,
    `${checkText().microphone}: ${deviceSentence('microphone', microphone)}`,
    `${checkText().speaker}: ${checkText().speakerSteps[check.speaker.value]}`,
    `${checkText().server}: ${serverSentence(check.network.server.value)}`,
    ...(direct.at === 'found' && direct.finding !== 'unknown'
      ? [`${checkText().direct}: ${checkText().directly[direct.finding]}`]
      : []),
    ...check.network.relays.value.map(
      (step) =>
        `${checkText().relay(step.address.transport)}: ${relaySentence(step)} ${measured(step)}`,
    ),
  ].join('\n');

  function measured(step: (typeof check.network.relays.value)[number]): string {
    const figures = step.at === 'found' ? step.finding.figures : undefined;
    return figures
      ? figuresOf(figures)
          .map(({ name, value }) => `${name} ${value}`)
          .join(', ')
      : '';
  }
}
