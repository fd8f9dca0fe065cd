// Builds the mirror: the elements that a screen reader finds and the keyboard walks. See the Go package's comment.
import * as events from './events.js';
import { follow } from './history.js';

const root = document.getElementById('mirror');
const said = document.getElementById('said');

let elements = new Map(); // by key
let sheet = { page: null, title: '', focus: '', field: '', claims: [], said: '', nodes: [] };
let composing = false;
let quiet = false;

root.addEventListener('compositionstart', () => { composing = true; });
root.addEventListener('compositionend', () => { composing = false; });

// show makes the mirror equal to a sheet. An element whose key is still there is kept, with the focus it may have.
export function show(json) {
  const before = sheet;
  sheet = JSON.parse(json);
  const kept = new Map();
  fill(root, sheet.nodes, kept);
  elements = kept;
  if (sheet.page !== before.page || sheet.title !== before.title) {
    root.setAttribute('aria-label', sheet.title);
    document.title = sheet.title === 'Code Rounds' ? sheet.title : `${sheet.title} – Code Rounds`;
  }
  if (sheet.said !== before.said || sheet.page !== before.page) {
    // A new text node is announced even when it says the same as the one before.
    said.replaceChildren(...(sheet.said ? [sheet.said] : []));
  }
  follow(sheet.page);
  // What the player did since this sheet was made is newer than what it says about the focus.
  if (!events.waiting()) {
    focus(sheet.page !== before.page);
  }
}

// quietly tells whether the mirror itself is moving the focus.
export const quietly = () => quiet;

// claims tells whether a key presses a part of the page.
export const claims = key => sheet.claims.includes(key);

// field returns the input that typing goes to, or undefined.
export const field = () => elements.get('#' + sheet.field);

function focus(fresh) {
  const wanted = elements.get('#' + sheet.focus) ?? (fresh || root.contains(document.activeElement) ? root : null);
  if (!wanted || wanted === document.activeElement) return;
  quiet = true;
  wanted.focus({ preventScroll: true });
  quiet = false;
}

function fill(parent, nodes, kept) {
  const wanted = nodes.map(node => element(node, kept));
  for (const child of [...parent.childNodes]) {
    if (!wanted.includes(child)) child.remove();
  }
  wanted.forEach((child, i) => {
    if (parent.childNodes[i] !== child) parent.insertBefore(child, parent.childNodes[i] ?? null);
  });
}

// element makes the element of a node or brings the one there was up to date. Each remembers the node it last showed.
function element(node, kept) {
  let e = elements.get(node.k);
  if (!e || e.node.t !== node.t) {
    e = document.createElement(node.t);
    e.node = { a: {}, b: [] };
    if (node.id) e.dataset.part = node.id;
  }
  kept.set(node.k, e);
  const old = e.node;
  e.node = node;
  attributes(e, old.a ?? {}, node.a ?? {});
  place(e, old.b, node.b);
  if (node.t === 'input') {
    input(e, old, node);
  } else if (node.c) {
    fill(e, node.c, kept);
  } else if (node.x !== old.x || old.c) {
    e.textContent = node.x ?? '';
  }
  return e;
}

function attributes(e, old, now) {
  for (const name in old) if (!(name in now)) e.removeAttribute(name);
  for (const name in now) if (old[name] !== now[name]) e.setAttribute(name, now[name]);
}

function place(e, old, now) {
  if (old.length === 4 && old.every((v, i) => v === now[i])) return;
  [e.style.left, e.style.top, e.style.width, e.style.height] = now.map(v => `${v}px`);
}

function input(e, old, node) {
  if (old.f !== node.f) e.style.fontSize = `${node.f}px`;
  // While keys are on their way, or a word is being composed, what is typed is newer than what the game says.
  if (composing && e === document.activeElement || events.waiting() || e.value === node.v) return;
  const at = lettersBefore(e.value, e.selectionStart);
  const end = e.selectionStart === e.value.length;
  e.value = node.v;
  if (e !== document.activeElement) return;
  const caret = end ? node.v.length : afterLetters(node.v, at);
  e.setSelectionRange(caret, caret);
}

// The game may draw a dot or a space into what is typed; the cursor stays behind the same letter.
const isLetter = c => /[\p{L}\p{N}]/u.test(c);

function lettersBefore(text, caret) {
  return [...text.slice(0, caret)].filter(isLetter).length;
}

function afterLetters(text, count) {
  let at = 0;
  for (const c of text) {
    if (count === 0) break;
    if (isLetter(c)) count--;
    at += c.length;
  }
  return at;
}

// In boxes for single characters the letters are not where the browser believes them, so a click says which is meant.
root.addEventListener('click', e => {
  const slots = e.target.node?.s;
  if (!slots || e.target.selectionStart !== e.target.selectionEnd) return;
  const at = Math.min(slots.filter(edge => edge < e.offsetX).length, e.target.value.length);
  e.target.setSelectionRange(at, at);
});
