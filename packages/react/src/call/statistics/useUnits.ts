'use client'
import { useMemo } from 'react'
import { useLocaleSettings } from '../../i18n/I18nContext.tsx'

/** Numbers with their units, as the locale writes them. */
export function useUnits() {
  const { locale } = useLocaleSettings()
  return useMemo(() => {
    const unit = (name: string, digits = 0) => {
      const options = { style: 'unit', unit: name, maximumFractionDigits: digits } as const
      const format = new Intl.NumberFormat(locale, options)
      return (value: number) => format.format(value)
    }
    const kilobits = unit('kilobit-per-second')
    const megabits = unit('megabit-per-second', 1)
    const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 })
    const plain = new Intl.NumberFormat(locale, { useGrouping: false })
    return {
      bitrate: (value: number) => (value < 1000 ? kilobits(value) : megabits(value / 1000)),
      milliseconds: unit('millisecond'),
      share: (value: number) => percent.format(value),
      size: (width: number, height: number) => `${plain.format(width)} × ${plain.format(height)}`,
      perSecond: (value: number) => `${plain.format(Math.round(value))} fps`,
    }
  }, [locale])
}
