import type { ComponentType } from 'react'
import type { BookingsOfScopeProps } from './BookingsOfScope.tsx'

/** The cards and all that belongs to them are a chunk of their own, asked for together with the bookings. */
export type ListScreenState =
  | { status: 'idle' | 'loading' | 'failed'; Screen: null }
  | { status: 'ready'; Screen: ComponentType<BookingsOfScopeProps> }

let state: ListScreenState = { status: 'idle', Screen: null }
const listeners = new Set<() => void>()

function set(next: ListScreenState): void {
  state = next
  for (const listener of [...listeners]) listener()
}

export function listScreenState(): ListScreenState {
  return state
}

export function subscribeToListScreen(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export async function importListScreen() {
  const { BookingsOfScope } = await import('./BookingsOfScope.tsx')
  return { default: BookingsOfScope }
}

/** Never rejects: a load that failed says so, and may be tried again. */
export async function loadListScreen(): Promise<void> {
  if (state.status === 'ready' || state.status === 'loading') return
  set({ status: 'loading', Screen: null })
  try {
    set({ status: 'ready', Screen: (await importListScreen()).default })
  } catch {
    set({ status: 'failed', Screen: null })
  }
}
