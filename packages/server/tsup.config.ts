import { defineConfig } from 'tsup'

const entry = {
  index: 'src/index.ts',
  supabase: 'src/supabase/index.ts',
  twilio: 'src/twilio/index.ts',
  next: 'src/adapters/next.ts',
  node: 'src/adapters/node.ts',
  testing: 'src/testing/index.ts',
}

export default defineConfig({
  entry,
  format: 'esm',
  target: 'es2022',
  platform: 'neutral',
  splitting: true,
  clean: true,
  external: [/^node:/, 'zod', 'twilio', '@supabase/supabase-js'],
  noExternal: ['@meetings/contract', '@meetings/contract/schemas'],
  dts: { entry, resolve: ['@meetings/contract', '@meetings/contract/schemas'] },
})
