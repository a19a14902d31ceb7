import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

/** Which layer may not import which; test/project.test.ts proves the same from the files. */
const vscodeFree = { name: 'vscode', message: 'This layer is pure: it must not know the editor.' };
const layer = (name, forbidden) => ({
  files: [`src/${name}/**/*.ts`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        paths: [vscodeFree],
        patterns: forbidden.map((other) => ({
          group: [`**/${other}`, `**/${other}/**`],
          message: `src/${name} must not import src/${other} (docs/architecture.md, "Direction").`,
        })),
      },
    ],
  },
});
const editorLayers = ['language', 'explorer', 'documents', 'commands', 'pages', 'ui'];

export default tseslint.config(
  { ignores: ['dist/', 'out/', 'node_modules/', '.vscode-test/', 'test/fixtures/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        project: ['./tsconfig.json', './tsconfig.pages.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unnecessary-condition': 'off',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/prefer-literal-enum-member': 'off',
      '@typescript-eslint/unified-signatures': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['test/**/*.ts', 'bench/**/*.ts'],
    rules: {
      // node:test returns promises that the runner awaits itself.
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-console': 'off',
    },
  },
  {
    files: ['scripts/**/*.mjs'],
    extends: [tseslint.configs.strict],
    languageOptions: {
      parserOptions: { project: ['./tsconfig.scripts.json'], tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_' }],
      eqeqeq: 'error',
    },
  },
  layer('policy', ['iam', 'sandbox', 'cli', ...editorLayers]),
  layer('iam', ['policy', 'sandbox', 'cli', ...editorLayers]),
  layer('sandbox', ['cli', ...editorLayers]),
  layer('cli', ['iam', 'sandbox', ...editorLayers]),
  { files: ['src/cli/**/*.ts', 'src/sandbox/main.ts'], rules: { 'no-console': 'off' } },
  prettier,
);
