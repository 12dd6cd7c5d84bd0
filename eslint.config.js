import eslint from 'typescript-eslint';
import { builtinModules } from 'node:module';
import { ROOMS } from './scripts/rooms.mjs';

const everyRoom = Object.keys(ROOMS);
const everyBuiltin = [...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

/** The room rule: an import of a room that is not in the table is an error that says so. */
function roomRule(room, { imports, builtins = [], ports = [] }) {
  const refused = everyRoom.filter((other) => ![room, 'model', ...imports].includes(other));
  // From any depth below the room, and only as far as the names of the ports go.
  const unlessPort = ports.length === 0 ? '' : `(?!(?:${ports.join('|')})\\.js$)`;
  const regex = `^(?:\\.\\./)+${unlessPort}(?:${refused.join('|')})/`;
  return {
    files: [`src/${room}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths:
            builtins === 'any'
              ? []
              : everyBuiltin
                  .filter((name) => !builtins.includes(name))
                  .map((name) => ({ name, message: `${room}/ may not use Node built-ins (scripts/rooms.mjs).` })),
          patterns: refused.length
            ? [{ regex, message: `${room}/ may import only: model ${imports.join(' ')} (scripts/rooms.mjs).` }]
            : [],
        },
      ],
    },
  };
}

/** Time, chance and the environment come in through ports. */
const injected = [
  { object: 'Date', property: 'now', message: 'Take a Clock (model/ports.ts).' },
  { object: 'Math', property: 'random', message: 'Take a Random (model/ports.ts).' },
  { object: 'process', property: 'env', message: 'Only runtime/environment.ts reads the environment.' },
];

export default [
  { ignores: ['dist/', 'lib/', 'coverage/', 'node_modules/'] },
  ...eslint.configs.recommended,
  {
    files: ['src/**/*.ts', 'test/**/*.ts'],
    languageOptions: { parserOptions: { project: './tsconfig.test.json' } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-empty': 'error',
      eqeqeq: 'error',
    },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 15],
      'no-console': 'error',
      'no-restricted-properties': ['error', ...injected],
      'no-restricted-globals': [
        'error',
        { name: 'setTimeout', message: 'Take a Clock (model/ports.ts).' },
        { name: 'setInterval', message: 'Take a Clock (model/ports.ts).' },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use an `as const` union.' },
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Take a Clock (model/ports.ts).',
        },
      ],
    },
  },
  {
    files: ['src/**/*.ts'],
    // A declaration describes what somebody else exports.
    ignores: ['src/checks/*.ts', 'src/**/*.d.ts'],
    rules: {
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true, named: true, defaultFrom: true } }],
    },
  },
  {
    files: ['src/runtime/**/*.ts', 'src/demo/**/*.ts'],
    rules: {
      'no-restricted-properties': 'off',
      'no-restricted-globals': 'off',
      'no-restricted-syntax': 'off',
      'no-console': 'off',
    },
  },
  ...Object.entries(ROOMS).map(([room, table]) => roomRule(room, table)),
];
