'use client'
import CircleCheck from 'lucide-react/icons/circle-check'
import LogOut from 'lucide-react/icons/log-out'
import MonitorSmartphone from 'lucide-react/icons/monitor-smartphone'
import PhoneOff from 'lucide-react/icons/phone-off'
import TimerOff from 'lucide-react/icons/timer-off'
import { type ReactNode, useState } from 'react'
import { useRuntime } from '../../provider/runtime-context.ts'
import type { RoomEnd, RoomEndKind } from '../../room/room-end.ts'
import { Button } from '../../theme/button/Button.tsx'
import { useCallLaterWords } from '../people/useCallLaterWords.ts'
import { useCallWords } from '../people/useCallWords.ts'
import { CallMessage } from './CallMessage.tsx'
import { describeEnd } from './describe-end.ts'

const ICONS: Partial<Record<RoomEndKind, ReactNode>> = {
  completed: <CircleCheck />,
  removed: <LogOut />,
  'other-tab': <MonitorSmartphone />,
  'time-limit': <TimerOff />,
}

/** The call is over, and not because this person pressed Leave. */
export function EndedCall({ end, endsAt }: { end: RoomEnd; endsAt?: string | undefined }) {
  const { calls, clock } = useRuntime('VideoCallModal')
  const words = useCallWords()
  const [isOverdue] = useState(() => endsAt !== undefined && clock.now() >= Date.parse(endsAt))
  const { title, detail, rejoin } = describeEnd(end, isOverdue, useCallLaterWords())
  return (
    <CallMessage
      icon={ICONS[end.kind] ?? <PhoneOff />}
      title={title}
      detail={detail}
      actions={
        <>
          {rejoin !== null && (
            <Button look="primary" onClick={() => void calls.retry()}>
              {rejoin}
            </Button>
          )}
          <Button look={rejoin === null ? 'primary' : 'secondary'} onClick={() => calls.dismiss()}>
            {words.close}
          </Button>
        </>
      }
    />
  )
}
