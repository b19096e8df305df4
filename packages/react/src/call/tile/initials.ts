/** First letters of the first and the last word of a name, at most two, whatever the script. */
export function initialsOf(name: string, locale?: string): string {
  const words = name.trim().split(/\s+/)
  const first = firstLetter(words[0] ?? '', locale)
  const last = words.length > 1 ? firstLetter(words.at(-1) ?? '', locale) : ''
  return (first + last).toLocaleUpperCase(locale)
}

/** Begins with a Latin letter that nothing is put upon: most names do, and a segmenter costs more than a tile. */
const PLAIN = /^[\u0020-\u02ff](?![\u0300-\uffff])/

/** A letter as a reader sees it: an accent or an emoji of several code points stays whole. */
function firstLetter(word: string, locale?: string): string {
  if (PLAIN.test(word)) return word.charAt(0)
  const [letter] = new Intl.Segmenter(locale).segment(word)
  return letter?.segment ?? ''
}
