// How what peers say to each other is wrapped for the relay: sealed, so that it can neither read nor alter it; in an
// open room as it is.
import type { PeerId, RoomCode } from '../../../../protocol/ids.ts';
import { fromBase64Url, toBase64Url } from './base64url.ts';

export interface Route {
  readonly from: PeerId;
  readonly to: PeerId;
}

/**
 * What came of a payload. `altered` is one that nobody with the room's key meant for this route; `repeated` was, but
 * something sent after it has been here already.
 */
export type Opened =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: 'altered' | 'repeated' };

export interface Seal {
  close(text: string, route: Route): Promise<string>;
  open(payload: string, route: Route): Promise<Opened>;
}

/** The seal of an open room: none. */
export const noSeal: Seal = {
  close: (text) => Promise.resolve(text),
  open: (text) => Promise.resolve({ ok: true, text }),
};

/** NIST SP 800-38D, section 8.2.2: random nonces of 96 bits, for up to 2^32 payloads under one key. */
const nonceBytes = 12;
const tagBytes = 16;

const utf8 = new TextEncoder();
const readUtf8 = new TextDecoder();

/** AES-256-GCM under the room's key; the text is JSON. One for each visit, for it counts what it has closed and opened. */
export class RoomSeal implements Seal {
  readonly #crypto: Crypto;
  readonly #key: CryptoKey;
  readonly #code: RoomCode;
  #closed = 0;
  /** The count of what was opened last, by its sender. */
  readonly #opened = new Map<PeerId, number>();

  constructor(crypto: Crypto, key: CryptoKey, code: RoomCode) {
    this.#crypto = crypto;
    this.#key = key;
    this.#code = code;
  }

  async close(text: string, route: Route): Promise<string> {
    this.#closed += 1;
    const nonce = this.#crypto.getRandomValues(new Uint8Array(nonceBytes));
    const plain = utf8.encode(`[${this.#closed},${text}]`);
    const algorithm = this.#algorithm(nonce, route);
    const cipher = new Uint8Array(await this.#crypto.subtle.encrypt(algorithm, this.#key, plain));
    const payload = new Uint8Array(nonceBytes + cipher.length);
    payload.set(nonce);
    payload.set(cipher, nonceBytes);
    return toBase64Url(payload);
  }

  async open(payload: string, route: Route): Promise<Opened> {
    const plain = await this.#decrypt(payload, route);
    if (plain === undefined) return { ok: false, reason: 'altered' };
    const comma = plain.indexOf(',');
    const count = Number(plain.slice(1, comma));
    if (count <= (this.#opened.get(route.from) ?? 0)) return { ok: false, reason: 'repeated' };
    this.#opened.set(route.from, count);
    return { ok: true, text: plain.slice(comma + 1, -1) };
  }

  async #decrypt(payload: string, route: Route): Promise<string | undefined> {
    const bytes = fromBase64Url(payload);
    if (!bytes || bytes.length < nonceBytes + tagBytes) return undefined;
    const algorithm = this.#algorithm(bytes.subarray(0, nonceBytes), route);
    try {
      const cipher = bytes.subarray(nonceBytes);
      return readUtf8.decode(await this.#crypto.subtle.decrypt(algorithm, this.#key, cipher));
    } catch {
      return undefined; // Its tag is not the one this key gives (W3C WebCrypto, section 29.4).
    }
  }

  /** Binds a payload to the room and its way through it. */
  #algorithm(iv: Uint8Array<ArrayBuffer>, { from, to }: Route): AesGcmParams {
    const additionalData = utf8.encode(JSON.stringify(['earshot.v1', this.#code, from, to]));
    return { name: 'AES-GCM', iv, additionalData };
  }
}
