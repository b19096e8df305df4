/** Counts what passed and what failed over many tools, and says so in one last line. */
export class Tally {
  readonly #names: string[] = []
  readonly #failures: string[] = []
  #passed = 0
  #failed = 0

  add(name: string, ok: boolean): void {
    console.log(`${ok ? '✓' : '✗'} ${name}`)
    this.addMany(name, ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })
  }

  addMany(name: string, counts: { passed: number; failed: number }, failures: readonly string[] = []): void {
    this.#passed += counts.passed
    this.#failed += counts.failed
    if (counts.failed > 0) this.#names.push(`${name} (${counts.failed})`)
    this.#failures.push(...failures)
  }

  /** Prints what failed, then the totals, and ends the process: 0 only when nothing failed and something ran. */
  finish(): never {
    if (this.#names.length > 0) console.log(`\nFailed: ${this.#names.join(', ')}\n`)
    for (const failure of this.#failures) console.log(`${failure}\n`)
    console.log(`${this.#passed} passed, ${this.#failed} failed`)
    process.exit(this.#failed === 0 && this.#passed > 0 ? 0 : 1)
  }
}
