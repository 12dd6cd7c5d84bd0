export const id = 545;
export const ids = [545];
export const modules = {

  3796:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    Nm: () => (  inForce),
    fs: () => (  changesOf),
    jT: () => (  needsRestart),
    zc: () => (  settingsFor)
  });
 
const CAUTION_NAMES = (  null && ([
    'certificate',
    'each-host',
    'existing-listener',
    'default-since',
    'renamed-after',
    'registration-module',
    'federation',
    'web-clients',
    'dormant',
]));
function settingsFor(findings, { check }) {
    return [...new Set(findings.flatMap((finding) => check(finding.check)?.mend ?? []))];
}
function changesOf({ settings }, names, domain) {
    const byFile = new Map();
    for (const setting of names.map((name) => settings[name])) {
        const key = `${setting.language} ${setting.file}`;
        const before = byFile.get(key);
        byFile.set(key, before === undefined ? setting : joined(before, setting));
    }
    return [...byFile.values()].map((setting) => filledIn(setting, domain));
}
function inForce({ reload, reloadNotes }, changes, code) {
    if (!needsRestart(changes))
        return [];
    return [reload === undefined ? 'Then restart the server.' : `Then run: ${code(reload)}`, ...reloadNotes];
}
function needsRestart(changes) {
    return changes.some(({ isElsewhere }) => isElsewhere !== true);
}
function joined(a, b) {
    const [between, end] = LINEWISE.includes(a.language) ? ['\n', /\n/u] : ['\n\n', /\n{2,}/u];
    const pieces = [a, b].flatMap(({ code }) => code.trimEnd().split(end));
    const cautions = [...(a.cautions ?? []), ...(b.cautions ?? [])];
    const isFirst = ({ name, version }, index) => cautions.findIndex((other) => other.name === name && other.version === version) === index;
    return {
        ...a,
        code: [...new Set(pieces)].join(between),
        notes: [...new Set([...a.notes, ...b.notes])],
        cautions: cautions.filter(isFirst),
    };
}
const LINEWISE = ['lua', 'properties'];
function filledIn(setting, domain) {
    if (!/^[a-z0-9.-]+$/u.test(domain))
        return setting;
    return { ...setting, code: setting.code.replaceAll('example.org', domain) };
}


  }),

  8992:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    M: () => (  generic)
  });
  var _shared_dns_zone_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3415);
  var _shared_host_meta_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(311);
  var _shared_starttls_buffer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6749);



const FILE = 'the configuration of the server';
const generic = {
    software: 'generic',
    title: 'Any server',
    homepage: 'https://xmpp.org/software/',
    documentation: 'https://www.rfc-editor.org/rfc/rfc7590',
    rank: 1000,
    reloadNotes: [],
    traits: [],
    settings: {
        'c2s-required': {
            file: FILE,
            language: 'text',
            code: 'Set TLS (STARTTLS) for client connections to "required", not to "optional" or "enabled".',
            notes: ['RFC 6120 section 5.3.1 says how a server announces that TLS is mandatory.'],
            cautions: [{ name: 'certificate' }],
        },
        's2s-required': {
            file: FILE,
            language: 'text',
            code: 'Set TLS (STARTTLS) for server-to-server connections to "required", not to "optional" or "enabled".',
            notes: ['Client and server connections usually have a setting each.'],
            cautions: [{ name: 'certificate' }, { name: 'federation' }],
        },
        'legacy-auth': {
            file: FILE,
            language: 'text',
            code: 'Require TLS for non-SASL authentication (jabber:iq:auth, XEP-0078) as well.',
            notes: ['Optional: switch it off. XEP-0078 is obsolete; SASL has replaced it since 2004.'],
        },
        registration: {
            file: FILE,
            language: 'text',
            code: 'Require TLS for in-band registration (jabber:iq:register, XEP-0077) as well.',
            notes: ['Requiring TLS for all client connections usually covers it.'],
        },
        compression: {
            file: FILE,
            language: 'text',
            code: 'Switch off stream compression (XEP-0138), or allow it after TLS and the login only.',
            notes: ['XEP-0138 is obsolete: compression gives away secrets that TLS protects.'],
        },
        'component-port': {
            file: FILE,
            language: 'text',
            code: 'Let the listener for external components (XEP-0114) listen on the loopback address only, or switch it off.',
            notes: ['Where components run on other hosts, use a tunnel, or a firewall that lets nobody else in.'],
        },
        'starttls-buffer': (0,_shared_starttls_buffer_js__WEBPACK_IMPORTED_MODULE_2__  .f)('Upgrade the server to its current version, and every proxy that handles STARTTLS before it.'),
        'srv-records': _shared_dns_zone_js__WEBPACK_IMPORTED_MODULE_0__  .L,
        certificate: {
            file: FILE,
            language: 'text',
            code: 'Give the server a certificate for the XMPP domain, with its chain and a private key it can read.',
            notes: [
                'The name in the certificate is the XMPP domain, not the host of the SRV record (RFC 6120 section 13.7.2.1).',
            ],
        },
        'cipher-suites': {
            file: FILE,
            language: 'text',
            code: 'Remove every cipher suite with NULL in its name; in OpenSSL syntax: HIGH:!aNULL:!eNULL.',
            notes: ['RFC 9325 section 4.1 forbids suites that do not encrypt.'],
        },
        'direct-tls': {
            file: 'the DNS zone, and the configuration of the server',
            language: 'text',
            code: 'Let the _xmpps-client._tcp and _xmpps-server._tcp records name ports that speak XMPP inside TLS and nothing else.',
            notes: ['STARTTLS ports belong in `_xmpp-client._tcp` and `_xmpp-server._tcp` (XEP-0368).'],
        },
        bosh: {
            file: FILE,
            language: 'text',
            code: 'Serve BOSH on https only: close its plain http port, or bind it to 127.0.0.1 behind a web server with TLS.',
            notes: ['A redirect from http to https is harmless; an answer over http is not.'],
            cautions: [{ name: 'web-clients' }],
        },
        websocket: {
            file: FILE,
            language: 'text',
            code: 'Serve WebSocket on wss only: close its plain ws port, or bind it to 127.0.0.1 behind a web server with TLS.',
            notes: ['RFC 7395 section 3.9 leaves TLS to the WebSocket: inside it there is no STARTTLS.'],
            cautions: [{ name: 'web-clients' }],
        },
        'host-meta': _shared_host_meta_js__WEBPACK_IMPORTED_MODULE_1__  .j,
    },
};


  }),

  1513:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


 
