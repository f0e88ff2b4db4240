/** The packed tarball as users get it: from a registry, installed into empty folders. */
import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { copyFile, cp, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { pathOf } from '../everywhere/packages.js';
import { serve } from './serve.js';

export const project = new URL('../..', import.meta.url);

export const temporary = await mkdtemp(join(tmpdir(), 'activation-kernels-'));
process.on('exit', () => rmSync(temporary, { recursive: true, maxRetries: 5 }));
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
await mkdir(join(temporary, 'registry/@kurkle'), { recursive: true });
const registry = await serve(join(temporary, 'registry'));
after(registry.close);

const env = {
  ...process.env,
  npm_config_registry: registry.address,
  NPM_CONFIG_REGISTRY: registry.address,
  npm_config_cache: join(temporary, 'npm'),
  npm_config_audit: 'false', // this registry has no audits
  DENO_DIR: join(temporary, 'deno'),
  DENO_NO_UPDATE_CHECK: '1',
  BUN_INSTALL_CACHE_DIR: join(temporary, 'bun'),
};

/** Runs a program and returns its output. @param {string} cwd @param {string} program @param {string[]} args */
export async function run(cwd, program, ...args) {
  const shell = process.platform === 'win32' && program === 'npm';
  try {
    const { stdout } = await promisify(execFile)(program, args, { cwd, env, shell, timeout: 120_000 });
    return stdout;
  } catch (error) {
    const { message, stdout } = /** @type {any} */ (error);
    throw new Error(`${message}\n${stdout}`);
  }
}

/** @param {string} cwd @param {string} path @param {string[]} args */
export const runTool = (cwd, path, ...args) => run(cwd, process.execPath, pathOf(path), ...args);

// The registry offers the tarball and its dependencies.
const packages = ['.', './node_modules/chart.js', './node_modules/@kurkle/color'];
const pack = ['pack', '--ignore-scripts', '--json', '--pack-destination', join(temporary, 'registry')];
const packed = JSON.parse(await run(fileURLToPath(project), 'npm', ...pack, ...packages));
for (const [i, { name, version, filename, integrity }] of packed.entries()) {
  const dist = { tarball: registry.address + filename, integrity };
  const versions = {
    [version]: { ...JSON.parse(await readFile(new URL(`${packages[i]}/package.json`, project), 'utf8')), dist },
  };
  const about = JSON.stringify({ name, 'dist-tags': { latest: version }, versions });
  await writeFile(join(temporary, 'registry', name), about);
}
export const tarball = join(temporary, 'registry', packed[0].filename);

let folders = 0;
/** Makes a folder with the package and the user's files. @param {string[]} installation */
export async function install(...installation) {
  const folder = join(temporary, `${++folders}`);
  await mkdir(folder);
  await writeFile(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
  const [program, ...args] = installation;
  await run(folder, program, ...args, 'activation-kernels');
  await cp(new URL('project', import.meta.url), folder, { recursive: true });
  await copyFile(new URL('../runtimes/digest.js', import.meta.url), join(folder, 'digest.js'));
  return folder;
}

/** An installation by npm, for tests that write no files. */
export const installed = await install('npm', 'install');

/** A copy of it, for tests that write files. */
export async function ownFolder() {
  const folder = join(temporary, `${++folders}`);
  await cp(installed, folder, { recursive: true });
  return folder;
}
