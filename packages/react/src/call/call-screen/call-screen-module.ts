/** What an open call cannot do without: one chunk. */

export { EverybodysSound } from '../sound/EverybodysSound.tsx'
export { CallScreen } from './CallScreen.tsx'
