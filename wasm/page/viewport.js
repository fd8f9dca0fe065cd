// A keyboard on the screen covers what stands under it. Most browsers make the page smaller for it, as interactive-widget
// in index.html asks; Safari lays it over the page, which is then made as high as what can be seen.

// fit starts to keep the page within what can be seen.
export function fit() {
  const seen = window.visualViewport;
  if (!seen) return;
  seen.addEventListener('resize', () => {
    if (seen.scale !== 1) return; // the player has zoomed in
    const covered = document.documentElement.clientHeight - seen.height;
    const height = covered > 1 ? `${seen.height}px` : '';
    if (document.body.style.height === height) return;
    document.body.style.height = height;
    window.scrollTo(0, 0);
    window.dispatchEvent(new Event('resize')); // the engine looks how high the body is
  });
}
