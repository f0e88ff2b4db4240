import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDebian, unpack } from './debian.js';
import { fonts, writeLauncher } from './launcher.js';
import { isProgram, run, toolchain, which } from './shared.js';

export const remedy = 'Install WebKitWebDriver (Debian: webkit2gtk-driver) and Xvfb (xvfb).';

/** Also what they start or read without depending on it, and what may be installed but not where they look for it. */
const packages = ['webkit2gtk-driver', 'xvfb', 'x11-xkb-utils', 'xkb-data', 'shared-mime-info'];
const libraries = 'usr/lib/x86_64-linux-gnu';

/**
 * WebKitGTK, the engine of Safari for Linux: its driver, which starts a browser, and the X server that this shows on.
 * Unpacked first if need be.
 */
export function findWebKit() {
  const [driver, xvfb] = ['WebKitWebDriver', 'Xvfb'].map(which);
  if (driver && xvfb) return { driver, xvfb };

  const folder = join(toolchain, 'webkit');
  const unpacked = { driver: join(folder, 'WebKitWebDriver'), xvfb: join(folder, 'Xvfb') };
  if (Object.values(unpacked).every(isProgram)) return unpacked;
  if (!isDebian) throw new Error('WebKitWebDriver and Xvfb are not both on the PATH.');
  unpack('webkit', [...packages, ...fonts], { finish: prepare });
  return unpacked;
}

/** Makes the programs ready and tries them. @param {string} folder */
function prepare(folder) {
  const browser = `${libraries}/webkit2gtk-4.1`;
  relocate(folder, `${libraries}/libwebkit2gtk-4.1.so.0`, `/${browser}`);
  relocate(folder, 'usr/bin/WebKitWebDriver', `/${browser}/MiniBrowser`);
  relocate(folder, 'usr/bin/Xvfb', '/usr/share/X11/xkb', '/usr/bin\0');
  run(writeLauncher(folder, 'usr/bin/update-mime-database'), ['usr/share/mime']); // GTK cannot tell its icons otherwise
  run(writeLauncher(folder, 'usr/bin/WebKitWebDriver'), ['--help']);
  writeLauncher(folder, 'usr/bin/Xvfb');
  writeLauncher(folder, `${browser}/MiniBrowser`);
  run('sh', ['-ec', tryBrowser], { cwd: folder, timeout: 60_000 });
}

/** Even to tell its version the browser needs a display, whose number Xvfb writes once it is ready. */
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
 * No variable tells these programs where the others are. Their paths of one length become relative to the working folder.
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
