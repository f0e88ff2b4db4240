const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
worker.onmessage = (/** @type {MessageEvent} */ { data }) => {
  console.log(JSON.stringify(data));
  worker.terminate();
};
