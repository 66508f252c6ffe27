// All that protocol/ takes from a platform, and all of them have it (WHATWG Encoding, section 7.4).
declare class TextEncoder {
  encode(text: string): Uint8Array;
}
