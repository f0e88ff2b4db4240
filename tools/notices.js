/** The licences of the third-party code in the built files. */
import { readdir, readFile } from 'node:fs/promises';

/** What Emscripten links into each module: its glue, Embind, and parts of its C library, which is musl. */
const emscripten = `Emscripten, Copyright (c) 2010-2014 Emscripten authors, and musl, Copyright (c) 2005-2020 Rich Felker, et al.

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`;

/** @typedef {Awaited<ReturnType<typeof import('vite').build>>} Built */

/** The files of a bundle. @param {Built} built */
export const outputsOf = (built) =>
  /** @type {import('vite').Rolldown.RolldownOutput[]} */ ([built].flat()).flatMap(({ output }) => output);

/** The packages whose modules went into a bundle. @param {Built} built */
export function packagesIn(built) {
  const modules = outputsOf(built).flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
  return modules.flatMap((id) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(id)?.[1] ?? []);
}

/** @param {Iterable<string>} packages @returns {Promise<string>} */
export async function notices(packages) {
  const texts = [...new Set(packages)].sort().map(async (name) => {
    const folder = `node_modules/${name}`;
    const { version } = JSON.parse(await readFile(`${folder}/package.json`, 'utf8'));
    // A package with a font has a licence for its code and one for the font.
    const files = (await readdir(folder)).filter((entry) => /^licen[cs]e/i.test(entry)).sort();
    if (files.length === 0) throw new Error(`${name} has no file with its licence`);
    const licences = await Promise.all(files.map((file) => readFile(`${folder}/${file}`, 'utf8')));
    return [`${name} ${version}`, ...licences].join('\n\n');
  });
  const head = 'The files beside this one contain code of the following projects.\n';
  return [head, emscripten, ...(await Promise.all(texts))].join(`\n${'-'.repeat(80)}\n\n`);
}
