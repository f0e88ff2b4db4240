/** All Chinese sentences, under the keys of en.js. A missing one is a type error. */
import { format, range, twoDigits } from './format.js';

/** Names that the code joins with commas. @param {string} names */
const list = (names) => names.replaceAll(', ', '、');
/** A word that the code passes in straight quotes. @param {string} word */
const quote = (word) => `「${word.slice(1, -1)}」`;

/** @type {typeof import('./en.js').notes} */
export const notes = {
  unknownWord: ({ given, allowed }) => `沒有${quote(given)}這個設定，名稱相近的有：${list(allowed)}。`,
  unknownFunction: ({ given, allowed }) => `沒有${quote(given)}這個函數，名稱相近的有：${list(allowed)}。`,
  unknownParameter: ({ given, name, allowed }) =>
    `${name} 沒有${quote(given)}這個參數，可用的有：${list(allowed) || '無'}。`,
  otherKind: ({ name, first }) => `${name} 不能和 ${first} 畫在一起：一張圖只能畫曲線，或同一類的長條。`,
  notANumber: ({ given, name }) => `${name} 必須是數字，不能是${quote(given)}。`,
  outOfRange: ({ given, name, min, max }) => `${name} 必須介於 ${min} 和 ${max} 之間，不能是${quote(given)}。`,
  emptyRange: ({ low, high, min, max }) => `${low}（${min}）必須小於 ${high}（${max}）。`,
  narrowRange: ({ min, max }) => `${min} 到 ${max} 的範圍太窄，32 位元浮點數畫不出來。`,
  smallStep: ({ given, name, min }) => `在這個範圍裡，${name} 至少要是 ${min}，不能是 ${given}。`,
  largeStep: ({ given, name, max }) => `${name} 不能超過範圍的寬度 ${max}，現在是 ${given}。`,
  notOneOf: ({ given, name, allowed }) => `${name} 必須是 ${list(allowed)} 其中之一，不能是${quote(given)}。`,
  tooMany: ({ max }) => `最多畫 ${max} 個函數，其餘的沒有畫出來。`,
  tooLong: ({ name, max }) => `${name} 只讀前 ${max} 個字元。`,
  tooManyLogits: ({ max }) => `最多畫 ${max} 個 logit，其餘的沒有畫出來。`,
  oddLogits: ({ name, given }) => `${name} 會把 logits 分成兩半，所以個數必須是偶數，不能是 ${given} 個。`,
  noSimd: () => '這個瀏覽器不支援 WebAssembly SIMD；Chrome 91、Firefox 89、Safari 16.4 起才支援。',
  noWebAssembly: () => '這個環境沒有 WebAssembly；Safari 的封閉模式會停用它，Node.js 加上 --jitless 時也沒有。',
  notCompiled: ({ reason }) =>
    `無法編譯 WebAssembly（${reason}）；網站的 Content-Security-Policy 必須在 script-src 允許 'wasm-unsafe-eval'。`,
  noMemory: ({ reason }) => `記憶體不足，無法啟動 WebAssembly（${reason}）；釋出記憶體後可再試一次。`,
};

/** @type {typeof import('./en.js').plotNotes} */
export const plotNotes = {
  noCanvas: () => '瀏覽器無法提供畫布，請重新載入頁面再試一次。',
  notComputed: () => '計算時發生未預期的錯誤，請重新載入頁面再試一次。',
};

/** @type {typeof import('./en.js').pageNotes} */
export const pageNotes = {
  notLoaded: () => '網頁有一部分無法載入；連上網路後請再試一次，或重新載入頁面。',
};

/** @type {typeof import('./en.js').labNotes} */
export const labNotes = {
  noClock: () => '瀏覽器的時鐘停住不動，無法計時。',
  notAnInteger: ({ given, name }) => `${name} 必須是整數，不能是 ${given}。`,
  wholeRows: ({ name }) => `${name} 以整列數值為輸入，這個實驗只接受逐元素計算的函數。`,
};

