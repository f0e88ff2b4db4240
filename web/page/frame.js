/** Messages from the embedded page to its host page: its best height, and the address of its link. */

/** WordPress identifies its frames by this secret. https://github.com/WordPress/wordpress-develop/blob/trunk/src/js/_enqueues/wp/embed.js */
const secret = new URLSearchParams(location.hash.replace(/^#\??/, '')).get('secret');
// To any origin: the height of a plot is no secret.
const send = (/** @type {object} */ message) => parent.postMessage(message, '*');

/**
 * Reports the height now and after every change, and where the link leads when it is clicked.
 * @param {HTMLAnchorElement} link to the whole page @param {() => number} heightOf the best height, in pixels
 */
export function reportHeight(link, heightOf) {
  const sendHeight = () => {
    const height = Math.ceil(heightOf());
    send({ height });
    if (secret) send({ message: 'height', value: height, secret });
  };
  // In the next frame, because measuring the height changes sizes, which the callback of a ResizeObserver must not do.
  const observe = () => requestAnimationFrame(sendHeight);
  if ('ResizeObserver' in globalThis) new ResizeObserver(observe).observe(document.body);
  else for (const type of ['plotdraw', 'resize']) addEventListener(type, observe);
  let answer = 0;
  // WordPress clips a frame until it hears from it, and animation frames do not run in a clipped one.
  sendHeight();
  addEventListener('message', ({ source, data }) => {
    if (source !== parent || !secret || data?.message !== 'ready' || data.secret !== secret || answer) return;
    // At most one answer in 16 ms. A timer, because animation frames stop while the frame is out of sight.
    answer = window.setTimeout(() => {
      answer = 0;
      sendHeight();
    }, 16);
  });
  // A sandboxed frame cannot navigate its host page. WordPress follows this message, but only to the host of the frame.
  link.addEventListener('click', (event) => {
    if (!secret) return;
    event.preventDefault();
    send({ message: 'link', value: link.href, secret });
  });
}
