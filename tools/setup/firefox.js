import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDebian, unpack } from './debian.js';
import { fonts, writeLauncher } from './launcher.js';
import { isProgram, remove, run, toolchain, which } from './shared.js';

export const remedy = 'Install Firefox, or set FIREFOX to its path.';

/** The path of a Firefox, unpacked first if need be. */
export function findFirefox() {
  const { FIREFOX } = process.env;
  if (FIREFOX) {
    if (!isProgram(FIREFOX)) throw new Error(`FIREFOX is ${FIREFOX}, which is not a program.`);
    return FIREFOX;
  }
  const installed = ['firefox', 'firefox-esr'].map(which).find(Boolean);
  if (installed) return installed;

  const unpacked = join(toolchain, 'firefox/firefox-esr');
  if (isProgram(unpacked)) return unpacked;
  if (!isDebian) throw new Error('it is neither on the PATH nor in $FIREFOX.');
  unpack('firefox', ['firefox-esr', ...fonts], { finish: prepare });
  return unpacked;
}

/** Makes Firefox ready and tries it. @param {string} folder */
function prepare(folder) {
  const launcher = writeLauncher(folder, 'usr/lib/firefox-esr/firefox-esr');
  const picture = join(folder, 'profile/picture.png');
  mkdirSync(dirname(picture));
  const options = ['--headless', '--profile', dirname(picture), '--screenshot', picture];
  run(launcher, [...options, 'data:text/html,<p>started'], { timeout: 60_000 });
  if (!existsSync(picture)) throw new Error('it started but showed nothing.');
  remove(dirname(picture));
}
