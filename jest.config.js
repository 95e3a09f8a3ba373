/** Unit tests of src/: `*.test.ts(x)` beside what they test. */
module.exports = {
  rootDir: 'src',
  testEnvironment: 'jsdom',
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  transform: {
    '^.+\\.tsx?$': ['@swc/jest', {
      jsc: { target: 'es2019', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'classic' } } },
      module: { type: 'commonjs' },
    }],
    '^.+/loc/.+\\.js$': '<rootDir>/../tests/unit/amdStrings.js',
    // These packages come as ES modules only.
    'node_modules/.+\\.(m?js)$': ['@swc/jest', { jsc: { target: 'es2019' }, module: { type: 'commonjs' } }],
  },
  transformIgnorePatterns: ['/node_modules/(?!(@pnp)/)'],
  moduleNameMapper: {
    '\\.(scss|css)$': '<rootDir>/../tests/unit/styleNames.js',
    '^SchilStrings$': '<rootDir>/webparts/loc/en-us.js',
  },
};
