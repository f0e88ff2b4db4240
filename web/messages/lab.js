/** The texts of the experiments. */

import { twoDigits as two } from './format.js';
import { chineseNotes } from './plot.js';

chineseNotes.noClock = () => '時鐘停住不動，無法計時。';

/** @typedef {import('../lab/benchmark.js').Cost} Cost */
/** @typedef {import('../lab/training.js').Convergence} Convergence */
/** @typedef {import('../lab/training.js').Death} Death */
/** @typedef {{ label: string, dead: number, units: number, revived: number }} Units */

const english = {
  questions: {
    cost: 'Is ReLU cheap? How long each function takes in your browser, as a loop in JavaScript and as a WebAssembly kernel.',
    convergence:
      'Does ReLU learn faster? The same small network, the same data, the same seed: only the activation differs.',
    death: 'Can a unit die? Turn up the learning rate, and watch hidden units that no example activates any more.',
  },
  /** @param {string[]} labels */
  functions: (labels) => `Functions: ${labels.join(', ')}`,
  pass: 'Measured',
  value: 'f(x)',
  backward: 'backward pass',
  size: 'Array length',
  task: 'Task',
  curve: 'a noisy curve',
  moons: 'two moons',
  spirals: 'two spirals',
  ring: 'a ring',
  iris: 'iris flowers',
  optimiser: 'Optimiser',
  sgd: 'SGD with momentum',
  adam: 'Adam',
  rate: 'Learning rate',
  seed: 'Seed',
  textbook: 'The textbook case',
  run: 'Run',
  pause: 'Pause',
  resume: 'Continue',
  stop: 'Stop',
  progress: 'Progress',
  loss: 'log₁₀ of the loss',
  deadShare: 'share of dead units, %',
  unitsLegend: 'Each square is a hidden unit: × is dead, ● was dead and is alive again.',
  epoch: 'Epoch',
  step: 'Step',
  columns: { loss: 'Loss', accuracy: 'Accuracy', norms: 'Gradient norm per layer' },
  timing: {
    loop: 'loop',
    kernel: 'kernel',
    times: 'speed-up',
    speed: 'kernel, millions per second',
    ns: 'ns per number',
  },
  /** @param {string} label @param {string} task */
  pictureOf: (label, task) => `${label}: what the network has learned, ${task}`,
  /** @param {Units} units */
  unitsOf: ({ label, dead, units, revived }) =>
    `${label}: ${dead} of ${units} units dead${revived > 0 ? `, ${revived} came back to life` : ''}`,
  failed: (/** @type {string} */ reason) => `The experiment could not run: ${reason}`,
  stopped: 'Stopped.',
  irises:
    'Petals of 150 irises: length across, width upwards. R. A. Fisher (1936), from the UCI Machine Learning Repository under CC BY 4.0, here standardised.',
  /** @param {Cost} conclusion */
  cost: ({ cheapest, slowest, kernels, speedups, isNoisy }) =>
    [
      slowest
        ? `As a loop, ${cheapest.label} is the cheapest with ${two(cheapest.ns)} ns per number; ${slowest.label} takes ${two(slowest.times)} times as long.`
        : `As a loop, ${cheapest.label} takes ${two(cheapest.ns)} ns per number.`,
      `In WebAssembly they take ${two(kernels.min)} to ${two(kernels.max)} ns. Speed-up over the loop: ${speedups.map(([label, ratio]) => `${label} ${two(ratio)}×`).join(', ')}.`,
      ...(isNoisy
        ? ['But this machine was busy with other things: the times vary too much to be trusted. Run it again.']
        : []),
    ].join(' '),
  /** @param {Convergence} conclusion */
  convergence: ({ epochs, best, worst, diverged }) =>
    [
      ...(best ? [`After ${epochs} epochs the smallest loss is ${best.label}’s, ${two(best.loss)}.`] : []),
      ...(best && worst
        ? [
            `${best.label} had already reached ${worst.label}’s final loss, ${two(worst.loss)}, after epoch ${worst.epoch}.`,
          ]
        : []),
      ...diverged.map(([label, step]) => `${label} diverged at step ${step}: its numbers outgrew 32-bit floats.`),
    ].join(' '),
  /** @param {Death} conclusion */
  death: ({ steps, rate, counts, threshold, diverged }) =>
    [
      `Dead after ${steps} steps at a learning rate of ${two(rate)}: ${counts.map(({ label, dead, units }) => `${label} ${dead} of ${units}`).join(', ')}.`,
      threshold.from === undefined
        ? `In this run fewer than a tenth of ${threshold.label}’s units died at any rate up to ${two(threshold.max)}.`
        : `In this run a tenth of ${threshold.label}’s units or more died from a learning rate of ${two(threshold.from)} on.`,
      ...diverged.map(([label, step]) => `${label} diverged at step ${step}: its numbers outgrew 32-bit floats.`),
    ].join(' '),
};

