// Turns CC-CEDICT's glosses into short English phrases, each with the place of its sense and what is to be known about it.

export const Name = 1;        // a proper name
export const Rare = 2;        // archaic, literary, dialect, slang, a literal reading
export const Borrowed = 4;    // taken over from the entry that this one refers to
export const Description = 8; // explains rather than translates

// Words beyond this explain more than they translate.
const LongestPhrase = 6;

const rareMarker = /^(?:old|archaic|arch\.|literary|classical|dialect|slang|vulgar|derog\.|obsolete|Internet slang|neologism|historical|old term|in former times|Cantonese|Japanese surname|honorific|humble|jocular|onom\.|used in place names)\b/i;
const nameMarker = /\b(?:name|surname|brand)\b/i;
const han = /[\p{Script=Han}〇·，]+(?:\|[\p{Script=Han}〇·，]+)?(?:\[[^\]]*\])?/gu;
const reference = /^(?:\([^)]*\)\s*)*(?:(?:old |archaic |erroneous |Japanese |erhua |simplified |unorthodox )*variant of|same as|also written|also called|also known as|equivalent of|equivalent to|see also|see|abbr\. (?:of|for)|contraction of|short form of|old name for|another name for) /;
const nothingToTranslate = /^(?:Taiwan pr\.|also pr\.|pr\.|used in|used to|used as|used for|used before|used after|used at|used when|used with|classifier|CL:|name of|sound of|one of|abbr\. to|place name|refers to|component in|radical in|Kangxi radical|character used|phonetic|suffix|prefix|particle|interjection|indicat|express|marker)/i;
const fillers = new Set(['sb', 'sth', 'oneself', 'etc', 'esp']);
const articles = new Set(['a', 'an', 'the']);
const prepositions = new Set(['to', 'of', 'from', 'with', 'in', 'on', 'at', 'for', 'by', 'about', 'against', 'into', 'as', 'upon']);
const administrative = new Set(['district', 'county', 'township', 'town', 'village', 'prefecture', 'city', 'province', 'river', 'mountain', 'lake', 'island', 'region']);
const letters = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };

