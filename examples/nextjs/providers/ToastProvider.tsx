'use client'

import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react'

const SHOWN_FOR_MS = 4_000
const ToastContext = createContext<((text: string) => void) | null>(null)

/** One short message at a time, at the foot of the page. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toast, setToast] = useState<{ text: string } | null>(null)
  const show = useCallback((text: string) => setToast({ text }), [])

  useEffect(() => {
    if (!toast) return
    const timer = setTimeout(() => setToast(null), SHOWN_FOR_MS)
    return () => clearTimeout(timer)
  }, [toast])

  return (
    <ToastContext value={show}>
      {children}
      <div role="status" className="toast" data-shown={toast !== null}>
        {toast?.text}
      </div>
    </ToastContext>
  )
}

export function useToast(): (text: string) => void {
  const show = useContext(ToastContext)
  if (!show) throw new Error('useToast must be used inside <ToastProvider>.')
  return show
}
