import { type ComponentPropsWithoutRef, forwardRef } from 'react'
import { Spinner } from '../spinner/Spinner.tsx'

export interface ButtonProps extends ComponentPropsWithoutRef<'button'> {
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

// forwardRef because React 18 does not hand a ref to a function component.
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(props, ref) {
  const { look = 'secondary', isBusy = false, isUnavailable = false, onClick, children, ...rest } = props
  const isInert = isBusy || isUnavailable
  return (
    <button
      ref={ref}
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
})
