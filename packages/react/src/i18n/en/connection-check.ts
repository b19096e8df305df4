import type { enConnectionCheckOpening } from './connection-check-opening.ts'

/** The words of the connection check before a call: how far it is, what it found, and what to do about it. */
export const enConnectionCheck = {
  stop: 'Stop checking',
  checkAgain: 'Check again',
  reaching: 'Reaching the video service',
  connecting: 'Trying out sound and picture',
  measuring: 'Measuring for a few seconds',

  goodTitle: 'Your connection is good',
  goodAdvice: 'Sound and picture should be clear.',
  fairTitle: 'Your connection is a little slow',
  fairAdvice: 'The call should work. If it falters, turn off your camera or move closer to your router.',
  poorTitle: 'Your connection is slow',
  poorAdvice: 'Turn off your camera, move closer to your router, or plug in a cable.',
  blockedTitle: 'Video calls are blocked on this network',
  blockedAdvice:
    'Use another network, such as your phone’s, or switch off a VPN. At work, ask whoever looks after the network.',
  unreachableTitle: 'The video service cannot be reached',
  unreachableAdvice: 'Check your internet connection. A VPN or an ad blocker can be in the way, too.',
  failedTitle: 'Your connection could not be checked',
  failedAdvice: 'This says nothing about the call: you can join all the same.',

  details: 'Details',
  latency: 'Delay, there and back',
  jitter: 'Changes of the delay',
  packetLoss: 'Packets lost',
  connectTime: 'Time to connect',
  notMeasured: 'Not measured',
}

export type ConnectionCheckWords = typeof enConnectionCheck
export type ConnectionCheckMessages = ConnectionCheckWords & typeof enConnectionCheckOpening
