import { cp } from 'node:fs/promises'
import { defineConfig } from 'tsup'

const entry = {
  index: 'src/index.ts',
  supabase: 'src/supabase/index.ts',
  postgres: 'src/postgres/index.ts',
  twilio: 'src/twilio/index.ts',
  next: 'src/adapters/next.ts',
  node: 'src/adapters/node.ts',
  fastify: 'src/adapters/fastify.ts',
  testing: 'src/testing/index.ts',
}

export default defineConfig({
  entry,
  format: 'esm',
  target: 'es2022',
  platform: 'neutral',
  splitting: true,
  clean: true,
  // Where an answer's `docs` leads to.
  onSuccess: () => cp('../../docs/errors', 'dist/errors', { recursive: true }),
  // `node:` is how every runtime that is not Node tells what is meant.
  removeNodeProtocol: false,
  external: [/^node:/, 'zod', 'twilio', '@supabase/supabase-js'],
  noExternal: [/^@meetings\/contract/],
  dts: {
    entry,
    // The contract and, inside it, its own files: the consumer has no contract package.
    resolve: [/^@meetings\/contract/, /^\.{1,2}\//],
    // tsup leaves alone what the tsconfig's paths name.
    compilerOptions: { paths: {} },
  },
})
