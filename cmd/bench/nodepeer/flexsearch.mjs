// FlexSearch's side of the contest: codes and titles, both searched by the beginnings of words. See the Go package nodepeer.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { Index } from 'flexsearch';

const { codes, titles, queries } = JSON.parse(readFileSync(process.argv[2], 'utf8'));

// Words are those of codesets.Words: the titles are ASCII. "bidirectional" scores would need more memory and answer the same.
const words = text => text.toLowerCase().split(/[^a-z0-9]+/).filter(word => word !== '');

function indexed(texts) {
  const index = new Index({ tokenize: 'forward', encode: words, cache: false });
  texts.forEach((text, i) => index.add(i, text));
  return index;
}

const byCode = indexed(codes);
const byWord = indexed(titles);
const of = kind => (kind.startsWith('prefix') ? byCode : byWord);

// FlexSearch gives no total: for the comparison it is asked for all there is.
const totals = kind => queries[kind].map(query => of(kind).search(query, { limit: codes.length }).length);

function time(kind, passes) {
  const index = of(kind);
  const options = { limit: 10 };
  const began = process.hrtime.bigint();
  for (let pass = 0; pass < passes; pass++) {
    for (const query of queries[kind]) index.search(query, options);
  }
  return process.hrtime.bigint() - began;
}

for await (const line of createInterface({ input: process.stdin })) {
  const [what, kind, passes] = line.split(' ');
  console.log(what === 'totals' ? JSON.stringify(totals(kind)) : String(time(kind, Number(passes))));
}
