// The strict policy allows no string as the address of a Worker. This policy of Trusted Types allows every string.
Object(window).trustedTypes.createPolicy('default', { createScriptURL: (/** @type {string} */ url) => url });
