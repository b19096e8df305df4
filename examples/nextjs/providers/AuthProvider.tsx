'use client'

import { createClient, type SupabaseClient, type User } from '@supabase/supabase-js'
import { useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import type { BrowserConfig } from '../config/server-config.ts'
import { type BookingNews, polledNews, realtimeNews } from './booking-news.ts'

export type AuthState = { status: 'loading' } | { status: 'signed-out' } | { status: 'signed-in'; user: User }

interface Auth {
  state: AuthState
  demo: BrowserConfig['demo']
  /** Answers what went wrong, or null. */
  signIn(email: string, password: string): Promise<string | null>
  signOut(): Promise<void>
  getAccessToken(): Promise<string | null>
  /** Tells when bookings may have changed. */
  bookingNews: BookingNews
}

let shared: SupabaseClient | null = null

/** One client per page, however often React builds the provider; a server has none to share. */
function supabaseOf({ supabaseUrl, supabaseKey }: BrowserConfig): SupabaseClient {
  if (typeof window === 'undefined') return createClient(supabaseUrl, supabaseKey)
  shared ??= createClient(supabaseUrl, supabaseKey)
  return shared
}

const AuthContext = createContext<Auth | null>(null)

export function AuthProvider({ config, children }: { config: BrowserConfig; children: ReactNode }) {
  const [supabase] = useState(() => supabaseOf(config))
  const [state, setState] = useState<AuthState>({ status: 'loading' })
  const queryClient = useQueryClient()

  useEffect(() => {
    let person: string | null = null
    const { data } = supabase.auth.onAuthStateChange((event, session) => {
      // What one person saw must not wait in the cache for the next one.
      if (person && person !== session?.user.id) queryClient.clear()
      person = session?.user.id ?? null
      setState(session ? { status: 'signed-in', user: session.user } : { status: 'signed-out' })
      // A session kept from before may be one that the server has forgotten: ask once.
      if (event === 'INITIAL_SESSION' && session) {
        setTimeout(async () => {
          const { error } = await supabase.auth.getUser()
          if (error && error.name !== 'AuthRetryableFetchError')
            await supabase.auth.signOut({ scope: 'local' })
        })
      }
    })
    return () => data.subscription.unsubscribe()
  }, [supabase, queryClient])

  const signIn = useCallback(
    async (email: string, password: string) => {
      const { error } = await supabase.auth.signInWithPassword({ email, password })
      return error ? error.message : null
    },
    [supabase],
  )
  const signOut = useCallback(async () => {
    await supabase.auth.signOut({ scope: 'local' })
  }, [supabase])
  const getAccessToken = useCallback(
    async () => (await supabase.auth.getSession()).data.session?.access_token ?? null,
    [supabase],
  )

  const [bookingNews] = useState(() => (config.demo ? polledNews() : realtimeNews(supabase)))

  const value = useMemo(
    () => ({ state, demo: config.demo, signIn, signOut, getAccessToken, bookingNews }),
    [state, config.demo, signIn, signOut, getAccessToken, bookingNews],
  )
  return <AuthContext value={value}>{children}</AuthContext>
}

export function useAuth(): Auth {
  const auth = useContext(AuthContext)
  if (!auth) throw new Error('useAuth must be used inside <AuthProvider>.')
  return auth
}
