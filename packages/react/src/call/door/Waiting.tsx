'use client'
import { fillMessage } from '../../i18n/fill-message.ts'
import type { CallView } from '../../provider/call-view.ts'
import { Button } from '../../theme/button/Button.tsx'
import { useViewOf } from '../useViewOf.ts'
import { DoorList } from './DoorList.tsx'
import type { Decision } from './useDecide.ts'
import { useDoorAct } from './useDoorAct.ts'
import { useDoorWords } from './useDoorWords.ts'

/** Who waits, the longest first, and who may come in. */
export function Waiting() {
  const waiting = useViewOf(selectWaiting)
  const words = useDoorWords()
  const { act, busy, outcome } = useDoorAct()
  const everybody = () => act('all', (waiting ?? []).map(admitting), words.everybodyAdmitted)

  return (
    <div tabIndex={-1} data-meetings-part="door">
      {waiting && waiting.length > 0 && (
        <DoorList
          title={fillMessage(words.waitingCount, { count: `${waiting.length}` })}
          state="waiting"
          people={waiting}
          actionsFor={(person) => (
            <>
              <Button
                look="primary"
                aria-label={fillMessage(words.admitPerson, { name: person.name })}
                isBusy={busy === `admit ${person.identity}`}
                onClick={() =>
                  act(
                    `admit ${person.identity}`,
                    [admitting(person)],
                    fillMessage(words.personAdmitted, { name: person.name }),
                  )
                }
              >
                {words.admit}
              </Button>
              <Button
                aria-label={fillMessage(words.refusePerson, { name: person.name })}
                isBusy={busy === `refuse ${person.identity}`}
                onClick={() =>
                  act(
                    `refuse ${person.identity}`,
                    [(client, bookingId) => client.removeParticipant(bookingId, person.identity)],
                    fillMessage(words.personRefused, { name: person.name }),
                  )
                }
              >
                {words.refuse}
              </Button>
            </>
          )}
        >
          {waiting.length > 1 && (
            <Button isBusy={busy === 'all'} onClick={everybody}>
              {words.admitAll}
            </Button>
          )}
        </DoorList>
      )}
      <div role="status" data-meetings-part="people-outcome">
        {outcome}
      </div>
    </div>
  )
}

const admitting =
  ({ identity }: { identity: string }): Decision =>
  (client, bookingId) =>
    client.admitParticipant(bookingId, identity)

const selectWaiting = ({ door }: CallView) => door?.waiting ?? null
