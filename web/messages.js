/** What the element says, in each of its languages. English notes are the sentences of the grammar itself. */

/** @typedef {import('./grammar.js').Note} Note */
/**
 * @typedef {object} Messages
 * @property {string} plot what the element is, to a screen reader
 * @property {(functions: string[], derivative: boolean, min: string, max: string) => string} summary
 * @property {(note: Note) => string} note
 */

/** @type {Record<string, (values: Record<string, string>) => string>} */
const chineseNotes = {
  unknownFunction: ({ given, allowed }) => `沒有 ${given} 這個函數，可用的有：${allowed}。`,
  unknownParameter: ({ given, name, allowed }) =>
    allowed ? `${name} 沒有 ${given} 這個參數，可用的有：${allowed}。` : `${name} 沒有參數，因此不能有 ${given}。`,
  noCurve: ({ name }) => `${name} 是對整列數值計算的函數，沒有曲線可畫。`,
  notANumber: ({ given, name }) => `${name} 必須是數字，不能是 ${given}。`,
  outOfRange: ({ given, name, min, max }) => `${name} 必須介於 ${min} 和 ${max} 之間，不能是 ${given}。`,
  emptyRange: ({ min, max }) => `min 必須小於 max，但現在 min 是 ${min}，max 是 ${max}。`,
  narrowRange: ({ min, max }) => `${min} 到 ${max} 的範圍太窄，32 位元浮點數畫不出來。`,
  smallStep: ({ given, min }) => `在這個範圍裡，step 至少要是 ${min}，不能是 ${given}。`,
  largeStep: ({ given, max }) => `step 不能超過範圍的寬度 ${max}，現在是 ${given}。`,
  notOneOf: ({ given, name, allowed }) => `${name} 必須是 ${allowed} 其中之一，不能是 ${given}。`,
  tooMany: ({ max }) => `最多畫 ${max} 個函數，其餘的沒有畫出來。`,
  tooLong: ({ max }) => `functions 只讀前 ${max} 個字元。`,
  notComputed: ({ reason }) => `無法計算函數值：${reason}`,
};

/** @type {Record<'en' | 'zh-Hant', Messages>} */
export const messages = {
  en: {
    plot: 'plot',
    summary: (functions, derivative, min, max) =>
      `${functions.join(', ') || 'No function'}${derivative ? ' with derivatives' : ''}, x from ${min} to ${max}. ` +
      'The left and right arrow keys read values along the curves.',
    note: ({ message }) => message,
  },
  'zh-Hant': {
    plot: '函數圖形',
    summary: (functions, derivative, min, max) =>
      `${functions.join('、') || '沒有函數'}${derivative ? '與其導函數' : ''}，x 從 ${min} 到 ${max}。` +
      '按左右方向鍵可沿著曲線讀出數值。',
    note: ({ code, values }) => chineseNotes[code](values),
  },
};
