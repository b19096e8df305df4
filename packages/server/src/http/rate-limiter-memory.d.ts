// The package types its main entry only, which loads every database client it knows.
declare module 'rate-limiter-flexible/lib/RateLimiterMemory.js' {
  import { RateLimiterMemory } from 'rate-limiter-flexible'
  // biome-ignore lint/style/noDefaultExport: this is how the package exports it.
  export default RateLimiterMemory
}
