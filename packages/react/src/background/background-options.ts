import type { BackgroundOffer } from '../media/background-port.ts'

/** What an app says about the backgrounds it offers. */
export interface BackgroundOptions extends BackgroundOffer {
  /**
   * The folder from which your site serves the files of `@meetings/react/background`, such as
   * `/meetings-background`. From another origin it needs CORS. Nothing is fetched from it before somebody
   * chooses a background.
   */
  assetsUrl: string
}
