'use client'
import { useCallback } from 'react'
import type { CallPanel, CallView } from '../../provider/call-view.ts'
import { useRuntime } from '../../provider/runtime-context.ts'
import { CallButton, type CallButtonProps } from '../control-bar/CallButton.tsx'
import { useViewOf } from '../useViewOf.ts'

export interface PanelButtonProps extends Pick<CallButtonProps, 'part' | 'label' | 'icon' | 'badge'> {
  panel: CallPanel
}

/** A button of the bar that opens and closes a side panel. */
export function PanelButton({ panel, ...rest }: PanelButtonProps) {
  const { callView } = useRuntime('VideoCallModal')
  const isOpen = useViewOf(useCallback((view: CallView) => view.panel === panel, [panel]))
  return (
    <CallButton
      {...rest}
      state={isOpen ? 'active' : 'on'}
      isExpanded={isOpen}
      onPress={() => callView.set({ panel: isOpen ? null : panel })}
    />
  )
}
