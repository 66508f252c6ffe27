// A text as a QR code, for a phone to read from the screen.
import { encode } from 'uqr';
import './qr-code.css';
import { qrPath } from './qr-path.ts';

/** In squares, as readers expect it (ISO/IEC 18004, section 9.1). */
const quietZone = 4;

export function QrCode({ text, label }: { text: string; label: string }) {
  // Screens don't get scratched: the fewer squares, the farther it can be read from.
  const { size, data } = encode(text, { ecc: 'L', boostEcc: true, border: quietZone });
  return (
    <svg class="qr-code" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={qrPath(data)} />
    </svg>
  );
}