/** @type {typeof english} */
const chinese = {
  questions: {
    cost: 'ReLU 真的省時間嗎？在你的瀏覽器裡，用 JavaScript 迴圈和 WebAssembly 核心各跑一次，看每個函數要花多久。',
    convergence: 'ReLU 學得比較快嗎？同樣的小網路、同樣的資料、同樣的亂數種子，只換激勵函數。',
    death: '神經元會死嗎？把學習率調高，看看有多少隱藏神經元再也不會被任何一筆資料啟動。',
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
  timing: { loop: '迴圈', kernel: '核心', times: '倍數', speed: '核心每秒百萬個數', ns: '每個數幾奈秒' },
  pictureOf: (label, task) => `${label}：網路學到的結果，題目是${task}`,
  unitsOf: ({ label, dead, units, revived }) =>
    `${label}：${units} 個神經元中死了 ${dead} 個${revived > 0 ? `，有 ${revived} 個活過來` : ''}`,
  failed: (reason) => `實驗無法進行：${reason}`,
  stopped: '已停止。',
  irises:
    '150 朵鳶尾花的花瓣：橫軸是長度，縱軸是寬度。資料來自 R. A. Fisher（1936），經 UCI Machine Learning Repository 以 CC BY 4.0 授權提供，此處已標準化。',
  cost: ({ cheapest, slowest, kernels, speedups, isNoisy }) =>
    [
      slowest
        ? `用迴圈計算，最省時間的是 ${cheapest.label}，每個數 ${two(cheapest.ns)} 奈秒；${slowest.label} 要花 ${two(slowest.times)} 倍的時間。`
        : `用迴圈計算，${cheapest.label} 每個數要 ${two(cheapest.ns)} 奈秒。`,
      `換成 WebAssembly，每個數要 ${two(kernels.min)} 到 ${two(kernels.max)} 奈秒，速度是迴圈的：${speedups.map(([label, ratio]) => `${label} ${two(ratio)} 倍`).join('、')}。`,
      ...(isNoisy ? ['不過這台機器正忙著別的事，測得的時間起伏太大，不足採信，請再跑一次。'] : []),
    ].join(''),
  convergence: ({ epochs, best, worst, diverged }) =>
    [
      ...(best ? [`訓練 ${epochs} 輪後，損失最小的是 ${best.label}，${two(best.loss)}。`] : []),
      ...(best && worst
        ? [`${worst.label} 到最後的損失是 ${two(worst.loss)}，${best.label} 第 ${worst.epoch} 輪就做到了。`]
        : []),
      ...diverged.map(([label, step]) => `${label} 在第 ${step} 步發散，數值大到 32 位元浮點數裝不下。`),
    ].join(''),
  death: ({ steps, rate, counts, threshold, diverged }) =>
    [
      `學習率 ${two(rate)}，${steps} 步之後：${counts.map(({ label, dead, units }) => `${label} ${units} 個中死了 ${dead} 個`).join('、')}。`,
      threshold.from === undefined
        ? `這次一路試到學習率 ${two(threshold.max)}，${threshold.label} 死掉的神經元都不到一成。`
        : `這次 ${threshold.label} 從學習率 ${two(threshold.from)} 開始，死掉的神經元達到一成以上。`,
      ...diverged.map(([label, step]) => `${label} 在第 ${step} 步發散，數值大到 32 位元浮點數裝不下。`),
    ].join(''),
};

export const messages = { en: english, 'zh-Hant': chinese };
