/** Writes docs/lab.json, which tests/engines/ compares with: `node tools/labDigests.js`, after a build. */
import { writeFile } from 'node:fs/promises';
import { labDigests } from '../tests/engines/labDigest.js';
import { catalogue } from '../web/catalogue.js';
import * as lab from '../web/lab/network.js';

const elementwise = catalogue.filter(({ kind }) => kind === 'elementwise').map(({ name }) => name);
const digests = await labDigests(lab, elementwise);
await writeFile(new URL('../docs/lab.json', import.meta.url), `${JSON.stringify(digests, null, 2)}\n`);
