/** What happens to devices by itself: a file of its own, because the call says it without the lobby. */
export const enDeviceNews = {
  deviceReplaced: '{before} was disconnected. Now using {now}.',
  deviceReplacedUnnamed: 'Your device was disconnected. Now using {now}.',
  deviceReturned: 'Using {now} again.',
  /** Stand in for `{now}` where the browser tells no name. */
  otherMicrophone: 'another microphone',
  otherCamera: 'another camera',
  otherSpeaker: 'another speaker',
}

export type DeviceNewsMessages = typeof enDeviceNews
