navigator.serviceWorker.register('serviceWorker.js', { type: 'module' });
navigator.serviceWorker.ready.then(({ active }) => active?.postMessage('compute'));
navigator.serviceWorker.onmessage = (/** @type {MessageEvent} */ { data }) => {
  document.body.dataset.serviceWorker = JSON.stringify(data);
};
