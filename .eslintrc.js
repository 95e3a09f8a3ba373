'use strict';

/** Which folders of src/ a folder may import from; the picture is in docs/architecture.md. */
const mayNotImport = {
  domain: ['ui', 'features', 'sharepoint', 'webparts'],
  ui: ['features', 'sharepoint', 'webparts'],
  features: ['sharepoint', 'webparts'],
  sharepoint: ['ui', 'features', 'webparts'],
};
const zones = Object.entries(mayNotImport).map(([folder, others]) => ({
  target: `./src/${folder}`,
  from: others.map((other) => `./src/${other}`),
  message: `src/${folder} may not know src/${others.join(', src/')}: dependencies point down (docs/architecture.md).`,
}));
const packagesOf = {
  domain: ['react', 'react-dom', '@microsoft/*', '@pnp/*', '@fluentui/*'],
  ui: ['@microsoft/*', '@pnp/*'],
  features: ['@microsoft/*', '@pnp/*'],
  sharepoint: ['react', 'react-dom', '@fluentui/*'],
};

module.exports = {
  root: true,
  ignorePatterns: ['lib', 'dist', 'temp', 'release', 'node_modules', '/sharepoint', 'jest-output', '.local-sharepoint', 'test-results'],
  overrides: [
    {
      files: ['src/**/*.ts', 'src/**/*.tsx'],
      extends: ['@microsoft/eslint-config-spfx/lib/profiles/react', 'plugin:jsx-a11y/recommended'],
      parserOptions: { tsconfigRootDir: __dirname, ecmaVersion: 2018, sourceType: 'module', project: './tsconfig.test.json' },
      plugins: ['import', 'react-hooks'],
      settings: { 'import/resolver': { node: { extensions: ['.ts', '.tsx', '.js'] } }, react: { version: '17.0' } },
      rules: {
        'import/no-restricted-paths': ['error', { zones }],
        'react-hooks/rules-of-hooks': 'error',
        'react-hooks/exhaustive-deps': 'error',
        '@rushstack/no-new-null': 'off',
        // `role="feed"` and its articles take the focus; these three rules do not know the pattern (WAI-ARIA feed).
        'jsx-a11y/no-noninteractive-tabindex': 'off',
        'jsx-a11y/no-noninteractive-element-interactions': 'off',
        'jsx-a11y/no-autofocus': 'off',
        'max-lines': ['error', { max: 350, skipBlankLines: true, skipComments: true }],
      },
    },
    ...Object.entries(packagesOf).map(([folder, group]) => ({
      files: [`src/${folder}/**/*.ts`, `src/${folder}/**/*.tsx`],
      excludedFiles: ['*.test.ts', '*.test.tsx'],
      rules: { 'no-restricted-imports': ['error', { patterns: [{ group, message: `src/${folder} may not know this package (docs/architecture.md).` }] }] },
    })),
    {
      files: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'src/**/testing/**'],
      rules: { '@microsoft/spfx/pair-react-dom-render-unmount': 'off', '@microsoft/spfx/no-async-await': 'off' },
    },
    {
      files: ['local-sharepoint/**/*.ts', 'scripts/**/*.ts', 'tests/**/*.ts'],
      parser: '@typescript-eslint/parser',
      parserOptions: { ecmaVersion: 2022, sourceType: 'module' },
      plugins: ['@typescript-eslint', 'import'],
      rules: {
        '@typescript-eslint/no-explicit-any': 'error',
        '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
        eqeqeq: ['error', 'always'],
        'no-var': 'error',
        'prefer-const': 'error',
        'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      },
    },
    {
      // The local SharePoint is a SharePoint: it knows nothing of what runs on it.
      files: ['local-sharepoint/**/*.ts'],
      rules: { 'no-restricted-imports': ['error', { patterns: [{ group: ['**/src/**', '@pnp/*'], message: 'local-sharepoint shares no code with src/.' }] }] },
    },
    {
      files: ['*.js', 'tests/unit/*.js', 'src/webparts/loc/*.js'],
      parserOptions: { ecmaVersion: 2020, sourceType: 'script' },
      rules: { 'prefer-const': 'error', 'no-var': 'error' },
    },
  ],
};
