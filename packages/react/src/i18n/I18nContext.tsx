'use client'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import type { MessageOverrides, Messages } from './messages.ts'

interface I18n {
  /** BCP 47; `undefined` is the browser's own. */
  locale: string | undefined
  /** IANA name; `undefined` is the browser's own. */
  timeZone: string | undefined
  /** When the server wrote the page, ISO 8601. */
  now: string | undefined
  overrides: MessageOverrides
}

const NO_OVERRIDES: MessageOverrides = {}
const I18nContext = createContext<I18n>({
  locale: undefined,
  timeZone: undefined,
  now: undefined,
  overrides: NO_OVERRIDES,
})

export function I18nProvider(props: {
  locale?: string | undefined
  timeZone?: string | undefined
  now?: string | undefined
  messages?: MessageOverrides | undefined
  children: ReactNode
}) {
  const { locale, timeZone, now, messages = NO_OVERRIDES } = props
  const value = useMemo(
    () => ({ locale, timeZone, now, overrides: messages }),
    [locale, timeZone, now, messages],
  )
  return <I18nContext.Provider value={value}>{props.children}</I18nContext.Provider>
}

/** The locale and time zone dates are written in, and when the server wrote the page. */
export function useLocaleSettings(): Pick<I18n, 'locale' | 'timeZone' | 'now'> {
  return useContext(I18nContext)
}

/**
 * The words of one area: the English ones the component brings along, under those the host gave.
 * A component that says little may bring only its part of the area.
 */
export function useMessages<Area extends keyof Messages, Words extends Partial<Messages[Area]>>(
  area: Area,
  english: Words,
): Words {
  const given = useContext(I18nContext).overrides[area]
  return useMemo(() => (given ? { ...english, ...given } : english), [english, given])
}
