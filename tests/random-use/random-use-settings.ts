import { CHROMIUM_FLAGS } from '../../scripts/browser/find-browser.ts'

/** The screen to share is chosen without a dialog. */
export const SHARING_FLAGS = [
  ...CHROMIUM_FLAGS,
  '--auto-select-desktop-capture-source=Entire screen',
  '--auto-select-tab-capture-source-by-title=Harbor Advisory',
]
