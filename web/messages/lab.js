/** What the experiments say. */

import { format } from '../element/scene.js';
import { chineseNotes } from './plot.js';

chineseNotes.noClock = () => '時鐘停住不動，無法計時。';

/** @typedef {import('../lab/benchmark.js').Table} Table */
/** @typedef {{ label: string, loss: number, diverged: number | false }} Learned at the end; `diverged`: at which step */
/** @typedef {{ label: string, dead: number, units: number, revived: number, diverged: number | false }} Dead */
/** @typedef {{ label: string, from: number | undefined, most: number }} Threshold the smallest rate tried at which units died */

/** @param {number} value with two digits that matter */
export const two = (value) => format(Number(value.toPrecision(2)));

/** The fastest as a loop, and the one that takes longest. @param {Table} table */
function ends({ timings }) {
  const sorted = timings.toSorted((a, b) => a.loop.median - b.loop.median);
  return [sorted[0], sorted[sorted.length - 1]];
}

const english = {
  questions: {
    cost: 'Is ReLU cheap? How long each function takes in your browser, as a loop in JavaScript and as a WebAssembly kernel.',
    convergence:
      'Does ReLU learn faster? The same small network, the same data, the same seed: only the activation differs.',
    death: 'Can a unit die? Turn up the learning rate, and watch hidden units that no example reaches any more.',
  },
  /** @param {string[]} labels */
  functions: (labels) => `Functions: ${labels.join(', ')}`,
  pass: 'Measured',
  value: 'f(x)',
  backward: 'backward pass',
  size: 'Numbers at a time',
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
  columns: { loss: 'Loss', accuracy: 'Right', norms: 'Gradient norm per layer' },
  timing: { loop: 'loop', kernel: 'kernel', times: 'times', speed: 'kernel, millions per second', ns: 'ns per number' },
  /** @param {string} label @param {string} task */
  pictureOf: (label, task) => `${label}: what the network has learned, ${task}`,
  /** @param {Dead} dead */
  unitsOf: ({ label, dead, units, revived }) =>
    `${label}: ${dead} of ${units} units dead${revived > 0 ? `, ${revived} came back to life` : ''}`,
  failed: (/** @type {string} */ reason) => `The experiment could not run: ${reason}`,
  stopped: 'Stopped.',
  irises:
    'Petals of 150 irises: length across, width upwards. R. A. Fisher (1936), from the UCI Machine Learning Repository under CC BY 4.0, here standardised.',
  /** @param {Table} table @param {(name: string) => string} label @param {boolean} noisy */
  cost(table, label, noisy) {
    const [first, last] = ends(table);
    const times = table.timings.map(({ name, ratio }) => `${label(name)} ${two(ratio)}`).join(', ');
    return [
      first === last
        ? `As a loop, ${label(first.name)} takes ${two(first.loop.median)} ns per number.`
        : `As a loop, ${label(first.name)} is the cheapest with ${two(first.loop.median)} ns per number; ${label(last.name)} takes ${two(last.loop.median / first.loop.median)} times as long.`,
      `In WebAssembly they take ${two(Math.min(...table.timings.map(({ kernel }) => kernel.median)))} to ${two(Math.max(...table.timings.map(({ kernel }) => kernel.median)))} ns; so many times as fast as the loop: ${times}.`,
      ...(noisy
        ? ['But this machine was busy with other things: the times vary too much to be trusted. Run it again.']
        : []),
    ].join(' ');
  },
  /** @param {Learned[]} learned @param {number} epochs @param {number | undefined} reached */
  convergence(learned, epochs, reached) {
    const well = learned.filter(({ diverged }) => diverged === false).sort((a, b) => a.loss - b.loss);
    const [best] = well;
    const worst = well[well.length - 1];
    return [
      ...(best ? [`After ${epochs} epochs the smallest loss is ${best.label}’s, ${two(best.loss)}.`] : []),
      ...(best !== worst && reached !== undefined
        ? [`What ${worst.label} reached by then, ${two(worst.loss)}, ${best.label} had after epoch ${reached}.`]
        : []),
      ...divergences(learned, (label, step) => `${label} diverged at step ${step}: its numbers outgrew 32-bit floats.`),
    ].join(' ');
  },
  /** @param {Dead[]} all @param {number} rate @param {number} steps @param {Threshold} threshold */
  death(all, rate, steps, { label, from, most }) {
    const counts = all.map(({ label, dead, units }) => `${label} ${dead} of ${units}`).join(', ');
    return [
      `Dead after ${steps} steps at a learning rate of ${two(rate)}: ${counts}.`,
      from === undefined
        ? `In this run fewer than a tenth of ${label}’s units died at any rate up to ${two(most)}.`
        : `In this run a tenth of ${label}’s units or more died from a learning rate of ${two(from)} on.`,
      ...divergences(all, (label, step) => `${label} diverged at step ${step}: its numbers outgrew 32-bit floats.`),
    ].join(' ');
  },
};

