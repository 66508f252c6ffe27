// Keyed hashes (RFC 2104) by WebCrypto, the same in workerd and in Node.

/** Signs `message` under `secret`, both read as UTF-8. */
export async function hmac(
  hash: 'SHA-256' | 'SHA-1',
  secret: string,
  message: string,
): Promise<Uint8Array> {
  const utf8 = new TextEncoder();
  const algorithm = { name: 'HMAC', hash };
  const key = await crypto.subtle.importKey('raw', utf8.encode(secret), algorithm, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8.encode(message)));
}
