import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { isDebian, unpack } from './debian.js';
import { isProgram, remove, run, toolchain, which } from './shared.js';

/** @typedef {{ command: string, environment: Record<string, string> }} Python how it is started */

export const remedy = 'Install NumPy and matplotlib for python3: pip install numpy matplotlib';

/** A Python with NumPy and matplotlib, both unpacked first if need be. @returns {Python} */
export function findPython() {
  // The first on the PATH need not be the system's, which has the system's packages.
  const installed = [which('python3'), '/usr/bin/python3'].filter((path) => path !== undefined).filter(isProgram);
  const folder = join(toolchain, 'python');
  const candidates = [...installed.map((command) => ({ command, environment: {} })), pythonIn(folder)];
  const found = candidates.find((python) => {
    try {
      tryOut(python);
      return true;
    } catch {
      return false;
    }
  });
  if (found) return found;
  if (!isDebian) throw new Error(`${installed.join(' and ')} cannot draw with matplotlib.`);
  unpack('python', ['python3-numpy', 'python3-matplotlib'], { finish: prepare });
  return pythonIn(folder);
}

/** Throws where NumPy or matplotlib is missing or broken. @param {Python} python */
function tryOut({ command, environment }) {
  const variables = Object.entries({ ...environment, MPLBACKEND: 'Agg' }).map(([name, value]) => `${name}=${value}`);
  const program = 'import numpy, matplotlib.pyplot as plt; plt.plot(numpy.ones(2)); plt.gcf().canvas.draw()';
  run('env', [...variables, command, '-c', program]);
}

/** Debian's Python, the machine's or else an unpacked one, with the unpacked packages. @param {string} folder @returns {Python} */
function pythonIn(folder) {
  const own = join(folder, 'usr/bin/python3');
  const libraries = join(folder, 'usr/lib/x86_64-linux-gnu');
  return {
    command: isProgram(own) ? own : '/usr/bin/python3',
    environment: {
      PYTHONPATH: join(folder, 'usr/lib/python3/dist-packages'),
      // An installation would have links to the libraries in the last two folders.
      LD_LIBRARY_PATH: [libraries, `${libraries}/blas`, `${libraries}/lapack`].join(':'),
      MATPLOTLIBRC: join(folder, 'etc/matplotlibrc'),
      MPLCONFIGDIR: join(folder, 'cache'),
    },
  };
}

/** Makes matplotlib find its data, which Debian keeps outside the package. @param {string} folder */
function prepare(folder) {
  symlinkSync(
    '../../../../share/matplotlib/mpl-data',
    join(folder, 'usr/lib/python3/dist-packages/matplotlib/mpl-data'),
  );
  remove(join(folder, 'usr/include')); // for compiling only
  tryOut(pythonIn(folder));
}
