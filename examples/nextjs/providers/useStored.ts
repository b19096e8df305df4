'use client'

import { useCallback, useEffect, useState } from 'react'

/** A choice that this browser keeps. The first one of `options` counts until another was made. */
export function useStored<Option extends string>(
  key: string,
  options: readonly [Option, ...Option[]],
): [Option, (next: Option) => void] {
  const [value, setValue] = useState(options[0])

  useEffect(() => {
    const stored = options.find((option) => option === localStorage.getItem(key))
    if (stored) setValue(stored)
  }, [key, options])

  const store = useCallback(
    (next: Option) => {
      localStorage.setItem(key, next)
      setValue(next)
    },
    [key],
  )
  return [value, store]
}
