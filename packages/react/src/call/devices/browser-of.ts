/** Browsers whose permission settings are found in different places. */
export type Browser =
  | 'chrome'
  | 'chrome-phone'
  | 'edge'
  | 'firefox'
  | 'safari'
  | 'safari-phone'
  /** Any other browser on an iPhone or iPad: the system's settings decide there. */
  | 'ios-app'
  | 'other'

/** Reads `navigator.userAgent`. Only for words that say where to click: nothing else may depend on it. */
export function browserOf(userAgent: string): Browser {
  const has = (pattern: RegExp) => pattern.test(userAgent)
  const isPhone = has(/iPhone|iPad|Android/)
  if (has(/CriOS|FxiOS|EdgiOS/)) return 'ios-app'
  if (has(/Edg\//)) return 'edge'
  if (has(/OPR\/|SamsungBrowser/)) return 'other'
  if (has(/Firefox\//)) return isPhone ? 'other' : 'firefox'
  if (has(/Chrome\//)) return isPhone ? 'chrome-phone' : 'chrome'
  if (has(/Safari\//)) return isPhone ? 'safari-phone' : 'safari'
  return 'other'
}
