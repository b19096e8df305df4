import { type CSSProperties, memo } from 'react'
import { useLocaleSettings } from '../../i18n/I18nContext.tsx'
import { hueOf } from './hue-of.ts'
import { initialsOf } from './initials.ts'

/** Initials on a colour of the person's own, for when there is no picture. The name is said elsewhere. */
// Taking a name apart into letters costs more than the rest of a tile.
export const Avatar = memo(function Avatar({ identity, name }: { identity: string; name: string }) {
  const { locale } = useLocaleSettings()
  return (
    <span
      aria-hidden="true"
      data-meetings-part="avatar"
      style={{ '--meetings-avatar-hue': hueOf(identity) } as CSSProperties}
    >
      {initialsOf(name, locale)}
    </span>
  )
})
