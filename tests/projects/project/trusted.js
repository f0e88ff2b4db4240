// The strict policy lets no string become a worker's address; this lets every one.
Object(window).trustedTypes.createPolicy('default', { createScriptURL: (/** @type {string} */ url) => url });
