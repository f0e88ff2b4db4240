/** Unpacks blog software from Debian's packages: generators, and WordPress with PHP and a database server. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDebian, unpack } from './debian.js';
import { isProgram, run, toolchain } from './shared.js';

export const remedy = 'They are unpacked from Debian’s packages, which this system does not have.';

const packages = [
  ...['hugo', 'jekyll', 'mkdocs', 'libjs-jquery'],
  ...['wordpress', 'wordpress-theme-twentytwentythree', 'php-cli', 'php-mysql', 'mariadb-server-core'],
];

/** How each program is started from `$here`, with the paths that an installation would have. @type {Record<string, string>} */
const launchers = {
  hugo: 'exec "$here/usr/bin/hugo" "$@"',
  jekyll: `
    gems=$(echo "$here"/usr/lib/ruby/gems/*)
    version=$(basename "$gems")
    for folder in "$here/usr/share" "$libraries"; do
      gems=$gems:$folder/rubygems-integration/all:$folder/rubygems-integration/$version
    done
    export GEM_PATH="$gems"
    export RUBYLIB="$here/usr/lib/ruby/vendor_ruby:$here/usr/lib/ruby/$version:$libraries/ruby/vendor_ruby/$version:$libraries/ruby/$version"
    exec "$here"/usr/bin/ruby[0-9]* "$here/usr/bin/jekyll" "$@"`,
  mkdocs: 'PYTHONPATH=$here/usr/lib/python3/dist-packages exec /usr/bin/python3 -m mkdocs "$@"',
  php: `
    set -- -d "extension_dir=$(echo "$here"/usr/lib/php/2*)" "$@"
    for name in ctype iconv tokenizer mysqli mysqlnd; do set -- -d "extension=$name" "$@"; done
    exec "$here"/usr/bin/php[0-9]* -n "$@"`,
  mariadbd: 'exec "$here/usr/sbin/mariadbd" --no-defaults --lc-messages-dir="$here/usr/share/mysql" "$@"',
};

/** The launchers, in a folder with `usr/share/wordpress`, unpacked first if need be. */
export function findBlogs() {
  const folder = join(toolchain, 'blogs');
  const paths = Object.fromEntries(Object.keys(launchers).map((name) => [name, join(folder, name)]));
  if (Object.values(paths).every(isProgram)) return paths;
  if (!isDebian) throw new Error('this is not Debian on x64.');
  unpack('blogs', packages, { finish: prepare });
  return paths;
}

/** @param {string} folder */
function prepare(folder) {
  // Jekyll names this library by its absolute path.
  const path = 's#"/usr/lib/.*/libsass#"libsass#';
  run('find', ['usr/share', '-path', '*/sassc/native.rb', '-exec', 'sed', '-i', path, '{}', '+'], { cwd: folder });
  for (const [name, script] of Object.entries(launchers)) {
    const text = `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
libraries=$here/usr/lib/x86_64-linux-gnu
export LD_LIBRARY_PATH="$libraries\${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"
${script}
`;
    writeFileSync(join(folder, name), text, { mode: 0o755 });
    run(join(folder, name), [name === 'hugo' ? 'version' : '--version']);
  }
  // Debian's own reads /etc/wordpress.
  const configuration = '<?php\nrequire getenv("WORDPRESS_CONFIG");\nrequire_once ABSPATH . "wp-settings.php";\n';
  writeFileSync(join(folder, 'usr/share/wordpress/wp-config.php'), configuration);
}