/** The words that two writings of one phrase share: no case, accents, hyphens, possessives. */
export function wordsOf(text) {
  return text
    .replace(/\b((?:[A-Za-z]\.){2,})/g, match => match.replaceAll('.', ''))
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøłđðþı]/g, letter => letters[letter])
    .replace(/[’ʼ`]/g, "'")
    .replace(/\b(?:one|sb|sth)'s\b/g, ' ')
    .replace(/'s\b/g, '')
    .replace(/(?<=[a-z])'(?=[a-z])/g, '')
    .replace(/(?<=\d)[,](?=\d{3}\b)/g, '')
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '');
}

function trimmed(words) {
  let start = 0;
  const kept = words.filter(word => !fillers.has(word));
  if (kept.length > 1 && kept[0] === 'to') start++;
  if (kept.length > start + 1 && kept[start] === 'be') start++;
  while (kept.length > start + 1 && articles.has(kept[start])) start++;
  return kept.slice(start);
}

// A Chinese person's name in either order has the letters of its pinyin.
const lettersOf = words => [...words.join('').replaceAll('v', 'u')].sort().join('');

// "A or B", "A, B" where both sides stand for the whole.
function alternatives(text, isName) {
  const pieces = text.split(/\s*,\s*|\s+or\s+|\s+aka\s+/).map(piece => piece.trim()).filter(piece => piece !== '');
  if (pieces.length === 1) return pieces;
  const counts = pieces.map(piece => trimmed(wordsOf(piece)).length);
  if (isName && !/\bor\b/.test(text)) return [pieces[0]];
  const even = Math.max(...counts) <= 2 && counts.every(count => count === counts[0]);
  if (isName || even || (text.includes(',') && Math.max(...counts) <= 3)) return pieces;
  if (text.includes(',')) {
    // A short head with a long tail: the tail describes it.
    const head = text.split(',')[0];
    if (trimmed(wordsOf(head)).length <= 3) return [head];
  }
  return [text];
}

// "Laishan district of Yantai city" and "larch in North China": what follows says where, not what.
function withoutPlace(text) {
  const administrated = text.match(/^(.+?\b(?:district|county|township|town|village|prefecture|city|province|banner))\b(?: (?:of|in) .+)$/i);
  if (administrated) return administrated[1];
  const inside = text.match(/^([A-Z].*?) (?:in|on|near|from) [A-Za-z].*$/);
  return inside ? inside[1] : text;
}

function acronym(marker, text) {
  if (!/^[A-Z][A-Za-z0-9&-]{1,7}$/.test(marker) || !/[A-Z].*[A-Z]/.test(marker)) return undefined;
  const initials = wordsOf(text).map(word => word[0]).join('');
  const wanted = marker.toLowerCase().replace(/[^a-z]/g, '');
  let at = 0;
  for (const letter of wanted) {
    at = initials.indexOf(letter, at) + 1;
    if (at === 0) return undefined;
  }
  return wanted.length > 1 ? marker : undefined;
}

/** The entries that a gloss refers to, as Simplified headwords, or undefined where it is a gloss of its own. */
export function referenceOf(gloss) {
  if (!reference.test(gloss) || /^abbr\. to/.test(gloss)) return undefined;
  const target = gloss.match(/([\p{Script=Han}〇·，]+)(?:\|([\p{Script=Han}〇·，]+))?/u);
  return target ? { word: target[2] ?? target[1], seeAlso: /see also/.test(gloss) } : undefined;
}

/** Phrases of one gloss: [{ words, step, flags }], step counting up from the gloss's first translation; syllables are the headword's pinyin. */
export function phrasesOf(gloss, isProper, syllables) {
  const phrases = [];
  const referred = referenceOf(gloss) !== undefined;
  const romanised = lettersOf(syllables);
  let step = 0;
  const surname = gloss.match(/^(?:\([^)]*\) )?(?:Japanese |Korean )?(?:surname|two-character surname|double-barreled surname) ([A-Z][\w' -]*)/u);
  if (surname) return [{ words: wordsOf(surname[1]), step: 0, flags: Name }];
  for (let part of gloss.split(';')) {
    let flags = 0;
    const markers = [];
    const isPerson = /\((?:c\. ?)?-?\d{3,4}(?:[-–?]|\))/.test(part);
    part = part.replace(/\(([^()]*(?:\([^()]*\)[^()]*)*)\)/g, (_, marker) => {
      markers.push(marker);
      return ' ';
    });
    part = part.replace(han, ' ').replace(/\[[^\]]*\]/g, ' ').replace(/\s+/g, ' ').trim().replace(/^["“]|["”]$/g, '');
    if (markers.some(marker => rareMarker.test(marker))) flags |= Rare;
    if (referred) part = `${part} `.replace(reference, '').trim();
    const literal = part.match(/^(lit|fig|also|esp|i\.e|e\.g|aka)\b[.:,]? ?/i);
    if (literal) {
      part = part.slice(literal[0].length);
      if (literal[1].toLowerCase() === 'lit') flags |= Rare;
      step++;
    }
    const kind = part.match(/^(?:a |an )?(?:kind|type|sort|form|species|variety) of /i);
    if (kind) {
      part = part.slice(kind[0].length);
      flags |= Description;
      step++;
    }
    if (/^(?:old|ancient|archaic|former) (?:name|word|term|Chinese)\b/i.test(part)) flags |= Rare;
    if (part === '' || nothingToTranslate.test(part)) continue;
    const capital = /^(?:the )?[A-Z0-9]/.test(part);
    const isName = capital && (isProper || markers.some(marker => nameMarker.test(marker)));
    if (isName) flags |= Name;
    let first = true;
    for (let piece of alternatives(part, isName)) {
      const placed = isName ? withoutPlace(piece) : piece;
      const words = trimmed(wordsOf(placed));
      if (words.length === 0) continue;
      const own = flags | (words.length > LongestPhrase ? Description : 0);
      add(words, own, first ? 0 : 1);
      const last = words.at(-1);
      if (words.length > 1 && words.length <= 3 && prepositions.has(last) && !isName) add(words.slice(0, -1), own, 1);
      if (isName && words.length > 1 && words.length <= 3 && administrative.has(last)) add(words.slice(0, -1), own, 1);
      const isRomanised = lettersOf(words) === romanised;
      if (isName && isPerson && !isRomanised && words.length > 1 && words.length <= 4) add([last], own | Description, 2);
      first = false;
    }
    for (const marker of markers) {
      const short = acronym(marker, part);
      if (short) add(wordsOf(short), flags, 1);
    }
    step++;
  }
  return phrases;

  function add(words, flags, later) {
    if (words.length <= 10) phrases.push({ words, step: step + later, flags });
  }
}
