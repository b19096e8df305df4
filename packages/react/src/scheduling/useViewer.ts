'use client'
import { useMemo } from 'react'
import { useLocale } from 'react-aria-components/I18nProvider'
import type { Plural } from '../i18n/en/scheduling.ts'
import { fillMessage } from '../i18n/fill-message.ts'
import { createFormats, type Formats } from '../i18n/formats.ts'

export interface ViewerFormats extends Formats {
  /** BCP 47 */
  locale: string
  /** IANA */
  timeZone: string
  /** "Monday, November 23, 2026", in the locale's calendar */
  fullDate(iso: string): string
  /** "5 free times" */
  count(count: number, words: Plural): string
}

/** How this viewer reads dates, in a zone they may have chosen. */
export function useViewer(timeZone: string): ViewerFormats {
  const { locale } = useLocale()
  return useMemo(() => {
    const full = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone })
    const plural = new Intl.PluralRules(locale)
    const number = new Intl.NumberFormat(locale)
    return {
      ...createFormats(locale, timeZone),
      locale,
      timeZone,
      fullDate: (iso) => full.format(Date.parse(iso)),
      count: (count, words) =>
        fillMessage(words[plural.select(count)] ?? words.other, { count: number.format(count) }),
    }
  }, [locale, timeZone])
}
