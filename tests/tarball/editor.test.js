/** Editor support: the package documents its exports on hover and offers names for completion. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import * as library from 'activation-kernels';
import ts from 'typescript';
import { plain } from '../../tools/formula.js';

const project = fileURLToPath(new URL('../../', import.meta.url));
const file = `${project}tests/package/editor.ts`; // exists only in this language service
const { catalogue } = library;
/** A call with an option. @param {string} name @param {string} option */
const callWith = (name, option) =>
  `library.${name}(new Float32Array(), { ${option}: ${option === 'gate' ? "'first'" : 1} });`;
const text = [
  `import * as library from 'activation-kernels';`,
  ...Object.keys(library).map((name) => `library.${name};`),
  ...catalogue.flatMap(({ name, calls }) => calls.map((call) => `library.${name}.${call};`)),
  ...catalogue.flatMap(({ name, parameters, options }) =>
    [...parameters.map((parameter) => parameter.name), ...options].map((option) => callWith(name, option)),
  ),
  `library.find('');`,
  `library.sample('');`,
  `library.activation('');`,
].join('\n');

const service = ts.createLanguageService({
  ...ts.sys,
  useCaseSensitiveFileNames: () => ts.sys.useCaseSensitiveFileNames,
  getScriptFileNames: () => [file],
  getScriptVersion: () => '',
  getScriptSnapshot: (/** @type {string} */ name) => {
    const content = name === file ? text : existsSync(name) && readFileSync(name, 'utf8');
    return content === false ? undefined : ts.ScriptSnapshot.fromString(content);
  },
  getCurrentDirectory: () => project,
  getCompilationSettings: () => ({
    strict: true,
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    types: [],
  }),
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  fileExists: (/** @type {string} */ name) => name === file || existsSync(name),
});

/** @param {string} line @param {string} word under the pointer */
function hover(line, word) {
  const at = text.indexOf(`\n${line}`);
  assert.ok(at >= 0, line);
  return ts.displayPartsToString(service.getQuickInfoAtPosition(file, at + 1 + line.lastIndexOf(word))?.documentation);
}

test('hovering over an export shows a description', () => {
  for (const name of Object.keys(library)) assert.match(hover(`library.${name};`, name), /\w{3}.* .*\w{3}/, name);
});

test('hovering over an activation shows its formula, its derivative, its parameters and the shapes', () => {
  for (const { name, label, formula, derivative, parameters } of catalogue) {
    const shown = hover(`library.${name};`, name);
    assert.ok(shown.startsWith(`**${label}**. `), shown);
    for (const part of [plain(formula), plain(derivative), '`out`', ...parameters.map((p) => `\`${p.name}\`: `)])
      assert.ok(shown.includes(part), `${name} lacks ${part}`);
  }
});

test('hovering over a call or an option shows a description', () => {
  for (const { name, calls, parameters, options } of catalogue) {
    for (const call of calls) assert.match(hover(`library.${name}.${call};`, call), /length of x/);
    for (const { name: option, default: initial } of parameters) {
      const shown = hover(callWith(name, option), option);
      assert.ok(shown.includes(`${String(Number(initial.toPrecision(6))).replace('-', '−')} unless given`), shown);
    }
    for (const option of options) assert.match(hover(callWith(name, option), option), /If omitted|Without it/);
  }
});

test('find, sample and activation complete the names of the catalogue', () => {
  for (const call of ['find', 'sample', 'activation']) {
    const line = `\nlibrary.${call}('`;
    const completions = service.getCompletionsAtPosition(file, text.indexOf(line) + line.length, {})?.entries ?? [];
    const names = completions.map((/** @type {{ name: string }} */ { name }) => name).sort();
    assert.deepEqual(names, catalogue.map(({ name }) => name).sort(), call);
  }
});