__webpack_require__.d(__webpack_exports__, {
  b: () => (  REMEDIATIONS)
});

 
var dns_zone = __webpack_require__(3415);
 
var host_meta = __webpack_require__(311);
 
var starttls_buffer = __webpack_require__(6749);
; 
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/u;
function headers({ header, securedHeader, plaintext }) {
    return values([header, securedHeader, plaintext.header]);
}
function everyStreamId(observation, pattern) {
    const ids = headers(observation).flatMap(({ id }) => (id === undefined ? [] : [id]));
    return ids.length > 0 && ids.every((id) => pattern.test(id));
}
function plaintextFeatures({ features, plaintext }) {
    return values([features, plaintext.features]).flatMap(({ all }) => all);
}
function showsFeature(observation, namespace, child) {
    return plaintextFeatures(observation).some((feature) => feature.namespace === namespace && (child === undefined || feature.children.includes(child)));
}
function answers({ plaintext }) {
    return values(Object.values(plaintext.answers));
}
function said(observation, pattern) {
    const { header, features, starttls, securedHeader, securedFeatures, plaintext } = observation;
    const steps = [header, features, starttls, securedHeader, securedFeatures, plaintext.header, plaintext.features];
    const details = steps.map((step) => (step.state === 'failed' ? step.failure.detail : undefined));
    const texts = answers(observation).map((answer) => ('text' in answer ? answer.text : undefined));
    return [...details, ...texts].some((text) => text !== undefined && pattern.test(text));
}
function values(steps) {
    return steps.flatMap((step) => (step.state === 'done' ? [step.value] : []));
}

; 




const FILE = '/etc/ejabberd/ejabberd.yml';
const CLIENTS = '# in the listener on port 5222, which has module: ejabberd_c2s\n    starttls_required: true';
const HTTPS = `# in the list below listen:
  -
    port: 5443
    module: ejabberd_http
    tls: true
    request_handlers:
      /bosh: mod_bosh
      /ws: ejabberd_http_ws`;
