import { create } from 'qrcode';

/** A QR as one SVG path, black on white, with the quiet zone that readers need. */
export function drawQr(text: string): string {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const size = modules.size + 4;
  const dark = Array.from(modules.data, (on, at) => (on ? `M${(at % modules.size) + 2} ${Math.floor(at / modules.size) + 2}h1v1h-1z` : '')).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><rect width="${size}" height="${size}" fill="#fff"/><path d="${dark}" fill="#000"/></svg>`;
}