/** @type {typeof import('./en.js').plot} */
export const plot = {
  plot: '函數圖形',
  values: '數值',
  temperature: '溫度',
  keys: '按左右方向鍵可在圖上移動並讀出數值。',
  handle: (parameter, label) => `控制點：${label} 的 ${parameter}`,
  curves: (functions, derivative, min, max) =>
    `${functions.join('、') || '沒有函數'}${derivative ? '與其導函數' : ''}，x 從 ${format(min)} 到 ${format(max)}。`,
  bars: (functions, names) => `${functions.join('、')}對一列數值的結果：${names.join('、')}。`,
  kinks: (jumps, corners) => {
    const from = jumps.map(([label, low, high]) => `${label} 從 ${low} 跳到 ${high}。`);
    const slopes = corners.map(([label, left, right]) => `${label} 是 ${left} 與 ${right}`).join('；');
    return [...from, ...(slopes ? [`此處是轉折點，左右兩側的斜率：${slopes}。`] : [])].join('');
  },
};

/** @type {typeof import('./en.js').frame} */
export const frame = { open: '開啟完整頁面' };

/** @type {typeof import('./en.js').lab} */
export const lab = {
  questions: {
    cost: '在你的瀏覽器裡，用 JavaScript\u00a0迴圈和 WebAssembly\u00a0核心各跑一次，每個函數要花多少時間？',
    convergence: '同樣的小網路、同樣的資料、同樣的亂數種子，只換激勵函數，哪個學得最快？',
    death: '把學習率調高，會有多少隱藏神經元死掉，再也不會被任何一筆資料啟動？',
  },
  functions: (labels) => `函數：${labels.join('、')}`,
  pass: '測量對象',
  value: 'f(x)',
  backward: '反向傳播',
  size: '陣列長度',
  task: '題目',
  curve: '帶雜訊的曲線',
  moons: '雙月牙',
  spirals: '雙螺旋',
  ring: '環形',
  iris: '鳶尾花',
  optimiser: '最佳化方法',
  sgd: 'SGD 加動量',
  adam: 'Adam',
  rate: '學習率',
  seed: '亂數種子',
  textbook: '教科書上的例子',
  run: '開始',
  pause: '暫停',
  resume: '繼續',
  stop: '停止',
  progress: '進度',
  loss: '損失的 log₁₀',
  deadShare: '死亡神經元的比例（%）',
  unitsLegend: '每個方格是一個隱藏神經元：× 已經死亡，● 死過又活過來。',
  epoch: '第幾輪',
  step: '第幾步',
  columns: { loss: '損失', accuracy: '正確率', norms: '各層梯度的範數' },
  timing: {
    loop: '迴圈',
    kernel: '核心',
    times: '速度倍數',
    speed: '核心每秒算的個數（百萬）',
    ns: '每個數（奈秒）',
  },
  pictureOf: (label, task) => `${label}：網路學到的結果，題目是${task}`,
  unitsOf: ({ label, dead, units, revived }) =>
    `${label}：${units} 個神經元中死了 ${dead} 個${revived > 0 ? `，有 ${revived} 個活過來` : ''}`,
  divergedAt: ([label, step]) => `${label}：在第 ${step} 步發散`,
  failed: (reason) => `實驗無法進行：${reason}`,
  stopped: '已停止。',
  irises:
    '150 朵鳶尾花的花瓣：橫軸是長度，縱軸是寬度。資料來自 R. A. Fisher（1936），經 UCI Machine Learning Repository 以 CC BY 4.0 授權提供，此處已標準化。',
  cost: ({ cheapest, slowest, kernels: { min, max }, speedups, withoutLoop, isNoisy }) =>
    [
      ...(cheapest
        ? [
            slowest
              ? `用迴圈計算，最省時間的是 ${cheapest.label}，每個數 ${twoDigits(cheapest.ns)} 奈秒；${slowest.label} 要花 ${twoDigits(slowest.times)} 倍的時間。`
              : `用迴圈計算，${cheapest.label} 每個數要 ${twoDigits(cheapest.ns)} 奈秒。`,
          ]
        : []),
      `用 WebAssembly 核心計算，每個數要 ${range(min, max, ' 到 ')} 奈秒。`,
      ...(cheapest
        ? [`與迴圈相比的速度：${speedups.map(([label, ratio]) => `${label} ${twoDigits(ratio)} 倍`).join('、')}。`]
        : []),
      ...(withoutLoop.length > 0 ? [`這個實驗沒有 ${withoutLoop.join('、')} 的迴圈。`] : []),
      ...(isNoisy ? ['不過這台機器正忙著別的事，測得的時間起伏太大，不足採信，請再跑一次。'] : []),
    ].join(''),
  convergence: ({ epochs, best, worst, diverged }) =>
    [
      ...(best ? [`訓練 ${epochs} 輪後，損失最小的是 ${best.label}，${twoDigits(best.loss)}。`] : []),
      ...(best && worst
        ? [`${worst.label} 最後的損失是 ${twoDigits(worst.loss)}，${best.label} 早在第 ${worst.epoch} 輪就達到了。`]
        : []),
      ...diverged.map(divergence),
    ].join(''),
  death: ({ rate, steps, counts, threshold, diverged }) =>
    [
      ...(counts.length === 0
        ? []
        : [
            `學習率 ${twoDigits(rate)}，${steps} 步之後：${counts.map(({ label, dead, units }) => `${label} ${units} 個中死了 ${dead} 個`).join('、')}。`,
          ]),
      ...(threshold ? [fatalRate(threshold)] : []),
      ...diverged.map(divergence),
    ].join(''),
};