const ADD_THERE = 'Add the line to the listener that is there; a second section `listen` would replace the first.';
const ADD_TO_LIST = 'Add it to the list that is there; a second section `listen` would replace the first.';
const CONTAINER = 'In the container images the file is `/opt/ejabberd/conf/ejabberd.yml`.';
const LISTENER = [{ name: 'certificate' }, { name: 'existing-listener' }];
const ejabberd = {
    software: 'ejabberd',
    title: 'ejabberd',
    homepage: 'https://www.ejabberd.im/',
    documentation: 'https://docs.ejabberd.im/admin/configuration/',
    rank: 20,
    reload: 'systemctl restart ejabberd',
    reloadNotes: [
        '`ejabberdctl reload-config` opens a changed listener anew, which can fail with "address already in use" and leave the port closed: if you use it, look at the port and the log afterwards, and reload once more where it is closed.',
        'In a container restart the container.',
    ],
    traits: [
        { name: 'stream ids are long decimal numbers', weight: 3, seen: (o) => everyStreamId(o, /^\d{15,20}$/u) },
        {
            name: 'policy-violation with the text "Use of STARTTLS required"',
            weight: 2,
            seen: (o) => answers(o).some((a) => a.kind === 'stream-error' && a.condition === 'policy-violation' && a.text === 'Use of STARTTLS required'),
        },
        { name: 'says "unsupported_mechanism"', weight: 1, seen: (o) => said(o, /^unsupported_mechanism$/u) },
        {
            name: 'offers dialback with errors',
            weight: 1,
            seen: (o) => showsFeature(o, 'urn:xmpp:features:dialback', 'errors'),
        },
    ],
    settings: {
        'c2s-required': {
            file: FILE,
            language: 'yaml',
            code: CLIENTS,
            notes: [
                ADD_THERE,
                'Every listener with the module `ejabberd_c2s` and without `tls: true` needs it.',
                'The example configuration has had it since 18.09; without it the default is false.',
                CONTAINER,
            ],
            cautions: LISTENER,
        },
        's2s-required': {
            file: FILE,
            language: 'yaml',
            code: '# at the top level\ns2s_use_starttls: required',
            notes: [
                'The example configuration has `optional` here in every version up to 26.07, and the default is false.',
                CONTAINER,
            ],
            cautions: [{ name: 'certificate' }, { name: 'federation' }],
        },
        'legacy-auth': {
            file: FILE,
            language: 'yaml',
            code: CLIENTS,
            notes: [ADD_THERE, 'Optional: take `mod_legacy_auth` out of `modules`, where no old client needs it.', CONTAINER],
            cautions: LISTENER,
        },
        registration: {
            file: FILE,
            language: 'yaml',
            code: CLIENTS,
            notes: [
                ADD_THERE,
                'Optional: `ip_access: trusted_network` in the options of `mod_register` limits registration to addresses of that access rule.',
                CONTAINER,
            ],
            cautions: LISTENER,
        },
        compression: {
            file: FILE,
            language: 'yaml',
            code: '# in the listener on port 5222, which has module: ejabberd_c2s\n    zlib: false',
            notes: [
                ADD_THERE,
                'Current versions offer compression after the login only; upgrade where it is offered before.',
            ],
        },
        'component-port': {
            file: FILE,
            language: 'yaml',
            code: '# in the listener that has module: ejabberd_service\n    ip: "127.0.0.1"',
            notes: [ADD_THERE, 'Components on other hosts need a tunnel, or a firewall that lets nobody else in.'],
        },
        'starttls-buffer': (0,starttls_buffer .f)('apt-get install --only-upgrade ejabberd'),
        'srv-records': dns_zone .L,
        certificate: {
            file: FILE,
            language: 'yaml',
            code: 'certfiles:\n  - /etc/letsencrypt/live/example.org/fullchain.pem\n  - /etc/letsencrypt/live/example.org/privkey.pem',
            notes: [
                'The user that ejabberd runs as has to be able to read both files; the log names certificates it could not use.',
            ],
        },
        'cipher-suites': {
            file: FILE,
            language: 'yaml',
            code: 'c2s_ciphers: "HIGH:!aNULL:!eNULL:!3DES:@STRENGTH"\ns2s_ciphers: "HIGH:!aNULL:!eNULL:!3DES:@STRENGTH"',
            notes: ['A `ciphers` option of a single listener overrides these.'],
        },
        'direct-tls': {
            file: FILE,
            language: 'yaml',
            code: '# in the list below listen:\n  -\n    port: 5223\n    module: ejabberd_c2s\n    tls: true\n  -\n    port: 5270\n    module: ejabberd_s2s_in\n    tls: true',
            notes: [
                ADD_TO_LIST,
                'A listener with `tls: true` speaks nothing but TLS; STARTTLS options have no meaning there.',
                'The SRV records `_xmpps-client._tcp` and `_xmpps-server._tcp` must name these ports.',
            ],
        },
        bosh: {
            file: FILE,
            language: 'yaml',
            code: HTTPS,
            notes: [
                ADD_TO_LIST,
                'Remove `mod_bosh` from every `ejabberd_http` listener without `tls: true`, or bind that listener to `127.0.0.1` behind a proxy with TLS.',
                '`starttls_required` of the client listener has no effect on HTTP.',
                CONTAINER,
            ],
            cautions: [{ name: 'existing-listener' }, { name: 'web-clients' }],
        },
        websocket: {
            file: FILE,
            language: 'yaml',
            code: HTTPS,
            notes: [
                ADD_TO_LIST,
                'Remove `ejabberd_http_ws` from every `ejabberd_http` listener without `tls: true`, or bind that listener to `127.0.0.1` behind a proxy with TLS.',
                '`starttls_required` of the client listener has no effect on HTTP.',
                CONTAINER,
            ],
            cautions: [{ name: 'existing-listener' }, { name: 'web-clients' }],
        },
        'host-meta': host_meta .j,
    },
};

 
var generic = __webpack_require__(8992);
; 




