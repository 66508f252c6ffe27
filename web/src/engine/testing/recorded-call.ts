// Plays what real browsers counted in calls that went wrong in a known way (quality/recorded/), through all that makes
// verdicts of it. `npm run record:statistics` records them.
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { PeerId } from '../../../../protocol/ids.ts';
import type { Ailments, LinkSummary } from '../../../../protocol/peer-status.ts';
import type { CallRecord } from '../quality/call-record.ts';
import { growthOf } from '../quality/growth.ts';
import { Judge } from '../quality/judge.ts';
import { loadOf } from '../quality/processor-load.ts';
import { type LinkReading, readStats } from '../quality/read-stats.ts';
import { summarize } from '../quality/summarize.ts';
import { slotNames } from '../slots.ts';

const Cell = v.nullable(v.union([v.string(), v.number(), v.boolean()]));
/** One entry of a report over all looks; a value that never changes stands alone. */
const Columns = v.record(v.string(), v.union([Cell, v.array(Cell)]));
const End = v.object({
  browser: v.string(),
  atMs: v.array(v.number()),
  lateMs: v.array(v.number()),
  links: v.record(v.string(), v.array(Columns)),
});
const Recording = v.object({
  about: v.string(),
  /** How many looks were taken before it went wrong, while it was, and after. */
  looks: v.tuple([v.number(), v.number(), v.number()]),
  maxVideoKbps: v.number(),
  people: v.record(v.string(), End),
});
type Recording = v.InferOutput<typeof Recording>;

/** Of sound, in what one wants to send. */
const soundKbps = 40;

/** What one person's page knew and said after one look. */
export interface Seen {
  readonly phase: 'before' | 'while' | 'after';
  readonly record: CallRecord;
  /** `cause whose`, the most serious first; whose by name. */
  readonly verdicts: readonly string[];
}

/** What one person's page said after one look. */
interface Said {
  readonly ailments: Ailments;
  readonly summaries: ReadonlyMap<string, LinkSummary>;
}

export function recordingOf(name: string): Recording {
  const file = new URL(`../quality/recorded/${name}.json`, import.meta.url);
  return v.parse(Recording, JSON.parse(readFileSync(file, 'utf8')));
}

/** What one connection's end had counted at each look. */
export function readingsOf({ people }: Recording, own: string, other: string): LinkReading[] {
  const end = people[own];
  const entries = end?.links[other];
  if (!end || !entries) throw new Error(`${own} has no connection to ${other}`);
  return end.atMs.map((atMs, look) => readStats(reportAt(entries, look), slotAt, atMs));
}

/** What everyone saw, by name and look; the first look, which nothing can be compared with, shows nothing. */
export function playCall(name: string): Record<string, readonly Seen[]> {
  const recording = recordingOf(name);
  const names = Object.keys(recording.people);
  const ends = new Map(names.map((own) => [own, names.filter((other) => other !== own)] as const));
  const readings = new Map(
    names.flatMap((own) =>
      (ends.get(own) ?? []).map((other) => [`${own} ${other}`, readingsOf(recording, own, other)]),
    ),
  );
  const judges = new Map(names.map((own) => [own, new Judge()]));
  const seen = new Map(names.map((own): [string, Seen[]] => [own, []]));
  let said = new Map<string, Said>();
  const total = recording.looks.reduce((sum, count) => sum + count);
  for (let look = 1; look < total; look++) {
    // What the others say of this look is heard at the next one.
    const heard = said;
    said = new Map([...judges].map(([own, judge]) => [own, lookOf(own, judge)]));

    function lookOf(own: string, judge: Judge): Said {
      const links = (ends.get(own) ?? []).map((other) => {
        const [earlier, now] = (readings.get(`${own} ${other}`) ?? []).slice(look - 1, look + 1);
        if (!earlier || !now) throw new Error('there are as many looks as there are readings');
        const growth = growthOf(earlier, now);
        return {
          other,
          id: idOf(other),
          load: loadOf(growth),
          mine: summarize(growth, {
            wantedKbps: recording.maxVideoKbps + soundKbps,
            theySend: heard.get(other)?.summaries.get(own)?.sent,
          }),
          theirs: heard.get(other)?.summaries.get(own),
          theirAilments: heard.get(other)?.ailments,
        };
      });
      const record = judge.hear(links, recording.people[own]?.lateMs[look] ?? 0);
      const verdicts = record.verdicts.map(
        ({ cause, whose }) => `${cause} ${whose === 'own' ? 'own' : nameOf(whose)}`,
      );
      seen.get(own)?.push({ phase: phaseAt(recording, look), record, verdicts });
      return {
        ailments: record.ailments,
        summaries: new Map(links.map((link) => [link.other, link.mine])),
      };
    }
  }
  return Object.fromEntries(seen);

  function nameOf(id: PeerId): string {
    return names.find((each) => idOf(each) === id) ?? id;
  }
}

export function idOf(name: string): PeerId {
  return v.parse(PeerId, name.charAt(0).repeat(16));
}

function phaseAt({ looks: [before, during] }: Recording, look: number): Seen['phase'] {
  if (look < before) return 'before';
  return look < before + during ? 'while' : 'after';
}

function reportAt(entries: readonly v.InferOutput<typeof Columns>[], look: number) {
  const report = new Map<string, Readonly<Record<string, unknown>>>();
  for (const columns of entries) {
    const values = Object.entries(columns).map(([key, cell]) => [
      key,
      Array.isArray(cell) ? cell[look] : cell,
    ]);
    const entry = Object.fromEntries(
      values.filter(([, cell]) => cell !== null && cell !== undefined),
    );
    if (entry['isThere'] !== false) report.set(String(entry['id']), entry);
  }
  return report;
}

/** Recorded calls number their media sections in the order of the slots. */
function slotAt(mid: string) {
  return slotNames[Number(mid)];
}
