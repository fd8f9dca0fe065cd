// Loads the program and starts it, and says in plain words when that fails.
import * as events from './events.js';
import * as files from './files.js';
import * as history from './history.js';
import * as mirror from './mirror.js';
import * as store from './store.js';

const loading = document.getElementById('loading');
const text = document.getElementById('loading-text');
const bar = document.getElementById('loading-bar');
const again = document.getElementById('loading-again');

let failure = ''; // why the program could not go on, in its own words

again.addEventListener('click', () => location.reload());

// What the Go half calls. Everything it needs of the page is here.
globalThis.codeRounds = {
  open() {
    tameCanvas();
    events.listen();
    files.listen();
    history.listen();
  },
  fail(why) {
    failure = why;
  },
  show(json) {
    mirror.show(json);
    if (!loading.hidden) {
      loading.hidden = true;
      document.getElementById('mirror').hidden = false;
      mirror.show(json); // a hidden element takes no focus
    }
  },
  take: events.take,
  files: files.take,
  pick: files.pick,
  offer: files.offer,
  store,
};

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

function stop(sentence, button) {
  loading.hidden = false;
  document.getElementById('mirror').hidden = true;
  text.setAttribute('role', 'alert');
  text.textContent = sentence;
  bar.hidden = true;
  again.textContent = button;
  again.hidden = button === '';
  if (button !== '') again.focus();
}

function hasWebGL2() {
  const gl = document.createElement('canvas').getContext('webgl2');
  gl?.getExtension('WEBGL_lose_context')?.loseContext();
  return gl !== null;
}

async function fetched(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the server answered ${response.status} for ${url}`);
  return response;
}

// counted passes a response on and shows how much of it has come. The length that a server names is the
// compressed one, so the full size comes from the list that the site builder wrote.
function counted(response, size) {
  let come = 0;
  const megabytes = n => (n / 1e6).toFixed(1);
  const counter = new TransformStream({
    transform(chunk, controller) {
      come += chunk.byteLength;
      bar.value = Math.min(1, come / size);
      text.textContent = come < size ? `Loading ${megabytes(come)} of ${megabytes(size)} MB` : 'Starting…';
      controller.enqueue(chunk);
    },
  });
  return new Response(response.body.pipeThrough(counter), { headers: { 'Content-Type': 'application/wasm' } });
}

async function load(imports) {
  const { program, sizes } = await (await fetched('files.json')).json();
  const response = counted(await fetched(program), sizes[program]);
  if (WebAssembly.instantiateStreaming) return (await WebAssembly.instantiateStreaming(response, imports)).instance;
  return (await WebAssembly.instantiate(await response.arrayBuffer(), imports)).instance;
}

async function boot() {
  if (typeof WebAssembly !== 'object') {
    return stop('Code Rounds needs WebAssembly, which this browser does not have or has switched off. A current Firefox, Chrome, Edge or Safari has it.', '');
  }
  if (!hasWebGL2()) {
    return stop('Code Rounds draws with WebGL 2, which this browser does not have or has switched off. Switch hardware acceleration on, or use a current Firefox, Chrome, Edge or Safari.', '');
  }
  const go = new Go();
  let instance;
  try {
    instance = await load(go.importObject);
  } catch (error) {
    console.warn(error);
    return stop(`Code Rounds could not be downloaded: ${error.message}. Look at your connection, then try again.`, 'Try again');
  }
  let code = 0;
  go.exit = given => { code = given; };
  await go.run(instance);
  if (failure) return stop(`Code Rounds cannot go on: ${failure}. What you answered before is saved.`, 'Try again');
  if (code === 0) return stop('Code Rounds is closed. What you answered is saved.', 'Play again');
  stop('Code Rounds has stopped because of a mistake in the program. What you answered before is saved.', 'Start again');
}

boot();
