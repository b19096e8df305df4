'use client'
import { fillMessage } from '../../i18n/fill-message.ts'
import type { CallView } from '../../provider/call-view.ts'
import { Button } from '../../theme/button/Button.tsx'
import { useViewOf } from '../useViewOf.ts'
import { DoorList } from './DoorList.tsx'
import { useDoorAct } from './useDoorAct.ts'
import { useDoorWords } from './useDoorWords.ts'

/** Who was removed or refused, and the way to take that back. */
export function Removed() {
  const removed = useViewOf(selectRemoved)
  const words = useDoorWords()
  const { act, busy, outcome } = useDoorAct()
  return (
    <div tabIndex={-1} data-meetings-part="door">
      {removed && removed.length > 0 && (
        <DoorList
          title={fillMessage(words.removedCount, { count: `${removed.length}` })}
          state="removed"
          people={removed}
          actionsFor={({ identity, name }) => (
            <Button
              aria-label={fillMessage(words.letPersonBackIn, { name })}
              isBusy={busy === identity}
              onClick={() =>
                act(
                  identity,
                  [(client, bookingId) => client.readmitParticipant(bookingId, identity)],
                  fillMessage(words.personReadmitted, { name }),
                )
              }
            >
              {words.letBackIn}
            </Button>
          )}
        />
      )}
      <div role="status" data-meetings-part="people-outcome">
        {outcome}
      </div>
    </div>
  )
}

const selectRemoved = ({ door }: CallView) => door?.removed ?? null
