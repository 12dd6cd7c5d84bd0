import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findLibrary } from './installed.js';
import type { Program } from './process.js';
import { LOOPBACK } from './ports.js';
import { type RealServer, type RealServerOptions, type Recipe, type Site, startServer } from './real-server.js';

/**
 * Starts jabberd2: its router, session manager, client side and server side. What 2.7.0 answers before TLS, with
 * `registration` and `legacyAuth`, as measured:
 *
 * | asked         | required                               | optional                                       |
 * | ------------- | -------------------------------------- | ---------------------------------------------- |
 * | c2s features  | starttls + required, iq-auth, register | starttls, PLAIN, DIGEST-MD5, iq-auth, register |
 * | auth EXTERNAL | dropped                                | failure invalid-mechanism                      |
 * | iq:auth get   | stream error policy-violation          | error 401 for an unknown user                  |
 * | register get  | stream error policy-violation          | result                                         |
 * | starttls      | proceed                                | proceed                                        |
 * | s2s features  | starttls, dialback + required          | starttls, dialback + required                  |
 * | s2s EXTERNAL  | dropped                                | dropped                                        |
 * | db:verify     | dropped                                | invalid                                        |
 *
 * - `none` is like `optional`, less the starttls feature; it drops `<starttls/>` and stays open.
 * - Every policy-violation says "STARTTLS is required for this stream"; the connection stays open after it, and even
 *   answers `<starttls/>`.
 * - Without `legacyAuth` the feature iq-auth is there all the same, and the get is answered 403 forbidden; without
 *   `registration` the feature register is gone, and the get is answered 405 not-allowed.
 * - The c2s features tell our own address.
 */
export function startJabberd2(options: RealServerOptions): Promise<RealServer> {
  return startServer(JABBERD2, options);
}

const JABBERD2: Recipe = {
  software: 'jabberd2',
  prepare: prepareJabberd2,
  version: (log) => (/sm ready for sessions/.test(log) ? /jabberd2 sm (\S+)/.exec(log)?.[1] : undefined),
};

function prepareJabberd2(site: Site): Program[] {
  mkdirSync(join(site.folder, 'accounts'));
  mkdirSync(join(site.folder, 'storage'));
  writeFileSync(join(site.folder, 'router-users.xml'), ROUTER_USERS);
  writeFileSync(join(site.folder, 'router-filter.xml'), '<filter/>');
  const env = nameService(site);
  const part = (name: string, configuration: string): Program => {
    const configFile = join(site.folder, `${name}.xml`);
    writeFileSync(configFile, configuration);
    return { name, command: `jabberd2-${name}`, args: ['-c', configFile], env };
  };
  return [
    // A part that finds no router sleeps for whole seconds before it tries again.
    { ...part('router', routerConfiguration(site)), listensOn: site.innerPort },
    part('sm', sessionManagerConfiguration(site)),
    part('c2s', clientSideConfiguration(site)),
    part('s2s', serverSideConfiguration(site)),
  ];
}

/** How udns, the resolver inside, is told of a name server and its port. */
function nameService({ nameServer }: Site): Record<string, string> {
  if (nameServer === undefined) return {};
  return { NAMESERVERS: nameServer.address, RES_OPTIONS: `port:${nameServer.port}` };
}

const ROUTER_USERS = '<users><user><name>jabberd</name><secret>secret</secret></user></users>';
const LOG = "<log type='stdout'/>";

function routerConfiguration({ folder, innerPort }: Site): string {
  return `<router>
  <id>router</id>
  ${LOG}
  <local>
    <ip>${LOOPBACK}</ip>
    <port>${innerPort}</port>
    <users>${folder}/router-users.xml</users>
  </local>
  <aci>
    <acl type='all'><user>jabberd</user></acl>
    <filter>${folder}/router-filter.xml</filter>
  </aci>
</router>
`;
}

/** What the session manager needs to open a session, to deliver a stanza and to answer a ping: no more. */
const MODULE_CHAINS: Record<string, readonly string[]> = {
  'in-router': ['session', 'validate'],
  'in-sess': ['validate', 'iq-ping', 'deliver'],
  'pkt-sm': ['iq-ping', 'iq-version'],
  'pkt-user': ['deliver'],
  'pkt-router': ['session'],
  'user-load': ['active'],
  'user-create': ['active'],
  'user-delete': ['active'],
};

function sessionManagerConfiguration(site: Site): string {
  const chains = Object.entries(MODULE_CHAINS).map(
    ([id, modules]) => `<chain id='${id}'>${modules.map((name) => `<module>${name}</module>`).join('')}</chain>`,
  );
  return `<sm>
  <id>sm</id>
  ${routerLogin(site)}
  ${LOG}
  <local><id>${site.options.domain}</id></local>
  <storage>
    <path>${moduleFolder()}</path>
    <driver>db</driver>
    <db><path>${site.folder}/storage</path></db>
  </storage>
  <modules>
    <path>${moduleFolder()}</path>
    ${chains.join('\n    ')}
  </modules>
</sm>
`;
}

function clientSideConfiguration(site: Site): string {
  const { options, certificate, directTlsPort } = site;
  const attributes = [
    ...(options.c2s === 'none' ? [] : [`pemfile='${certificate.bundleFile}'`]),
    // Both are switched on by being there, whatever their value.
    ...(options.c2s === 'required' ? ["require-starttls='mu'"] : []),
    ...(options.registration === true ? ["register-enable='mu'"] : []),
  ];
  const directTls =
    directTlsPort === undefined
      ? ''
      : `<ssl-port>${directTlsPort}</ssl-port><pemfile>${certificate.bundleFile}</pemfile>`;
  const { legacyAuth = false } = options;
  const traditional = legacyAuth === false ? '' : '<traditional><plain/><digest/></traditional>';
  const mechanisms = `${traditional}<sasl><plain/><digest-md5/></sasl>`;
  return `<c2s>
  <id>c2s</id>
  ${routerLogin(site)}
  ${LOG}
  <local>
    <id ${attributes.join(' ')}>${options.domain}</id>
    <ip>${LOOPBACK}</ip>
    <port>${site.c2sPort}</port>
    ${directTls}
  </local>
  <io>${options.compression === true ? '<compression/>' : ''}</io>
  <authreg>
    <path>${moduleFolder()}</path>
    <module>db</module>
    <mechanisms>${legacyAuth === 'alone' ? traditional : mechanisms}</mechanisms>
    <ssl-mechanisms>${mechanisms}</ssl-mechanisms>
    <db><path>${site.folder}/accounts</path></db>
  </authreg>
</c2s>
`;
}

function serverSideConfiguration(site: Site): string {
  const { options, certificate } = site;
  const pemFile = options.s2s === 'none' ? '' : `<pemfile>${certificate.bundleFile}</pemfile>`;
  return `<s2s>
  <id>s2s</id>
  ${routerLogin(site)}
  ${LOG}
  <local>
    <ip>${LOOPBACK}</ip>
    <port>${site.s2sPort}</port>
    ${pemFile}
  </local>
  <lookup><srv>xmpp-server</srv></lookup>
  <security>${options.s2s === 'required' ? '<require_tls/>' : ''}</security>
</s2s>
`;
}

function routerLogin({ innerPort }: Site): string {
  return `<router><ip>${LOOPBACK}</ip><port>${innerPort}</port><user>jabberd</user><pass>secret</pass></router>`;
}

function moduleFolder(): string {
  const folder = findLibrary('jabberd2');
  if (folder === undefined) throw new Error('jabberd2 is not installed');
  return folder;
}
