'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { useAuth } from '../providers/AuthProvider.tsx'

/** Shows its children to signed-in people, and the way in to everybody else. */
export function SignedIn({ children }: { children: ReactNode }) {
  const { state } = useAuth()
  if (state.status === 'loading') return <p className="muted">One moment ...</p>
  if (state.status === 'signed-in') return children
  return (
    <div className="card">
      <p>Sign in to see your meetings.</p>
      <Link href="/sign-in" className="button">
        Sign in
      </Link>
    </div>
  )
}
