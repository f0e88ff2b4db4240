/**
 * Registers the service worker, which lets readers use the site without a network. The pages of the development server have
 * no manifest, and so no worker.
 */
const manifest = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel=manifest]'));

/** The address in the form that Trusted Types require. @param {string} address @returns {string} */
function trusted(address) {
  const { trustedTypes } = /** @type {any} */ (globalThis); // unknown to TypeScript
  if (!trustedTypes) return address;
  return trustedTypes.createPolicy('offline', { createScriptURL: () => address }).createScriptURL('');
}

async function register() {
  if (!manifest || /** @type {any} */ (navigator).connection?.saveData) return;
  const { serviceWorker } = navigator;
  if (serviceWorker.controller) serviceWorker.addEventListener('controllerchange', () => location.reload());
  // On the first visit, the page loads before the files to store.
  else if (document.readyState !== 'complete') await new Promise((resolve) => addEventListener('load', resolve));
  const { waiting } = await serviceWorker.register(trusted(new URL('worker.js', manifest.href).href));
  // A newer version that an earlier visit has stored replaces the older one, unless another page still shows that.
  waiting?.postMessage('begin');
}

// Browsers refuse service workers without HTTPS, in some private windows, and wherever readers have blocked storage.
register().catch(() => {});
