import type { Moderation } from '@meetings/contract'
import type { CallViewStore, Door } from '../../provider/call-view.ts'

/** Shows an answer of the server about the door. The same one again renders nothing. */
export function showDoor(view: CallViewStore, { isLocked, waiting, removed }: Moderation): void {
  const door: Door = { isLocked, waiting, removed }
  if (JSON.stringify(door) !== JSON.stringify(view.get().door)) view.set({ door })
}
