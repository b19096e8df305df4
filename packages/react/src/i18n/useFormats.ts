'use client'
import { createFormats, type Formats } from './formats.ts'
import { useLocaleSettings } from './I18nContext.tsx'

// Making Intl objects is slow and a page uses one or two pairs of settings: each is made once.
const made = new Map<string, Formats>()

/** The formats of a locale and time zone; the same object for the same settings. Throws `RangeError` for names of none. */
export function formatsOf(locale: string | undefined, timeZone: string | undefined): Formats {
  const key = `${locale ?? ''} ${timeZone ?? ''}`
  const known = made.get(key)
  if (known) return known
  const formats = createFormats(locale, timeZone)
  made.set(key, formats)
  return formats
}

/** The formats of the viewer's locale and time zone. */
export function useFormats(): Formats {
  const { locale, timeZone } = useLocaleSettings()
  return formatsOf(locale, timeZone)
}