const jabberd2_CLIENTS = '/etc/jabberd2/c2s.xml';
const SERVERS = '/etc/jabberd2/s2s.xml';
const DORMANT = 'The project has been dormant since 2018: consider moving to a server that is maintained.';
const REQUIRED = "<local>\n  <id require-starttls='true'\n      pemfile='/etc/jabberd2/server.pem'>example.org</id>\n</local>";
const CAUTIONS = [{ name: 'certificate' }, { name: 'dormant' }];
const jabberd2 = {
    software: 'jabberd2',
    title: 'jabberd2',
    homepage: 'https://jabberd2.org/',
    documentation: 'https://github.com/jabberd2/jabberd2/wiki',
    rank: 60,
    reload: 'systemctl restart jabberd2',
    reloadNotes: ['Packages call the service `jabberd2`, an installation from source often `jabberd`.'],
    traits: [
        {
            name: 'stream ids are 40 letters and digits',
            weight: 3,
            seen: (o) => everyStreamId(o, /^(?=.*[g-z])[0-9a-z]{40}$/u),
        },
        {
            name: 'marks dialback as required',
            weight: 3,
            seen: (o) => showsFeature(o, 'urn:xmpp:features:dialback', 'required'),
        },
        {
            name: 'says "STARTTLS is required for this stream"',
            weight: 3,
            seen: (o) => said(o, /^STARTTLS is required for this stream$/u),
        },
        { name: 'tells us our address', weight: 1, seen: (o) => showsFeature(o, 'http://affinix.com/jabber/address') },
    ],
    settings: {
        'c2s-required': {
            file: jabberd2_CLIENTS,
            language: 'xml',
            code: REQUIRED,
            notes: [
                'Any value of `require-starttls` switches it on; without `pemfile` STARTTLS is not even offered.',
                'Also remove `<plain/>` from `<mechanisms>`; it stays under `<ssl-mechanisms>`.',
                DORMANT,
            ],
            cautions: CAUTIONS,
        },
        's2s-required': {
            file: SERVERS,
            language: 'xml',
            code: '<local>\n  <pemfile>/etc/jabberd2/server.pem</pemfile>\n</local>\n\n<security>\n  <require_tls/>\n</security>',
            notes: [
                'The requirement is never announced to other servers: what comes without TLS is dropped in silence.',
                DORMANT,
            ],
            cautions: [...CAUTIONS, { name: 'federation' }],
        },
        'legacy-auth': {
            file: jabberd2_CLIENTS,
            language: 'xml',
            code: REQUIRED,
            notes: [
                'Optional: without `<plain/>` and `<digest/>` under `<traditional>`, in the section `<authreg>`, `jabber:iq:auth` is not served at all.',
                DORMANT,
            ],
            cautions: CAUTIONS,
        },
        registration: {
            file: jabberd2_CLIENTS,
            language: 'xml',
            code: REQUIRED,
            notes: ['Optional: without `register-enable` in `<id>` registration is closed altogether.', DORMANT],
            cautions: CAUTIONS,
        },
        compression: {
            file: jabberd2_CLIENTS,
            language: 'xml',
            code: '<!-- remove this from the configuration:\n<compression/>\n-->',
            notes: ['Without the line `<compression/>` nothing is offered.', DORMANT],
        },
        'component-port': {
            file: 'router.xml',
            language: 'xml',
            code: '<local>\n  <ip>127.0.0.1</ip>\n  <port>5347</port>\n</local>',
            notes: [
                'The parts of jabberd2 meet at the same port: where they run on several hosts, let a firewall keep everybody else away from it.',
                DORMANT,
            ],
        },
        'starttls-buffer': (0,starttls_buffer .f)('apt-get install --only-upgrade jabberd2'),
        'srv-records': dns_zone .L,
        certificate: {
            file: jabberd2_CLIENTS,
            language: 'xml',
            code: "<local>\n  <id pemfile='/etc/jabberd2/server.pem'>example.org</id>\n</local>",
            notes: [
                'The file holds the certificate, the intermediate ones, and the private key, in PEM.',
                'For other servers it is `<pemfile>` in the section `<local>` of `s2s.xml`.',
                DORMANT,
            ],
        },
        'cipher-suites': {
            file: jabberd2_CLIENTS,
            language: 'xml',
            code: "<local>\n  <id ciphers='HIGH:!aNULL:!eNULL'\n      pemfile='/etc/jabberd2/server.pem'>example.org</id>\n</local>",
            notes: ['For other servers it is `<ciphers>` in the section `<local>` of `s2s.xml`.', DORMANT],
        },
        'direct-tls': {
            file: jabberd2_CLIENTS,
            language: 'xml',
            code: '<local>\n  <ssl-port>5223</ssl-port>\n  <pemfile>/etc/jabberd2/server.pem</pemfile>\n</local>',
            notes: ['There is no port for direct TLS between servers: publish no `_xmpps-server._tcp` record.', DORMANT],
        },
        bosh: {
            file: jabberd2_CLIENTS,
            language: 'text',
            code: 'jabberd2 has no BOSH of its own: let the connection manager in front of it answer on https only.',
            notes: ['Bind its plain port to `127.0.0.1`, behind a web server with TLS.', DORMANT],
            cautions: [{ name: 'web-clients' }],
        },
        websocket: {
            file: jabberd2_CLIENTS,
            language: 'xml',
            code: '<io>\n  <!-- <websocket/> -->\n</io>',
            notes: [
                'Without `<websocket/>` in the section `<io>` the client port does not answer WebSocket; offer it through a web server with TLS.',
                DORMANT,
            ],
            cautions: [{ name: 'web-clients' }, { name: 'dormant' }],
        },
        'host-meta': host_meta .j,
    },
};

; 




