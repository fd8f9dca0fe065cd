// Listens to the page and queues what happened, in order, until the Go half takes it.
import * as mirror from './mirror.js';
import * as pointer from './pointer.js';

let queue = [];

// push queues an event.
export function push(k, more) {
  queue.push({ k, ...more });
}

// waiting tells whether something happened that the game has not taken yet.
export const waiting = () => queue.length > 0;

let waiters = [];

// looked resolves when the game has looked at its devices once more.
export const looked = () => new Promise(done => waiters.push(done));

// take returns what is queued as JSON, or undefined, and empties the queue. The game calls it after it has looked at
// mouse and fingers, at each of its ticks.
export function take() {
  if (waiters.length > 0) {
    waiters.forEach(done => done());
    waiters = [];
  }
  if (queue.length === 0) return undefined;
  const json = JSON.stringify(queue);
  queue = [];
  return json;
}

// listen starts to listen. It is called once.
export function listen() {
  const root = document.getElementById('mirror');
  pointer.listen(root, document.querySelector('canvas'));
  document.addEventListener('keydown', keyDown, true);
  document.addEventListener('keyup', stopAtCanvas, true);
  root.addEventListener('click', click);
  root.addEventListener('input', e => push('edit', { id: e.target.dataset.part, text: e.target.value }));
  root.addEventListener('focusin', focusIn);
  for (const kind of ['selectionchange', 'select', 'input', 'keyup', 'focusin']) document.addEventListener(kind, caret);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') push('resumed');
  });
  wishes();
}

// Keys that move, press or go back, by the names that view.Stage knows.
const named = new Set(['Enter', ' ', 'Escape', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End']);
const inField = new Set(['Enter', 'Escape', 'ArrowDown', 'ArrowUp', 'PageUp', 'PageDown']);

function keyDown(e) {
  stopAtCanvas(e);
  // An input method is at work, or the browser is meant.
  if (e.isComposing || e.keyCode === 229) return;
  const chord = (e.ctrlKey || e.metaKey || e.altKey) && !e.getModifierState('AltGraph');
  const input = e.target.tagName === 'INPUT';
  if (chord) {
    if (!input && (e.ctrlKey || e.metaKey) && e.key.toLowerCase() === 'v') mirror.field()?.focus({ preventScroll: true });
    return;
  }
  if (e.code !== '' && !wish.keyboard) { // one on the glass has no codes
    wish.keyboard = true;
    push('wish', wish);
  }
  if (input) {
    if (inField.has(e.key)) send(e, e.key);
    return;
  }
  if (e.target.tagName === 'BUTTON' && (e.key === 'Enter' || e.key === ' ')) {
    // The browser makes this a click, and that is the one press. A held key presses once.
    if (e.repeat) e.preventDefault();
    return;
  }
  const key = [...e.key].length === 1 ? e.key.toLowerCase() : e.key;
  if (named.has(key) || mirror.claims(key)) {
    send(e, key);
  } else if ([...key].length === 1 || key === 'Backspace') {
    // The focus moves before the browser asks where the character goes, so it lands in the field.
    mirror.field()?.focus({ preventScroll: true });
  }
}

function send(e, key) {
  e.preventDefault();
  if (e.repeat && (key === 'Enter' || key === ' ' || key === 'Escape')) return;
  push('key', { text: key });
}

function stopAtCanvas(e) {
  if (e.target.tagName === 'CANVAS') e.stopPropagation();
}

function click(e) {
  const part = e.target.closest('button');
  if (part && !part.disabled && !pointer.made(e)) push('press', { id: part.dataset.part });
}

function focusIn(e) {
  if (!mirror.quietly() && e.target.dataset.part) push('focus', { id: e.target.dataset.part });
}

// caret queues where the selection in the field is, in characters as Go counts them: runes.
let last = '';

function caret() {
  const e = document.activeElement;
  if (e?.tagName !== 'INPUT') return;
  const runes = at => [...e.value.slice(0, at)].length;
  const at = { start: runes(e.selectionStart), end: runes(e.selectionEnd) };
  const now = `${at.start} ${at.end}`;
  if (now === last) return;
  last = now;
  push('caret', at);
}

// What the player asked of the system, dark and calm, and whether there is a keyboard.
const wish = {};

function wishes() {
  const asked = {
    dark: '(prefers-color-scheme: dark)',
    calm: '(prefers-reduced-motion: reduce)',
    keyboard: '(any-hover: hover) and (any-pointer: fine)',
  };
  for (const [name, query] of Object.entries(asked)) {
    const media = matchMedia(query);
    wish[name] = media.matches;
    media.addEventListener('change', () => {
      wish[name] = media.matches;
      push('wish', wish);
    });
  }
  push('wish', wish);
}
