/** The font of formulas: the glyphs of STIX Two Math that the pages use, with those that make braces and roots grow. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parseHTML } from 'linkedom';
import subsetFont from 'subset-font';

/** The package with the font, whose licence the site shows. */
export const fontPackage = '@expo-google-fonts/stix-two-math';
const file = createRequire(import.meta.url).resolve(`${fontPackage}/400Regular/STIXTwoMath_400Regular.ttf`);

/** Browsers show variables of one letter in the italics of the mathematical alphabets. @type {[first: string, last: string, italic: number][]} */
const italics = [
  ['A', 'Z', 0x1d434],
  ['a', 'z', 0x1d44e],
  ['h', 'h', 0x210e],
  ['Α', 'Ω', 0x1d6e2],
  ['∇', '∇', 0x1d6fb],
  ['α', 'ω', 0x1d6fc],
  ['∂', '∂', 0x1d715],
];

/** The characters of the formulas of a page, as browsers draw them. @param {string} html */
function mathCharacters(html) {
  const { document } = parseHTML(html);
  for (const annotation of document.querySelectorAll('math annotation')) annotation.remove();
  return Array.from(document.querySelectorAll('math'), (math) => math.textContent ?? '').flatMap((text) =>
    [...text].flatMap((character) => [
      character,
      ...italics.flatMap(([first, last, italic]) =>
        character >= first && character <= last
          ? [String.fromCodePoint(italic + Number(character.codePointAt(0)) - Number(first.codePointAt(0)))]
          : [],
      ),
    ]),
  );
}

/** @param {string[]} pages @returns {Promise<Uint8Array>} a WOFF2 file */
export async function mathFont(pages) {
  // The sign of a root is an element, not a character.
  const text = [...new Set(['√', ...pages.flatMap(mathCharacters)])].sort().join('');
  return subsetFont(await readFile(file), text, { targetFormat: 'woff2' });
}

/** Until the font is there, and where it is not there in time, formulas have the system's. Nothing moves later. */
export const fontFace = (/** @type {string} */ root) =>
  `@font-face{font-family:"Site Math";font-display:optional;src:url(${root}math.woff2)format("woff2")}`;
