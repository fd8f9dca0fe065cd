// Notes how long the program works between two moments that it gives the browser, and what the browser itself calls a long task.
(() => {
  const held = { work: 0, task: 0, moments: 0 };
  globalThis.held = held;
  let began = 0;
  const end = new MessageChannel();
  // It comes when the program has given the turn back: what it did after the last moment is over.
  end.port1.onmessage = () => { began = 0; };
  let bridge;
  Object.defineProperty(globalThis, 'codeRounds', {
    configurable: true,
    get: () => bridge,
    set(given) {
      bridge = given;
      const breathe = given.breathe;
      given.breathe = () => {
        if (began > 0) held.work = Math.max(held.work, performance.now() - began);
        began = 0;
        held.moments++;
        return breathe().then(() => {
          began = performance.now();
          end.port2.postMessage(0);
        });
      };
    },
  });
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) held.task = Math.max(held.task, entry.duration);
  }).observe({ entryTypes: ['longtask'] });
})();
