/** Stops a timer; harmless when it has already fired. */
export type Cancel = () => void

/** The port to time that passes, so that tests can move it by hand. */
export interface Timers {
  /** Calls back once, `ms` milliseconds from now. */
  after(ms: number, callback: () => void): Cancel
}

/** Real timers. They never keep the process alive: the open port does. */
export const systemTimers: Timers = {
  after(ms, callback) {
    const timer = setTimeout(callback, ms)
    timer.unref()
    return () => clearTimeout(timer)
  },
}