const mongooseim_FILE = 'mongooseim.toml';
const mongooseim_CLIENTS = '[[listen.c2s]]\n  port = 5222\n  tls.mode = "starttls_required"\n  tls.certfile = "priv/ssl/fullchain.pem"\n  tls.keyfile = "priv/ssl/privkey.pem"';
const mongooseim_LISTENER = [{ name: 'certificate' }, { name: 'existing-listener' }];
const mongooseim = {
    software: 'mongooseim',
    title: 'MongooseIM',
    homepage: 'https://www.erlang-solutions.com/products/mongooseim/',
    documentation: 'https://esl.github.io/MongooseDocs/latest/configuration/listen/',
    rank: 40,
    reload: 'mongooseimctl restart',
    reloadNotes: [],
    traits: [
        { name: 'stream ids are 16 hexadecimal digits', weight: 1, seen: (o) => everyStreamId(o, /^[0-9a-f]{16}$/u) },
        {
            name: 'stream error encryption-required',
            weight: 3,
            seen: (o) => answers(o).some((a) => a.kind === 'stream-error' && a.condition === 'encryption-required'),
        },
    ],
    settings: {
        'c2s-required': {
            file: mongooseim_FILE,
            language: 'toml',
            code: mongooseim_CLIENTS,
            notes: [
                'Without `tls.mode` TLS is optional (`starttls`); without any `tls` option there is no TLS at all.',
                'Set it on every `[[listen.c2s]]`.',
            ],
            cautions: mongooseim_LISTENER,
        },
        's2s-required': {
            file: mongooseim_FILE,
            language: 'toml',
            code: '[[listen.s2s]]\n  port = 5269\n  tls.mode = "starttls_required"\n\n[s2s.outgoing]\n  tls.mode = "starttls_required"',
            notes: [
                'Up to 6.3 the setting was `use_starttls = "required"` in the section `[s2s]`, with `"false"` as default.',
            ],
            cautions: [...mongooseim_LISTENER, { name: 'renamed-after', version: '6.3' }, { name: 'federation' }],
        },
        'legacy-auth': {
            file: mongooseim_FILE,
            language: 'toml',
            code: mongooseim_CLIENTS,
            notes: ['Where `jabber:iq:auth` is answered at all, upgrade to a current version.'],
            cautions: mongooseim_LISTENER,
        },
        registration: {
            file: mongooseim_FILE,
            language: 'toml',
            code: mongooseim_CLIENTS,
            notes: [
                'Where registration is answered before TLS even so, limit `[modules.mod_register]` by `ip_access`, or remove it.',
            ],
            cautions: [...mongooseim_LISTENER, { name: 'registration-module' }],
        },
        compression: {
            file: mongooseim_FILE,
            language: 'toml',
            code: mongooseim_CLIENTS,
            notes: ['Current versions know no stream compression before the login; upgrade where it is offered.'],
        },
        'component-port': {
            file: mongooseim_FILE,
            language: 'toml',
            code: '[[listen.component]]\n  port = 8888\n  ip_address = "127.0.0.1"\n  password = "..."',
            notes: [
                'Before 6.3 the section is `[[listen.service]]`. Components on other hosts need a tunnel, or a firewall.',
            ],
        },
        'starttls-buffer': (0,starttls_buffer .f)('Install the current release from https://github.com/esl/MongooseIM/releases.'),
        'srv-records': dns_zone .L,
        certificate: {
            file: mongooseim_FILE,
            language: 'toml',
            code: '[[listen.c2s]]\n  port = 5222\n  tls.certfile = "priv/ssl/fullchain.pem"\n  tls.keyfile = "priv/ssl/privkey.pem"',
            notes: ['`tls.certfile` takes the whole chain; `[[listen.s2s]]` takes the same options.'],
        },
        'cipher-suites': {
            file: mongooseim_FILE,
            language: 'toml',
            code: '[[listen.c2s]]\n  port = 5222\n  tls.versions = ["tlsv1.2", "tlsv1.3"]',
            notes: [
                'Remove `tls.ciphers` where it names suites without encryption; `[[listen.s2s]]` takes the same options.',
            ],
        },
        'direct-tls': {
            file: mongooseim_FILE,
            language: 'toml',
            code: '[[listen.c2s]]\n  port = 5223\n  tls.mode = "tls"\n  tls.certfile = "priv/ssl/fullchain.pem"\n  tls.keyfile = "priv/ssl/privkey.pem"',
            notes: ['The SRV record `_xmpps-client._tcp` must name this port.'],
        },
        bosh: {
            file: mongooseim_FILE,
            language: 'toml',
            code: '[[listen.http]]\n  port = 5285\n  tls.certfile = "priv/ssl/fullchain.pem"\n  tls.keyfile = "priv/ssl/privkey.pem"\n\n  [[listen.http.handlers.mod_bosh]]\n    host = "_"\n    path = "/http-bind"',
            notes: [
                'Remove `mod_bosh` from every `[[listen.http]]` without `tls` options; the template has one on port 5280.',
            ],
            cautions: [{ name: 'existing-listener' }, { name: 'web-clients' }],
        },
        websocket: {
            file: mongooseim_FILE,
            language: 'toml',
            code: '[[listen.http]]\n  port = 5285\n  tls.certfile = "priv/ssl/fullchain.pem"\n  tls.keyfile = "priv/ssl/privkey.pem"\n\n  [[listen.http.handlers.mod_websockets]]\n    host = "_"\n    path = "/ws-xmpp"',
            notes: [
                'Remove `mod_websockets` from every `[[listen.http]]` without `tls` options; the template has one on port 5280.',
            ],
            cautions: [{ name: 'existing-listener' }, { name: 'web-clients' }],
        },
        'host-meta': host_meta .j,
    },
};

; 




const PROPERTIES = 'Admin console: Server > Server Manager > System Properties';
const openfire = {
    software: 'openfire',
    title: 'Openfire',
    homepage: 'https://www.igniterealtime.org/projects/openfire/',
    documentation: 'https://www.igniterealtime.org/projects/openfire/documentation.jsp',
    rank: 30,
    reload: 'systemctl restart openfire',
    reloadNotes: [
        'Most properties hold for new connections at once; connections that are open stay as they are until then.',
    ],
    traits: [
        {
            name: 'stream ids are short and in base 36',
            weight: 1,
            seen: (o) => everyStreamId(o, /^[0-9a-z]{7,10}$/u),
        },
        { name: 'says "TLS is mandatory"', weight: 3, seen: (o) => said(o, /^TLS is mandatory, but was/u) },
        {
            name: 'says "Incorrect hostname in stream header"',
            weight: 3,
            seen: (o) => said(o, /Incorrect hostname in stream header/u),
        },
        {
            name: 'offers dialback with errors',
            weight: 1,
            seen: (o) => showsFeature(o, 'urn:xmpp:features:dialback', 'errors'),
        },
        { name: 'announces stream limits', weight: 1, seen: (o) => showsFeature(o, 'urn:xmpp:stream-limits:0') },
    ],
    settings: {
        'c2s-required': {
            file: PROPERTIES,
            language: 'properties',
            code: 'xmpp.client.tls.policy = required',
            notes: [
                'The same choice stands under `Server > Server Settings > Client Connections`, in the advanced STARTTLS settings.',
                'The default is `optional`.',
            ],
            cautions: [{ name: 'certificate' }],
        },
        's2s-required': {
            file: PROPERTIES,
            language: 'properties',
            code: 'xmpp.server.tls.policy = required',
            notes: [
                'The same choice stands under `Server > Server Settings > Server to Server`; the default is `optional`.',
                'Upgrade to 4.8.0 or later, so that the requirement is announced to other servers as well (OF-2633).',
            ],
            cautions: [{ name: 'certificate' }, { name: 'federation' }],
        },
        'legacy-auth': {
            file: PROPERTIES,
            language: 'properties',
            code: 'xmpp.client.tls.policy = required',
            notes: [
                'Since 4.1.0 `jabber:iq:auth` comes from a plugin (OF-1097): optional is to remove it where no client needs it.',
            ],
            cautions: [{ name: 'certificate' }],
        },
        registration: {
            file: PROPERTIES,
            language: 'properties',
            code: 'xmpp.client.tls.policy = required',
            notes: [
                'Optional: `register.inband = false` closes registration altogether, which is open by default; the same choice stands under `Server > Server Settings > Registration & Login`.',
            ],
            cautions: [{ name: 'certificate' }],
        },
        compression: {
            file: PROPERTIES,
            language: 'properties',
            code: 'xmpp.client.compression.policy = disabled',
            notes: ['The same choice stands under `Server > Server Settings > Compression Settings`.'],
        },
        'component-port': {
            file: PROPERTIES,
            language: 'properties',
            code: 'xmpp.component.socket.active = false',
            notes: [
                'The same choice stands under `Server > Server Settings > External Components`. Where components run on other hosts, let a firewall keep everybody else away from port 5275.',
            ],
        },
        'starttls-buffer': (0,starttls_buffer .f)('Install the current release from https://www.igniterealtime.org/downloads/.', 'the installation of the server'),
        'srv-records': dns_zone .L,
        certificate: {
            file: 'Admin console: Server > TLS/SSL Certificates',
            language: 'text',
            code: 'Identity store: import the certificate chain and the private key of your domain.',
            notes: ['The certificate has to name the XMPP domain, not the host.'],
        },
        'cipher-suites': {
            file: 'Admin console: Server > Server Settings > Client Connections, and Server to Server; advanced settings',
            language: 'text',
            code: 'Encryption cipher suites: move every suite with NULL in its name to the disabled ones.',
            notes: ['Do so for each of the listeners, for STARTTLS and for direct TLS.'],
        },
        'direct-tls': {
            file: PROPERTIES,
            language: 'properties',
            code: 'xmpp.socket.ssl.active = true\nxmpp.socket.ssl.port = 5223',
            notes: [
                'For clients this is the default; a change takes effect after a restart.',
                'The SRV record `_xmpps-client._tcp` must name this port.',
            ],
        },
        bosh: {
            file: PROPERTIES,
            language: 'properties',
            code: 'httpbind.port.plain = 0\nhttpbind.port.secure = 7443',
            notes: [
                'The plain port is 7070 by default, and serves BOSH and WebSocket alike.',
                'The same choice stands under `Server > Server Settings > Web Binding`.',
            ],
            cautions: [{ name: 'web-clients' }],
        },
        websocket: {
            file: PROPERTIES,
            language: 'properties',
            code: 'httpbind.port.plain = 0\nhttpbind.port.secure = 7443',
            notes: [
                'The plain port is 7070 by default, and serves BOSH and WebSocket alike.',
                'The same choice stands under `Server > Server Settings > Web Binding`.',
            ],
            cautions: [{ name: 'web-clients' }],
        },
        'host-meta': host_meta .j,
    },
};

