import type { ComponentProps } from 'react'
import { Spinner } from '../spinner/Spinner.tsx'

export interface ButtonProps extends ComponentProps<'button'> {
  /** `primary` is the one action of its surroundings; `plain` has no edge until it is pointed at. */
  look?: 'primary' | 'secondary' | 'plain' | 'danger'
  /** Something is under way: a spinner is shown and presses are ignored. */
  isBusy?: boolean
  /**
   * The action exists but not now. Unlike `disabled` it keeps the focus and can be read out together with
   * its reason (`aria-describedby`).
   */
  isUnavailable?: boolean
}

export function Button(props: ButtonProps) {
  const { look = 'secondary', isBusy = false, isUnavailable = false, onClick, children, ...rest } = props
  const isInert = isBusy || isUnavailable
  return (
    <button
      type="button"
      data-meetings-part="button"
      data-look={look}
      data-state={isBusy ? 'busy' : isUnavailable ? 'unavailable' : 'ready'}
      aria-disabled={isInert || undefined}
      {...rest}
      onClick={isInert ? (event) => event.preventDefault() : onClick}
    >
      {isBusy && <Spinner />}
      {children}
    </button>
  )
}
