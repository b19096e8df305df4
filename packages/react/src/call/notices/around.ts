/** What nobody sees at the first picture: one chunk that loads after it, or when it is needed sooner. */

export { Announcer } from '../announcer/Announcer.tsx'
export { EndedCall } from '../call-message/EndedCall.tsx'
export { FailedCall } from '../call-message/FailedCall.tsx'
export { Captions } from '../captions/Captions.tsx'
export { ChatToast } from '../chat/ChatToast.tsx'
export { TalkNotice } from '../hands/TalkNotice.tsx'
export { MicrophoneHint } from '../microphone-hint/MicrophoneHint.tsx'
export { MiniCall } from '../mini-call/MiniCall.tsx'
export { WindowedCall } from '../mini-call/WindowedCall.tsx'
export { Shortcuts } from '../shortcuts/Shortcuts.tsx'
export { HostLate } from './HostLate.tsx'
export { NoticeWatch } from './NoticeWatch.tsx'
