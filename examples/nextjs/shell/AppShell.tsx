'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { useAuth } from '../providers/AuthProvider.tsx'
import { SettingsMenu } from './SettingsMenu.tsx'
import { useIsHost } from './useIsHost.ts'

const PAGES = [
  { href: '/', label: 'Overview' },
  { href: '/meetings', label: 'My Meetings' },
  { href: '/notes', label: 'Notes' },
] as const

const FOR_HOSTS = { href: '/availability', label: 'Availability' } as const

export function AppShell({ children }: { children: ReactNode }) {
  const path = usePathname()
  const isHost = useIsHost()
  const pages = isHost ? [...PAGES, FOR_HOSTS] : PAGES
  return (
    <div className="shell">
      <header className="shell-header">
        <Link href="/" className="brand">
          <BrandMark />
          Harbor Advisory
        </Link>
        <nav aria-label="Main" className="shell-nav">
          {pages.map(({ href, label }) => (
            <Link key={href} href={href} aria-current={path === href ? 'page' : undefined}>
              {label}
            </Link>
          ))}
        </nav>
        <div className="shell-tools">
          <SettingsMenu />
          <Account />
        </div>
      </header>
      <main className="shell-main">{children}</main>
    </div>
  )
}

function BrandMark() {
  return (
    <svg width="22" height="22" viewBox="0 0 22 22" aria-hidden="true">
      <path
        d="M11 2v18M4 12c0 4.5 3.2 8 7 8s7-3.5 7-8M7 7h8"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  )
}

function Account() {
  const { state, signOut } = useAuth()
  if (state.status === 'loading') return <span className="account" aria-hidden="true" />
  if (state.status === 'signed-out') {
    return (
      <Link href="/sign-in" className="button">
        Sign in
      </Link>
    )
  }
  const name = String(state.user.user_metadata.full_name ?? state.user.email ?? '')
  return (
    <span className="account">
      <span className="account-name">{name}</span>
      <button type="button" className="link-button" onClick={() => void signOut()}>
        Sign out
      </button>
    </span>
  )
}
