import { join } from 'node:path';
import { isDebian, unpack } from './debian.js';
import { fonts, writeLauncher } from './launcher.js';
import { isProgram, remove, run, toolchain, which } from './shared.js';

export const remedy = 'Install Chromium, or set CHROMIUM to its path, or run: npx playwright install chromium';

/** The same engine without windows: it takes about seven tenths of the time. */
const shell = 'chromium-headless-shell';

/** The path of a Chromium, unpacked first if need be. */
export async function findChromium() {
  const { CHROMIUM } = process.env;
  if (CHROMIUM) {
    if (!isProgram(CHROMIUM)) throw new Error(`CHROMIUM is ${CHROMIUM}, which is not a program.`);
    return CHROMIUM;
  }
  const names = [shell, 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const installed = names.map(which).find(Boolean);
  if (installed) return installed;

  const unpacked = join(toolchain, shell, shell);
  if (isProgram(unpacked)) return unpacked;
  const { chromium } = await import('playwright-core');
  if (isProgram(chromium.executablePath())) return chromium.executablePath();

  if (!isDebian) throw new Error('it is neither on the PATH nor in $CHROMIUM nor among the downloads of Playwright.');
  unpack(shell, [shell, ...fonts], { finish: prepare });
  return unpacked;
}

/** Makes Chromium ready and tries it. @param {string} folder */
function prepare(folder) {
  const launcher = writeLauncher(folder, `usr/lib/chromium/${shell}`);
  const profile = join(folder, 'profile');
  const options = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${profile}`, '--dump-dom'];
  const shown = run(launcher, [...options, 'data:text/html,<p>started'], { timeout: 60_000 });
  if (!shown.includes('<p>started')) throw new Error(`it started but showed ${shown || 'nothing'}.`);
  remove(profile);
}
