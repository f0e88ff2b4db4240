/** Finds Chromium, Firefox and WebKitGTK on the machine, or else unpacks Debian's packages of them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDebian, unpack } from './debian.js';
import { isProgram, run, toolchain, which } from './shared.js';

/** Fonts for Latin, formulas and Chinese: on a machine without fonts, pages would show empty boxes. */
const fonts = ['fonts-liberation', 'fonts-stix', 'fonts-droid-fallback'];

/**
 * The path of a browser: from its environment variable, from the PATH, or unpacked.
 * @param {string} variable
 * @param {(string | undefined)[]} installed  where it may be, the best one first
 * @param {string} name  of the Debian package and of the program in it
 * @param {string} path  of that program
 */
function find(variable, installed, name, path) {
  const chosen = process.env[variable];
  if (chosen) {
    if (!isProgram(chosen)) throw new Error(`${variable} is ${chosen}, which is not a program.`);
    return chosen;
  }
  const unpacked = join(toolchain, name, name);
  const found = [...installed, unpacked].find((program) => program && isProgram(program));
  if (found) return found;
  if (!isDebian) throw new Error(`it is neither on the PATH nor in $${variable}.`);
  unpack(name, [name, ...fonts], { finish: (folder) => run(writeLauncher(folder, path), ['--version']) });
  return unpacked;
}

export const chromium = {
  remedy: 'Install Chromium, or set CHROMIUM to its path, or run: npx playwright install chromium',
  async find() {
    const playwright = await import('playwright-core');
    // The headless shell is the same engine without windows.
    const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
    const installed = [...names.map(which), playwright.chromium.executablePath()];
    return find('CHROMIUM', installed, names[0], `usr/lib/chromium/${names[0]}`);
  },
};

export const firefox = {
  remedy: 'Install Firefox, or set FIREFOX to its path.',
  find: () => find('FIREFOX', ['firefox', 'firefox-esr'].map(which), 'firefox-esr', 'usr/lib/firefox-esr/firefox-esr'),
};

/** WebKitGTK is Safari's engine for Linux. Its driver starts a browser, which needs a display: the X server Xvfb. */
export const webkit = {
  remedy: 'Install WebKitWebDriver (Debian: webkit2gtk-driver) and Xvfb (xvfb).',
  find() {
    const [driver, xvfb] = ['WebKitWebDriver', 'Xvfb'].map(which);
    if (driver && xvfb) return { driver, xvfb };
    const folder = join(toolchain, 'webkit');
    const unpacked = { driver: join(folder, 'WebKitWebDriver'), xvfb: join(folder, 'Xvfb') };
    if (Object.values(unpacked).every(isProgram)) return unpacked;
    if (!isDebian) throw new Error('WebKitWebDriver and Xvfb are not both on the PATH.');
    // The packages of the driver and of Xvfb do not depend on the last three, which they need.
    const packages = ['webkit2gtk-driver', 'xvfb', 'x11-xkb-utils', 'xkb-data', 'shared-mime-info'];
    unpack('webkit', [...packages, ...fonts], { finish: prepareWebKit });
    return unpacked;
  },
};

/**
 * Those whose programs are all still there, of what an earlier set-up found.
 * @param {Record<string, string | Record<string, unknown>>} found the path of a program, or an object with such paths
 */
export const stillInstalled = (found) =>
  Object.fromEntries(
    Object.entries(found).filter(([, programs]) =>
      Object.values(typeof programs === 'string' ? [programs] : programs)
        .filter((path) => typeof path === 'string')
        .every(isProgram),
    ),
  );

/** Makes the unpacked programs run, and tries them. @param {string} folder */
function prepareWebKit(folder) {
  const libraries = 'usr/lib/x86_64-linux-gnu';
  const browser = `${libraries}/webkit2gtk-4.1`;
  relocate(folder, `${libraries}/libwebkit2gtk-4.1.so.0`, `/${browser}`);
  relocate(folder, 'usr/bin/WebKitWebDriver', `/${browser}/MiniBrowser`);
  relocate(folder, 'usr/bin/Xvfb', '/usr/share/X11/xkb', '/usr/bin\0');
  run(writeLauncher(folder, 'usr/bin/update-mime-database'), ['usr/share/mime']); // GTK needs it to recognise its icons
  run(writeLauncher(folder, 'usr/bin/WebKitWebDriver'), ['--help']);
  writeLauncher(folder, 'usr/bin/Xvfb');
  writeLauncher(folder, `${browser}/MiniBrowser`);
  run('sh', ['-ec', tryBrowser], { cwd: folder, timeout: 60_000 });
}

/** Even to print its version the browser needs a display, whose number Xvfb writes once it is ready. */
const tryBrowser = `
  mkfifo display
  exec 3<>display
  rm display
  ./Xvfb -displayfd 3 -nolisten tcp &
  trap "kill $!" EXIT
  read -r number <&3
  DISPLAY=:$number ./MiniBrowser --version
`;

/**
 * These programs hold the paths of others as constants, which no environment variable replaces. Absolute paths become
 * relative ones of the same length, below the working folder that the launcher sets.
 * @param {string} folder
 * @param {string} file
 * @param {string[]} paths  beginnings of strings in it
 */
function relocate(folder, file, ...paths) {
  const program = join(folder, file);
  let bytes = readFileSync(program, 'latin1');
  for (const path of paths) {
    if (!bytes.includes(`\0${path}`)) throw new Error(`${file} does not contain ${path}.`);
    bytes = bytes.replaceAll(`\0${path}`, `\0${path.replace('/usr/', 'usr//')}`);
  }
  writeFileSync(program, bytes, 'latin1');
}

/**
 * Writes a launcher that starts an unpacked program with the paths of its libraries, fonts and data. Returns its path.
 * @param {string} folder  that the packages are unpacked in
 * @param {string} program  its path in that folder
 */
function writeLauncher(folder, program) {
  const launcher = join(folder, /** @type {string} */ (program.split('/').at(-1)));
  writeFileSync(launcher, script(program), { mode: 0o755 });
  writeFileSync(join(folder, 'fonts.conf'), fontConfiguration);
  return launcher;
}

const script = (/** @type {string} */ program) => `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
libraries=$here/usr/lib/x86_64-linux-gnu
LD_LIBRARY_PATH=$libraries:$libraries/pulseaudio:$here/lib/x86_64-linux-gnu\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}
FONTCONFIG_FILE=$here/fonts.conf
XDG_DATA_DIRS=$here/usr/share:\${XDG_DATA_DIRS:-/usr/local/share:/usr/share}
LIBGL_DRIVERS_PATH=$libraries/dri:/usr/lib/x86_64-linux-gnu/dri
__EGL_VENDOR_LIBRARY_DIRS=$here/usr/share/glvnd/egl_vendor.d:/usr/share/glvnd/egl_vendor.d
# Firefox refuses to run as root with the home of another user, as in some containers.
HOME=$here/home/$(id -u)
export LD_LIBRARY_PATH FONTCONFIG_FILE XDG_DATA_DIRS LIBGL_DRIVERS_PATH __EGL_VENDOR_LIBRARY_DIRS HOME
mkdir -p "$HOME" && cd "$here" && exec "$here/${program}" "$@"
`;

/** Chromium asks for Latin Modern Math in MathML: any font with a MATH table stretches brackets. */
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