; 




const prosody_FILE = '/etc/prosody/prosody.cfg.lua';
const prosody_CLIENTS = 'c2s_require_encryption = true\nallow_unencrypted_plain_auth = false';
const EVERYWHERE = 'Put it in the global section. A value below a `VirtualHost` wins there, so look for one as well.';
const SINCE = 'Since 0.12.0 this is the default, so look for a line that says otherwise; before 0.12.0 it has to be set.';
const CERTIFICATE = 'The module `tls` has to be in `modules_enabled`, and the host needs a certificate.';
const prosody_CAUTIONS = [
    { name: 'certificate' },
    { name: 'each-host' },
    { name: 'default-since', version: '0.12.0' },
];
const prosody = {
    software: 'prosody',
    title: 'Prosody',
    homepage: 'https://prosody.im/',
    documentation: 'https://prosody.im/doc/configure',
    rank: 10,
    reload: 'systemctl restart prosody',
    reloadNotes: [
        'Run `prosodyctl check config` before that: it finds mistakes in the file.',
        '`prosodyctl reload` is enough for certificates only: modules that are loaded keep their old values until they are loaded anew.',
    ],
    traits: [
        { name: 'stream ids are UUIDs', weight: 1, seen: (o) => everyStreamId(o, UUID) },
        {
            name: 'UUID stream ids on a server stream with an XML declaration',
            weight: 2,
            seen: (o) => o.endpoint.service === 's2s' && everyStreamId(o, UUID) && headers(o).every((h) => h.xmlDeclaration),
        },
        {
            name: 'UUID stream ids, and EXTERNAL refused with encryption-required',
            weight: 1,
            seen: (o) => everyStreamId(o, UUID) &&
                answers(o).some((a) => a.kind === 'sasl-failure' && a.condition === 'encryption-required'),
        },
        { name: 'announces stream limits', weight: 1, seen: (o) => showsFeature(o, 'urn:xmpp:stream-limits:0') },
        {
            name: 'says "This server does not serve"',
            weight: 3,
            seen: (o) => said(o, /\bThis (?:server|host) does not serve\b/u),
        },
        {
            name: 'says "No stream features to proceed with"',
            weight: 3,
            seen: (o) => said(o, /No stream features to proceed with/u),
        },
        {
            name: 'says "Encryption (SSL or TLS) is required to connect to this server"',
            weight: 3,
            seen: (o) => said(o, /Encryption \(SSL or TLS\) is required to connect to this server/u),
        },
    ],
    settings: {
        'c2s-required': {
            file: prosody_FILE,
            language: 'lua',
            code: prosody_CLIENTS,
            notes: [EVERYWHERE, SINCE, CERTIFICATE],
            cautions: prosody_CAUTIONS,
        },
        's2s-required': {
            file: prosody_FILE,
            language: 'lua',
            code: 's2s_require_encryption = true',
            notes: [
                EVERYWHERE,
                SINCE,
                CERTIFICATE,
                'Components such as a MUC service can carry settings of their own.',
                'Optional: `s2s_secure_auth = true` also demands a valid certificate of the other server, and cuts off those that have none.',
            ],
            cautions: [...prosody_CAUTIONS, { name: 'federation' }],
        },
        'legacy-auth': {
            file: prosody_FILE,
            language: 'lua',
            code: prosody_CLIENTS,
            notes: [
                'Optional: take `legacyauth` out of `modules_enabled`. Only very old clients and some bots still log in by `jabber:iq:auth`.',
            ],
            cautions: prosody_CAUTIONS,
        },
        registration: {
            file: prosody_FILE,
            language: 'lua',
            code: prosody_CLIENTS,
            notes: ['Optional: `allow_registration = false` closes registration altogether.'],
            cautions: prosody_CAUTIONS,
        },
        compression: {
            file: prosody_FILE,
            language: 'lua',
            code: '-- in modules_enabled, remove the line: "compression";',
            notes: [
                'Prosody has not had the module since 0.10.0: where it is still loaded it comes from a collection of its own.',
            ],
        },
        'component-port': {
            file: prosody_FILE,
            language: 'lua',
            code: 'component_interfaces = { "127.0.0.1", "::1" }',
            notes: [
                'That is the default: the line only has to go where it says something else. Components on other hosts need a tunnel, or a firewall that lets nobody else in.',
            ],
        },
        'starttls-buffer': (0,starttls_buffer .f)('apt-get install --only-upgrade prosody'),
        'srv-records': dns_zone .L,
        certificate: {
            file: prosody_FILE,
            language: 'lua',
            code: 'certificates = "certs"',
            notes: [
                'Import with `prosodyctl --root cert import /etc/letsencrypt/live`.',
                '`prosodyctl check certs` names certificates that are missing, unreadable or for another name.',
            ],
        },
        'cipher-suites': {
            file: prosody_FILE,
            language: 'lua',
            code: 'tls_profile = "intermediate"',
            notes: [
                'This has been the default since 0.12.0; also remove `ciphers` from every `ssl` table, because it overrides the profile.',
            ],
        },
        'direct-tls': {
            file: prosody_FILE,
            language: 'lua',
            code: 'c2s_direct_tls_ports = { 5223 }\ns2s_direct_tls_ports = { 5270 }',
            notes: [
                'Available since 0.12.0; before, `legacy_ssl_ports = { 5223 }` did the same for clients.',
                'The SRV records `_xmpps-client._tcp` and `_xmpps-server._tcp` must name these ports.',
            ],
        },
        bosh: {
            file: prosody_FILE,
            language: 'lua',
            code: 'consider_bosh_secure = false\nhttp_ports = { 5280 }\nhttp_interfaces = { "127.0.0.1", "::1" }\nhttps_ports = { 5281 }',
            notes: [
                '`consider_bosh_secure = true` lets clients log in over plain HTTP as if it were TLS: remove it, or make sure that only a proxy with TLS reaches the plain port.',
                'Since 0.12.0 plain HTTP listens on the machine itself only, unless `http_interfaces` says otherwise.',
                'In 0.12.0 and later a proxy named in `trusted_proxies` tells by `X-Forwarded-Proto` that it has TLS, so that the option is not needed.',
            ],
            cautions: [{ name: 'web-clients' }],
        },
        websocket: {
            file: prosody_FILE,
            language: 'lua',
            code: 'consider_websocket_secure = false\nhttp_ports = { 5280 }\nhttp_interfaces = { "127.0.0.1", "::1" }\nhttps_ports = { 5281 }',
            notes: [
                '`consider_websocket_secure = true` lets clients log in over plain HTTP as if it were TLS: remove it, or make sure that only a proxy with TLS reaches the plain port.',
                'Since 0.12.0 plain HTTP listens on the machine itself only, unless `http_interfaces` says otherwise.',
            ],
            cautions: [{ name: 'web-clients' }],
        },
        'host-meta': host_meta .j,
    },
};

