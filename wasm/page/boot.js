// Loads the program and starts it, and says in plain words when that fails.

const loading = document.getElementById('loading');
const mirror = document.getElementById('mirror');
const text = document.getElementById('loading-text');
const bar = document.getElementById('loading-bar');
const again = document.getElementById('loading-again');

const browsers = 'a current Firefox, Chrome, Edge or Safari';

// Refusal is a reason not to start that trying again does not mend.
class Refusal extends Error {}

again.addEventListener('click', () => location.reload());

// What a broken program throws comes up wherever the page happened to call it.
window.addEventListener('error', e => {
  if (e.error instanceof WebAssembly.RuntimeError) broken();
});

function broken() {
  stop('Code Rounds has stopped because of a mistake in the program. What you answered before is saved.', 'Start again');
}

// stop shows a sentence in place of the game, and a button that loads the page again, if it has a name.
function stop(sentence, button) {
  loading.hidden = false;
  mirror.hidden = true;
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

async function instantiate(imports, bridge) {
  const { program, sizes, books } = await (await fetched('files.json')).json();
  bridge.setStock(books ?? []);
  const response = counted(await fetched(program), sizes[program]);
  if (WebAssembly.instantiateStreaming) return WebAssembly.instantiateStreaming(response, imports);
  return WebAssembly.instantiate(await response.arrayBuffer(), imports);
}

// load returns what the program needs around it, and the program.
async function load() {
  if (typeof WebAssembly !== 'object') {
    throw new Refusal(`Code Rounds needs WebAssembly, which this browser does not have or has switched off. Use ${browsers}.`);
  }
  if (!hasWebGL2()) {
    throw new Refusal(`Code Rounds draws with WebGL 2, which this browser does not have or has switched off. Switch hardware acceleration on, or use ${browsers}.`);
  }
  const bridge = await import('./bridge.js');
  const go = new Go();
  const { instance } = await instantiate(go.importObject, bridge);
  return { bridge, go, instance };
}

async function boot() {
  let loaded;
  try {
    loaded = await load();
  } catch (error) {
    if (error instanceof Refusal) return stop(error.message, '');
    console.warn(error);
    return stop(`Code Rounds could not be downloaded: ${error.message}. Look at your connection, then try again.`, 'Try again');
  }
  const { bridge, go, instance } = loaded;
  bridge.onBegin(() => {
    loading.hidden = true;
    mirror.hidden = false;
  });
  let code = 0;
  go.exit = given => { code = given; };
  await go.run(instance);
  if (bridge.failed()) return stop(`Code Rounds cannot go on: ${bridge.failed()}. What you answered before is saved.`, 'Try again');
  if (code !== 0) return broken();
  stop('Code Rounds is closed. What you answered is saved.', 'Play again');
}

boot();
