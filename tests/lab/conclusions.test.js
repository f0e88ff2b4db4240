/** The conclusions of the experiments: their data, and the sentences about them. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { cost } from '../../web/lab/benchmark.js';
import { parseExperiment } from '../../web/lab/grammar.js';
import { Training } from '../../web/lab/training.js';
import { lab } from '../../web/messages/index.js';

const calm = { low: 2, median: 2, high: 2 };
const tanh = { label: 'Tanh', loop: { low: 7, median: 8, high: 9 }, kernel: calm, ratio: 4 };
const relu = { label: 'ReLU', loop: { low: 4, median: 4, high: 4 }, kernel: { ...calm, median: 0.5 }, ratio: 8 };
/** @param {import('../../web/lab/benchmark.js').Timing[]} timings */
const concludeFrom = (...timings) => cost({ size: 401, pass: 'value', timings });

test('cost: the conclusion compares the loops, and the kernels with the loops', () => {
  const conclusion = concludeFrom(tanh, relu);
  assert.deepEqual(conclusion, {
    cheapest: { label: 'ReLU', ns: 4 },
    slowest: { label: 'Tanh', times: 2 },
    kernels: { min: 0.5, max: 2 },
    speedups: [
      ['Tanh', 4],
      ['ReLU', 8],
    ],
    withoutLoop: [],
    isNoisy: false,
  });
  assert.equal(
    lab.en.cost(conclusion),
    'As a loop, ReLU is the cheapest at 4 ns per number; Tanh takes 2 times as long. With WebAssembly kernels a number takes 0.5 to 2 ns. Speed-up over the loop: Tanh 4×, ReLU 8×.',
  );
  assert.equal(
    lab['zh-Hant'].cost(conclusion),
    '用迴圈計算，最省時間的是 ReLU，每個數 4 奈秒；Tanh 要花 2 倍的時間。用 WebAssembly 核心計算，每個數要 0.5 到 2 奈秒。與迴圈相比的速度：Tanh 4 倍、ReLU 8 倍。',
  );
  const alone = concludeFrom(relu);
  assert.equal(alone.slowest, undefined);
  assert.match(
    lab.en.cost(alone),
    /^As a loop, ReLU takes 4 ns per number\. With WebAssembly kernels a number takes 0\.5 ns\./,
  );
});

test('cost: the conclusion names functions without a loop', () => {
  const mish = { label: 'Mish', kernel: calm };
  const conclusion = concludeFrom(mish, relu);
  assert.deepEqual(conclusion.cheapest, { label: 'ReLU', ns: 4 });
  assert.deepEqual(conclusion.kernels, { min: 0.5, max: 2 });
  assert.match(lab.en.cost(conclusion), /over the loop: ReLU 8×\. This experiment has no loop for Mish\.$/);
  assert.equal(
    lab.en.cost(concludeFrom(mish)),
    'With WebAssembly kernels a number takes 2 ns. This experiment has no loop for Mish.',
  );
  assert.equal(
    lab['zh-Hant'].cost(concludeFrom(mish)),
    '用 WebAssembly 核心計算，每個數要 2 奈秒。這個實驗沒有 Mish 的迴圈。',
  );
});

test('cost: measurements that vary too much are noisy', () => {
  const noisy = concludeFrom(relu, { ...tanh, kernel: { low: 1, median: 2, high: 3 } });
  assert.equal(noisy.isNoisy, true);
  assert.match(lab.en.cost(noisy), /busy with other things/);
});

test('convergence: the conclusion names the best and the worst network, and when the best reached the worst’s loss', () => {
  const { experiment } = parseExperiment('experiment=convergence&functions=tanh+relu+identity');
  const training = new Training(experiment);
  for (let i = 0; i < 20; ++i) training.advance();
  const conclusion = training.convergence();
  const losses = training.moments.map((moments) => moments.map(({ loss }) => loss));
  const last = losses.map((own) => own[20]);
  const best = last.indexOf(Math.min(...last));
  const worst = last.indexOf(Math.max(...last));
  const epoch = losses[best].findIndex((loss) => loss <= last[worst]);
  assert.ok(best !== worst && epoch > 0);
  assert.deepEqual(conclusion, {
    epochs: 20,
    best: { label: training.labels[best], loss: last[best] },
    worst: { label: training.labels[worst], loss: last[worst], epoch },
    diverged: [],
  });
});

