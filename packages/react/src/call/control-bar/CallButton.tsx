import type { LucideIcon } from 'lucide-react'

export interface CallButtonProps {
  part: string
  label: string
  icon: LucideIcon
  /** `off` is filled, `active` wears the accent: neither is told by a struck-through icon alone. */
  state: 'on' | 'off' | 'active'
  isBusy?: boolean
  isDisabled?: boolean
  /** For a button that opens something: whether it is open. */
  isExpanded?: boolean
  /** For a button that stays pressed in: whether it is. Its label then says what it is, not what it will do. */
  isPressed?: boolean
  /** A short text on the button's edge, such as a count. Say the same in `label`: it is only to be seen. */
  badge?: string | undefined
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
      aria-expanded={props.isExpanded}
      aria-pressed={props.isPressed}
      disabled={isDisabled}
      data-meetings-part={part}
      data-look="round"
      data-state={state}
      onClick={onPress}
    >
      <Icon aria-hidden="true" />
      {props.badge !== undefined && (
        <span aria-hidden="true" data-meetings-part="badge">
          {props.badge}
        </span>
      )}
      <span aria-hidden="true" data-meetings-part="tooltip">
        {label}
      </span>
    </button>
  )
}
