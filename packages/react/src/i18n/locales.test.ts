import { describe, expect, it } from 'vitest'
import { createFormats } from './formats.ts'
import { ar } from './locales/ar.ts'
import { de } from './locales/de.ts'
import { en } from './locales/en.ts'
import { ja } from './locales/ja.ts'
import type { Messages } from './messages.ts'

const LANGUAGES: Record<string, Messages> = { ar, de, ja }
const PLURALS = ['freeTimes', 'zoneCount', 'holdEnding'] as const

/** Every message by its path, `scheduling.book`; a plural is one message per form. */
function messagesOf(words: object, path = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') found.set(`${path}${key}`, value)
    else if (typeof value === 'object') {
      for (const [inner, text] of messagesOf(value, `${path}${key}.`)) found.set(inner, text)
    }
  }
  return found
}

/** All but the forms of plurals, of which each language has its own. */
function plainMessagesOf(language: Messages): Map<string, string> {
  const isPlural = (path: string) => PLURALS.some((key) => path.startsWith(`scheduling.${key}.`))
  return new Map([...messagesOf(language)].filter(([path]) => !isPlural(path)))
}

const placesOf = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort()

describe.each(Object.entries(LANGUAGES))('the words in %s', (locale, language) => {
  it('say everything that is said in English, and nothing else', () => {
    expect([...plainMessagesOf(language).keys()].sort()).toEqual([...plainMessagesOf(en).keys()].sort())
  })

  it('leave the same places for values as the English ones', () => {
    const english = plainMessagesOf(en)
    for (const [path, text] of plainMessagesOf(language)) {
      expect(placesOf(text), path).toEqual(placesOf(english.get(path) ?? ''))
    }
  })

  it('are neither empty nor left in English', () => {
    const english = plainMessagesOf(en)
    const same = [...plainMessagesOf(language)].filter(
      ([path, text]) => text.trim() === '' || text === english.get(path),
    )
    // Names of products, orders of values, and words that German shares with English.
    const shared =
      /outlook|office365|whenInZone|requestId|problemCode|dateAndTime|scheduling\.(name|optional)|problems\.details|anyHost/
    expect(same.filter(([path]) => !shared.test(path))).toEqual([])
  })

  it('have a form for every number the language tells apart', () => {
    const rules = new Intl.PluralRules(locale)
    for (const key of PLURALS) {
      const forms = language.scheduling[key]
      for (const count of Array.from({ length: key === 'holdEnding' ? 3 : 120 }, (_, index) => index + 1)) {
        expect(forms[rules.select(count)], `${key} for ${count}`).toBeDefined()
      }
      expect(forms.other).toContain('{count}')
    }
  })
})

it('fit the words that Intl puts into them', () => {
  const sentence = (locale: string, { bookings }: Messages, minutes: number) =>
    (minutes < 0 ? bookings.started : bookings.starts).replace(
      '{relative}',
      createFormats(locale, 'UTC').relative(minutes, 'minute'),
    )
  expect(sentence('en', en, 5)).toBe('Starts in 5 minutes')
  expect(sentence('de', de, -3)).toBe('Hat vor 3 Minuten begonnen')
  expect(sentence('ja', ja, 5)).toBe('5 分後に開始')
  expect(sentence('ja', ja, -3)).toBe('3 分前に開始しました')
  expect(sentence('ar-EG', ar, 5)).toBe('يبدأ خلال ٥ دقائق')
  expect(sentence('ar-EG', ar, -2)).toBe('بدأ قبل دقيقتين')
})

it('run from right to left in Arabic: no word begins with a Latin letter but names of products', () => {
  const latin = [...messagesOf(ar)].filter(([, text]) => /^[a-z]/i.test(text)).map(([path]) => path)
  expect(latin).toEqual(['bookingActions.outlook', 'bookingActions.office365'])
})
