/** <activation-lab>: an experiment with activation functions. Its attributes, all optional, are the words of grammar.js. */

import { lookOf } from '../element/canvas.js';
import { create } from '../element/dom.js';
import { loaded } from '../element/lazyImport.js';
import { adoptStyles } from '../element/styles.js';
import { messages } from '../messages/lab.js';
import { messages as plotMessages } from '../messages/plot.js';
import { noteOf } from '../package/errors.js';
import { controlsOf } from './controls.js';
import { formatExperiment, keys, parseExperiment } from './grammar.js';
import { labStyles } from './styles.js';

/** @typedef {import('./grammar.js').Experiment} Experiment */
/** @typedef {import('./training.js').Training} Training */
/** @typedef {import('./pictures.js').Picture} Picture */

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/**
 * Nothing runs before the reader starts it.
 * @fires activation-lab:change when the reader has changed a control; `detail.query`
 * @fires activation-lab:done when an experiment has ended; `detail.conclusion`
 */
export class ActivationLab extends /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? Object) {
  static observedAttributes = keys;

  #dark = matchMedia('(prefers-color-scheme: dark)');
  #still = matchMedia('(prefers-reduced-motion: reduce)');
  #root = create('div', { class: 'root lab' });
  #question = create('p', { class: 'question', part: 'question' });
  #controls = create('div', { class: 'controls', part: 'controls' });
  #start = create('button', { type: 'button' });
  #stop = create('button', { type: 'button' });
  #progress = create('progress', { max: '1' });
  #time = create('input', { type: 'range', min: '0', max: '0', value: '0' });
  #timeName = create('span', {});
  #timeShown = create('span', {});
  #slider = create('label', { class: 'time' }, this.#timeName, this.#time, this.#timeShown);
  #picture = create('div', { class: 'picture', part: 'picture' });
  #conclusion = create('p', { class: 'conclusion', part: 'conclusion', role: 'status' });
  #notes = create('div', { class: 'notes', part: 'notes', role: 'status' });
  /** The attributes that the controls show. @type {string | undefined} */
  #shown;
  /** @type {Experiment} */
  #state = parseExperiment({}).experiment;
  /** @type {AbortController | undefined} */
  #running;
  #isPaused = false;
  #frameRequest = 0;
  /** @type {{ training: Training, picture: Picture } | undefined} */
  #film;
  #relight = () => this.#light();

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    adoptStyles(root, labStyles);
    const actions = create('div', { class: 'actions' }, this.#start, this.#stop, this.#progress);
    this.#root.append(
      this.#question,
      this.#controls,
      actions,
      this.#picture,
      this.#slider,
      this.#conclusion,
      this.#notes,
    );
    root.append(this.#root);
    this.#start.addEventListener('click', () => this.#press());
    this.#stop.addEventListener('click', () => this.#end());
    this.#time.addEventListener('input', () => this.#show());
    this.#picture.addEventListener('contextrestored', () => this.#show(), true);
  }

  connectedCallback() {
    this.#dark.addEventListener('change', this.#relight);
    this.#refresh();
  }

  disconnectedCallback() {
    this.#dark.removeEventListener('change', this.#relight);
    this.#clear();
  }

