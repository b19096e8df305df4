import type { MessageOverrides } from '@meetings/react'

/** The languages that the meetings speak here. Each is loaded when somebody chooses it; English is always there. */
export const LANGUAGES = {
  en: { name: 'English', direction: 'ltr', load: async () => undefined },
  de: {
    name: 'Deutsch',
    direction: 'ltr',
    load: async () => (await import('@meetings/react/locales/de')).de,
  },
  ja: { name: '日本語', direction: 'ltr', load: async () => (await import('@meetings/react/locales/ja')).ja },
  ar: {
    name: 'العربية',
    direction: 'rtl',
    load: async () => (await import('@meetings/react/locales/ar')).ar,
  },
} as const satisfies Record<
  string,
  { name: string; direction: 'ltr' | 'rtl'; load: () => Promise<MessageOverrides | undefined> }
>

export type Language = keyof typeof LANGUAGES

/** English first: it is spoken until another is chosen. */
export const LANGUAGE_CODES = Object.keys(LANGUAGES) as [Language, ...Language[]]

/** How dates and times are written: as this browser wants it in that language, such as `de-AT`. */
export function localeOf(language: Language): string {
  const wanted = typeof navigator === 'undefined' ? [] : navigator.languages
  return wanted.find((locale) => locale.split('-')[0] === language) ?? language
}

/** A language with its words. */
export interface Spoken {
  language: Language
  /** English needs none. */
  messages: MessageOverrides | undefined
}