test('convergence: a network alone has no rival, and a diverged one is not ranked', () => {
  const training = new Training(parseExperiment('experiment=convergence&functions=relu+tanh&rate=1e6').experiment);
  training.advance();
  const { best, worst, diverged } = training.convergence();
  assert.deepEqual(diverged, [['ReLU', diverged[0][1]]]);
  assert.equal(best?.label, 'Tanh');
  assert.equal(worst, undefined);
});

/** A training right after the first of its networks, ELU, has diverged, and the step at which it did. */
function diverging(/** @type {string} */ experiment) {
  const training = new Training(parseExperiment(`experiment=${experiment}&functions=elu+tanh&rate=3`).experiment);
  while (training.convergence().diverged.length === 0) training.advance();
  const [[label, step]] = training.convergence().diverged;
  assert.equal(label, 'ELU (α = 1)');
  assert.equal(Math.ceil(step / training.stepsEach), training.done);
  return { training, step };
}

for (const experiment of ['convergence', 'death'])
  test(`${experiment}: a network that has diverged says so, and nothing else`, () => {
    const { training, step } = diverging(experiment);
    const [elu, tanh] = training.moments.map((moments) => moments[training.done]);
    const { diverged, loss, accuracy, norms, picture, alive } = elu;
    assert.deepEqual(
      [diverged, loss, accuracy, norms.length, picture, alive.length],
      [step, NaN, undefined, 0, undefined, 0],
    );
    assert.equal(tanh.diverged, undefined);
  });

test('death: a network that has diverged is not counted as having no dead units', () => {
  const { training, step } = diverging('death');
  const conclusion = conclude(training);
  assert.deepEqual(
    conclusion.counts.map(({ label }) => label),
    ['Tanh'],
  );
  assert.deepEqual(conclusion.diverged, [['ELU (α = 1)', step]]);
  const alone = conclude(new Training(parseExperiment('experiment=death&functions=elu&rate=3').experiment));
  assert.deepEqual(alone.counts, []);
  for (const texts of [lab.en, lab['zh-Hant']]) {
    assert.doesNotMatch(texts.death(alone), /0 of|0 個|undefined/);
    assert.ok(texts.death(alone).includes(String(step)));
    assert.ok(texts.divergedAt(['ELU', step]).includes(String(step)));
  }
});

test('convergence: the sentences', () => {
  assert.equal(
    lab.en.convergence({
      epochs: 100,
      best: { label: 'B', loss: 0.001 },
      worst: { label: 'A', loss: 0.5, epoch: 3 },
      diverged: [['C', 7]],
    }),
    'After 100 epochs B has the smallest loss, 0.001. B had already reached A’s final loss, 0.5, after epoch 3. C diverged at step 7: its values became too large for 32-bit floats.',
  );
});

/** @param {Training} training */
function conclude(training) {
  while (training.done < training.max) training.advance();
  const shares = [training.share()];
  const steps = training.death();
  let step = steps.next();
  for (; !step.done; step = steps.next()) shares.push(step.value);
  assert.deepEqual(shares, shares.toSorted());
  assert.ok(shares.every((share) => share <= 1));
  return step.value;
}

test('death: the conclusion counts dead units, and finds the smallest learning rate at which a tenth die', () => {
  const death = (/** @type {string} */ words) =>
    conclude(new Training(parseExperiment(`experiment=death&${words}`).experiment));
  const { steps, rate, counts, threshold } = death('functions=relu+elu&rate=3');
  assert.deepEqual([steps, rate], [200, 3]);
  assert.ok(counts[0].dead >= 6.4);
  assert.equal(counts.length, 1); // ELU diverges
  const found = Number(threshold?.from);
  assert.ok(found <= 3, `${found}`);
  assert.ok(death(`functions=relu&rate=${found}`).counts[0].dead >= 6.4);
  assert.ok(death(`functions=relu&rate=${found / Math.SQRT2}`).counts[0].dead < 6.4);
  assert.deepEqual(death('functions=tanh&rate=0.1').counts, [{ label: 'Tanh', dead: 0, units: 64 }]);
  const { threshold: harmless } = death('functions=elu&rate=0.1');
  assert.equal(harmless?.from, undefined);
  assert.deepEqual(death(`functions=elu&rate=${harmless?.max}`).diverged, []);
  assert.equal(death(`functions=elu&rate=${Number(harmless?.max) * Math.SQRT2}`).diverged.length, 1);
});
