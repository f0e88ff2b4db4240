/** What is Chinese is Traditional Chinese in the words of Taiwan, by OpenCC (https://github.com/BYVoid/OpenCC). */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { Converter } from 'opencc-js';

const project = new URL('../../', import.meta.url);
const texts = ['web', 'cpp'].flatMap((folder) =>
  readdirSync(new URL(folder, project), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(html|js|h)$/.test(name))
    .flatMap((name) => {
      const path = `${folder}/${name}`;
      const runs = readFileSync(new URL(path, project), 'utf8').match(/\p{Script=Han}+/gu) ?? [];
      return runs.map((run) => ({ path, run }));
    }),
);

/** Words that OpenCC would change, and Taiwan's readers would not. */
const kept = [
  ...['函數', '參數'], // of mathematics; 函式 and 引數 are those of programs
  '運算子', // OpenCC reads 算子 in it
  '數據', // numbers that were measured or computed; 資料 is data of any kind
  '文件', // what one reads; 檔案 is a file
  '對象', // whom or what something is done to; 物件 is a thing
  ...['全連接', '殘差連接'], // as textbooks of neural networks have them
  ...['像素', '腳本', '拋出'], // as common as 畫素, 指令碼 and 丟擲
];

test('no character is a simplified one', () => {
  const convert = Converter({ from: 'cn', to: 't' });
  // One by one: in a text OpenCC takes everything for simplified, and makes 隻有 of 只有. 台 is as good as 臺.
  const simplified = texts.filter(({ run }) =>
    [...run].some((character) => character !== '台' && convert(character) !== character),
  );
  assert.deepEqual(simplified, []);
});

test('no word is one of the mainland alone', () => {
  const convert = Converter({ from: 't', to: 'twp' });
  const foreign = texts.flatMap(({ path, run }) =>
    run
      .split(new RegExp(kept.join('|')))
      .flatMap((part) =>
        convert(part).replaceAll('臺', '台') === part ? [] : [{ path, part, taiwan: convert(part) }],
      ),
  );
  assert.deepEqual(foreign, []);
});

test('no exception is without a use', () => {
  assert.deepEqual(
    kept.filter((word) => !texts.some(({ run }) => run.includes(word))),
    [],
  );
});
