// Takes files that are dropped or picked into memory, and hands out files as downloads.
import { push } from './events.js';

const limit = 256e6; // bytes at once: they are held twice while they are handed over

const batches = new Map();
let count = 0;

// listen takes drops before the engine does, which fails on what is no file.
export function listen() {
  const carriesFiles = e => e.dataTransfer?.types.includes('Files');
  for (const kind of ['dragenter', 'dragover', 'drop']) {
    window.addEventListener(kind, e => {
      const text = e.target.tagName === 'INPUT' && !carriesFiles(e);
      if (text) return;
      e.preventDefault();
      e.stopImmediatePropagation();
      if (e.dataTransfer && kind === 'dragover') e.dataTransfer.dropEffect = carriesFiles(e) ? 'copy' : 'none';
      if (kind === 'drop' && carriesFiles(e)) drop(e.dataTransfer);
    }, true);
  }
}

// take returns the files of a batch as [path, bytes] and forgets them.
export function take(batch) {
  const files = batches.get(batch) ?? [];
  batches.delete(batch);
  return files;
}

// pick asks for files. It works only while the browser remembers that the player pressed something.
export function pick(accept) {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = true;
  input.accept = accept;
  input.hidden = true;
  document.body.append(input);
  input.addEventListener('cancel', () => input.remove());
  input.addEventListener('change', () => {
    deliver([...input.files].map(file => ({ path: file.name, file })));
    input.remove();
  });
  input.click();
}

// offer starts a download.
export function offer(name, bytes) {
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

// drop must ask for everything at once: when it returns, the browser empties the transfer.
async function drop(transfer) {
  const items = [...transfer.items].filter(item => item.kind === 'file');
  const roots = items.map(item => ({ entry: item.webkitGetAsEntry?.() ?? null, file: item.getAsFile() }));
  try {
    const found = [];
    for (const { entry, file } of roots) {
      if (entry?.isDirectory) await walk(entry, found);
      else if (file) found.push({ path: file.name, file });
    }
    await deliver(found);
  } catch (error) {
    push('drop', { error: `the files could not be read: ${error.message}` });
  }
}

async function walk(folder, found) {
  const reader = folder.createReader();
  for (;;) {
    // A reader answers with some of the entries at a time, and with none at the end.
    const entries = await new Promise((done, fail) => reader.readEntries(done, fail));
    if (entries.length === 0) return;
    for (const entry of entries) {
      if (entry.isDirectory) await walk(entry, found);
      else found.push({ path: entry.fullPath.slice(1), file: await new Promise((done, fail) => entry.file(done, fail)) });
    }
  }
}

async function deliver(found) {
  const total = found.reduce((sum, { file }) => sum + file.size, 0);
  if (total > limit) {
    const size = Math.ceil(total / 1e6);
    push('drop', { error: `they are ${size} MB together, and a browser can take ${limit / 1e6} MB at once: take fewer, or use the desktop program` });
    return;
  }
  try {
    const batch = ++count;
    const read = [];
    for (const { path, file } of found) read.push([path, new Uint8Array(await file.arrayBuffer())]);
    batches.set(batch, read);
    push('drop', { batch });
  } catch (error) {
    push('drop', { error: `they could not be read: ${error.message}` });
  }
}
