// How the call goes, as plain text for whoever is asked for help: figures, and nothing by which anyone could be found.
import type { CallFindings, LinkRecord } from '../../engine/quality/call-record.ts';
import type { Verdict } from '../../engine/quality/verdict.ts';
import type { DataUse } from '../../state/data-use.ts';
import { productName } from '../brand.ts';
import type { ConnectionText } from '../text/connection.ts';
import { browserName } from '../parts/browser-name.ts';
import { utcMinute } from '../parts/utc-minute.ts';
import { type Figure, figuresOf } from './figures.ts';
import type { ToldCalm } from './told-calm.ts';
import type { ToldVerdict } from './told-verdict.ts';

export interface ReportSources {
  readonly record: CallFindings;
  /** Undefined where the verdicts say all there is. */
  readonly calm: ToldCalm | undefined;
  readonly dataUse: DataUse;
  /** `navigator.userAgent`. */
  readonly userAgent: string;
  /** Milliseconds since 1970. */
  readonly atMs: number;
  readonly text: ConnectionText;
  /** A verdict in words, with someone’s name as `nameOf` has it. */
  readonly tell: (verdict: Verdict, nameOf: (id: Verdict['whose']) => string) => ToldVerdict;
}

export function reportOf(sources: ReportSources): string {
  const { record, text, dataUse } = sources;
  const numbers = new Map<string, number>(record.links.map(({ id }, index) => [id, index + 1]));
  const nameOf = (id: string) => text.person(numbers.get(id) ?? 0);
  const blocks = [
    [
      `${productName} · ${text.heading}`,
      utcMinute(sources.atMs),
      `${text.browser}: ${browserName(sources.userAgent)}`,
      `${text.data}: ${text.dataUses[dataUse].label}`,
    ],
    verdictLines(sources, nameOf),
    ...record.links.map((link) => linkLines(link, nameOf(link.id), text)),
  ];
  return blocks.map((lines) => lines.join('\n')).join('\n\n');
}

function verdictLines({ record, calm, text, tell }: ReportSources, nameOf: (id: string) => string) {
  const told = record.verdicts.map((verdict) => {
    const { sentence, advice } = tell(verdict, nameOf);
    return `${text.severities[verdict.severity]}: ${text.alert(sentence, advice)}`;
  });
  return [calm?.sentence ?? [], calm?.advice ?? [], told].flat();
}

function linkLines(link: LinkRecord, name: string, text: ConnectionText): string[] {
  const { delay, coming, going } = figuresOf(link, text);
  return [
    `${name}: ${text.paths[link.mine.path]}`,
    written(delay),
    `${text.from(name)}: ${coming.map(written).join('; ')}`,
    `${text.to(name)}: ${going.map(written).join('; ')}`,
  ];
}

function written({ label, value }: Figure): string {
  return `${label} ${value}`;
}
