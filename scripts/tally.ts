/** Counts what passed and what failed over many tools, and says so in one last line. */
export class Tally {
  readonly #failures: string[] = []
  #passed = 0
  #failed = 0

  add(name: string, ok: boolean): void {
    console.log(`${ok ? '✓' : '✗'} ${name}`)
    this.addMany(name, ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })
  }

  addMany(name: string, counts: { passed: number; failed: number }): void {
    this.#passed += counts.passed
    this.#failed += counts.failed
    if (counts.failed > 0) this.#failures.push(`${name} (${counts.failed})`)
  }

  /** Prints the totals and ends the process: 0 only when nothing failed and something ran. */
  finish(): never {
    if (this.#failures.length > 0) console.log(`\nFailed: ${this.#failures.join(', ')}`)
    console.log(`${this.#passed} passed, ${this.#failed} failed`)
    process.exit(this.#failed === 0 && this.#passed > 0 ? 0 : 1)
  }
}
