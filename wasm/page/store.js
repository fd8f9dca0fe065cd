// Keeps the journal, the settings and the books in the browser's database. Every function returns a promise; one that fails
// does so with a sentence for the player.

const name = 'code-rounds';

// Each step takes a database from the version before. A step that has been published never changes.
const steps = [
  db => {
    db.createObjectStore('reviews', { autoIncrement: true });
    db.createObjectStore('settings');
  },
  db => db.createObjectStore('books'),
];

let db;
let askedToKeep = false;

// open opens the database and makes or mends it where it is missing or old.
export function open() {
  return new Promise((done, fail) => {
    if (!globalThis.indexedDB) throw new DOMException('', 'SecurityError');
    const request = indexedDB.open(name, steps.length);
    request.onupgradeneeded = e => steps.slice(e.oldVersion).forEach(step => step(request.result));
    request.onblocked = () => fail(new DOMException('', 'Blocked'));
    request.onerror = () => fail(request.error);
    request.onsuccess = () => {
      db = request.result;
      // A newer version of the game in another tab needs us to let go.
      db.onversionchange = () => db.close();
      done();
    };
  }).catch(explain);
}

// append adds lines, with a line feed between, all or none, and resolves once they are on the disk.
export function append(lines) {
  const addAll = store => lines.split('\n').map(line => store.add(line)).at(-1);
  return transact('reviews', 'readwrite', addAll).then(askToKeep);
}

// askToKeep asks the browser once not to clear the data when room gets scarce.
function askToKeep() {
  if (askedToKeep) return;
  askedToKeep = true;
  navigator.storage?.persist?.().catch(() => {}); // a no changes nothing
}

// lines resolves to all lines, oldest first, with a line feed between; none of them has one in it.
export function lines() {
  return transact('reviews', 'readonly', store => store.getAll()).then(all => all.join('\n'));
}

// erase removes all lines.
export function erase() {
  return transact('reviews', 'readwrite', store => store.clear());
}

// loadSettings resolves to the settings, "" when none were saved.
export function loadSettings() {
  return transact('settings', 'readonly', store => store.get('all')).then(text => text ?? '');
}

// saveSettings replaces the settings.
export function saveSettings(text) {
  return transact('settings', 'readwrite', store => store.put(text, 'all'));
}

// bookNames resolves to the names of the books, in their order.
export function bookNames() {
  return transact('books', 'readonly', store => store.getAllKeys());
}

// loadBook resolves to the bytes of a book.
export function loadBook(name) {
  return transact('books', 'readonly', store => store.get(name)).then(bytes => {
    if (!(bytes instanceof Uint8Array)) throw new Error('it is not there');
    return bytes;
  });
}

// saveBook keeps the bytes of a book in place of those it had.
export function saveBook(name, bytes) {
  return transact('books', 'readwrite', store => store.put(bytes, name)).then(askToKeep);
}

// removeBook removes a book, if it is there.
export function removeBook(name) {
  return transact('books', 'readwrite', store => store.delete(name));
}

function transact(store, mode, work) {
  return new Promise((done, fail) => {
    if (!db) throw new DOMException('', 'InvalidStateError');
    const t = db.transaction(store, mode, { durability: 'strict' });
    let request;
    t.oncomplete = () => done(request.result);
    t.onerror = t.onabort = () => fail(t.error ?? request?.error ?? new DOMException('', 'AbortError'));
    try {
      request = work(t.objectStore(store));
    } catch (error) {
      fail(error);
      t.abort(); // or what came before it would stay
    }
  }).catch(explain);
}

const reasons = {
  QuotaExceededError: "the browser's room for this site is full: free some disk space or erase other sites' data",
  SecurityError: 'the browser lets this site keep nothing: allow cookies and site data for it, or leave the private window',
  InvalidStateError: 'the browser has closed its database: load the page again',
  VersionError: 'a newer version of the game has been here: load the page again',
  Blocked: 'an older version of the game is open in another tab: close that tab and load the page again',
  UnknownError: "the browser's database is damaged or the disk is full",
};

function explain(error) {
  throw new Error(reasons[error?.name] ?? `the browser's database failed: ${error?.message || error?.name || error}`);
}
