'use client'

import { useCallback, useEffect, useState } from 'react'

type Target = { id: string } | { firstFault: true }

/** Moves the focus once what it is meant for has been drawn. */
export function useFocusOn(): (target: Target) => void {
  const [target, setTarget] = useState<Target | null>(null)
  useEffect(() => {
    if (!target) return
    const element =
      'id' in target
        ? document.getElementById(target.id)
        : document.querySelector<HTMLElement>('.availability [aria-invalid="true"]')
    element?.focus()
  }, [target])
  // Always a new object: the same place twice counts twice.
  return useCallback((next) => setTarget({ ...next }), [])
}
