/** What a page in a frame of somebody's page tells the page around: how high it would best be, and where its link leads. */

/** WordPress knows its frames by this. https://github.com/WordPress/wordpress-develop/blob/trunk/src/js/_enqueues/wp/embed.js */
const secret = new URLSearchParams(location.hash.replace(/^#\??/, '')).get('secret');
// To whoever frames it: how high a plot is may be known to all.
const send = (/** @type {object} */ message) => parent.postMessage(message, '*');

/** @param {HTMLAnchorElement} link to the whole page @param {() => number} heightOf in pixels, whenever something changes its size */
export function speak(link, heightOf) {
  const sendHeight = () => {
    const height = Math.ceil(heightOf());
    send({ height });
    if (secret) send({ message: 'height', value: height, secret });
  };
  // Not at once: the height can change sizes again, and an observer may not.
  const observe = () => requestAnimationFrame(sendHeight);
  if ('ResizeObserver' in globalThis) new ResizeObserver(observe).observe(document.body);
  else for (const type of ['activation-plot:draw', 'resize']) addEventListener(type, observe);
  let answer = 0;
  addEventListener('message', ({ source, data }) => {
    if (source !== parent || !secret || data?.message !== 'ready' || data.secret !== secret || answer) return;
    // One answer to all that ask in the time of a frame; frames themselves may stand still out of sight.
    answer = window.setTimeout(() => {
      answer = 0;
      sendHeight();
    }, 16);
  });
  // A sandbox lets no link out; WordPress follows this message instead, to the host of the frame alone.
  link.addEventListener('click', (event) => {
    if (!secret) return;
    event.preventDefault();
    send({ message: 'link', value: link.href, secret });
  });
}
