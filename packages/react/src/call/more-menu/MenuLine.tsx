import type { LucideIcon } from 'lucide-react'
import Check from 'lucide-react/icons/check'

export interface MenuLineProps {
  label: string
  icon?: LucideIcon
  /** `radio`: one of several; `checkbox`: on or off. Either says whether it `isChecked`. */
  kind?: 'command' | 'radio' | 'checkbox'
  isChecked?: boolean
  isDanger?: boolean
  onChoose(): void
}

const ROLES = { radio: 'menuitemradio', checkbox: 'menuitemcheckbox' } as const

/** One line of the "more" menu. */
export function MenuLine(props: MenuLineProps) {
  const { label, kind = 'command', isChecked = false, isDanger = false, onChoose } = props
  const Icon = kind === 'command' ? props.icon : isChecked ? Check : undefined
  return (
    <button
      type="button"
      tabIndex={-1}
      {...(kind === 'command' ? { role: 'menuitem' } : { role: ROLES[kind], 'aria-checked': isChecked })}
      data-meetings-part="call-menu-item"
      data-tone={isDanger ? 'danger' : undefined}
      onClick={onChoose}
    >
      {Icon ? <Icon aria-hidden="true" /> : <span data-meetings-part="call-menu-space" />}
      {label}
    </button>
  )
}
