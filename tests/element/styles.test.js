/** The style sheets in JavaScript pass the same rules of Biome as CSS files. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { adoptStyles } from '../../web/element/styles.js';
import { labStyles } from '../../web/lab/styles.js';

const cwd = fileURLToPath(new URL('../../', import.meta.url));
const options = ['lint', '--error-on-warnings', '--vcs-enabled=false']; // otherwise it ignores what git ignores

globalThis.CSSStyleSheet = /** @type {any} */ (
  class {
    replaceSync(/** @type {string} */ css) {
      this.text = css;
    }
  }
);
const root = /** @type {any} */ ({ ownerDocument: { defaultView: globalThis }, querySelector: () => null });
adoptStyles(root, labStyles);
for (const [i, name] of ['activation-plot', 'activation-lab'].entries())
  test(`the style sheet of ${name} passes Biome’s rules`, () => {
    const { text } = root.adoptedStyleSheets[i];
    assert.match(text, /\{/);
    const file = `build/${name}.css`;
    writeFileSync(`${cwd}${file}`, text);
    const biome = [`${cwd}node_modules/@biomejs/biome/bin/biome`, ...options, file];
    const { status, stdout, stderr } = spawnSync(process.execPath, biome, { cwd, encoding: 'utf8' });
    assert.equal(status, 0, stderr);
    assert.match(stdout, /Checked 1 file/);
  });
