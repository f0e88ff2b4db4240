/** All Chinese text is Traditional Chinese as in Taiwan, with one term for each thing. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { Converter } from 'opencc-js';
import { prose } from './prose.js';

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

/** Words that OpenCC would change although they are right in Taiwan. */
const kept = [
  '激活函數', // the article says once what else 激勵函數 is called
  '函數', // of mathematics; 函式 is a program's
  '參數', // of mathematics; 引數 is a program's
  '運算子', // OpenCC reads 算子 in it
  '文件', // what one reads; 檔案 is a file
  '對象', // whom or what something is done to; 物件 is a thing
  '全連接', // this and the next one as textbooks of neural networks have them
  '殘差連接',
  '像素', // as common as 畫素; so are the next two as 指令碼 and 丟擲
  '腳本',
  '拋出',
];

/** One term for each thing. @type {{ wrong: RegExp, right: string, example: string }[]} */
const terms = [
  { wrong: /偏置/, right: '偏差', example: '不需偏置' },
  { wrong: /轉角|拐點|轉折(?!點)/, right: '轉折點', example: '在轉折處' },
  { wrong: /(?<!線性)單元/, right: '神經元', example: '隱藏單元' },
  { wrong: /變形|變種/, right: '變體', example: 'ReLU 與其變形' },
  { wrong: /抵[消銷]/, right: '相消', example: '嚴重抵消' },
  { wrong: /閘(?![門控])/, right: '閘門', example: '以它作為閘。' },
  { wrong: /(?<!批次|自我)正規化(?!指數)|歸一化/, right: '標準化', example: '輸入要先正規化' },
  {
    wrong: /激活(?!函數、啟動函數)|(?<!激活函數、)啟動函數|激勵的是|激勵[前後]半/,
    right: '激勵函數',
    example: '激勵的是前半',
  },
  { wrong: /(內建|內建的|呼叫|那個|這個名稱的)函數|函數庫/, right: '函式', example: '內建的函數' },
  { wrong: /導數/, right: '導函數', example: '二階導數' },
  { wrong: /鎖定模式/, right: '封閉模式', example: '在鎖定模式下' }, // Apple's word for Lockdown Mode in Taiwan
  {
    wrong: /直通估計(?!（straight-through estimator）)|(?<!直通估計（)straight-through/,
    right: '直通估計（straight-through estimator）',
    example: '直通估計（straight-through）',
  },
];

test('no character is a simplified one', () => {
  const convert = Converter({ from: 'cn', to: 't' });
  // One by one: in a text OpenCC takes everything for simplified, and makes 隻有 of 只有. 台 is as good as 臺.
  const simplified = texts.filter(({ run }) =>
    [...run].some((character) => character !== '台' && convert(character) !== character),
  );
  assert.deepEqual(simplified, []);
});

test('no word is used in Mainland China alone', () => {
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

test('every exception is used', () => {
  assert.deepEqual(
    kept.filter((word) => !texts.some(({ run }) => run.includes(word))),
    [],
  );
});

const chinese = prose.filter(({ text }) => /\p{Script=Han}/u.test(text));

test('prose is collected from every place that shows Chinese', () => {
  const places = new Set(chinese.map(({ path }) => path));
  for (const path of [
    'zh-Hant.html',
    'article.zh-Hant.html',
    'lab.zh-Hant.html',
    'messages/zh-Hant.js',
    'page/embed.html',
    'page/lab-embed.html',
    '../examples/pages/chinese.html',
  ])
    assert.ok(places.has(path), path);
});

for (const { wrong, right, example } of terms)
  test(`Chinese texts say ${right}, and never ${example}`, () => {
    assert.match(example, wrong);
    assert.doesNotMatch(right, wrong);
    assert.ok(chinese.some(({ text }) => text.includes(right)));
    assert.deepEqual(
      chinese.filter(({ text }) => wrong.test(text)),
      [],
    );
  });
