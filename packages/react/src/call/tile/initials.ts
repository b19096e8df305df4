/** First letters of the first and the last word of a name, at most two, whatever the script. */
export function initialsOf(name: string, locale?: string): string {
  const words = name.trim().split(/\s+/)
  const first = firstLetter(words[0] ?? '', locale)
  const last = words.length > 1 ? firstLetter(words.at(-1) ?? '', locale) : ''
  return (first + last).toLocaleUpperCase(locale)
}

/** A letter as a reader sees it: an accent or an emoji of several code points stays whole. */
function firstLetter(word: string, locale?: string): string {
  const [letter] = new Intl.Segmenter(locale).segment(word)
  return letter?.segment ?? ''
}
