// fsrs-rs's side of fitting, by its own binding: see fit.go. A line "LOG N" asks to fit to the first N scored reviews of a
// log, and is answered with the weights and the nanoseconds it took.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { FSRSBindingItem, FSRSBindingReview, computeParameters } from '@open-spaced-repetition/binding';

// Its items are built here, as its own reader of logs drops reviews: one for each review on a later day than the card's
// last, with all the card's reviews until then.
function itemsOf(answers) {
  const cards = new Map();
  const items = [];
  for (const [card, day, grade] of answers) {
    const history = cards.get(card) ?? [];
    cards.set(card, history);
    const days = history.length ? Math.max(0, day - history.at(-1).day) : 0;
    history.push({ day, review: new FSRSBindingReview(grade, days) });
    if (days >= 1) items.push(new FSRSBindingItem(history.map(({ review }) => review)));
  }
  return items;
}

const logs = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const items = Object.fromEntries(Object.entries(logs).map(([name, answers]) => [name, itemsOf(answers)]));

for await (const line of createInterface({ input: process.stdin })) {
  const [log, n] = line.split(' ');
  const some = items[log].slice(0, Number(n));
  const began = process.hrtime.bigint();
  // Without a timeout of its own each call waits for half a second.
  const weights = await computeParameters(some, { enableShortTerm: true, timeout: 1 });
  console.log(JSON.stringify({ ns: Number(process.hrtime.bigint() - began), weights }));
}
