import type { LucideIcon } from 'lucide-react'

export interface CallButtonProps {
  part: string
  label: string
  icon: LucideIcon
  /** `off` is filled, `active` wears the accent: neither is told by a struck-through icon alone. */
  state: 'on' | 'off' | 'active'
  isBusy?: boolean
  isDisabled?: boolean
  onPress(): void
}

/** A round button of the bar. Its name says what a press will do, and shows while it is pointed at or focused. */
export function CallButton(props: CallButtonProps) {
  const { part, label, icon: Icon, state, isBusy = false, isDisabled = false, onPress } = props
  return (
    <button
      type="button"
      aria-label={label}
      aria-busy={isBusy || undefined}
      disabled={isDisabled}
      data-meetings-part={part}
      data-look="round"
      data-state={state}
      onClick={onPress}
    >
      <Icon aria-hidden="true" />
      <span aria-hidden="true" data-meetings-part="tooltip">
        {label}
      </span>
    </button>
  )
}
