import { readFileSync } from 'node:fs';
import { shownDefault } from './action.mjs';
import { replaceBetween, table } from './markers.mjs';

const PAGE = 'docs/config.md';
const SCHEMA = 'schema/xmpp-tls.schema.json';
const EXAMPLE = '.github/xmpp-tls.example.yml';
const root = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, root), 'utf8');

/** The JSON Schema of the configuration file, and what docs/config.md shows of it. */
export async function generate() {
  const lib = (path) => import(new URL(`lib/${path}`, root));
  const { jsonSchema } = await lib('config/schema.js');
  const { INPUTS } = await lib('config/inputs.js');
  const { CHECKS } = await lib('checks/index.js');
  const schema = jsonSchema(CHECKS.map(({ id }) => id));
  return [schemaFile(schema), configPage(schema, INPUTS, read(PAGE))];
}

/** Where editors find the schema: in the release line that the Action's users are on. */
export function schemaUrl() {
  const { repository } = JSON.parse(read('package.json'));
  const [, name] = /github\.com\/(.+)\.git$/u.exec(repository.url);
  return `https://raw.githubusercontent.com/${name}/v1/${SCHEMA}`;
}

/** The published schema as `{ path, content }`. */
export function schemaFile(schema) {
  const { $schema, ...rest } = schema;
  const title = 'Configuration file of xmpp-tls-compliance';
  return { path: SCHEMA, content: JSON.stringify({ $schema, $id: schemaUrl(), title, ...rest }) };
}

/** docs/config.md as `{ path, content }`, with new parts in the page there is. */
export function configPage(schema, inputs, page) {
  const host = mapForm(schema.properties.hosts.items);
  const settings = Object.entries(inputs).filter(([, { inFile }]) => inFile);
  const parts = {
    example: ['```yaml', read(EXAMPLE).trim(), '```'].join('\n'),
    keys: keyTable(schema),
    host: keyTable(host),
    endpoint: keyTable(mapForm(host.properties.endpoints.items)),
    waiver: keyTable(mapForm(host.properties.waive)),
    defaults: table(
      ['key', 'default', 'meaning'],
      settings.map(([name, input]) => [`\`${name}\``, shownDefault(input), input.description]),
    ),
  };
  const content = Object.entries(parts).reduce((text, [name, part]) => replaceBetween(text, name, part), page);
  return { path: PAGE, content };
}

/** Of the forms a value may have, the map. */
function mapForm({ anyOf }) {
  return anyOf.find(({ type }) => type === 'object');
}

function keyTable({ properties, required = [] }) {
  const rows = Object.entries(properties).map(([name, value]) => [
    `\`${name}\`${required.includes(name) ? ' (required)' : ''}`,
    inWords(value),
    value.description,
  ]);
  return table(['key', 'value', 'meaning'], rows);
}

/** `list of text or map`, ``one of `c2s`, `s2s` ``: what may stand there. */
function inWords({ anyOf, const: word, enum: words, type, items, minimum, maximum, additionalProperties }) {
  if (anyOf) return anyOf.map(inWords).join(' or ');
  if (words?.length > 8) return 'id of a [check](checks/README.md)';
  if (word ?? words) return (words ?? [word]).map((one) => `\`${one}\``).join(', ');
  if (type === 'array') return `list of ${inWords(items)}`;
  if (type === 'integer') return `number from ${minimum} to ${maximum}`;
  if (type === 'object') return additionalProperties ? `map to ${inWords(additionalProperties)}` : 'map';
  return 'text';
}
