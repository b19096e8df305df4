'use client'
import { fillMessage } from '../../i18n/fill-message.ts'
import { useFormats } from '../../i18n/useFormats.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { Spinner } from '../../theme/spinner/Spinner.tsx'
import { useAround } from '../notices/useAround.ts'
import { useCallWords } from '../people/useCallWords.ts'
import { useOtherPeople } from '../people/useOtherPeople.ts'

/** Says what is being waited for while nobody else is to be seen. */
export function StageWords() {
  const words = useCallWords()
  const { list } = useFormats()
  const around = useAround()
  const isConnecting = useCallState(selectIsConnecting)
  const names = useOtherPeople('VideoCallModal').map((person) => person.name)
  const waiting =
    names.length > 0 ? fillMessage(words.waitingFor, { people: list(names) }) : words.waitingForOthers
  return (
    <div data-meetings-part="stage-words">
      <div data-meetings-part="stage-title">
        {isConnecting && <Spinner />}
        {isConnecting ? words.connecting : waiting}
      </div>
      <div data-meetings-part="stage-detail">
        {isConnecting ? words.connectingDetail : words.waitingDetail}
      </div>
      {!isConnecting && around && <around.HostLate />}
    </div>
  )
}

const selectIsConnecting = ({ session }: CallState) => session.phase === 'connecting'
