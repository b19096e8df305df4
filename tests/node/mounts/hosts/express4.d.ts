// The alias of Express 4 has no types; what is used here is the same in both.
declare module 'express4' {
  import express from 'express'
  // biome-ignore lint/style/noDefaultExport: this is how Express exports it.
  export default express
}
