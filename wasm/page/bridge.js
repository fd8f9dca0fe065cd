// What the Go half calls: everything that it needs of the page is in globalThis.codeRounds.
import * as events from './events.js';
import * as files from './files.js';
import { listen as listenToBack } from './history.js';
import * as mirror from './mirror.js';
import * as store from './store.js';
import { fit } from './viewport.js';

let begun = () => {};
let failure = '';
let stock = []; // names of the books that lie beside the page

globalThis.codeRounds = {
  open() {
    tameCanvas();
    events.listen();
    files.listen();
    listenToBack();
    fit();
  },
  fail(why) {
    failure = why;
  },
  show(json) {
    begun();
    mirror.show(json);
  },
  take: events.take,
  files: files.take,
  pick: files.pick,
  offer: files.offer,
  stock: () => stock,
  fetchBook,
  breathe,
  store,
};

// setStock says which books lie beside the page.
export function setStock(names) {
  stock = names;
}

// fetchBook resolves to the bytes of one of them.
async function fetchBook(name) {
  const response = await fetch(encodeURIComponent(name));
  if (!response.ok) throw new Error(`the server answered ${response.status} for ${name}`);
  return new Uint8Array(await response.arrayBuffer());
}

// breathe resolves when the browser has done what it has to do before.
const turns = new MessageChannel();
const breathing = [];
turns.port1.onmessage = () => breathing.shift()();

function breathe() {
  return new Promise(done => {
    breathing.push(done);
    turns.port2.postMessage(0);
  });
}

// onBegin has something done before each page that the game shows.
export function onBegin(work) {
  begun = work;
}

// failed returns why the program could not go on, in its own words, or ''.
export const failed = () => failure;

// The engine makes the canvas, and all of it is made for games without a page around them.
function tameCanvas() {
  const canvas = document.querySelector('canvas');
  canvas.setAttribute('aria-hidden', 'true');
  // Focusable, it would take the focus from the mirror at every click, and swallow every key.
  canvas.removeAttribute('tabindex');
  for (const part of document.querySelectorAll('textarea[id^=ebitengine]')) {
    part.setAttribute('aria-hidden', 'true');
    part.tabIndex = -1;
  }
  // It adds a viewport of its own, and the last one counts.
  const [ours, ...others] = document.querySelectorAll('meta[name=viewport]');
  for (const meta of others) meta.remove();
  ours.content = ours.content; // read again
}
