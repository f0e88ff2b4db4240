/**
 * Unpacks Debian packages into `.toolchain/` as an ordinary user: apt gets lists and a cache of its own, and
 * `dpkg -x` unpacks without installing, so nothing outside that folder changes.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { log, remove, run, toolchain } from './shared.js';

/** Whether this machine can use Debian's packages, which are built per processor. */
export const isDebian =
  process.arch === 'x64' &&
  existsSync('/etc/debian_version') &&
  /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));

/** @typedef {string[]} AptOptions  command-line options that make apt-get use one set of package lists */

/**
 * Downloads package lists into a folder of their own.
 * @param {string} name  of the folder
 * @param {string} [source]  a line for sources.list, in place of the machine's own sources
 * @returns {AptOptions}
 */
function updateLists(name, source) {
  const folder = join(toolchain, 'apt', name);
  remove(folder);
  for (const part of ['lists/partial', 'archives/partial']) mkdirSync(join(folder, part), { recursive: true });
  /** @type {Record<string, string>} */
  const settings = {
    'Dir::State::Lists': join(folder, 'lists'),
    'Dir::Cache': folder,
    'Acquire::Languages': 'none',
    'APT::Sandbox::User': '', // root's apt would hand the download to a user who may not enter this folder
    'Debug::NoLocking': 'true', // the lock is the system's, and only root may take it
  };
  if (source) {
    settings['Dir::Etc::SourceList'] = join(folder, 'sources.list');
    settings['Dir::Etc::SourceParts'] = '-';
    writeFileSync(settings['Dir::Etc::SourceList'], `${source}\n`);
  }
  const options = ['-q', '-y', ...Object.entries(settings).flatMap(([key, value]) => ['-o', `${key}=${value}`])];
  try {
    run('apt-get', [...options, '-o', 'APT::Update::Error-Mode=any', 'update']);
  } catch (error) {
    if (!debianMirror(options)) throw error; // otherwise only another source failed
  }
  return options;
}

/**
 * The address of a Debian mirror whose lists were downloaded.
 * @param {AptOptions} options
 */
function debianMirror(options) {
  const query = ['--format', '$(REPO_URI)', 'Created-By: Packages', 'Origin: Debian', 'Component: main'];
  const addresses = run('apt-get', [...options, 'indextargets', ...query])
    .trim()
    .split('\n');
  return addresses.find((address) => !address.includes('security')); // that archive has updates only
}

/** @type {Map<string, AptOptions>} */
const lists = new Map();

/** The lists of the machine's own release, downloaded once per run: the machine's copy may be old or empty. */
function ownRelease() {
  const options = lists.get('own') ?? updateLists('own');
  lists.set('own', options);
  return options;
}

/**
 * The lists of another release, from the Debian mirror that this machine already uses.
 * @param {string} release
 */
function otherRelease(release) {
  const mirror = debianMirror(ownRelease());
  if (!mirror) throw new Error('apt has no Debian mirror among its sources.');
  return updateLists(
    release,
    `deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] ${mirror} ${release} main`,
  );
}

/**
 * Unpacks packages into `.toolchain/<name>`, which appears only once it is complete.
 * @param {string} name
 * @param {string[]} packages
 * @param {object} [how]
 * @param {string} [how.release]  in place of the machine's own, and then without dependencies: those of another
 *   release would be its whole base system
 * @param {(folder: string) => void} [how.finish]  prepares and checks the folder before it appears
 */
export function unpack(name, packages, { release, finish } = {}) {
  const started = Date.now();
  const target = join(toolchain, name);
  const folder = `${target}.partial`;
  const archives = join(folder, 'archives');
  remove(folder);
  process.on('exit', () => remove(folder)); // after a failure: it can be what filled the disk
  mkdirSync(archives, { recursive: true });

  log(`${name}: reading Debian's package lists …`);
  const apt = release ? otherRelease(release) : ownRelease();
  /** @param {string[]} command  @returns {[file: string, bytes: number][]} */
  const ask = (command) =>
    [...run('apt-get', [...apt, '--print-uris', ...command]).matchAll(/^'.*' (\S+\.deb) (\d+) /gm)].map(
      ([, file, bytes]) => [file, Number(bytes)],
    );
  // Recommended packages are left out: they are for people at a desktop.
  const files = ask(
    release ? ['download', ...packages] : ['install', '--reinstall', '--no-install-recommends', ...packages],
  );
  const megabytes = Math.ceil(files.reduce((sum, [, bytes]) => sum + bytes, 0) / 1e6);
  log(`${name}: downloading ${megabytes} MB of Debian packages …`);
  run('apt-get', [...apt, 'download', ...files.map(([file]) => file.split('_')[0])], { cwd: archives });

  log(`${name}: unpacking …`);
  for (const file of readdirSync(archives)) run('dpkg', ['-x', join(archives, file), folder]);
  remove(archives);
  finish?.(folder);
  remove(target);
  renameSync(folder, target);
  log(`${name}: ready in ${target} after ${Math.round((Date.now() - started) / 1000)} s`);
}

/** Deletes the package lists, which a later run would have to refresh anyway. */
export function deleteLists() {
  remove(join(toolchain, 'apt'));
}