/** @param {NonNullable<import('./en.js').Death['threshold']>} threshold */
const fatalRate = ({ label, from, max }) =>
  from === undefined
    ? `這次試過的學習率最高到 ${twoDigits(max)}，${label} 死掉的神經元始終不到一成。`
    : `試過的學習率之中，讓 ${label} 的神經元死掉一成以上的，最低是 ${twoDigits(from)}。`;

/** @param {import('./en.js').Divergence} divergence */
function divergence([label, step]) {
  return `${label} 在第 ${step} 步發散，數值大到 32 位元浮點數裝不下。`;
}

/** @type {typeof import('./en.js').page} */
export const page = {
  title: '動手玩激勵函數：ReLU、Leaky ReLU 等 {count} 種',
  description:
    '畫出 ReLU、Leaky ReLU、GELU、softmax 等 {count} 種激勵函數與導函數，調整參數，比較 PyTorch、Keras、JAX、ONNX、TensorFlow.js 的差異，並複製程式碼。',
  heading: '動手玩激勵函數',
  shortName: '激勵函數',
  otherLanguage: 'English',
  intro: '激勵函數把神經元算出的值彎折後再送出，網路才學得會直線以外的關係。',
  introMore: '先讀入門介紹。',
  introTutorial: '一開始的圖取自 Clay 的教學文「ReLU 函式介紹與程式實作」（2021）。',
  site: '網站',
  contents: '目錄',
  explore: '動手試試',
  explorer: '互動繪圖',
  article: '入門介紹',
  articleTitle: '激勵函數入門：ReLU、Leaky ReLU 與 GELU 的公式、圖形與程式',
  articleDescription:
    '用白話說明激勵函數是什麼，ReLU、Leaky ReLU 與 GELU 差在哪裡：公式、Python 與 JavaScript 的簡短寫法、畫圖的程式，以及可以動手調整的圖。',
  swigluTitle: '是哪一種 SwiGLU？',
  swigluDescription:
    'vLLM、PyTorch、ggml、diffusers、gpt-oss 與 ONNX 各把激勵函數套用在一列的哪一半？附專案對照表、圖形、程式，以及檢查自己權重的方法。',
  swiglu_activated: '閘門位置',
  swiglu_project: '專案與名稱',
  swiglu_call: '呼叫',
  gate_first: '前半',
  gate_second: '後半',
  gate_interleaved: '偶數位置',
  gate_both: '第一個陣列',
  whichSwiglu: '是哪一種 SwiGLU？',
  articleHeading: '激勵函數入門：ReLU、Leaky\u00a0ReLU 與 GELU',
  toTop: '回到頁首',
  themeOs: '配色：依裝置設定',
  themeLight: '配色：淺色',
  themeDark: '配色：深色',
  reference: '所有函數',
  accuracy: '準確度',
  labTitle: '激勵函數：要花多少時間，又怎麼影響網路',
  labDescription:
    '三個在瀏覽器裡執行的實驗：ReLU、GELU 等函數要算多久，哪個讓小網路學得最快，學習率多高時神經元會死掉。',
  labIntro: '三個實驗，都在你自己的電腦上進行。按下「開始」才會執行；亂數種子相同，訓練的結果就連最後一個位元都一樣。',
  experiments: '實驗',
  cost: 'ReLU 省時間嗎？',
  convergence: 'ReLU 學得比較快嗎？',
  death: '神經元會死嗎？',
  navCost: '計算時間',
  navConvergence: '學習速度',
  navDeath: '死亡神經元',
  noScriptLab: '這個實驗需要 JavaScript 與支援 SIMD 的 WebAssembly。',
  presets: '範例',
  functions: '函數',
  gallery: '函數一覽',
  nothing: '還沒有選擇函數，請從函數一覽中挑一個。',
  readAbout: '進一步認識',
  search: '用名稱搜尋函數',
  searchExample: 'swish、nn.LeakyReLU、高斯……',
  row: '輸入的一列數值',
  fewer: '減少一個數',
  more: '增加一個數',
  ranges: '範圍',
  min: 'x 從',
  max: 'x 到',
  step: 'x 間距',
  ymin: 'y 從',
  ymax: 'y 到',
  gestures:
    '欄位留空時，由程式自動決定。也可以拖曳圖形、用雙指縮放，或按住 Ctrl（⌘）轉動滾輪；拖曳曲線上的控制點，就能改變參數。',
  derivative: '導函數 f′',
  stacked: '上下分圖',
  saturation: '飽和區',
  reset: '重設',
  resetView: '重設範圍',
  undo: '復原',
  about: '認識圖中的函數',
  furtherReading: '延伸閱讀',
  articleIntro: '一步一步認識 ReLU、Leaky ReLU 與 GELU：公式、程式與陷阱。',
  apiIntro: '如何用 Float32Array 呼叫每個函數：選項、結果與錯誤。',
  export: '匯出這張圖',
  copyLink: '複製連結',
  copyPicture: '複製圖片',
  pictures: 'PNG 與 SVG',
  size: '尺寸',
  sizeArticle: '文章，3:2',
  sizeWide: '投影片，16:9',
  sizeClassic: '投影片，4:3',
  textSize: '文字大小',
  textNormal: '一般',
  textLarge: '大',
  textLargest: '特大',
  pictureTitle: '標題',
  asPage: '與本頁相同',
  axisNames: '座標軸名稱',
  formulas: '公式',
  legend: '圖例',
  savePng: 'PNG 圖檔',
  saveSvg: 'SVG 圖檔',
  saveCsv: 'CSV 檔',
  codeIntro: '畫出上面這張圖的程式碼：',
  codeLanguage: '程式語言與框架',
  code: '程式碼',
  copyCode: '複製',
  embed: '嵌入文章',
  embedIntro: '標籤會配合文章的版面；在會濾掉腳本的平台上，請改用 iframe。兩者畫的都是上面這張圖。',
  embedForm: '要貼到哪裡',
  embedCode: '要貼上的內容',
  width: '寬度',
  height: '高度',
  language: '語言',
  theme: '配色',
  readers: '依讀者設定',
  light: '淺色',
  dark: '深色',
  withControls: '在圖下方加上滑桿',
  preview: '預覽',
  data: '資料表',
  accuracyIntro:
    '對全部 4,294,967,296 個浮點數逐一計算後的最大誤差，單位是 ULP，也就是相鄰兩個浮點數的距離。光是捨入成浮點數就可能差半個 ULP。以整列為輸入的函數與閘控函數，則以隨機產生的列（數值介於 −10 與 10 之間）測得。',
  function: '函數',
  at: '發生在',
  api: 'API 參考文件（英文）',
  footer: 'activation-kernels 以 MIT 授權釋出。你在這裡做的一切都只留在瀏覽器裡。',
  noScript: '互動圖形需要 JavaScript 與支援 SIMD 的 WebAssembly。這裡顯示的是靜態圖。',
  openExplorer: '在互動繪圖頁開啟這張圖',
  formula: '函數',
  otherwise: '其餘',
  facts: '性質',
  values: '函數值',
  frameworksTitle: '在各框架裡',
  expressions: '一行寫法',
  program: '畫出上面這張圖的程式：',
  accuracyOfCurve:
    '對全部 4,294,967,296 個浮點數逐一計算後的最大誤差，單位是 ULP，也就是相鄰兩個浮點數的距離。光是捨入成浮點數就可能差半個 ULP。',
  accuracyOfRows: '對隨機產生的列（數值介於 −10 與 10 之間）計算後的最大誤差，單位是 ULP，也就是相鄰兩個浮點數的距離。',
  compare: '比較',
  compareTwo: '{own} 與 {other}',
  difference: '在 x = {min} 與 {max} 之間最多相差 {difference}，發生在 x = {x}。',
  same: '以預設參數而言，兩者是同一個函數。',
  pageOf: '{label} 的詳細介紹',
  apiOf: '{label} 的 API 參考文件（英文）',
  title_elementwise: '{label} 激勵函數：公式、導函數、圖形與程式碼',
  title_row: '{label} 激勵函數：公式、雅可比矩陣、圖形與程式碼',
  title_gated: '{label} 激勵函數：公式、梯度、圖形與程式碼',
  functionDescription:
    '{label}（{fullName}）：{f}；{slope}。互動圖形、程式碼，以及 PyTorch、Keras、JAX、ONNX、TensorFlow.js 的差異。',
  functionsTitle: '全部 {count} 種激勵函數：圖形、公式、導函數',
  functionsDescription:
    'ReLU、Leaky ReLU、GELU、SiLU、Mish、sigmoid、tanh、softmax 等共 {count} 種激勵函數，各有圖形、公式、導函數、注意事項與程式碼。',
  functionsHeading: '所有激勵函數',
  functionsIntro: '每個函數都有一頁：公式、導函數、互動圖形、程式碼，以及要當心的地方。',
  families: '分類',
  notFoundTitle: '找不到這個頁面',
  notFound: '網址可能有誤，或是頁面已經搬走。',
  offlineTitle: '目前離線',
  offline: '互動繪圖、入門介紹、實驗與所有函數的頁面離線也能使用，但這個頁面不行。',
  suggestions: '你要找的是不是這些？',
  family_basic: '基本函數',
  family_rectifier: 'ReLU 與其變體',
  family_smooth: '平滑的 ReLU',
  family_sigmoid: 'S 型函數',
  family_shrinkage: '收縮函數',
  family_row: '以整列為輸入的函數',
  family_gated: '閘控函數',
  explained_row: '以一整列數值為輸入，所以圖上每個長條代表結果裡的一個數。',
  explained_gated: '把一列數值的一半經過激勵函數，再乘上另一半，所以圖上每個長條代表一個乘積。',
  preset_article: '教學文裡的圖',
  preset_family: '比較 ReLU 家族',
  preset_smooth: '平滑的 ReLU',
  preset_saturation: 'S 型函數為何飽和',
  preset_row: 'Softmax 長條圖',
  fact_derivative: '導函數',
  fact_jacobian: '雅可比矩陣',
  fact_gradient: '對 a 與 b 的梯度',
  fact_range: '值域',
  fact_smoothness: '平滑程度',
  fact_monotonicity: '單調性',
  fact_kinks: '轉折點',
  fact_parameters: '參數',
  fact_origin: '出處',
  smoothness_discontinuous: '不連續（有跳躍）',
  smoothness_continuous: '連續，有轉折點',
  smoothness_once: '可微分一次，f′ 連續',
  smoothness_smooth: '平滑（可微分任意多次）',
  monotonicity_none: '不單調',
  monotonicity_notDecreasing: '不遞減，有水平的部分',
  monotonicity_increasing: '嚴格遞增',
  use: '何時使用',
  care: '要當心什麼',
  framework: '框架',
  nameAndDefaults: '名稱與預設值',
  atKink: '轉折點的 f′',
  differs: '與此處不同',
  explainedMark: '≠ 表示與本頁的定義不同。',
  noFramework: '本站比較的框架都沒有內建這個函數，寫法請見下面的「程式碼」。',
  defaultIs: '預設',
};