/**
 * @template {{ label: string, diverged: number | false }} T
 * @param {T[]} all @param {(label: string, step: number) => string} say
 */
const divergences = (all, say) =>
  all.flatMap(({ label, diverged }) => (diverged === false ? [] : [say(label, diverged)]));

/** @type {typeof english} */
const chinese = {
  questions: {
    cost: 'ReLU 真的省時間嗎？在你的瀏覽器裡，用 JavaScript 迴圈和 WebAssembly 核心各跑一次，看每個函數要花多久。',
    convergence: 'ReLU 學得比較快嗎？同樣的小網路、同樣的資料、同樣的亂數種子，只換激勵函數。',
    death: '神經元會死嗎？把學習率調高，看看有多少隱藏單元再也不受任何資料影響。',
  },
  functions: (labels) => `函數：${labels.join('、')}`,
  pass: '測量對象',
  value: 'f(x)',
  backward: '反向傳播',
  size: '一次計算幾個數',
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
  deadShare: '死亡單元的比例（%）',
  unitsLegend: '每個方格是一個隱藏單元：× 已經死亡，● 死過又活過來。',
  epoch: '第幾輪',
  step: '第幾步',
  columns: { loss: '損失', accuracy: '答對', norms: '各層梯度的範數' },
  timing: { loop: '迴圈', kernel: '核心', times: '倍數', speed: '核心每秒百萬個數', ns: '每個數幾奈秒' },
  pictureOf: (label, task) => `${label}：網路學到的結果，題目是${task}`,
  unitsOf: ({ label, dead, units, revived }) =>
    `${label}：${units} 個單元死了 ${dead} 個${revived > 0 ? `，有 ${revived} 個活過來` : ''}`,
  failed: (reason) => `實驗無法進行：${reason}`,
  stopped: '已停止。',
  irises:
    '150 朵鳶尾花的花瓣：橫軸是長度，縱軸是寬度。資料來自 R. A. Fisher（1936），經 UCI Machine Learning Repository 以 CC BY 4.0 授權提供，此處已標準化。',
  cost(table, label, noisy) {
    const [first, last] = ends(table);
    const times = table.timings.map(({ name, ratio }) => `${label(name)} ${two(ratio)} 倍`).join('、');
    return [
      first === last
        ? `用迴圈計算，${label(first.name)} 每個數要 ${two(first.loop.median)} 奈秒。`
        : `用迴圈計算，最省時間的是 ${label(first.name)}，每個數 ${two(first.loop.median)} 奈秒；${label(last.name)} 要花 ${two(last.loop.median / first.loop.median)} 倍的時間。`,
      `換成 WebAssembly，每個數只要 ${two(Math.min(...table.timings.map(({ kernel }) => kernel.median)))} 到 ${two(Math.max(...table.timings.map(({ kernel }) => kernel.median)))} 奈秒，比迴圈快：${times}。`,
      ...(noisy ? ['不過這台機器正忙著別的事，測得的時間起伏太大，不足採信，請再跑一次。'] : []),
    ].join('');
  },
  convergence(learned, epochs, reached) {
    const well = learned.filter(({ diverged }) => diverged === false).sort((a, b) => a.loss - b.loss);
    const [best] = well;
    const worst = well[well.length - 1];
    return [
      ...(best ? [`訓練 ${epochs} 輪後，損失最小的是 ${best.label}，${two(best.loss)}。`] : []),
      ...(best !== worst && reached !== undefined
        ? [`${worst.label} 到最後的損失是 ${two(worst.loss)}，${best.label} 第 ${reached} 輪就做到了。`]
        : []),
      ...divergences(learned, (label, step) => `${label} 在第 ${step} 步發散，數值大到 32 位元浮點數裝不下。`),
    ].join('');
  },
  death(all, rate, steps, { label, from, most }) {
    const counts = all.map(({ label, dead, units }) => `${label} ${units} 個死了 ${dead} 個`).join('、');
    return [
      `學習率 ${two(rate)}，${steps} 步之後：${counts}。`,
      from === undefined
        ? `這次一路試到學習率 ${two(most)}，${label} 死掉的單元都不到一成。`
        : `這次 ${label} 從學習率 ${two(from)} 開始，死掉的單元達到一成以上。`,
      ...divergences(all, (label, step) => `${label} 在第 ${step} 步發散，數值大到 32 位元浮點數裝不下。`),
    ].join('');
  },
};

export const messages = { en: english, 'zh-Hant': chinese };
