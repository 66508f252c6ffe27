// Keyed hashes (RFC 2104) by WebCrypto, the same in workerd and in Node, and the comparison they make safe.

const utf8 = new TextEncoder();

/** Signs `message` under `secret`, both read as UTF-8. */
export async function hmac(
  hash: 'SHA-256' | 'SHA-1',
  secret: string,
  message: string,
): Promise<Uint8Array> {
  const algorithm = { name: 'HMAC', hash };
  const key = await crypto.subtle.importKey('raw', utf8.encode(secret), algorithm, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8.encode(message)));
}

/**
 * Whether two texts are the same, in a time that does not tell where they differ. What is compared is their signatures
 * under a key that nobody knows: `verify` takes whole ones only, and texts may be of any length.
 */
export async function isSame(left: string, right: string): Promise<boolean> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const secret = crypto.getRandomValues(new Uint8Array(32));
  const key = await crypto.subtle.importKey('raw', secret, algorithm, false, ['sign', 'verify']);
  const signature = await crypto.subtle.sign('HMAC', key, utf8.encode(left));
  return crypto.subtle.verify('HMAC', key, signature, utf8.encode(right));
}