; 




const tigase_FILE = 'etc/config.tdsl';
const tigase_REQUIRED = "'vhost-man' () {\n    'defaults' () {\n        'vhost-tls-required' = true\n    }\n}";
const tigase_SINCE = 'Since 8.1.0 this is the default; before it was false.';
const tigase_CAUTIONS = [
    { name: 'certificate' },
    { name: 'default-since', version: '8.1.0' },
];
const tigase = {
    software: 'tigase',
    title: 'Tigase XMPP Server',
    homepage: 'https://tigase.net/xmpp-server/',
    documentation: 'https://docs.tigase.net/',
    rank: 50,
    reload: 'scripts/tigase.sh restart etc/tigase.conf',
    reloadNotes: ['Packages and containers have their own way to restart the server.'],
    traits: [
        { name: 'stream ids are UUIDs', weight: 1, seen: (o) => everyStreamId(o, UUID) },
        {
            name: 'UUID stream ids on a server stream without an XML declaration',
            weight: 3,
            seen: (o) => o.endpoint.service === 's2s' && everyStreamId(o, UUID) && headers(o).every((h) => !h.xmlDeclaration),
        },
        { name: 'stream id "tigase-error-tigase"', weight: 3, seen: (o) => everyStreamId(o, /^tigase-error-tigase$/u) },
    ],
    settings: {
        'c2s-required': {
            file: tigase_FILE,
            language: 'groovy',
            code: tigase_REQUIRED,
            notes: [
                tigase_SINCE,
                'A single domain can be set in the admin interface as "TLS required"; it cannot weaken a global true.',
            ],
            cautions: tigase_CAUTIONS,
        },
        's2s-required': {
            file: tigase_FILE,
            language: 'groovy',
            code: tigase_REQUIRED,
            notes: ['The same setting covers clients and other servers.', tigase_SINCE],
            cautions: [...tigase_CAUTIONS, { name: 'federation' }],
        },
        'legacy-auth': {
            file: tigase_FILE,
            language: 'groovy',
            code: tigase_REQUIRED,
            notes: [
                tigase_SINCE,
                'Optional: `jabber:iq:auth` with `(active: false)` in the section `sess-man` switches the old login off altogether.',
            ],
            cautions: tigase_CAUTIONS,
        },
        registration: {
            file: tigase_FILE,
            language: 'groovy',
            code: tigase_REQUIRED,
            notes: [tigase_SINCE, 'Optional: `vhost-register-enabled` set to false closes registration altogether.'],
            cautions: tigase_CAUTIONS,
        },
        compression: {
            file: tigase_FILE,
            language: 'groovy',
            code: "'sess-man' () {\n    'zlib' (active: false) {}\n}",
            notes: ['Current versions do not offer compression before TLS where TLS is required; upgrade where they do.'],
        },
        'component-port': {
            file: tigase_FILE,
            language: 'groovy',
            code: "'ext' (active: false) {}",
            notes: ['Where external components are needed, let a firewall keep everybody else away from their port.'],
        },
        'starttls-buffer': (0,starttls_buffer .f)('Install the current release from https://tigase.dev/tigase/_server/tigase-server/~releases.', 'the installation of the server'),
        'srv-records': dns_zone .L,
        certificate: {
            file: 'certs/example.org.pem',
            language: 'text',
            code: 'certificate of the domain, its private key, then the certificates of the authorities, all in PEM',
            notes: ['One file for each domain, named for it, in the folder `certs` of the installation.'],
        },
        'cipher-suites': {
            file: tigase_FILE,
            language: 'groovy',
            code: "'hardened-mode' = 'secure'",
            notes: ['Remove `tls-enabled-ciphers` where it is set: it overrides the hardened mode.'],
        },
        'direct-tls': {
            file: tigase_FILE,
            language: 'groovy',
            code: "c2s {\n    connections {\n        5223 {\n            socket = 'ssl'\n            type = 'accept'\n        }\n    }\n}",
            notes: ['For clients this port is open by default.', 'The SRV record `_xmpps-client._tcp` must name this port.'],
        },
        bosh: {
            file: tigase_FILE,
            language: 'groovy',
            code: "bosh {\n    connections {\n        ports = [ 5281 ]\n        5281 {\n            socket = 'ssl'\n            type = 'accept'\n        }\n    }\n}",
            notes: ['Plain BOSH listens on port 5280 by default; `ports` without it closes it.'],
            cautions: [{ name: 'web-clients' }],
        },
        websocket: {
            file: tigase_FILE,
            language: 'groovy',
            code: "ws2s {\n    connections {\n        ports = [ 5291 ]\n        5291 {\n            socket = 'ssl'\n            type = 'accept'\n        }\n    }\n}",
            notes: ['Plain WebSocket listens on port 5290 by default; `ports` without it closes it.'],
            cautions: [{ name: 'web-clients' }],
        },
        'host-meta': host_meta .j,
    },
};

