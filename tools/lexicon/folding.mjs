// Folds headwords as Bot.Retrieval's TextFolder folds documents, from the same table.
import { readFileSync } from 'node:fs';

const characters = new Map();
const phrases = new Map();
let longest = 1;
const table = readFileSync(new URL('../../src/Bot.Retrieval/Text/Data/folding-table.txt', import.meta.url), 'utf8');
for (const line of table.split('\n')) {
  const [from, to] = line.split('\t');
  if (to === undefined) continue;
  if (from.length === 1) characters.set(from, to);
  else phrases.set(from, to);
  longest = Math.max(longest, from.length);
}

export function fold(text) {
  let folded = '';
  for (let at = 0; at < text.length;) {
    let length = Math.min(longest, text.length - at);
    while (length > 1 && !phrases.has(text.slice(at, at + length))) length--;
    if (length > 1) folded += phrases.get(text.slice(at, at + length));
    else {
      for (const character of text[at].normalize('NFKC').toLowerCase()) folded += characters.get(character) ?? character;
    }
    at += length;
  }
  return folded;
}

/** Character by character, without the phrases: what still has the readings that the dictionary gives. */
export const foldCharacters = text => [...text].map(character => characters.get(character) ?? character).join('');
