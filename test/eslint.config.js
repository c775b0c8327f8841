import { fileURLToPath } from 'node:url'
import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import regexp from 'eslint-plugin-regexp'
import tseslint from 'typescript-eslint'

/** The classes of what a page is made of. */
const OF_A_PAGE =
  /^(Window|Node|Text|Range|Selection|ShadowRoot|(Document|Element|Event|HTML|SVG)\w*|\w+(Element|Event))$/

export default tseslint.config(
  { ignores: ['dist/', 'storybook-static/', '.storybook/public/', '.cache/', '**/*.js'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  reactHooks.configs.flat['recommended-latest'],
  {
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: fileURLToPath(new URL('..', import.meta.url)),
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/require-await': 'off',
      eqeqeq: 'error',
      'prefer-const': 'error',
      // A fixture of vitest that needs no other one.
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
    },
  },
  {
    files: ['src/**'],
    plugins: { regexp },
    rules: {
      'no-console': 'error',
      // A text of a server or of a person can be as long as it likes: see SECURITY.md.
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential', ignoreSticky: false }],
      'no-restricted-globals': [
        'error',
        {
          name: 'localStorage',
          message: 'A proof of a phone number must not outlive the tab: see SECURITY.md.',
        },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: `BinaryExpression[operator=instanceof]:matches([right.name=${OF_A_PAGE}], [right.property.name=${OF_A_PAGE}])`,
          message: 'What is in a popup or a frame has the classes of its own page: look for what it has.',
        },
        {
          selector: 'StaticBlock, ExportAllDeclaration[exported!=null]',
          message: 'The preset of React Native does not compile this.',
        },
        {
          selector:
            'CallExpression[callee.name=/^(createPart|forwardRef|memo)$/] > :matches(ArrowFunctionExpression, FunctionExpression[id=null]) CallExpression[callee.name=/^use[A-Z]/]',
          message:
            'Name this function: the rules of hooks and React Compiler do not look into one without a name.',
        },
      ],
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'zod', message: "Import 'zod/mini': the full zod costs every user 20 kB." }] },
      ],
    },
  },
  {
    // These look at nothing that is longer than their own bound, which is a thousand characters or so.
    files: [
      'src/hooks/readCode.ts',
      'src/phone/links.ts',
      'src/phone/surroundings.ts',
      'src/phone/typedText.ts',
    ],
    rules: { 'regexp/no-super-linear-backtracking': 'off', 'regexp/no-super-linear-move': 'off' },
  },
)
