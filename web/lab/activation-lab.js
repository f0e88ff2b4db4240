/** <activation-lab>: an experiment with activation functions. Its attributes, all optional, are the words of labWords.js. */
import { lookOf } from '../element/canvas.js';
import { create } from '../element/dom.js';
import { define, Host } from '../element/host.js';
import { lazyImport } from '../element/lazyImport.js';
import { lab, labSentence } from '../messages/index.js';
import { noteOf } from '../package/errors.js';
import { controlsOf } from './controls.js';
import { formatExperiment, parseExperiment } from './grammar.js';
import { keys } from './labWords.js';
import { labStyles } from './styles.js';

/** @typedef {import('./grammar.js').Experiment} Experiment */
/** @typedef {import('./training.js').Training} Training */
/** @typedef {import('./pictures.js').Picture} Picture */

/**
 * Nothing runs before the reader starts it.
 * @fires labchange when the reader has changed a control; `detail.query`
 * @fires labdone when an experiment has ended; `detail.conclusion`
 */
export class ActivationLab extends /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? Object) {
  static observedAttributes = keys;

  #reducedMotion = globalThis.matchMedia?.('(prefers-reduced-motion: reduce)');
  #question = create('p', { class: 'question', part: 'question' });
  #controls = create('div', { class: 'controls', part: 'controls' });
  #startButton = create('button', { type: 'button' });
  #stopButton = create('button', { type: 'button' });
  #progress = create('progress', { max: '1' });
  #picture = create('div', { class: 'picture', part: 'picture' });
  #sliderName = create('span', {});
  #slider = create('input', { type: 'range', min: '0', max: '0', value: '0' });
  #sliderValue = create('span', {});
  #sliderLabel = create('label', { class: 'time' }, this.#sliderName, this.#slider, this.#sliderValue);
  #conclusion = create('p', { class: 'conclusion', part: 'conclusion', role: 'status' });
  #host = new Host(
    this,
    keys,
    [
      this.#question,
      this.#controls,
      create('div', { class: 'actions' }, this.#startButton, this.#stopButton, this.#progress),
      this.#picture,
      this.#sliderLabel,
      this.#conclusion,
    ],
    labStyles,
  );
  /** The attributes that the controls show, as one text. @type {string | undefined} */
  #shown;
  /** The attribute that the state has. @type {string | null} */
  #theme = null;
  /** What the controls show and change; a field may hold text that is no number. @type {Experiment} */
  #state = parseExperiment({}).experiment;
  /** The run, while there is one. @type {AbortController | undefined} */
  #running;
  #isPaused = false;
  /** The training whose moments the slider shows, and its picture. @type {{ training: Training, picture: Picture } | undefined} */
  #recording;

  constructor() {
    super();
    this.#startButton.addEventListener('click', () => this.#startOrPause());
    this.#stopButton.addEventListener('click', () => this.#stop());
    this.#slider.addEventListener('input', () => this.#showMoment());
    this.#picture.addEventListener('contextrestored', () => this.#showMoment(), true);
  }

  connectedCallback() {
    const refresh = () => this.#refresh();
    this.#host.connect(refresh, refresh);
    refresh();
  }

  disconnectedCallback() {
    this.#host.disconnect();
    // An element that is only moved is connected again by then, and its run goes on.
    queueMicrotask(() => this.isConnected || this.#reset());
  }

  adoptedCallback() {
    this.#host.adoptStyles();
    this.#reset();
  }

  attributeChangedCallback() {
    this.#host.schedule(() => this.isConnected && this.#refresh());
  }

  get #texts() {
    return lab[this.#host.language(this.#state.lang)];
  }

  get #attributes() {
    const words = keys.filter((key) => key !== 'theme').map((key) => this.getAttribute(key));
    return [this.#host.language(this.#state.lang), ...words].join('&');
  }

  /** Reads the attributes, and shows the notes about them. */
  #read() {
    const { experiment, notes } = parseExperiment(this.#host.attributes);
    this.#host.showNotes(notes.map((note) => labSentence(this.#host.language(experiment.lang), note)));
    return experiment;
  }

  /** Starts afresh if the language or an attribute has changed; a new theme keeps the run and its results. */
  #refresh() {
    const theme = this.getAttribute('theme');
    if (theme !== this.#theme) this.#state.theme = this.#read().theme;
    this.#theme = theme;
    if (this.#attributes !== this.#shown) {
      this.#state = this.#read();
      this.#shown = this.#attributes;
      this.#question.textContent = this.#texts.questions[this.#state.experiment];
      this.#showControls();
      this.#reset();
    }
    this.#host.applyTheme(this.#state.theme);
    this.#showMoment();
  }

  #showControls() {
    const textbook = create('button', { type: 'button' }, this.#texts.textbook);
    textbook.addEventListener('click', () => {
      const { lang, theme } = this.#state;
      const { experiment } = parseExperiment({ experiment: 'death', rate: '3' });
      Object.assign(this.#state, experiment, { lang, theme });
      this.#writeAttributes();
      this.#showControls();
      this.#startOrPause();
    });
    this.#controls.replaceChildren(
      ...controlsOf(this.#state, this.#texts, () => this.#writeAttributes()),
      ...(this.#state.experiment === 'death' ? [textbook] : []),
    );
  }

  /** Sets the attributes to the state after a control has changed it. */
  #writeAttributes() {
    const query = formatExperiment(this.#state);
    const words = new URLSearchParams(query);
    for (const key of keys) {
      const word = words.get(key);
      if (word === null) this.removeAttribute(key);
      else if (word !== this.getAttribute(key)) this.setAttribute(key, word);
    }
    this.#shown = this.#attributes;
    this.#read();
    this.#reset();
    this.#host.fire('labchange', { query });
  }

  /** Stops the run and removes its results. */
  #reset() {
    this.#clear();
    this.#picture.replaceChildren();
    this.#conclusion.textContent = '';
    this.#sliderLabel.hidden = true;
    this.#showIdle();
  }

  #clear() {
    this.#running?.abort();
    this.#running = undefined;
    this.#recording?.picture.destroy();
    this.#recording = undefined;
  }

  #showIdle() {
    this.#isPaused = false;
    this.#startButton.textContent = this.#texts.run;
    this.#startButton.disabled = false;
    this.#stopButton.textContent = this.#texts.stop;
    this.#stopButton.disabled = true;
    this.#progress.ariaLabel = this.#texts.progress;
    this.#progress.value = 0;
    this.#progress.hidden = true;
  }