  attributeChangedCallback() {
    this.#frameRequest ||= requestAnimationFrame(() => {
      this.#frameRequest = 0;
      if (this.isConnected) this.#refresh();
    });
  }

  get #language() {
    const around = this.parentElement?.closest('[lang]')?.getAttribute('lang') ?? '';
    return this.#state.lang ?? (/^zh\b/i.test(around) ? 'zh-Hant' : 'en');
  }

  get #texts() {
    return messages[this.#language];
  }

  /** @param {import('../package/types.js').Note[]} notes */
  #tell(notes) {
    const { note } = plotMessages[this.#language];
    this.#notes.replaceChildren(...notes.map((wrong) => create('p', {}, note(wrong))));
  }

  #light() {
    const isDark = this.#state.theme ? this.#state.theme === 'dark' : this.#dark.matches;
    this.#root.dataset.theme = isDark ? 'dark' : 'light';
    this.#show();
  }

  get #words() {
    return keys.map((key) => this.getAttribute(key)).join('&');
  }

  #parse() {
    return parseExperiment(Object.fromEntries(keys.map((key) => [key, this.getAttribute(key)])));
  }

  /** Everything anew, unless nothing differs. */
  #refresh() {
    if (this.#words === this.#shown) return;
    this.#shown = this.#words;
    const { experiment, notes } = this.#parse();
    this.#state = experiment;
    this.#tell(notes);
    this.#question.textContent = this.#texts.questions[experiment.experiment];
    this.#showControls();
    this.#reset();
    this.#light();
  }

  /** The state after a control changed it. */
  #change() {
    const query = formatExperiment(this.#state);
    const words = new URLSearchParams(query);
    for (const key of keys) {
      const word = words.get(key);
      if (word === null) this.removeAttribute(key);
      else if (word !== this.getAttribute(key)) this.setAttribute(key, word);
    }
    this.#shown = this.#words;
    this.#tell(this.#parse().notes);
    this.#reset();
    this.dispatchEvent(new CustomEvent('activation-lab:change', { bubbles: true, detail: { query } }));
  }

  #showControls() {
    const textbook = create('button', { type: 'button' }, this.#texts.textbook);
    textbook.addEventListener('click', () => {
      const { lang, theme } = this.#state;
      const { experiment } = parseExperiment({ experiment: 'death', rate: '3' });
      Object.assign(this.#state, experiment, { lang, theme });
      this.#change();
      this.#showControls();
      this.#press();
    });
    this.#controls.replaceChildren(
      ...controlsOf(this.#state, this.#texts, () => this.#change()),
      ...(this.#state.experiment === 'death' ? [textbook] : []),
    );
  }

  /** Nothing runs, nothing is shown. */
  #reset() {
    this.#clear();
    this.#picture.replaceChildren();
    this.#conclusion.textContent = '';
    this.#slider.hidden = true;
    this.#idle();
  }

  #idle() {
    this.#isPaused = false;
    this.#start.textContent = this.#texts.run;
    this.#start.disabled = false;
    this.#stop.textContent = this.#texts.stop;
    this.#stop.disabled = true;
    this.#progress.ariaLabel = this.#texts.progress;
    this.#progress.value = 0;
    this.#progress.hidden = true;
  }

  #clear() {
    this.#running?.abort();
    this.#running = undefined;
    this.#film?.picture.destroy();
    this.#film = undefined;
  }

  #press() {
    if (!this.#running) return this.#run();
    // What is measured cannot pause: it would cool down.
    if (this.#state.experiment === 'cost') return;
    this.#isPaused = !this.#isPaused;
    this.#start.textContent = this.#isPaused ? this.#texts.resume : this.#texts.pause;
  }

  #end() {
    this.#running?.abort();
    this.#running = undefined;
    this.#conclusion.textContent = this.#texts.stopped;
    this.#idle();
  }

  async #run() {
    this.#refresh();
    this.#reset();
    // As it was read: sliders leave what is typed in the state, right or wrong.
    const { experiment, notes } = this.#parse();
    this.#tell(notes);
    const running = new AbortController();
    this.#running = running;
    this.#stop.disabled = false;
    this.#progress.hidden = false;
    const isCost = experiment.experiment === 'cost';
    if (!isCost) this.#start.textContent = this.#texts.pause;
    this.#start.disabled = isCost;
    try {
      const conclusion = await (isCost
        ? this.#measure(experiment, running.signal)
        : this.#train(experiment, running.signal));
      if (running.signal.aborted) return;
      this.#running = undefined;
      this.#idle();
      this.#conclusion.textContent = conclusion;
      this.dispatchEvent(new CustomEvent('activation-lab:done', { bubbles: true, detail: { conclusion } }));
    } catch (error) {
      if (running.signal.aborted) return;
      this.#reset();
      const { note } = plotMessages[this.#language];
      this.#notes.replaceChildren(create('p', {}, this.#texts.failed(note(noteOf(error)))));
    }
  }

  /** @param {Experiment} experiment @param {AbortSignal} signal */
  async #measure({ functions, pass, size }, signal) {
    const [{ runBenchmark }, { cost }, { timingTable }] = await loaded(
      Promise.all([import('./runBenchmark.js'), import('./benchmark.js'), import('./pictures.js')]),
    );
    const table = await runBenchmark({ functions, pass, size }, signal, (share) => {
      this.#progress.value = share;
    });
    this.#picture.replaceChildren(timingTable(table, this.#texts));
    return this.#texts.cost(cost(table));
  }

  /** @param {Experiment} experiment @param {AbortSignal} signal */
  async #train(experiment, signal) {
    const [{ Training }, { learning, dying }] = await loaded(
      Promise.all([import('./training.js'), import('./pictures.js')]),
    );
    signal.throwIfAborted();
    const texts = this.#texts;
    const isDeath = experiment.experiment === 'death';
    const training = new Training(experiment);
    const picture = isDeath ? dying(training, texts) : learning(training, texts, texts[experiment.task]);
    this.#film = { training, picture };
    this.#picture.replaceChildren(picture.node);
    if (experiment.task === 'iris') this.#picture.append(create('p', { class: 'credit' }, texts.irises));
    this.#slider.hidden = false;
    this.#timeName.textContent = isDeath ? texts.step : texts.epoch;

    while (training.done < training.max) {
      await nextFrame();
      signal.throwIfAborted();
      if (this.#isPaused) continue;
      const isFollowing = this.#time.value === this.#time.max;
      // Reduced motion: only the last moment is drawn, so that more than one fits into a frame.
      const end = performance.now() + 8;
      do training.advance();
      while (this.#still.matches && training.done < training.max && performance.now() < end);
      this.#time.max = String(training.done);
      if (isFollowing) this.#time.value = this.#time.max;
      this.#progress.value = training.share();
      if (!this.#still.matches || training.done === training.max) this.#show();
    }

    if (!isDeath) return texts.convergence(training.convergence());
    const steps = training.death();
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return texts.death(step.value);
      await nextFrame();
      signal.throwIfAborted();
      this.#progress.value = step.value;
    }
  }

  /** The moment that the slider points at. */
  #show() {
    if (!this.#film) return;
    const { training, picture } = this.#film;
    const at = Math.min(Number(this.#time.value), training.done);
    picture.show(training, at, lookOf(this.#root), this.#root.dataset.theme === 'dark');
    this.#timeShown.textContent = String(this.#state.experiment === 'death' ? at * training.stepsEach : at);
  }
}

if (globalThis.customElements && !customElements.get('activation-lab'))
  customElements.define('activation-lab', ActivationLab);
