/** The page in Traditional Chinese; English stands in index.html itself, under the same keys. */
/** @type {Record<string, string>} */
export default {
  title: '動手玩激勵函數：ReLU 與 Leaky ReLU',
  heading: '動手玩激勵函數',
  intro: '挑選函數，調整參數與範圍。每一個點都由 C++ 寫成的 WebAssembly SIMD 核心在你的瀏覽器裡算出來。',
  otherLanguage: 'English',
  fallback: '繪圖需要 JavaScript 與支援 SIMD 的 WebAssembly。',
  functions: '函數',
  range: 'x 的範圍',
  min: '從',
  max: '到',
  step: '間距',
  derivative: '導函數',
  reset: '重設',
  accuracy: '這些函數有多精確',
  accuracyIntro:
    '對全部 4,294,967,296 個浮點數逐一計算後的最大誤差，單位是 ULP，也就是相鄰兩個浮點數的距離。光是捨入成浮點數就可能差半個 ULP。以整列為輸入的函數則以隨機產生的列（數值介於 −10 與 10 之間）測得。',
  function: '函數',
  at: '發生在',
};
