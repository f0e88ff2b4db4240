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
  // On the first visit, the page loads before the files to store.
  if (!serviceWorker.controller && document.readyState !== 'complete')
    await new Promise((resolve) => addEventListener('load', resolve));
  await serviceWorker.register(trusted(new URL('worker.js', manifest.href).href));
}

// Browsers refuse service workers without HTTPS, in some private windows, and wherever readers have blocked storage.
register().catch(() => {});
