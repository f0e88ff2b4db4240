/**
 * Prepares this folder for building, for `npm test` or for `npm run test:everywhere`:
 * `node tools/setup.js [test | everywhere]`. It uses what the machine already has, and installs what is missing inside this
 * folder, never in the system.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as blogs from './setup/blogs.js';
import { chromium, firefox, stillInstalled, webkit } from './setup/browsers.js';
import { deleteLists, isDebian, unpack } from './setup/debian.js';
import * as emscripten from './setup/emscripten.js';
import { lock } from './setup/lock.js';
import * as python from './setup/python.js';
import {
  contentOf,
  isAtLeast,
  isProgram,
  log,
  project,
  remove,
  run,
  toolchain,
  versionIn,
  which,
} from './setup/shared.js';

const forEverywhere = process.argv[2] === 'everywhere';
const forTests = forEverywhere || process.argv[2] === 'test';
const oldestCMake = '3.25.0'; // reads CMakePresets.json

/**
 * Does one step of the set-up; if it fails, says what a person can do and ends the program.
 * @template T
 * @param {string} name
 * @param {string} remedy
 * @param {() => T | Promise<T>} work  returns at once if there is nothing to do
 */
async function step(name, remedy, work) {
  try {
    return await work();
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : error}\n${remedy}`);
    process.exit(1);
  }
}

function checkCMake() {
  const cmake = which('cmake');
  if (!cmake) throw new Error(`there is no cmake on the PATH; ${oldestCMake} or newer is needed.`);
  const version = versionIn(run(cmake, ['--version']));
  if (!isAtLeast(version, oldestCMake))
    throw new Error(`${cmake} is version ${version}; ${oldestCMake} or newer is needed.`);
}

function checkPython() {
  if (!which('python3')) throw new Error('there is no python3 on the PATH; Emscripten is written in it.');
}

/** @param {string} folder  with a package-lock.json @param {string} name  to print @param {string[]} options  of npm ci */
function installPackages(folder, name, ...options) {
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  // Written last: an interrupted npm leaves none. npm's own list lacks packages of the lock file that it need not install.
  const installed = join(folder, 'node_modules/.installed-lock.json');
  if (contentOf(installed) === lock) return;
  log(`${name}: installing …`);
  remove(join(folder, 'node_modules')); // npm ci does so too, but gives up if an interrupted npm is still writing
  run('npm', ['ci', ...options], { cwd: folder });
  writeFileSync(installed, lock);
}

/** The path of an unpacked Ninja, unless there is one on the PATH: CMake finds that by itself. */
function findNinja() {
  if (['ninja-build', 'ninja', 'samu'].some(which)) return;
  const unpacked = join(toolchain, 'ninja/usr/bin/ninja');
  if (isProgram(unpacked)) return unpacked;
  if (!isDebian) throw new Error('there is no ninja on the PATH.');
  unpack('ninja', ['ninja-build']);
  return unpacked;
}

/** The folder of GoogleTest's sources, which has to be there only for tests. */
function findGoogleTest() {
  const { GOOGLETEST_SOURCE } = process.env;
  if (GOOGLETEST_SOURCE) {
    if (existsSync(join(GOOGLETEST_SOURCE, 'CMakeLists.txt'))) return GOOGLETEST_SOURCE;
    throw new Error(`GOOGLETEST_SOURCE is ${GOOGLETEST_SOURCE}, which holds no CMakeLists.txt.`);
  }
  const unpacked = join(toolchain, 'googletest/usr/src/googletest');
  const installed = ['/usr/src/googletest', unpacked].find(existsSync);
  if (installed || !forTests) return installed;
  if (!isDebian) throw new Error('its sources are neither in /usr/src/googletest nor in $GOOGLETEST_SOURCE.');
  unpack('googletest', ['googletest']);
  return unpacked;
}

/**
 * Writes a file unless it already holds the text: a new date would make CMake configure everything again.
 * @param {string} name
 * @param {string} text
 */
function write(name, text) {
  const file = join(toolchain, name);
  if (contentOf(file) !== text) writeFileSync(file, text);
}

/**
 * The toolchain file that CMakePresets.json names. FORCE, because a program that an earlier set-up found may be gone.
 * @param {{ emscripten: string, ninja?: string, googleTest?: string }} found
 */
const toolchainFile = ({ emscripten, ninja, googleTest }) => `# Written by tools/setup.js.
${ninja ? `set(CMAKE_MAKE_PROGRAM [[${ninja}]] CACHE FILEPATH "Ninja" FORCE)` : ''}
${googleTest ? `set(GOOGLETEST_SOURCE [[${googleTest}]] CACHE PATH "The folder of GoogleTest's sources" FORCE)` : ''}
# Some versions of Emscripten would pass options that newer versions of Node reject.
set(CMAKE_CROSSCOMPILING_EMULATOR node)
include([[${emscripten}/cmake/Modules/Platform/Emscripten.cmake]])
`;

/**
 * Finds what only `npm run test:everywhere` needs. Where it is missing, its tests are skipped, which is a failure in CI.
 * @template T
 * @param {string} name
 * @param {string} remedy
 * @param {() => T} find
 */
function optional(name, remedy, find) {
  try {
    return find();
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    log(`${name} is missing, so its tests are skipped: ${reason} ${remedy}`);
    if (process.env.CI) process.exit(1);
    return undefined;
  }
}

await step('Set-up', `Make ${toolchain} writable.`, () => {
  mkdirSync(toolchain, { recursive: true });
  return lock(join(toolchain, 'lock')); // two set-ups at once would delete each other's unfinished folders
});
process.on('exit', deleteLists);
await step('CMake', `Install CMake ${oldestCMake} or newer (https://cmake.org/download/).`, checkCMake);
await step('Python', 'Install Python 3 (https://www.python.org/downloads/).', checkPython);
const retry = 'Check the network connection, then run this again.';
await step('npm packages', retry, () => installPackages(project, 'npm packages', '--include=dev'));
const ninja = await step('Ninja', 'Install Ninja (https://ninja-build.org/).', findNinja);
const googleTest = await step(
  'GoogleTest',
  'Get the sources (https://github.com/google/googletest) and set GOOGLETEST_SOURCE to their folder.',
  findGoogleTest,
);
const root = await step('Emscripten', emscripten.remedy, emscripten.findEmscripten);
write('emscripten.cmake', toolchainFile({ emscripten: root, ninja, googleTest }));
if (forTests) {
  write('clang-tidy.json', `${JSON.stringify(await step('clang-tidy', emscripten.tidyRemedy, emscripten.findTidy))}\n`);
  const found = { chromium: await step('Chromium', chromium.remedy, chromium.find) };
  const more = forEverywhere
    ? {
        firefox: optional('Firefox', firefox.remedy, firefox.find),
        webkit: optional('WebKitGTK', webkit.remedy, webkit.find),
        python: optional('NumPy', python.remedy, python.findPython),
        blogs: optional('Blog software', blogs.remedy, blogs.findBlogs),
      }
    : stillInstalled(JSON.parse(contentOf(join(toolchain, 'browsers.json')) || '{}')); // as the wider set-up left it
  if (forEverywhere)
    await step('Wider tests', retry, () => {
      const folder = join(project, 'tests/everywhere');
      installPackages(folder, 'runtimes, bundlers, blog software and Lighthouse', '--ignore-scripts');
      run('npm', ['rebuild', 'bun', 'deno'], { cwd: folder }); // whose scripts put the program in its place
    });
  write('browsers.json', `${JSON.stringify({ ...more, ...found }, null, 2)}\n`);
}
