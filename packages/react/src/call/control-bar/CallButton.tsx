'use client'
import type { LucideIcon } from 'lucide-react'
import { useContext } from 'react'
import { ButtonLookContext } from './button-look.ts'

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
  /** What it opens, when that is a menu or a dialog. */
  popup?: 'menu' | 'dialog'
  /** For a button that stays pressed in: whether it is. Its label then says what it is, not what it will do. */
  isPressed?: boolean
  /** A short text on the button's edge, such as a count. Say the same in `label`: it is only to be seen. */
  badge?: string | undefined
  /** A press is likely: a pointer or the focus has come. */
  onPrepare?: () => void
  onPress(): void
}

/**
 * A round button of the bar, or a line of the "more" menu when the bar has no room for it. Its name says what
 * a press will do, and shows while the button is pointed at or focused.
 */
export function CallButton(props: CallButtonProps) {
  const { part, label, icon: Icon, state, isBusy = false, isDisabled = false, onPress } = props
  const isInMenu = useContext(ButtonLookContext) === 'menu'
  const badge = props.badge !== undefined && (
    <span aria-hidden="true" data-meetings-part="badge">
      {props.badge}
    </span>
  )
  if (isInMenu) {
    return (
      <button
        type="button"
        role="menuitem"
        tabIndex={-1}
        aria-disabled={isDisabled || undefined}
        data-meetings-part="call-menu-item"
        data-state={state}
        onClick={isDisabled ? undefined : onPress}
      >
        <Icon aria-hidden="true" />
        {label}
        {badge}
      </button>
    )
  }
  return (
    <button
      type="button"
      aria-label={label}
      aria-busy={isBusy || undefined}
      aria-expanded={props.isExpanded}
      aria-haspopup={props.popup}
      aria-pressed={props.isPressed}
      disabled={isDisabled}
      data-meetings-part={part}
      data-look="round"
      data-state={state}
      onPointerEnter={props.onPrepare}
      onFocus={props.onPrepare}
      onClick={onPress}
    >
      <Icon aria-hidden="true" />
      {badge}
      <span aria-hidden="true" data-meetings-part="tooltip">
        {label}
      </span>
    </button>
  )
}
