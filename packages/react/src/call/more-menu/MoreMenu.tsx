'use client'
import Activity from 'lucide-react/icons/activity'
import Keyboard from 'lucide-react/icons/keyboard'
import Minimize2 from 'lucide-react/icons/minimize-2'
import PhoneOff from 'lucide-react/icons/phone-off'
import PictureInPicture2 from 'lucide-react/icons/picture-in-picture-2'
import Settings from 'lucide-react/icons/settings'
import SquareUser from 'lucide-react/icons/square-user'
import { useContext, useRef } from 'react'
import { useRuntime } from '../../provider/runtime-context.ts'
import { useCallState } from '../../provider/useCallState.ts'
import type { CallState } from '../../session/call-controller.ts'
import { CallOptionsContext } from '../call-options.ts'
import { ButtonLookContext } from '../control-bar/button-look.ts'
import { useBackgroundWords } from '../devices/useBackgroundWords.ts'
import { PANELS } from '../panel/panels.ts'
import { useCallWords } from '../people/useCallWords.ts'
import { useIsHost } from '../people/useIsHost.ts'
import { useStageLaterWords } from '../stage/useStageLaterWords.ts'
import { useOpenSmallWindow } from '../surroundings/useSmallWindow.ts'
import type { MoreMenuProps } from './LoadedMenu.tsx'
import { MenuLine } from './MenuLine.tsx'
import { useMenuKeys } from './useMenuKeys.ts'
import { ViewLines } from './ViewLines.tsx'

/** What the bar has no room for, how the call is shown, and what is rarely needed. */
export function MoreMenu({ overflow, onClose }: MoreMenuProps) {
  const { callView } = useRuntime('VideoCallModal')
  const words = useStageLaterWords()
  const { minimise } = useCallWords()
  const { background } = useBackgroundWords()
  const isOffered = useCallState(selectHasBackgrounds)
  const hasBackgrounds = useContext(CallOptionsContext).components?.BackgroundPicker !== null && isOffered
  const isHost = useIsHost()
  const openSmallWindow = useOpenSmallWindow()
  const menu = useRef<HTMLDivElement>(null)
  const keys = useMenuKeys(menu, onClose)

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a line is a button, which its keys click; those of the menu are in `keys`
    <div
      ref={menu}
      role="menu"
      aria-label={words.more}
      tabIndex={-1}
      data-meetings-part="call-menu"
      data-state="ready"
      {...keys}
      // After the line itself, and drawn together with what it did: the focus is back by then, so what opens knows its
      // opener. Not while the press is on its way down: React would take the line away before it hears of it.
      onClick={(event) => {
        const line = (event.target as HTMLElement).closest('[role^="menuitem"]')
        if (line && line.getAttribute('aria-disabled') !== 'true') onClose('to-button')
      }}
    >
      {overflow.length > 0 && (
        <ButtonLookContext.Provider value="menu">
          {overflow.map(({ name, Button }) => (
            <Button key={name} isInMenu />
          ))}
          <hr data-meetings-part="call-menu-line" />
        </ButtonLookContext.Provider>
      )}
      <ViewLines />
      <MenuLine label={minimise} icon={Minimize2} onChoose={() => callView.set({ isMinimised: true })} />
      {openSmallWindow && (
        <MenuLine label={words.pictureInPicture} icon={PictureInPicture2} onChoose={openSmallWindow} />
      )}
      <hr data-meetings-part="call-menu-line" />
      {PANELS.settings && (
        <MenuLine
          label={words.settings}
          icon={Settings}
          onChoose={() => callView.set({ panel: 'settings' })}
        />
      )}
      {hasBackgrounds && (
        <MenuLine
          label={background}
          icon={SquareUser}
          onChoose={() => callView.set({ panel: 'background' })}
        />
      )}
      {PANELS.statistics && (
        <MenuLine
          label={words.statistics}
          icon={Activity}
          onChoose={() => callView.set({ panel: 'statistics' })}
        />
      )}
      <MenuLine
        label={words.shortcuts}
        icon={Keyboard}
        onChoose={() => callView.set({ dialog: 'shortcuts' })}
      />
      {isHost && (
        <MenuLine
          label={words.endForAll}
          icon={PhoneOff}
          isDanger
          onChoose={() => callView.set({ dialog: 'end-for-all' })}
        />
      )}
    </div>
  )
}

const selectHasBackgrounds = ({ media }: CallState) => media.devices.background !== null