; 







const REMEDIATIONS = {
    prosody: prosody,
    ejabberd: ejabberd,
    openfire: openfire,
    mongooseim: mongooseim,
    tigase: tigase,
    jabberd2: jabberd2,
    generic: generic .M,
};


  }),

  3415:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    L: () => (  SRV_RECORDS)
  });
const SRV_RECORDS = {
    file: 'the DNS zone, or the firewall',
    language: 'text',
    isElsewhere: true,
    code: '_xmpp-client._tcp.example.org. 3600 IN SRV 5 0 5222 xmpp.example.org.',
    notes: [
        'Where the service is meant to be there, let the record name its host; where it is not, close its port at the address of the domain.',
        'For other servers the record is `_xmpp-server._tcp` with port 5269.',
    ],
};


  }),

  311:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    j: () => (  HOST_META)
  });
const HOST_META = {
    file: '/.well-known/host-meta on the web server of the domain',
    language: 'xml',
    isElsewhere: true,
    code: `<?xml version='1.0' encoding='utf-8'?>
<XRD xmlns='http://docs.oasis-open.org/ns/xri/xrd-1.0'>
  <Link rel='urn:xmpp:alt-connections:xbosh' href='https://xmpp.example.org/http-bind'/>
  <Link rel='urn:xmpp:alt-connections:websocket' href='wss://xmpp.example.org/xmpp-websocket'/>
</XRD>`,
    notes: [
        'Links begin with `https:` or `wss:` only (XEP-0156), also those in `host-meta.json`.',
        'Let plain `http:` redirect to `https:` instead of answering with the file.',
    ],
};


  }),

  6749:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    f: () => (  upgrade)
  });
function upgrade(code, file = 'the packages of the server') {
    return {
        file,
        language: 'text',
        code,
        notes: [
            'Plaintext that is executed inside TLS is a fault of the server or of a proxy before it, not of a setting.',
        ],
    };
}


  }),

  5526:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    L: () => (  wrap),
    X: () => (  createPaint)
  });
  var _model_inert_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9805);

const STYLES = { bad: 31, good: 32, unsure: 33, faint: 2, strong: 1 };
function createPaint(colour) {
    return (lines, style) => lines.map((line) => (colour && style ? `\u001b[${STYLES[style]}m${line}\u001b[0m` : line));
}
function wrap(lead, text, width) {
    const room = Math.max(20, width - lead.length);
    const lines = [];
    let line = '';
    for (const word of text.split(' ').flatMap((long) => pieces(long, room))) {
        if (line !== '' && line.length + 1 + word.length > room) {
            lines.push(line);
            line = word;
        }
        else {
            line = line === '' ? word : `${line} ${word}`;
        }
    }
    return [...lines, line].map((part, i) => (0,_model_inert_js__WEBPACK_IMPORTED_MODULE_0__  .Fq)((i === 0 ? lead : ' '.repeat(lead.length)) + part));
}
function pieces(word, size) {
    return word.match(new RegExp(`.{1,${size}}`, 'gu')) ?? [''];
}


  })

};
