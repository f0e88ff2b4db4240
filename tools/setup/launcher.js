/** Programs of unpacked packages find their libraries, fonts and data through a launcher. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Fonts for Latin, formulas and Chinese: on a machine without fonts, pages would show empty boxes. */
export const fonts = ['fonts-liberation', 'fonts-stix', 'fonts-droid-fallback'];

/**
 * Writes a launcher, which finds everything from its own place, and returns its path.
 * @param {string} folder  that the packages are unpacked in
 * @param {string} program  its path therein
 */
export function writeLauncher(folder, program) {
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
# Root's Firefox refuses the home of another user, which containers can have.
HOME=$here/home/$(id -u)
export LD_LIBRARY_PATH FONTCONFIG_FILE XDG_DATA_DIRS LIBGL_DRIVERS_PATH __EGL_VENDOR_LIBRARY_DIRS HOME
mkdir -p "$HOME" && cd "$here" && exec "$here/${program}" "$@"
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