/** @type {typeof import('./en.js').live} */
export const live = {
  found: (count) => `${count} 個函數`,
  notFound: (text) => `沒有名為「${text}」的函數。`,
  suggestions: '你要找的是不是：',
  searchHelp: '可以試試名稱的一部分，例如「relu」。',
  limit: (count) => `一張圖最多畫 ${count} 條曲線，請先移除一條。`,
  bars: {
    row: '函數以整列數值為輸入，每個長條是結果裡的一個數。',
    gated: '函數把這列數值分成 a、b 兩半，每個長條由一個 a 和一個 b 算出。',
  },
  label: (text) => `「${text}」`,
  copied: '已複製。',
  copiedShort: '已複製',
  notCopied: '瀏覽器不允許複製，已改為選取文字。',
  pictureNotCopied: '瀏覽器不允許複製，請改用 PNG 或 SVG 按鈕儲存圖片。',
  saved: (file) => `已儲存 ${file}。`,
  rows: (shown, all) => (shown === all ? `共 ${all} 列。` : `共 ${all} 列，此處列出前 ${shown} 列，CSV 檔裡有全部。`),
  failed: (file, reason) => `無法產生 ${file}：${reason}`,
  sizeOutside: {
    width: (text, { min, max, default: used }) =>
      `寬度必須是 ${min} 到 ${max} 像素，或 100%，不能是「${text}」。程式碼裡暫用 ${used}。`,
    height: (text, { min, max, default: used }) =>
      `高度必須是 ${min} 到 ${max} 像素，不能是「${text}」。程式碼裡暫用 ${used}。`,
  },
  forms: {
    HTML: '用於網頁，或保留腳本的部落格：Jekyll、Eleventy、Hexo、MkDocs、Pelican、Ghost（HTML 卡片）。',
    iframe: '用於會濾掉腳本、但保留 iframe 的部落格。',
    WordPress: '請以管理員或編輯的身分，貼到「自訂 HTML」區塊裡。作者與投稿者的文章，iframe 會被 WordPress 濾掉。',
    Hugo: '貼到文章裡。網站要先存好 shortcode，只需一次，請見「Hugo shortcode」。',
    'Hugo shortcode': '存成 layouts/shortcodes/activation-plot.html，只需一次。',
    VitePress: '貼到 Markdown 檔案裡。',
    'MDX / JSX': '貼到 MDX 或 JSX 檔案裡，例如 Docusaurus、Next.js、Astro。',
    Markdown: '只有連結，用於會濾掉 HTML 的平台。',
  },
};
