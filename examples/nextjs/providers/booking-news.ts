import type { SupabaseClient } from '@supabase/supabase-js'

const POLL_MS = 5_000

/** What `<MeetingProvider subscribe>` wants: told how to call back, it answers how to stop. */
export type BookingNews = (onChange: () => void) => () => void

/**
 * News of bookings over Supabase Realtime. Row-level security decides what each person hears of; what arrives
 * is taken as a hint to ask the server again, never as data. The table must be in the publication
 * `supabase_realtime` (see the README).
 */
export function realtimeNews(supabase: SupabaseClient): BookingNews {
  return (onChange) => {
    let wasHeard = false
    const channel = supabase
      // A name of its own: the one before may still be on its way out.
      .channel(`bookings-${crypto.randomUUID()}`)
      .on('postgres_changes', { event: '*', schema: 'public', table: 'bookings' }, onChange)
      .subscribe((status) => {
        if (status !== 'SUBSCRIBED') return
        // Back after a break: what happened meanwhile was not heard.
        if (wasHeard) onChange()
        wasHeard = true
      })
    return () => void supabase.removeChannel(channel)
  }
}

/** The same by asking, for a database without Realtime, as the local stack is. A page in the background rests. */
export function polledNews(): BookingNews {
  return (onChange) => {
    const timer = setInterval(() => document.visibilityState === 'visible' && onChange(), POLL_MS)
    return () => clearInterval(timer)
  }
}
