export { twilioVideo } from './twilio-video.ts'
export type { TwilioVideoOptions } from './twilio-video-options.ts'