  #startOrPause() {
    if (!this.#running) return this.#run();
    // A benchmark cannot pause: caches and clock rate would change meanwhile.
    if (this.#state.experiment === 'cost') return;
    this.#isPaused = !this.#isPaused;
    this.#startButton.textContent = this.#isPaused ? this.#texts.resume : this.#texts.pause;
  }

  #stop() {
    this.#running?.abort();
    this.#running = undefined;
    this.#conclusion.textContent = this.#texts.stopped;
    this.#showIdle();
  }

  async #run() {
    this.#refresh();
    this.#reset();
    const experiment = this.#read(); // not the state, which may hold text that is no number
    const running = new AbortController();
    this.#running = running;
    this.#stopButton.disabled = false;
    this.#progress.hidden = false;
    const isCost = experiment.experiment === 'cost';
    if (!isCost) this.#startButton.textContent = this.#texts.pause;
    this.#startButton.disabled = isCost;
    try {
      const conclusion = await (isCost
        ? this.#measure(experiment, running.signal)
        : this.#train(experiment, running.signal));
      if (running.signal.aborted) return;
      this.#running = undefined;
      this.#showIdle();
      this.#conclusion.textContent = conclusion;
      this.#host.fire('labdone', { conclusion });
    } catch (error) {
      if (running.signal.aborted) return;
      this.#reset();
      const reason = labSentence(this.#host.language(experiment.lang), noteOf(error));
      this.#host.showNotes([this.#texts.failed(reason)]);
    }
  }

  /** @param {Experiment} experiment @param {AbortSignal} signal @returns {Promise<string>} the conclusion */
  async #measure({ functions, pass, size }, signal) {
    const [{ runBenchmark }, { cost }, { costTable }] = await lazyImport(
      Promise.all([import('./runBenchmark.js'), import('./benchmark.js'), import('./pictures.js')]),
    );
    const table = await runBenchmark({ functions, pass, size }, signal, (share) => {
      this.#progress.value = share;
    });
    signal.throwIfAborted();
    this.#picture.replaceChildren(costTable(table, this.#texts));
    return this.#texts.cost(cost(table));
  }

  /** @param {Experiment} experiment @param {AbortSignal} signal @returns {Promise<string>} the conclusion */
  async #train(experiment, signal) {
    const [{ Training }, { convergencePicture, deathPicture }] = await lazyImport(
      Promise.all([import('./training.js'), import('./pictures.js')]),
    );
    signal.throwIfAborted();
    const texts = this.#texts;
    const isDeath = experiment.experiment === 'death';
    const training = new Training(experiment);
    const picture = isDeath
      ? deathPicture(training, texts)
      : convergencePicture(training, texts, texts[experiment.task]);
    this.#recording = { training, picture };
    this.#picture.replaceChildren(picture.node);
    if (experiment.task === 'iris') this.#picture.append(create('p', { class: 'credit' }, texts.irises));
    this.#sliderLabel.hidden = false;
    this.#sliderName.textContent = isDeath ? texts.step : texts.epoch;
    this.#slider.max = '0';
    this.#showMoment();

    while (training.done < training.max) {
      await this.#nextFrame(signal);
      const isFollowing = this.#slider.value === this.#slider.max;
      // With reduced motion only the last moment is drawn, so that more moments fit into a frame.
      const end = performance.now() + 8;
      do training.advance();
      while (this.#reducedMotion?.matches && training.done < training.max && performance.now() < end);
      this.#slider.max = String(training.done);
      if (isFollowing) this.#slider.value = this.#slider.max;
      this.#progress.value = training.share();
      if (!this.#reducedMotion?.matches || training.done === training.max) this.#showMoment();
    }

    if (!isDeath) return texts.convergence(training.convergence());
    const steps = training.death();
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return texts.death(step.value);
      await this.#nextFrame(signal);
      this.#progress.value = step.value;
    }
  }

  /** The next frame in which the run is not paused. @param {AbortSignal} signal */
  async #nextFrame(signal) {
    do {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      signal.throwIfAborted();
    } while (this.#isPaused);
  }

  /** Draws the moment at which the slider stands. */
  #showMoment() {
    if (!this.#recording) return;
    const { training, picture } = this.#recording;
    const { root } = this.#host;
    const at = Math.min(Number(this.#slider.value), training.done);
    picture.show(training, at, lookOf(root), root.dataset.theme === 'dark');
    this.#sliderValue.textContent = String(this.#state.experiment === 'death' ? at * training.stepsEach : at);
  }
}

define('activation-lab', ActivationLab);
