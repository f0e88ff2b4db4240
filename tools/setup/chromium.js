import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDebian, unpack } from './debian.js';
import { isProgram, remove, run, toolchain, which } from './shared.js';

export const remedy = 'Install Chromium, or set CHROMIUM to its path, or run: npx playwright install chromium';

/** The path of a Chromium, unpacked first if need be. */
export async function findChromium() {
  const { CHROMIUM } = process.env;
  if (CHROMIUM) {
    if (!isProgram(CHROMIUM)) throw new Error(`CHROMIUM is ${CHROMIUM}, which is not a program.`);
    return CHROMIUM;
  }
  const installed = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map(which).find(Boolean);
  if (installed) return installed;

  const unpacked = join(toolchain, 'chromium/chromium');
  if (isProgram(unpacked)) return unpacked;
  const { chromium } = await import('playwright-core');
  if (isProgram(chromium.executablePath())) return chromium.executablePath();

  if (!isDebian) throw new Error('it is neither on the PATH nor in $CHROMIUM nor among the downloads of Playwright.');
  // Fonts for Latin, formulas and Chinese: on a machine without fonts, pages would show empty boxes.
  unpack('chromium', ['chromium', 'fonts-liberation', 'fonts-stix', 'fonts-droid-fallback'], { finish: prepare });
  return unpacked;
}

/**
 * Writes a launcher, which finds everything from its own place, and tries it.
 * @param {string} folder
 */
function prepare(folder) {
  const launcher = join(folder, 'chromium');
  writeFileSync(launcher, launcherScript, { mode: 0o755 });
  writeFileSync(join(folder, 'fonts.conf'), fontConfiguration);
  const profile = join(folder, 'profile');
  const options = ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${profile}`, '--dump-dom'];
  const shown = run(launcher, [...options, 'data:text/html,<p>started'], { timeout: 60_000 });
  if (!shown.includes('<p>started')) throw new Error(`it started but showed ${shown || 'nothing'}.`);
  remove(profile);
}

const launcherScript = `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
libraries=$here/usr/lib/x86_64-linux-gnu
LD_LIBRARY_PATH=$libraries:$libraries/pulseaudio:$here/lib/x86_64-linux-gnu\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
FONTCONFIG_FILE=$here/fonts.conf
export LD_LIBRARY_PATH FONTCONFIG_FILE
exec "$here/usr/lib/chromium/chromium" "$@"
`;

/** Latin Modern Math is the font that Chromium asks for in MathML: any font with a MATH table stretches brackets. */
const fontConfiguration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>/usr/share/fonts</dir>
  <dir prefix="relative">usr/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <match target="pattern"><edit name="family" mode="append_last"><string>sans-serif</string></edit></match>
  <alias><family>sans-serif</family><prefer><family>Liberation Sans</family></prefer></alias>
  <alias><family>serif</family><prefer><family>Liberation Serif</family></prefer></alias>
  <alias><family>monospace</family><prefer><family>Liberation Mono</family></prefer></alias>
  <alias binding="same"><family>Latin Modern Math</family><prefer><family>STIX Math</family></prefer></alias>
</fontconfig>
`;
