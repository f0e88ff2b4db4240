/** What the element says, in each of its languages. English notes are the sentences of the grammar itself. */

import { format } from './format.js';

/** @typedef {import('../package/types.js').Note} Note */
/**
 * @typedef {object} Messages
 * @property {string} plot what the element is, to a screen reader
 * @property {string} values what the table is, to a screen reader
 * @property {string} temperature
 * @property {string} open the link from a frame to the page
 * @property {string} keys how it is read with the keyboard
 * @property {(functions: string[], derivative: boolean, min: string, max: string) => string} curves
 * @property {(functions: string[], names: string[]) => string} bars
 * @property {(kinks: [string, import('../package/sample.js').Kink][]) => string} kinks those at one place, by function
 * @property {(note: Note) => string} note
 */

/** @type {Record<string, (values: Record<string, string>) => string>} */
export const chineseNotes = {
  unknownFunction: ({ given, allowed }) => `沒有 ${given} 這個函數，名稱相近的有：${allowed}。`,
  unknownParameter: ({ given, name, allowed }) =>
    allowed ? `${name} 沒有 ${given} 這個參數，可用的有：${allowed}。` : `${name} 沒有參數，因此不能有 ${given}。`,
  otherKind: ({ name, first }) => `${name} 不能和 ${first} 畫在一起：一張圖只能畫曲線，或同一類的長條。`,
  notANumber: ({ given, name }) => `${name} 必須是數字，不能是 ${given}。`,
  outOfRange: ({ given, name, min, max }) => `${name} 必須介於 ${min} 和 ${max} 之間，不能是 ${given}。`,
  emptyRange: ({ low, high, min, max }) => `${low} 必須小於 ${high}，但現在 ${low} 是 ${min}，${high} 是 ${max}。`,
  narrowRange: ({ min, max }) => `${min} 到 ${max} 的範圍太窄，32 位元浮點數畫不出來。`,
  smallStep: ({ given, min }) => `在這個範圍裡，step 至少要是 ${min}，不能是 ${given}。`,
  largeStep: ({ given, max }) => `step 不能超過範圍的寬度 ${max}，現在是 ${given}。`,
  notOneOf: ({ given, name, allowed }) => `${name} 必須是 ${allowed} 其中之一，不能是 ${given}。`,
  notAnInteger: ({ given, name }) => `${name} 必須是整數，不能是 ${given}。`,
  wholeRows: ({ name }) => `${name} 以整列數值為輸入，這個實驗只能用單一數值的函數。`,
  tooMany: ({ max }) => `最多畫 ${max} 個函數，其餘的沒有畫出來。`,
  tooLong: ({ name, max }) => `${name} 只讀前 ${max} 個字元。`,
  tooManyLogits: ({ max }) => `最多畫 ${max} 個 logit，其餘的沒有畫出來。`,
  oddLogits: ({ name, given }) => `${name} 會把 logits 分成兩半，所以個數必須是偶數，不能是 ${given} 個。`,
  noSimd: () => '這個瀏覽器沒有 WebAssembly SIMD；Chrome 91、Firefox 89、Safari 16.4 起才有。',
  notCompiled: ({ reason }) =>
    `無法編譯 WebAssembly（${reason}）；網站的 Content-Security-Policy 必須在 script-src 允許 'wasm-unsafe-eval'。`,
  noMemory: ({ reason }) => `記憶體不足，無法啟動 WebAssembly（${reason}）；有足夠的記憶體之後可以再試一次。`,
  noCanvas: () => '瀏覽器無法提供畫布，請重新載入頁面再試一次。',
  notComputed: ({ reason }) => `無法計算函數值：${reason}`,
};

/**
 * Jumps of f with its limits, corners with their slopes.
 * @param {[string, import('../package/sample.js').Kink][]} kinks
 */
function split(kinks) {
  const isJump = (/** @type {import('../package/sample.js').Kink} */ { y }) => y[0] !== y[1];
  const row = (/** @type {string} */ label, /** @type {[number, number]} */ [a, b]) => [label, format(a), format(b)];
  return [
    kinks.filter(([, kink]) => isJump(kink)).map(([label, { y }]) => row(label, y)),
    kinks.filter(([, kink]) => !isJump(kink)).map(([label, { derivative }]) => row(label, derivative)),
  ];
}

/** @type {Record<'en' | 'zh-Hant', Messages>} */
export const messages = {
  en: {
    plot: 'plot',
    values: 'values',
    temperature: 'temperature',
    open: 'Open the full page',
    keys: 'The left and right arrow keys read the values.',
    curves: (functions, derivative, min, max) =>
      `${functions.join(', ') || 'No function'}${derivative ? ' with derivatives' : ''}, x from ${min} to ${max}.`,
    bars: (functions, names) => `${functions.join(', ')} of a row: ${names.join('; ')}.`,
    kinks: (kinks) => {
      const [jumps, corners] = split(kinks);
      const from = jumps.map(([label, low, high]) => `${label} jumps from ${low} to ${high}.`);
      const slopes = corners.map(([label, left, right]) => `${label} ${left} and ${right}`).join('; ');
      return [...from, ...(slopes ? [`A corner, slopes left and right: ${slopes}.`] : [])].join(' ');
    },
    note: ({ message }) => message,
  },
  'zh-Hant': {
    plot: '函數圖形',
    values: '數值',
    temperature: '溫度',
    open: '開啟完整頁面',
    keys: '按左右方向鍵可讀出數值。',
    curves: (functions, derivative, min, max) =>
      `${functions.join('、') || '沒有函數'}${derivative ? '與其導函數' : ''}，x 從 ${min} 到 ${max}。`,
    bars: (functions, names) => `${functions.join('、')}對一列數值的結果：${names.join('、')}。`,
    kinks: (kinks) => {
      const [jumps, corners] = split(kinks);
      const from = jumps.map(([label, low, high]) => `${label} 從 ${low} 跳到 ${high}。`);
      const slopes = corners.map(([label, left, right]) => `${label} 是 ${left} 與 ${right}`).join('；');
      return [...from, ...(slopes ? [`此處有轉折，左右兩側的斜率：${slopes}。`] : [])].join('');
    },
    note: ({ code, values }) => chineseNotes[code](values),
  },
};
