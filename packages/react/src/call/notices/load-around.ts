/** See `around.ts`. */
export type Around = typeof import('./around.ts')

let loaded: Around | null = null

/** Rejects when the code cannot be fetched; may be asked again. */
export async function loadAround(): Promise<Around> {
  loaded ??= await import('./around.ts')
  return loaded
}

export function loadedAround(): Around | null {
  return loaded
}
