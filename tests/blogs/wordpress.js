/** Debian's WordPress, on PHP's own server and a MariaDB without a network, both in a temporary folder. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { programOf, programs, site, temporary, write } from './blog.js';

/** @typedef {{ role: string, first?: string, editor: 'blocks' | 'classic', content: string }} Post `first`: who saved the same text before */

const folder = join(temporary, 'wordpress');
const wordPress = join(dirname(programs?.php ?? ''), 'usr/share/wordpress');
const env = { ...process.env, WORDPRESS: wordPress, WORDPRESS_CONFIG: join(folder, 'config.php') };

/**
 * Starts a server.
 * @param {string} name @param {string[]} args @param {RegExp} ready what it prints
 * @returns {Promise<() => Promise<void>>} ends it
 */
async function start(name, args, ready) {
  const child = spawn(programOf(name), args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  process.on('exit', () => child.kill('SIGKILL'));
  await new Promise((resolve, reject) => {
    let printed = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      printed += text;
      if (ready.test(printed)) resolve(undefined);
    });
    child.on('exit', () => reject(new Error(`${name} ended:\n${printed}`)));
  });
  return async () => {
    child.kill();
    await once(child, 'exit');
  };
}

/** Runs a file of this folder in PHP. @param {string} name @param {unknown} input @returns {Promise<any>} what it prints, as JSON */
async function php(name, input) {
  const file = fileURLToPath(new URL(name, import.meta.url));
  const child = spawn(programOf('php'), [file], { env, stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(JSON.stringify(input));
  const printed = String(Buffer.concat(await child.stdout.toArray()));
  try {
    return JSON.parse(printed);
  } catch {
    throw new Error(printed);
  }
}

/** A port that is free now: PHP's server does not say which one it has chosen. */
async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  server.close();
  await once(server, 'close');
  return port;
}

/** Starts WordPress with these posts. @param {Post[]} posts */
export async function startWordPress(posts) {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}/`;
  const constants = {
    DB_NAME: 'wordpress',
    DB_USER: 'root',
    DB_PASSWORD: '',
    DB_HOST: `localhost:${folder}/socket`,
    DB_CHARSET: 'utf8mb4',
    WP_HOME: address.slice(0, -1),
    WP_SITEURL: address.slice(0, -1),
    WP_CONTENT_DIR: `${folder}/content`,
    DISABLE_WP_CRON: true,
    WP_HTTP_BLOCK_EXTERNAL: true,
    WP_ACCESSIBLE_HOSTS: '127.0.0.1',
    WP_DEBUG_DISPLAY: true,
  };
  const definitions = Object.entries(constants).map(
    ([name, value]) => `define('${name}', ${JSON.stringify(value)});\n`,
  );
  const plugin = readFileSync(new URL('../../examples/wordpress/activation-plot.php', import.meta.url), 'utf8');
  write(folder, {
    'config.php': `<?php\n${definitions.join('')}$table_prefix = 'wp_';\n`,
    'database.sql': 'CREATE DATABASE wordpress;\n',
    // Otherwise WordPress asks no hosts of its own network. It mails when it is installed.
    'content/mu-plugins/loopback.php': `<?php
      add_filter('http_request_host_is_external', '__return_true');
      add_filter('http_allowed_safe_ports', fn() => array(${new URL(site).port}));
      add_filter('pre_wp_mail', '__return_false');`,
    'content/plugins/activation-plot.php': plugin.replace('https://example.org/relu/', site),
  });
  symlinkSync(`${wordPress}/wp-content/themes`, `${folder}/content/themes`, 'dir');
  mkdirSync(`${folder}/data`);
  const database = {
    user: userInfo().username,
    datadir: `${folder}/data`,
    socket: `${folder}/socket`,
    'pid-file': `${folder}/pid`,
    'init-file': `${folder}/database.sql`,
  };
  const options = Object.entries(database).map(([name, value]) => `--${name}=${value}`);
  const stopDatabase = await start(
    'mariadbd',
    [...options, '--skip-grant-tables', '--skip-networking'],
    /ready for connections/,
  );
  const saved = await php('wordpress.php', posts);
  const stopServer = await start('php', ['-S', `127.0.0.1:${port}`, '-t', wordPress], /started/);
  return {
    address,
    /** The posts' addresses and saved texts, in their order. @type {{ address: string, content: string }[]} */
    posts: saved.map((/** @type {{ id: number, content: string }} */ { id, content }) => ({
      address: `${address}?p=${id}`,
      content,
    })),
    async close() {
      await stopServer();
      await stopDatabase();
    },
    activatePlugin: () => php('plugin.php', 'activation-plot.php'),
  };
}
