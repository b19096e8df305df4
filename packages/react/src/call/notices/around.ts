/** What surrounds a call: nothing of it is seen at the first picture, so it is one chunk that loads after it. */

export { NextMeeting } from '../call-message/NextMeeting.tsx'
export { Captions } from '../captions/Captions.tsx'
export { HostLate } from './HostLate.tsx'
export { NoticeWatch } from './NoticeWatch.tsx'
