const typescript = {
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2024' }, module: { type: 'es6' } },
    ],
  },
  extensionsToTreatAsEsm: ['.ts'],
  testEnvironment: 'node',
  // The examples' tests run by the runner that their repositories have.
  modulePathIgnorePatterns: ['dist', 'build', '.cache', 'workflows-examples'].map(
    name => `<rootDir>/${name}`,
  ),
}

/** `unit` decides on data; `real` drives programs, servers and the committed dist. */
export default {
  reporters: ['default', '<rootDir>/test/support/no-skips-reporter.js'],
  maxWorkers: 2,
  projects: [
    {
      ...typescript,
      displayName: 'unit',
      testMatch: ['**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '\\.real\\.test\\.ts$'],
    },
    {
      ...typescript,
      displayName: 'real',
      testMatch: ['**/*.real.test.ts'],
      setupFilesAfterEnv: ['<rootDir>/test/support/patience.ts'],
      globalSetup: '<rootDir>/test/support/global-setup.js',
      globalTeardown: '<rootDir>/test/support/global-teardown.js',
    },
  ],
}
