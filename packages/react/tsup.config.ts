import { defineConfig } from 'tsup'

export default defineConfig({
  entry: {
    index: 'src/index.ts',
    testing: 'src/testing/index.ts',
    'locales/de': 'src/i18n/locales/de.ts',
    'locales/en': 'src/i18n/locales/en.ts',
    styles: 'src/styles.css',
  },
  format: 'esm',
  target: 'es2022',
  platform: 'browser',
  // One build with shared chunks: a context must exist once for all entries.
  splitting: true,
  clean: true,
  noExternal: ['@meetings/contract'],
  dts: {
    entry: {
      index: 'src/index.ts',
      testing: 'src/testing/index.ts',
      'locales/de': 'src/i18n/locales/de.ts',
      'locales/en': 'src/i18n/locales/en.ts',
    },
    resolve: ['@meetings/contract'],
  },
  banner: ({ format }) => (format === 'esm' ? { js: "'use client';" } : {}),
})
