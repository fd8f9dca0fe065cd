// Hands what a mouse or a finger does over the mirror on to the canvas, which it is meant for.
import { looked } from './events.js';

let real = false; // a mouse or finger is behind the press that is going on
let canvas;

// listen starts to hand on what happens over the mirror.
export function listen(root, to) {
  canvas = to;
  window.addEventListener('pointerdown', () => { real = true; }, true);
  // The click, if there is one, comes in the same task as the pointer going up.
  for (const kind of ['pointerup', 'pointercancel']) window.addEventListener(kind, () => setTimeout(() => { real = false; }), true);
  for (const kind of ['mousedown', 'mouseup', 'mousemove']) root.addEventListener(kind, mouse);
  root.addEventListener('wheel', wheel, { passive: false });
  root.addEventListener('touchstart', touchStart, { passive: false });
  // The browser's zoom stays the browser's.
  canvas.addEventListener('wheel', e => { if (e.ctrlKey) e.stopImmediatePropagation(); }, true);
}

// made tells whether a click comes from a mouse or finger, which the canvas has seen already. A screen reader's click
// has no pointer behind it, even where it comes with a mouse press made up around it; nor has one by Enter.
export const made = click => real && click.detail > 0;

const native = e => e.target.tagName === 'INPUT';

function mouse(e) {
  if (native(e) || (e.type !== 'mousemove' && !real)) return;
  e.preventDefault(); // which would take the focus
  canvas.dispatchEvent(new MouseEvent(e.type, e));
}

function wheel(e) {
  if (e.ctrlKey) return;
  e.preventDefault();
  canvas.dispatchEvent(new WheelEvent('wheel', e));
}

// The fingers as the canvas knows them, by their number, each with its touch and the promise that it was seen.
const fingers = new Map();

// A finger's later events go to the element it came down on, even when that has left the page since.
function touchStart(e) {
  if (native(e)) return;
  // A finger that came and went before the game looked would not have been there for it.
  const seen = new Promise(requestAnimationFrame).then(looked);
  const target = e.target;
  const set = touch => {
    if (touch.cancelable) touch.preventDefault(); // no second press by a made-up mouse
    for (const t of touch.changedTouches) fingers.set(t.identifier, { t, seen });
    tell(touch.type);
  };
  const over = async end => {
    if (end.cancelable) end.preventDefault();
    if (end.targetTouches.length === 0) {
      target.removeEventListener('touchmove', set);
      target.removeEventListener('touchend', over);
      target.removeEventListener('touchcancel', over);
    }
    const gone = [...end.changedTouches].map(t => t.identifier);
    await seen;
    for (const id of gone) if (fingers.get(id)?.seen === seen) fingers.delete(id);
    tell('touchend'); // the engine does not know of touches that are cancelled
  };
  target.addEventListener('touchmove', set, { passive: false });
  target.addEventListener('touchend', over, { passive: false });
  target.addEventListener('touchcancel', over, { passive: false });
  set(e);
}

// tell tells the canvas where the fingers are. Not every browser lets a page make a TouchEvent; the engine asks for no
// more than this list.
function tell(kind) {
  const list = [...fingers.values()].map(({ t }) => t);
  list.item = i => list[i];
  canvas.dispatchEvent(Object.assign(new Event(kind, { cancelable: true }), { targetTouches: list }));
}
