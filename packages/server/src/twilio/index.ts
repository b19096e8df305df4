export { type TwilioVideoOptions, twilioVideo } from './twilio-video.ts'
