import { type ReactNode, useLayoutEffect } from 'react'

export interface HostPageProps {
  scheme: 'light' | 'dark'
  direction: 'auto' | 'ltr' | 'rtl'
  /** BCP 47 */
  locale: string
  children: ReactNode
}

/** Plays the app that the components live in: it alone sets scheme, direction, language and font. */
export function HostPage({ scheme, direction, locale, children }: HostPageProps) {
  const dir = direction === 'auto' ? directionOf(locale) : direction
  useLayoutEffect(() => {
    const { documentElement } = document
    documentElement.style.colorScheme = scheme
    documentElement.dataset['hostScheme'] = scheme
    documentElement.dir = dir
    documentElement.lang = locale
  }, [scheme, dir, locale])
  return <main className="host-page">{children}</main>
}

function directionOf(locale: string): 'ltr' | 'rtl' {
  return /^(ar|fa|he|ur)\b/.test(locale) ? 'rtl' : 'ltr'
}
