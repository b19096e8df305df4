import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { defineConfig } from 'tsup'
import { backgroundVendor, packBackground } from './background-vendor.ts'
import { mergeFiles } from './merge-files.ts'
import { unlayer } from './unlayer.ts'

const LOCALES = {
  'locales/ar': 'src/i18n/locales/ar.ts',
  'locales/de': 'src/i18n/locales/de.ts',
  'locales/en': 'src/i18n/locales/en.ts',
  'locales/ja': 'src/i18n/locales/ja.ts',
}

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    'eager-names': 'eager-names.ts',
    testing: 'src/testing/index.ts',
    ...LOCALES,
    styles: 'src/styles.css',
  },
  format: 'esm',
  target: 'es2022',
  platform: 'browser',
  // One build with shared chunks: a context must exist once for all entries.
  splitting: true,
  clean: true,
  noExternal: ['@meetings/contract'],
  esbuildPlugins: [backgroundVendor],
  dts: {
    entry: {
      index: 'src/index.ts',
      testing: 'src/testing/index.ts',
      ...LOCALES,
    },
    // The contract and, inside it, its own files: the consumer has no contract package.
    resolve: [/^@meetings\/contract/, /^\.{1,2}\//],
    // tsup leaves alone what the tsconfig's paths name.
    compilerOptions: { paths: {} },
  },
  async onSuccess() {
    const layered = await readFile('dist/styles.css', 'utf8')
    await writeFile('dist/styles.unlayered.css', unlayer(layered))
    await packBackground(resolve('dist'))
    await mergeFiles(resolve('dist'), ['index', 'testing', ...Object.keys(LOCALES)])
  },
  banner: ({ format }) => (format === 'esm' ? { js: "'use client';" } : {}),
})
