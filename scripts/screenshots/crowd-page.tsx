import { createRoot } from 'react-dom/client'
import { CallStory } from '../../packages/react/test/stories/CallStory.tsx'

const NAMES = {
  sam: 'Sam Rivera',
  priya: 'Priya Natarajan',
  jonas: 'Jonas Weber',
  mei: 'Mei Tanaka',
  omar: 'Omar Haddad',
  lucia: 'Lucía Fernández',
  ana: 'Ana Kovač',
  emil: 'Emil Sørensen',
}
const SILENT = ['priya', 'omar', 'ana']
const people = Object.keys(NAMES).map((identity) => ({
  identity,
  microphone: SILENT.includes(identity) ? ('muted' as const) : ('on' as const),
  camera: identity === 'omar' ? ('off' as const) : ('on' as const),
}))

document.body.style.fontFamily = 'system-ui, sans-serif'
// The fake microphone is silent, and a word about that would lie over the people.
const style = document.createElement('style')
style.textContent = '[data-meetings-part="microphone-hints"] { visibility: hidden }'
document.head.append(style)
const root = document.createElement('div')
document.body.append(root)
createRoot(root).render(<CallStory people={people} names={NAMES} locale="en-US" />)
