import type { ComponentProps } from 'react'

/**
 * The element every surface of ours begins with: tokens and rules apply inside it and nowhere else.
 * Font, text direction and colour scheme are the host's.
 */
export function MeetingsRoot({ className, ...rest }: ComponentProps<'div'>) {
  return <div {...rest} className={className ? `meetings-root ${className}` : 'meetings-root'} />
}
