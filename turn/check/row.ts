// What a check finds, and what to do about it.
import type { Refused, Silent } from './stun/turn-client.ts';

/** What is to be changed, and where. */
export interface Change {
  readonly where: 'turnserver.conf' | 'relay.env' | 'firewall' | 'DNS' | 'host';
  readonly line: string;
}

export type Finding =
  | { readonly verdict: 'green'; readonly seen: string }
  | {
      readonly verdict: 'red';
      readonly seen: string;
      /** One or two sentences for whoever runs the relay. */
      readonly means: string;
      readonly changes: readonly Change[];
    }
  /** Not checked, and why. */
  | { readonly verdict: 'grey'; readonly seen: string };

export type Row = Finding & { readonly group: string; readonly name: string };

export function green(seen: string): Finding {
  return { verdict: 'green', seen };
}

export function grey(why: string): Finding {
  return { verdict: 'grey', seen: why };
}

export function red(seen: string, means: string, ...changes: readonly Change[]): Finding {
  return { verdict: 'red', seen, means, changes };
}

/** Lines of coturn's configuration. */
export function coturn(...lines: readonly string[]): Change[] {
  return lines.map((line) => ({ where: 'turnserver.conf', line }));
}

/** An answer that is no success, in a few words. */
export function said(answer: Refused | Silent): string {
  return answer.kind === 'refused' ? `refused with ${answer.code}` : answer.why;
}
