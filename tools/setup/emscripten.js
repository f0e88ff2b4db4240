import { existsSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { isDebian, unpack } from './debian.js';
import { isAtLeast, isProgram, log, remove, run, toolchain, versionIn, which } from './shared.js';

const minimum = '3.1.69';

export const remedy =
  `Install Emscripten ${minimum} or newer, so that emcc is on the PATH or EMSDK is set ` +
  '(https://emscripten.org/docs/getting_started/downloads.html).';

/** Debian 13's Emscripten and what it runs, with the libraries of Debian 13 that these need, down to the C library. */
const packages = [
  ...['emscripten', 'binaryen', 'clang-19', 'libclang-common-19-dev', 'lld-19', 'llvm-19', 'llvm-19-linker-tools'],
  ...['clang-tidy-19'],
  ...['libclang-cpp19', 'libllvm19', 'libc6', 'libgcc-s1', 'libstdc++6', 'libbsd0', 'libedit2', 'libffi8', 'libicu76'],
  ...['liblzma5', 'libmd0', 'libtinfo6', 'libxml2', 'libz3-4', 'libzstd1', 'zlib1g', 'patchelf'],
];
const unpacked = join(toolchain, 'emscripten');
const llvm = 'usr/lib/llvm-19/bin';
const libraries = 'usr/lib/x86_64-linux-gnu';
const loader = `${libraries}/ld-linux-x86-64.so.2`;

/** The folder of an Emscripten that is new enough, unpacked first if need be. */
export function findEmscripten() {
  const { EMSDK } = process.env;
  const tooOld = [];
  for (const emcc of [which('emcc'), EMSDK && join(EMSDK, 'upstream/emscripten/emcc')]) {
    if (!emcc || !isProgram(emcc)) continue;
    const { root, version } = installation(emcc);
    if (isAtLeast(version, minimum)) return root;
    tooOld.push(`${emcc} is version ${version}`);
  }
  if (!isDebian) {
    const reason = tooOld.join(' and ') || 'there is no emcc on the PATH or in $EMSDK';
    throw new Error(`${reason}; ${minimum} or newer is needed.`);
  }

  const root = join(unpacked, 'usr/share/emscripten');
  if (!existsSync(root) || !isAtLeast(installation(join(root, 'emcc')).version, minimum)) {
    for (const reason of tooOld) log(`Emscripten: ${reason}; ${minimum} or newer is needed`);
    unpackAll();
  } else if (patchelf(unpacked, '--print-interpreter', `${llvm}/clang`).trim() !== join(unpacked, loader)) {
    log('Emscripten: this folder was moved, changing the paths in its programs …');
    setLoader(unpacked);
  }
  return root;
}

const unpackAll = () => unpack('emscripten', packages, { release: 'trixie', finish: prepare });

export const tidyRemedy =
  'Install clang-tidy 19, so that it is on the PATH (https://clang.llvm.org/extra/clang-tidy/).';

/** A clang-tidy of the version that `.clang-tidy` is for, unpacked first if need be: other versions differ. */
export function findTidy() {
  const installed = [which('clang-tidy-19'), which('clang-tidy')].find(
    (tidy) => tidy && versionIn(run(tidy, ['--version'])).startsWith('19.'),
  );
  if (installed) return installed;
  if (!isDebian) throw new Error('there is no clang-tidy 19 on the PATH.');
  const tidy = join(unpacked, llvm, 'clang-tidy');
  if (!isProgram(tidy)) unpackAll();
  run(tidy, ['--version']);
  return tidy;
}

/**
 * The folder and the version of an Emscripten.
 * @param {string} emcc
 */
function installation(emcc) {
  const root = dirname(realpathSync(emcc));
  const file = join(root, 'emscripten-version.txt');
  if (existsSync(file)) return { root, version: versionIn(readFileSync(file, 'utf8')) };
  // A package manager's wrapper script: emcmake, beside it, adds the toolchain file to the command that it runs.
  const version = versionIn(run(emcc, ['--version']));
  if (!isAtLeast(version, minimum)) return { root, version };
  const command = run(join(dirname(emcc), 'emcmake'), ['echo']);
  return { root: /-DCMAKE_TOOLCHAIN_FILE=(.*)\/cmake\/Modules\//.exec(command)?.[1] ?? root, version };
}

/**
 * Makes the unpacked programs run from where they are.
 * @param {string} folder
 */
function prepare(folder) {
  const root = join(folder, 'usr/share/emscripten');
  // Position-independent system libraries are for dynamic linking only.
  for (const kind of ['pic', 'lto-pic']) {
    remove(join(root, 'cache/sysroot/lib/wasm32-emscripten', kind));
  }
  // Paths relative to this file (https://emscripten.org/docs/tools_reference/emcc.html#emcc-em-config); as NODE_JS
  // is not among them, Emscripten takes the node on the PATH. Debian's own file would forbid writing to the cache.
  writeFileSync(
    join(root, '.emscripten'),
    `import os
folder = os.path.dirname(os.environ['EM_CONFIG'])
CACHE = os.path.join(folder, 'cache')
LLVM_ROOT = os.path.abspath(os.path.join(folder, '../../../${llvm}'))
BINARYEN_ROOT = os.path.abspath(os.path.join(folder, '../..'))
`,
  );
  // Emscripten's scripts are CommonJS, this project's are ES modules: the nearest package.json decides.
  writeFileSync(join(root, 'package.json'), '{ "type": "commonjs" }\n');
  // Only these programs may use the newer C library, so each looks for its libraries relative to its own path.
  const own = (/** @type {string} */ path) => ['--force-rpath', '--set-rpath', path];
  patchelf(folder, ...own('$ORIGIN'), `${libraries}/libLLVM.so.19.1`, `${libraries}/libclang-cpp.so.19.1`);
  patchelf(folder, ...own('$ORIGIN/../../x86_64-linux-gnu'), ...programs(folder, llvm));
  patchelf(folder, ...own('$ORIGIN/../lib/x86_64-linux-gnu'), ...programs(folder, 'usr/bin'));
  setLoader(folder);
}

/**
 * Tells the kernel which loader starts the programs: an absolute path, which is wrong once the folder was moved.
 * @param {string} folder  where they are now
 */
function setLoader(folder) {
  const all = [...programs(folder, 'usr/bin'), ...programs(folder, llvm)];
  const proof = `${llvm}/clang`; // patched last, so it shows whether all programs are
  patchelf(folder, '--set-interpreter', join(unpacked, loader), ...all.filter((program) => program !== proof), proof);
}

/**
 * The compiled programs in a folder, each once.
 * @param {string} folder
 * @param {string} place
 */
function programs(folder, place) {
  return readdirSync(join(folder, place), { withFileTypes: true })
    .filter((entry) => entry.isFile() && /^(clang|lld|llvm-|wasm)/.test(entry.name))
    .map((entry) => join(place, entry.name));
}

/**
 * Runs the unpacked patchelf (https://github.com/NixOS/patchelf), which itself needs the newer C library.
 * @param {string} folder
 * @param {string[]} parameters  with file names relative to the folder
 */
function patchelf(folder, ...parameters) {
  const start = ['--library-path', join(folder, libraries), join(folder, 'usr/bin/patchelf')];
  return run(join(folder, loader), [...start, ...parameters], { cwd: folder });
}
