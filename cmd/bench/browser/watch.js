// Runs before anything of the page. It writes down, in milliseconds since navigation began, when the engine first drew and, on
// a page that has a mirror for screen readers, when that first showed something.
globalThis.firstView = { drawn: 0, mirrored: 0 };
for (const name of ['drawElements', 'drawArrays']) {
  const draw = WebGL2RenderingContext.prototype[name];
  WebGL2RenderingContext.prototype[name] = function (...args) {
    firstView.drawn ||= performance.now();
    return draw.apply(this, args);
  };
}
new MutationObserver(() => {
  const mirror = document.getElementById('mirror');
  if (mirror && !mirror.hidden && mirror.firstElementChild) firstView.mirrored ||= performance.now();
}).observe(document, { subtree: true, childList: true, attributes: true });
