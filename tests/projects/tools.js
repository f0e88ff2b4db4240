/** The bundlers and checkers of tools/, installed when they are first needed. */
import { fileURLToPath } from 'node:url';
import { install, json } from '../../tools/packages.js';

const folder = new URL('tools/', import.meta.url);
if (!install(folder, 'bundlers and checkers (200 MB) in tests/projects/tools/'))
  throw new Error('npm ci failed in tests/projects/tools/: run it there to see why.');

/** @param {string} path below node_modules */
export const tool = (path) => fileURLToPath(new URL(`node_modules/${path}`, folder));

/** @param {string} name of a package @returns {string} */
export const versionOf = (name) => json(new URL(`node_modules/${name}/package.json`, folder)).version;
