/**
 * `node tools/repeat.js` builds the project again in another folder. dist/ and site/ must be equal byte for byte, and
 * must not contain the path of the folder that they were built in.
 */
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('..', import.meta.url)).slice(0, -1);
const there = await realpath(await mkdtemp(join(tmpdir(), 'another folder ')));

/** @param {string} folder @returns {Promise<string[]>} the paths of the files in it */
async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));
}

const wrong = [];
try {
  process.umask(0o077);
  const others = (await readFile(join(here, '.gitignore'), 'utf8')).match(/[^/\n]+/g) ?? [];
  const filter = (/** @type {string} */ path) => !['.git', ...others].includes(basename(path));
  await cp(here, there, { recursive: true, filter });
  // Both builds use the same installed packages, so that set-up need not unpack them again.
  for (const installed of ['node_modules', '.toolchain']) await symlink(join(here, installed), join(there, installed));
  const env = { ...process.env, TZ: 'Asia/Taipei', LC_ALL: 'C' };
  const { status } = spawnSync(process.execPath, ['tools/build.js'], { cwd: there, env, stdio: 'inherit' });
  if (status !== 0) throw new Error('the other build failed');

  for (const folder of ['dist', 'site']) {
    const [first, second] = await Promise.all([here, there].map((root) => filesIn(join(root, folder))));
    for (const file of new Set([...first, ...second])) {
      const name = `${folder}/${file}`;
      if (!first.includes(file) || !second.includes(file)) {
        wrong.push(`${name} is in one build only`);
        continue;
      }
      const [one, other] = await Promise.all([here, there].map((root) => readFile(join(root, name))));
      if (!one.equals(other)) wrong.push(`${name} differs`);
      for (const root of [here, there])
        if (one.includes(root) || other.includes(root)) wrong.push(`${name} holds ${root}`);
    }
    console.log(`${folder}/: ${first.length} files compared`);
  }
} finally {
  await rm(there, { recursive: true, force: true });
}
for (const sentence of wrong) console.error(sentence);
process.exitCode = wrong.length > 0 ? 1 : 0;
