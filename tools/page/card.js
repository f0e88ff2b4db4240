/** The picture that other sites show beside a link to a function's page: its name and its curve, 1200 × 630 pixels. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { encode } from 'fast-png';
// @ts-expect-error it has no types
import gifenc from 'gifenc';
import { colors } from '../../web/element/colors.js';
import { sceneOf } from '../../web/element/scene.js';
import { svgOf } from '../../web/element/svg.js';
import { page as english } from '../../web/messages/en.js';
import { parsePlot } from '../../web/package/grammar.js';
import { gridOf } from '../../web/package/grid.js';

// A font of its own, so that the picture is the same on every machine.
const { resolve } = createRequire(import.meta.url);
const weights = ['400Regular/Inter_400Regular', '600SemiBold/Inter_600SemiBold'];
const [module, ...fonts] = await Promise.all(
  ['@resvg/resvg-wasm/index_bg.wasm', ...weights.map((name) => `@expo-google-fonts/inter/${name}.ttf`)].map((path) =>
    readFile(resolve(path)),
  ),
);
await initWasm(module);

const [width, height] = [1200, 630];
const { background, text, axis, curves } = colors.dark;
const look = { ...colors.dark, font: 'Inter' };

/** Breaks a name into as few lines of at most `max` characters as possible, of similar length. @param {string} name @param {number} max */
function linesOf(name, max) {
  const fewest = filled(name, max).length;
  while (filled(name, max - 1).length === fewest && max > 1) --max;
  return filled(name, max);
}

/** @param {string} name @param {number} max */
function filled(name, max) {
  const lines = [''];
  for (const word of name.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trim();
    if (longer.length <= max) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.filter(Boolean);
}

/**
 * @param {string} label @param {string} fullName @param {string} query of the plot
 * @param {string[]} names of the curves, if they are not f and f′ of one function
 * @returns {Uint8Array} a PNG
 */
export function card(label, fullName, query, names = []) {
  const { plot } = parsePlot(query);
  const { min, max } = gridOf(plot);
  const scene = sceneOf({ ...plot, step: (max - min) / 200 });
  const { svg: picture } = svgOf(scene, look, { width: 460, height: 350, title: label, legend: false });
  const ownKeys = scene.kind === 'curves' ? ['f(x)', 'f′(x)'] : [];
  const keys = names.length > 0 ? names : ownKeys;
  const parts = [
    ...linesOf(label, 9).map((line) => ({ line, size: 76, weight: 600, fill: '#ffffff', step: 84 })),
    ...linesOf(fullName, 24).map((line) => ({ line, size: 30, weight: 400, fill: text, step: 42 })),
  ];
  let y = 76;
  const words = parts.map(({ line, size, weight, fill, step }) => {
    y += step;
    return `<text x="72" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}">${line}</text>`;
  });
  const legend = keys.map((key, i) => {
    const at = y + 64 + 46 * i;
    const isSlope = i === 1 && names.length === 0;
    const dash = isSlope ? ' stroke-dasharray="15 10"' : '';
    return `<path d="M72 ${at - 10}h56" stroke="${curves[isSlope ? 0 : i]}" stroke-width="6"${dash}/><text x="148" y="${at}" font-size="28" fill="${text}">${key}</text>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="Inter"><rect width="${width}" height="${height}" fill="${background}"/>${words.join('')}${legend.join('')}<text x="72" y="570" font-size="26" fill="${axis}">${english.heading}</text><g transform="translate(480 60) scale(1.5)">${picture}</g></svg>`;
  return withPalette(draw(svg, width));
}

/** @param {string} svg @param {number} width in pixels */
function draw(svg, width) {
  const font = { fontBuffers: fonts, defaultFontFamily: 'Inter' };
  return new Resvg(svg, { font, fitTo: { mode: 'width', value: width } }).render();
}

/** @param {string} svg @param {number} width in pixels @returns {Uint8Array} a PNG */
export const pngOf = (svg, width) => draw(svg, width).asPng();

/** An opaque picture as a PNG with a palette of 16 colours, which takes a quarter of the bytes. @param {ReturnType<typeof draw>} picture @returns {Uint8Array} */
function withPalette({ width, height, pixels }) {
  const palette = gifenc.quantize(pixels, 16);
  const colors = gifenc.applyPalette(pixels, palette);
  // Two pixels in a byte; the width is even.
  const data = Uint8Array.from({ length: colors.length / 2 }, (_, i) => (colors[2 * i] << 4) | colors[2 * i + 1]);
  return encode({ width, height, data, channels: 1, depth: 4, palette }, { zlib: { level: 9 } });
}
