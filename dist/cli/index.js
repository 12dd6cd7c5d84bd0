#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
  var __webpack_modules__ = ({

  181:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

  }),

  6982:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

  }),

  4434:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

  }),

  8611:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

  }),

  5692:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

  }),

  9278:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

  }),

  7598:
(function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

  }),

  1314:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dgram");

  }),

  610:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

  }),

  8474:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

  }),

  3024:
(function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

  }),

  1455:
(function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

  }),

  7067:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

  }),

  4708:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

  }),

  7030:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

  }),

  6760:
(function (module) {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

  }),

  1692:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

  }),

  932:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

  }),

  3480:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("querystring");

  }),

  2203:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

  }),

  4756:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

  }),

  7016:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

  }),

  9023:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

  }),

  3106:
  ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

  }),

  8280:
  (function(module) {

(function (root) {
    'use strict';
 
 
 
    const ipv4Part = '(0?\\d+|0x[a-f0-9]+)';
    const ipv4Regexes = {
        fourOctet: new RegExp(`^${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}$`, 'i'),
        threeOctet: new RegExp(`^${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}$`, 'i'),
        twoOctet: new RegExp(`^${ipv4Part}\\.${ipv4Part}$`, 'i'),
        longValue: new RegExp(`^${ipv4Part}$`, 'i')
    };

 
    const octalRegex = new RegExp(`^0[0-7]+$`, 'i');
    const hexRegex = new RegExp(`^0x[a-f0-9]+$`, 'i');

    const zoneIndex = '%[0-9a-z]{1,}';

 
 
 
 
    const ipv6Part = '(?:[0-9a-f]+::?)+';
    const ipv6Regexes = {
        zoneIndex: new RegExp(zoneIndex, 'i'),
        'native': new RegExp(`^(::)?(${ipv6Part})?([0-9a-f]+)?(::)?(${zoneIndex})?$`, 'i'),
        deprecatedTransitional: new RegExp(`^(?:::)(${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}(${zoneIndex})?)$`, 'i'),
        transitional: new RegExp(`^((?:${ipv6Part})|(?:::)(?:${ipv6Part})?)${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}(${zoneIndex})?$`, 'i')
    };

 
    function expandIPv6 (string, parts) {
 
        if (string.indexOf('::') !== string.lastIndexOf('::')) {
            return null;
        }

        let colonCount = 0;
        let lastColon = -1;
        let zoneId = (string.match(ipv6Regexes.zoneIndex) || [])[0];
        let replacement, replacementCount;

 
        if (zoneId) {
            zoneId = zoneId.substring(1);
            string = string.replace(/%.+$/, '');
        }

 
        while ((lastColon = string.indexOf(':', lastColon + 1)) >= 0) {
            colonCount++;
        }

 
        if (string.substr(0, 2) === '::') {
            colonCount--;
        }

        if (string.substr(-2, 2) === '::') {
            colonCount--;
        }

 
 
        if (colonCount >= parts) {
            return null;
        }

 
        replacementCount = parts - colonCount;
        replacement = ':';
        while (replacementCount--) {
            replacement += '0:';
        }

 
        string = string.replace('::', replacement);

 
 
        if (string[0] === ':') {
            string = string.slice(1);
        }

        if (string[string.length - 1] === ':') {
            string = string.slice(0, -1);
        }

        parts = (function () {
            const ref = string.split(':');
            const results = [];

            for (let i = 0; i < ref.length; i++) {
                results.push(ref[i].length > 4 ? NaN : parseInt(ref[i], 16));
            }

            return results;
        })();

        return {
            parts: parts,
            zoneId: zoneId
        };
    }

 
    function matchCIDR (first, second, partSize, cidrBits) {
        if (first.length !== second.length) {
            throw new Error('ipaddr: cannot match CIDR for objects with different lengths');
        }

        let part = 0;
        let shift;

        while (cidrBits > 0) {
            shift = partSize - cidrBits;
            if (shift < 0) {
                shift = 0;
            }

            if (first[part] >> shift !== second[part] >> shift) {
                return false;
            }

            cidrBits -= partSize;
            part += 1;
        }

        return true;
    }

    function parseIntAuto (string) {
 
        if (hexRegex.test(string)) {
            return parseInt(string, 16);
        }
 
 
 
        if (string[0] === '0' && !isNaN(parseInt(string[1], 10))) {
        if (octalRegex.test(string)) {
            return parseInt(string, 8);
        }
            throw new Error(`ipaddr: cannot parse ${string} as octal`);
        }
 
        return parseInt(string, 10);
    }

    function padPart (part, length) {
        while (part.length < length) {
            part = `0${part}`;
        }

        return part;
    }

    const ipaddr = {};

 
    ipaddr.IPv4 = (function () {
 
 
 
        function IPv4 (octets) {
            if (octets.length !== 4) {
                throw new Error('ipaddr: ipv4 octet count should be 4');
            }

            let i, octet;

            for (i = 0; i < octets.length; i++) {
                octet = octets[i];
                if (!((0 <= octet && octet <= 255))) {
                    throw new Error('ipaddr: ipv4 octet should fit in 8 bits');
                }
            }

            this.octets = octets;
        }

 
 
        IPv4.prototype.SpecialRanges = {
            unspecified: [[new IPv4([0, 0, 0, 0]), 8]],
            broadcast: [[new IPv4([255, 255, 255, 255]), 32]],
 
            multicast: [[new IPv4([224, 0, 0, 0]), 4]],
 
            linkLocal: [[new IPv4([169, 254, 0, 0]), 16]],
 
            loopback: [[new IPv4([127, 0, 0, 0]), 8]],
 
            carrierGradeNat: [[new IPv4([100, 64, 0, 0]), 10]],
 
            'private': [
                [new IPv4([10, 0, 0, 0]), 8],
                [new IPv4([172, 16, 0, 0]), 12],
                [new IPv4([192, 168, 0, 0]), 16]
            ],
 
            reserved: [
                [new IPv4([192, 0, 0, 0]), 24],
                [new IPv4([192, 0, 2, 0]), 24],
                [new IPv4([192, 88, 99, 0]), 24],
                [new IPv4([198, 18, 0, 0]), 15],
                [new IPv4([198, 51, 100, 0]), 24],
                [new IPv4([203, 0, 113, 0]), 24],
                [new IPv4([240, 0, 0, 0]), 4]
            ],
 
            as112: [
                [new IPv4([192, 175, 48, 0]), 24],
                [new IPv4([192, 31, 196, 0]), 24],
            ],
 
            amt: [
                [new IPv4([192, 52, 193, 0]), 24],
            ],
        };

 
        IPv4.prototype.kind = function () {
            return 'ipv4';
        };

 
        IPv4.prototype.match = function (other, cidrRange) {
            let ref;
            if (cidrRange === undefined) {
                ref = other;
                other = ref[0];
                cidrRange = ref[1];
            }

            if (other.kind() !== 'ipv4') {
                throw new Error('ipaddr: cannot match ipv4 address with non-ipv4 one');
            }

            return matchCIDR(this.octets, other.octets, 8, cidrRange);
        };

 
 
 
        IPv4.prototype.prefixLengthFromSubnetMask = function () {
            let cidr = 0;
 
            let stop = false;
 
            const zerotable = {
                0: 8,
                128: 7,
                192: 6,
                224: 5,
                240: 4,
                248: 3,
                252: 2,
                254: 1,
                255: 0
            };
            let i, octet, zeros;

            for (i = 3; i >= 0; i -= 1) {
                octet = this.octets[i];
                if (octet in zerotable) {
                    zeros = zerotable[octet];
                    if (stop && zeros !== 0) {
                        return null;
                    }

                    if (zeros !== 8) {
                        stop = true;
                    }

                    cidr += zeros;
                } else {
                    return null;
                }
            }

            return 32 - cidr;
        };

 
        IPv4.prototype.range = function () {
            return ipaddr.subnetMatch(this, this.SpecialRanges);
        };

 
        IPv4.prototype.toByteArray = function () {
            return this.octets.slice(0);
        };

 
        IPv4.prototype.toIPv4MappedAddress = function () {
            return ipaddr.IPv6.parse(`::ffff:${this.toString()}`);
        };

 
        IPv4.prototype.toNormalizedString = function () {
            return this.toString();
        };

 
        IPv4.prototype.toString = function () {
            return this.octets.join('.');
        };

        return IPv4;
    })();

 
    ipaddr.IPv4.broadcastAddressFromCIDR = function (string) {

        try {
            const cidr = this.parseCIDR(string);
            const ipInterfaceOctets = cidr[0].toByteArray();
            const subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray();
            const octets = [];
            let i = 0;
            while (i < 4) {
 
                octets.push(parseInt(ipInterfaceOctets[i], 10) | parseInt(subnetMaskOctets[i], 10) ^ 255);
                i++;
            }

            return new this(octets);
        } catch (e) {
            throw new Error('ipaddr: the address does not have IPv4 CIDR format', { cause: e });
        }
    };

 
    ipaddr.IPv4.isIPv4 = function (string) {
        return this.parser(string) !== null;
    };

 
    ipaddr.IPv4.isValid = function (string) {
        try {
            new this(this.parser(string));
            return true;
        } catch {
            return false;
        }
    };

 
    ipaddr.IPv4.isValidCIDR = function (string) {
        try {
            this.parseCIDR(string);
            return true;
        } catch {
            return false;
        }
    };

 
    ipaddr.IPv4.isValidFourPartDecimal = function (string) {
        if (ipaddr.IPv4.isValid(string) && string.match(/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){3}$/)) {
            return true;
        } else {
            return false;
        }
    };

 
    ipaddr.IPv4.isValidCIDRFourPartDecimal = function (string) {
        const match = string.match(/^(.+)\/(\d+)$/);

        if (!ipaddr.IPv4.isValidCIDR(string) || !match) {
            return false;
        }

        return ipaddr.IPv4.isValidFourPartDecimal(match[1]);
    };

 
    ipaddr.IPv4.networkAddressFromCIDR = function (string) {
        let cidr, i, ipInterfaceOctets, octets, subnetMaskOctets;

        try {
            cidr = this.parseCIDR(string);
            ipInterfaceOctets = cidr[0].toByteArray();
            subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray();
            octets = [];
            i = 0;
            while (i < 4) {
 
                octets.push(parseInt(ipInterfaceOctets[i], 10) & parseInt(subnetMaskOctets[i], 10));
                i++;
            }

            return new this(octets);
        } catch (e) {
            throw new Error('ipaddr: the address does not have IPv4 CIDR format', { cause: e });
        }
    };

 
 
    ipaddr.IPv4.parse = function (string) {
        const parts = this.parser(string);

        if (parts === null) {
            throw new Error('ipaddr: string is not formatted like an IPv4 Address');
        }

        return new this(parts);
    };

 
    ipaddr.IPv4.parseCIDR = function (string) {
        let match;

        if ((match = string.match(/^(.+)\/(\d+)$/))) {
            const maskLength = parseInt(match[2]);
            if (maskLength >= 0 && maskLength <= 32) {
                const parsed = [this.parse(match[1]), maskLength];
                Object.defineProperty(parsed, 'toString', {
                    value: function () {
                        return this.join('/');
                    }
                });
                return parsed;
            }
        }

        throw new Error('ipaddr: string is not formatted like an IPv4 CIDR range');
    };

 
 
 
    ipaddr.IPv4.parser = function (string) {
        let match, part, value;

 
        if ((match = string.match(ipv4Regexes.fourOctet))) {
            return (function () {
                const ref = match.slice(1, 6);
                const results = [];

                for (let i = 0; i < ref.length; i++) {
                    part = ref[i];
                    results.push(parseIntAuto(part));
                }

                return results;
            })();
        } else if ((match = string.match(ipv4Regexes.longValue))) {
            value = parseIntAuto(match[1]);
            if (value > 0xffffffff || value < 0) {
                throw new Error('ipaddr: address outside defined range');
            }

            return ((function () {
                const results = [];
                let shift;

                for (shift = 0; shift <= 24; shift += 8) {
                    results.push((value >> shift) & 0xff);
                }

                return results;
            })()).reverse();
        } else if ((match = string.match(ipv4Regexes.twoOctet))) {
            return (function () {
                const ref = match.slice(1, 4);
                const results = [];

                value = parseIntAuto(ref[1]);
                if (value > 0xffffff || value < 0) {
                    throw new Error('ipaddr: address outside defined range');
                }

                results.push(parseIntAuto(ref[0]));
                results.push((value >> 16) & 0xff);
                results.push((value >>  8) & 0xff);
                results.push( value        & 0xff);

                return results;
            })();
        } else if ((match = string.match(ipv4Regexes.threeOctet))) {
            return (function () {
                const ref = match.slice(1, 5);
                const results = [];

                value = parseIntAuto(ref[2]);
                if (value > 0xffff || value < 0) {
                    throw new Error('ipaddr: address outside defined range');
                }

                results.push(parseIntAuto(ref[0]));
                results.push(parseIntAuto(ref[1]));
                results.push((value >> 8) & 0xff);
                results.push( value       & 0xff);

                return results;
            })();
        } else {
            return null;
        }
    };

 
    ipaddr.IPv4.subnetMaskFromPrefixLength = function (prefix) {
        prefix = parseInt(prefix);
        if (Number.isNaN(prefix) || prefix < 0 || prefix > 32) {
            throw new Error('ipaddr: invalid IPv4 prefix length');
        }

        const octets = [0, 0, 0, 0];
        let j = 0;
        const filledOctetCount = Math.floor(prefix / 8);

        while (j < filledOctetCount) {
            octets[j] = 255;
            j++;
        }

        if (filledOctetCount < 4) {
            octets[filledOctetCount] = Math.pow(2, prefix % 8) - 1 << 8 - (prefix % 8);
        }

        return new this(octets);
    };

 
    ipaddr.IPv6 = (function () {
 
 
 
        function IPv6 (parts, zoneId) {
            let i, part;

            if (parts.length === 16) {
                this.parts = [];
                for (i = 0; i <= 14; i += 2) {
                    this.parts.push((parts[i] << 8) | parts[i + 1]);
                }
            } else if (parts.length === 8) {
                this.parts = parts;
            } else {
                throw new Error('ipaddr: ipv6 part count should be 8 or 16');
            }

            for (i = 0; i < this.parts.length; i++) {
                part = this.parts[i];
                if (!((0 <= part && part <= 0xffff))) {
                    throw new Error('ipaddr: ipv6 part should fit in 16 bits');
                }
            }

            if (zoneId) {
                this.zoneId = zoneId;
            }
        }

 
        IPv6.prototype.SpecialRanges = {
 
            unspecified: [new IPv6([0, 0, 0, 0, 0, 0, 0, 0]), 128],
            linkLocal: [new IPv6([0xfe80, 0, 0, 0, 0, 0, 0, 0]), 10],
            multicast: [new IPv6([0xff00, 0, 0, 0, 0, 0, 0, 0]), 8],
            loopback: [new IPv6([0, 0, 0, 0, 0, 0, 0, 1]), 128],
            uniqueLocal: [new IPv6([0xfc00, 0, 0, 0, 0, 0, 0, 0]), 7],
            ipv4Mapped: [new IPv6([0, 0, 0, 0, 0, 0xffff, 0, 0]), 96],
 
            deprecatedSiteLocal: [new IPv6([0xfec0, 0, 0, 0, 0, 0, 0, 0]), 10],
 
            discard: [new IPv6([0x100, 0, 0, 0, 0, 0, 0, 0]), 64],
 
            rfc6145: [new IPv6([0, 0, 0, 0, 0xffff, 0, 0, 0]), 96],
            rfc6052: [
 
                [new IPv6([0x64, 0xff9b, 0, 0, 0, 0, 0, 0]), 96],
 
                [new IPv6([0x64, 0xff9b, 0x1, 0, 0, 0, 0, 0]), 48],
            ],
 
            '6to4': [new IPv6([0x2002, 0, 0, 0, 0, 0, 0, 0]), 16],
 
            teredo: [new IPv6([0x2001, 0, 0, 0, 0, 0, 0, 0]), 32],
 
            benchmarking: [new IPv6([0x2001, 0x2, 0, 0, 0, 0, 0, 0]), 48],
 
            amt: [new IPv6([0x2001, 0x3, 0, 0, 0, 0, 0, 0]), 32],
            as112v6: [
 
                [new IPv6([0x2001, 0x4, 0x112, 0, 0, 0, 0, 0]), 48],
 
                [new IPv6([0x2620, 0x4f, 0x8000, 0, 0, 0, 0, 0]), 48],
            ],
 
            deprecatedOrchid: [new IPv6([0x2001, 0x10, 0, 0, 0, 0, 0, 0]), 28],
 
            orchid2: [new IPv6([0x2001, 0x20, 0, 0, 0, 0, 0, 0]), 28],
 
            droneRemoteIdProtocolEntityTags: [new IPv6([0x2001, 0x30, 0, 0, 0, 0, 0, 0]), 28],
 
            segmentRouting: [new IPv6([0x5f00, 0, 0, 0, 0, 0, 0, 0]), 16],
            reserved: [
 
                [new IPv6([0x2001, 0, 0, 0, 0, 0, 0, 0]), 23],
 
                [new IPv6([0x2001, 0xdb8, 0, 0, 0, 0, 0, 0]), 32],
 
                [new IPv6([0x3fff, 0, 0, 0, 0, 0, 0, 0]), 20],
            ],
        };

 
        IPv6.prototype.isIPv4MappedAddress = function () {
            return this.range() === 'ipv4Mapped';
        };

 
        IPv6.prototype.kind = function () {
            return 'ipv6';
        };

 
        IPv6.prototype.match = function (other, cidrRange) {
            let ref;

            if (cidrRange === undefined) {
                ref = other;
                other = ref[0];
                cidrRange = ref[1];
            }

            if (other.kind() !== 'ipv6') {
                throw new Error('ipaddr: cannot match ipv6 address with non-ipv6 one');
            }

            return matchCIDR(this.parts, other.parts, 16, cidrRange);
        };

 
 
 
        IPv6.prototype.prefixLengthFromSubnetMask = function () {
            let cidr = 0;
 
            let stop = false;
 
            const zerotable = {
                0: 16,
                32768: 15,
                49152: 14,
                57344: 13,
                61440: 12,
                63488: 11,
                64512: 10,
                65024: 9,
                65280: 8,
                65408: 7,
                65472: 6,
                65504: 5,
                65520: 4,
                65528: 3,
                65532: 2,
                65534: 1,
                65535: 0
            };
            let part, zeros;

            for (let i = 7; i >= 0; i -= 1) {
                part = this.parts[i];
                if (part in zerotable) {
                    zeros = zerotable[part];
                    if (stop && zeros !== 0) {
                        return null;
                    }

                    if (zeros !== 16) {
                        stop = true;
                    }

                    cidr += zeros;
                } else {
                    return null;
                }
            }

            return 128 - cidr;
        };


 
        IPv6.prototype.range = function () {
            return ipaddr.subnetMatch(this, this.SpecialRanges);
        };

 
        IPv6.prototype.toByteArray = function () {
            let part;
            const bytes = [];
            const ref = this.parts;
            for (let i = 0; i < ref.length; i++) {
                part = ref[i];
                bytes.push(part >> 8);
                bytes.push(part & 0xff);
            }

            return bytes;
        };

 
 
        IPv6.prototype.toFixedLengthString = function () {
            const addr = ((function () {
                const results = [];
                for (let i = 0; i < this.parts.length; i++) {
                    results.push(padPart(this.parts[i].toString(16), 4));
                }

                return results;
            }).call(this)).join(':');

            let suffix = '';

            if (this.zoneId) {
                suffix = `%${this.zoneId}`;
            }

            return addr + suffix;
        };

 
 
        IPv6.prototype.toIPv4Address = function () {
            if (!this.isIPv4MappedAddress()) {
                throw new Error('ipaddr: trying to convert a generic ipv6 address to ipv4');
            }

            const ref = this.parts.slice(-2);
            const high = ref[0];
            const low = ref[1];

            return new ipaddr.IPv4([high >> 8, high & 0xff, low >> 8, low & 0xff]);
        };

 
 
 
 
        IPv6.prototype.toNormalizedString = function () {
            const addr = ((function () {
                const results = [];

                for (let i = 0; i < this.parts.length; i++) {
                    results.push(this.parts[i].toString(16));
                }

                return results;
            }).call(this)).join(':');

            let suffix = '';

            if (this.zoneId) {
                suffix = `%${this.zoneId}`;
            }

            return addr + suffix;
        };

 
 
 
        IPv6.prototype.toRFC5952String = function () {
            const regex = /((^|:)(0(:|$)){2,})/g;
 
 
 
            let suffix = '';
            if (this.zoneId) {
                suffix = `%${this.zoneId}`;
            }
            const normalized = this.toNormalizedString();
            const string = normalized.slice(0, normalized.length - suffix.length);
            let bestMatchIndex = 0;
            let bestMatchLength = -1;
            let bestMatchGroups = -1;
            let match;

            while ((match = regex.exec(string))) {
 
 
 
 
                const groups = (match[0].match(/0/g) || []).length;
                if (groups > bestMatchGroups) {
                    bestMatchGroups = groups;
                    bestMatchIndex = match.index;
                    bestMatchLength = match[0].length;
                }
            }

            if (bestMatchLength < 0) {
                return string + suffix;
            }

            return `${string.substring(0, bestMatchIndex)}::${string.substring(bestMatchIndex + bestMatchLength)}${suffix}`;
        };

 
 
 
        IPv6.prototype.toString = function () {
            return this.toRFC5952String();
        };

        return IPv6;

    })();

 
    ipaddr.IPv6.broadcastAddressFromCIDR = function (string) {
        try {
            const cidr = this.parseCIDR(string);
            const ipInterfaceOctets = cidr[0].toByteArray();
            const subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray();
            const octets = [];
            let i = 0;
            while (i < 16) {
 
                octets.push(parseInt(ipInterfaceOctets[i], 10) | parseInt(subnetMaskOctets[i], 10) ^ 255);
                i++;
            }

            return new this(octets);
        } catch (e) {
            throw new Error('ipaddr: the address does not have IPv6 CIDR format', { cause: e });
        }
    };

 
    ipaddr.IPv6.isIPv6 = function (string) {
        return this.parser(string) !== null;
    };

 
    ipaddr.IPv6.isValid = function (string) {

 
 
        if (typeof string === 'string' && string.indexOf(':') === -1) {
            return false;
        }

        try {
            const addr = this.parser(string);
            new this(addr.parts, addr.zoneId);
            return true;
        } catch {
            return false;
        }
    };

 
    ipaddr.IPv6.isValidCIDR = function (string) {

 
        if (typeof string === 'string' && string.indexOf(':') === -1) {
            return false;
        }

        try {
            this.parseCIDR(string);
            return true;
        } catch {
            return false;
        }
    };

 
    ipaddr.IPv6.networkAddressFromCIDR = function (string) {
        let cidr, i, ipInterfaceOctets, octets, subnetMaskOctets;

        try {
            cidr = this.parseCIDR(string);
            ipInterfaceOctets = cidr[0].toByteArray();
            subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray();
            octets = [];
            i = 0;
            while (i < 16) {
 
                octets.push(parseInt(ipInterfaceOctets[i], 10) & parseInt(subnetMaskOctets[i], 10));
                i++;
            }

            return new this(octets);
        } catch (e) {
            throw new Error('ipaddr: the address does not have IPv6 CIDR format', { cause: e });
        }
    };

 
 
    ipaddr.IPv6.parse = function (string) {
        const addr = this.parser(string);

        if (addr === null) {
            throw new Error('ipaddr: string is not formatted like an IPv6 Address');
        }

        return new this(addr.parts, addr.zoneId);
    };

    ipaddr.IPv6.parseCIDR = function (string) {
        let maskLength, match, parsed;

        if ((match = string.match(/^(.+)\/(\d+)$/))) {
            maskLength = parseInt(match[2]);
            if (maskLength >= 0 && maskLength <= 128) {
                parsed = [this.parse(match[1]), maskLength];
                Object.defineProperty(parsed, 'toString', {
                    value: function () {
                        return this.join('/');
                    }
                });
                return parsed;
            }
        }

        throw new Error('ipaddr: string is not formatted like an IPv6 CIDR range');
    };

 
    ipaddr.IPv6.parser = function (string) {
        let addr, i, match, octet, octets, zoneId;

        if ((match = string.match(ipv6Regexes.deprecatedTransitional))) {
            return this.parser(`::ffff:${match[1]}`);
        }
        if (ipv6Regexes.native.test(string)) {
            return expandIPv6(string, 8);
        }
        if ((match = string.match(ipv6Regexes.transitional))) {
            zoneId = match[6] || '';
            addr = match[1]
            if (!match[1].endsWith('::')) {
                addr = addr.slice(0, -1)
            }
            addr = expandIPv6(addr + zoneId, 6);
            if (addr && addr.parts) {
                octets = [
                    parseInt(match[2]),
                    parseInt(match[3]),
                    parseInt(match[4]),
                    parseInt(match[5])
                ];
                for (i = 0; i < octets.length; i++) {
                    octet = octets[i];
                    if (!((0 <= octet && octet <= 255))) {
                        return null;
                    }
                }

                addr.parts.push(octets[0] << 8 | octets[1]);
                addr.parts.push(octets[2] << 8 | octets[3]);
                return {
                    parts: addr.parts,
                    zoneId: addr.zoneId
                };
            }
        }

        return null;
    };

 
    ipaddr.IPv6.subnetMaskFromPrefixLength = function (prefix) {
        prefix = parseInt(prefix);
        if (Number.isNaN(prefix) || prefix < 0 || prefix > 128) {
            throw new Error('ipaddr: invalid IPv6 prefix length');
        }

        const octets = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        let j = 0;
        const filledOctetCount = Math.floor(prefix / 8);

        while (j < filledOctetCount) {
            octets[j] = 255;
            j++;
        }

        if (filledOctetCount < 16) {
            octets[filledOctetCount] = Math.pow(2, prefix % 8) - 1 << 8 - (prefix % 8);
        }

        return new this(octets);
    };

 
    ipaddr.fromByteArray = function (bytes) {
        const length = bytes.length;

        if (length === 4) {
            return new ipaddr.IPv4(bytes);
        } else if (length === 16) {
            return new ipaddr.IPv6(bytes);
        } else {
            throw new Error('ipaddr: the binary input is neither an IPv6 nor IPv4 address');
        }
    };

 
    ipaddr.isValid = function (string) {
        return ipaddr.IPv6.isValid(string) || ipaddr.IPv4.isValid(string);
    };

 
    ipaddr.isValidCIDR = function (string) {
        return ipaddr.IPv6.isValidCIDR(string) || ipaddr.IPv4.isValidCIDR(string);
    };


 
 
    ipaddr.parse = function (string) {
        if (ipaddr.IPv6.isValid(string)) {
            return ipaddr.IPv6.parse(string);
        } else if (ipaddr.IPv4.isValid(string)) {
            return ipaddr.IPv4.parse(string);
        } else {
            throw new Error('ipaddr: the address has neither IPv6 nor IPv4 format');
        }
    };

 
 
    ipaddr.parseCIDR = function (string) {
        try {
            return ipaddr.IPv6.parseCIDR(string);
        } catch {
            try {
                return ipaddr.IPv4.parseCIDR(string);
            } catch (e) {
                throw new Error('ipaddr: the address has neither IPv6 nor IPv4 CIDR format', { cause: e });
            }
        }
    };

 
    ipaddr.process = function (string) {
        const addr = this.parse(string);

        if (addr.kind() === 'ipv6' && addr.isIPv4MappedAddress()) {
            return addr.toIPv4Address();
        } else {
            return addr;
        }
    };

 
 
 
    ipaddr.subnetMatch = function (address, rangeList, defaultName) {
        let i, rangeName, rangeSubnets, subnet;

        if (defaultName === undefined || defaultName === null) {
            defaultName = 'unicast';
        }

        for (rangeName in rangeList) {
            if (Object.prototype.hasOwnProperty.call(rangeList, rangeName)) {
                rangeSubnets = rangeList[rangeName];
 
                if (rangeSubnets[0] && !(rangeSubnets[0] instanceof Array)) {
                    rangeSubnets = [rangeSubnets];
                }

                for (i = 0; i < rangeSubnets.length; i++) {
                    subnet = rangeSubnets[i];
                    if (address.kind() === subnet[0].kind() && address.match.apply(address, subnet)) {
                        return rangeName;
                    }
                }
            }
        }

        return defaultName;
    };

 
    if ( true && module.exports) {
        module.exports = ipaddr;

    } else {
        root.ipaddr = ipaddr;
    }

}(this));


  }),

  5356:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


 
__nccwpck_require__.d(__webpack_exports__, {
  ej: () => (  exitCodeAfter),
  sT: () => (  leaveAfterBug)
});

 

 
var model_ports = __nccwpck_require__(3041);
 
var inert = __nccwpck_require__(9805);
 
var annotations = __nccwpck_require__(1116);
 
var words = __nccwpck_require__(8191);
; 



const LISTED = 50;
function annotateMistakes(problems) {
    return (0,annotations .TJ)(problems.map(({ message, position }) => ({
        level: 'error',
        title: 'xmpp-tls configuration',
        message: (0,inert .UJ)(message, annotations .Gy),
        ...(position === undefined ? {} : { position }),
    })), 'the log has all of them');
}
function summariseMistakes(problems) {
    const shown = problems.slice(0, LISTED).map(({ message }) => `- ${(0,inert .Ic)(message, 2 * words .W$)}`);
    const more = problems.length > LISTED ? [`- and ${problems.length - LISTED} more`] : [];
    return `## The configuration is wrong; nothing was checked\n\n${[...shown, ...more].join('\n')}\n`;
}

 
var app_outputs = __nccwpck_require__(1665);
 
var result = __nccwpck_require__(6550);
; 




async function exitCodeAfter(main, ports) {
    try {
        return await main();
    }
    catch (error) {
        if (!(error instanceof model_ports .j))
            return leaveAfterBug(error, ports);
        setOutputs(result .dc.configuration, ports);
        await tellMistakes(error.problems, ports);
        return result .dc.configuration;
    }
}
function leaveAfterBug(error, ports) {
    setOutputs(result .dc.internal, ports);
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    ports.log.error(`Internal error, please report it: ${what}`);
    return result .dc.internal;
}
async function tellMistakes(problems, { log, outputs, wants }) {
    if (wants.annotations)
        outputs.annotate(annotateMistakes(problems));
    else
        problems.forEach(({ message }) => log.error(message));
    if (wants.summary)
        await outputs.summarise(summariseMistakes(problems));
}
function leaveInterrupted(signal, ports) {
    setOutputs(EXIT.inconclusive, ports);
    ports.log.error(`The run was broken off (${signal}): nothing is known of the domains.`);
    return EXIT.inconclusive;
}
function setOutputs(code, { log, outputs }) {
    try {
        for (const [name, value] of Object.entries((0,app_outputs .K)(code)))
            outputs.set(name, value);
    }
    catch (error) {
        log.error(`The outputs could not be written: ${error instanceof Error ? error.message : String(error)}`);
    }
}


  }),

  1665:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    K: () => (  outputsOfFailure),
    Y: () => (  outputsOf)
  });
  var _config_outputs_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3388);
  var _report_formats_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8066);
  var _report_json_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7406);
  var _report_overdue_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2206);
  var _report_severity_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1727);





function outputsOf({ report, code, tracking, files }) {
    const counts = (0,_report_severity_js__WEBPACK_IMPORTED_MODULE_3__  .qX)(report);
    const applied = tracking?.applied ?? [];
    const done = (kind) => JSON.stringify(applied.filter(({ action, status }) => action.kind === kind && status === 'done').map(({ issue }) => issue));
    return {
        result: report.result,
        'exit-code': String(code),
        'hosts-total': String(report.targets.length),
        'hosts-secure': String(counts.secure),
        'hosts-plaintext': String(counts.plaintext),
        'hosts-inconclusive': String(counts.inconclusive),
        'hosts-not-offered': String(counts.notOffered),
        'hosts-waived': String(counts.waived),
        'plaintext-hosts': (0,_report_json_js__WEBPACK_IMPORTED_MODULE_2__  .Rv)(report),
        results: (0,_report_json_js__WEBPACK_IMPORTED_MODULE_2__  .gz)(report),
        'results-complete': String((0,_report_json_js__WEBPACK_IMPORTED_MODULE_2__  .sY)(report)),
        'issues-opened': done('open'),
        'issues-closed': done('close'),
        'issues-reopened': done('reopen'),
        'issues-updated': done('update'),
        'issues-overdue': JSON.stringify((0,_report_overdue_js__WEBPACK_IMPORTED_MODULE_4__  .c)(tracking?.plan, applied).flatMap(({ issue }) => issue ?? [])),
        'issues-failed': JSON.stringify(failedDomains(report, tracking)),
        ...Object.fromEntries(_report_formats_js__WEBPACK_IMPORTED_MODULE_1__  .B.map((name) => [name, files[name] ?? ''])),
    };
}
function failedDomains({ targets }, tracking) {
    if (tracking && !tracking.plan) {
        return targets.filter(({ verdict, waived }) => verdict === 'plaintext' && !waived).map(({ domain }) => domain);
    }
    const applied = tracking?.applied ?? [];
    return applied.filter(({ status }) => status === 'failed').map(({ action }) => action.domain);
}
function outputsOfFailure(code) {
    const fixed = {
        result: 'inconclusive',
        'exit-code': String(code),
        'results-complete': 'false',
    };
    const values = Object.keys(_config_outputs_js__WEBPACK_IMPORTED_MODULE_0__  .p).map((name) => {
        if (name in fixed)
            return [name, fixed[name]];
        if (name.startsWith('hosts-'))
            return [name, '0'];
        return [name, name === 'results' || name.startsWith('issues-') ? '[]' : ''];
    });
    return Object.fromEntries(values);
}


  }),

  6550:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    Bg: () => (  resultOf),
    FO: () => (  exitCodeOf),
    dc: () => (  EXIT),
    hR: () => (  sawNothing),
    lQ: () => (  hasMistypedName)
  });
  var _model_report_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1819);

const EXIT = { secure: 0, plaintext: 1, configuration: 2, internal: 3, inconclusive: 4 };
function countsAgainst(target) {
    return ((target.verdict === 'plaintext' && !target.waived) ||
        target.findings.some((finding) => finding.level === 'fail' && finding.group === 'tls' && !finding.waived));
}
function resultOf(targets) {
    const deciding = (0,_model_report_js__WEBPACK_IMPORTED_MODULE_0__  .s)({ targets });
    if (deciding.some(countsAgainst))
        return 'fail';
    return deciding.some(leavesDoubt) ? 'inconclusive' : 'pass';
}
function leavesDoubt({ verdict, services }) {
    return verdict === 'inconclusive' || Object.values(services).some((service) => service.verdict === 'inconclusive');
}
function exitCodeOf(report, failOn, isOverdue = false) {
    if (failOn === 'overdue')
        return isOverdue ? EXIT.plaintext : EXIT.secure;
    if (failOn === 'never' || report.result === 'pass')
        return EXIT.secure;
    if (report.result === 'fail')
        return EXIT.plaintext;
    if (hasMistypedName(report))
        return EXIT.configuration;
    return failOn === 'inconclusive' || sawNothing(report) ? EXIT.inconclusive : EXIT.secure;
}
function hasMistypedName(report) {
    return report.ofChange === true && (0,_model_report_js__WEBPACK_IMPORTED_MODULE_0__  .s)(report).some(({ unknownName }) => unknownName === true);
}
function sawNothing(report) {
    const offered = (0,_model_report_js__WEBPACK_IMPORTED_MODULE_0__  .s)(report).filter(({ verdict }) => verdict !== 'not-offered');
    return offered.length > 0 && offered.every(isDark);
}
function isDark({ verdict, endpoints }) {
    return (verdict === 'inconclusive' && !endpoints.some((one) => one.verdict === 'secure' || one.verdict === 'plaintext'));
}


  }),

  9972:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    FS: () => (  answerInWords),
    Fd: () => (  questionInWords),
    Kb: () => (  asksForSecret),
    ST: () => (  endedTheStream),
    nh: () => (  closesTheWayIn),
    wr: () => (  saidInWords)
  });
  var _model_answer_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1071);

const ASKED = {
    'sasl-external': 'SASL EXTERNAL',
    'legacy-auth': 'jabber:iq:auth',
    registration: 'jabber:iq:register',
    'sasl2-external': 'SASL2 EXTERNAL',
    'sasl2-scram': 'first SCRAM message of SASL2',
    'sasl-scram': 'first SCRAM message',
    'versionless-auth': 'jabber:iq:auth on a stream without version',
    'versionless-verify': 'db:verify on a stream without version',
    'dialback-verify': 'db:verify',
};
const LOGINS_BY_IQ = ['legacy-auth', 'versionless-auth'];
function questionInWords(question) {
    return `${ASKED[question]} before TLS`;
}
function answerInWords(question, answer) {
    return `${questionInWords(question)}: ${saidInWords(answer)}`;
}
function saidInWords(answer) {
    switch (answer.kind) {
        case 'sasl-challenge':
            return 'challenge';
        case 'sasl-success':
            return 'success';
        case 'sasl-failure':
            return `failure ${answer.condition}${quoted(answer.text)}`;
        case 'iq-result':
            return answer.fields.length > 0
                ? `result asking for ${answer.fields.join(', ')}`
                : 'result with nothing to fill in';
        case 'iq-error':
            return `error ${answer.condition}${quoted(answer.text)}`;
        case 'dialback':
            return `type ${[answer.type, answer.condition].join(' ').trim()}${quoted(answer.text)}`;
        case 'stream-error':
            return `stream error ${answer.condition}${quoted(answer.text)}`;
        case 'dropped':
            return 'dropped in silence, while what was asked after it was answered';
        case 'closed':
            return 'connection closed without a word';
    }
}
function quoted(text) {
    return text === undefined ? '' : ` "${text}"`;
}
function closesTheWayIn(question, answer) {
    if ((0,_model_answer_js__WEBPACK_IMPORTED_MODULE_0__  .X_)(answer))
        return true;
    if ((0,_model_answer_js__WEBPACK_IMPORTED_MODULE_0__  .DQ)(answer) || (0,_model_answer_js__WEBPACK_IMPORTED_MODULE_0__  .mC)(answer))
        return false;
    const untold = (0,_model_answer_js__WEBPACK_IMPORTED_MODULE_0__  .pM)(answer) || (answer.kind === 'iq-error' && answer.condition === 'bad-request');
    return (0,_model_answer_js__WEBPACK_IMPORTED_MODULE_0__  .vO)(answer) && !(LOGINS_BY_IQ.includes(question) && untold);
}
function endedTheStream(answer) {
    return answer.kind === 'stream-error' || answer.kind === 'closed';
}
const SECRETS = ['password', 'digest'];
function asksForSecret(answer) {
    return answer.kind === 'iq-result' && answer.fields.some((field) => SECRETS.includes(field));
}


  }),

  4142:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    CA: () => (  dialbackRefusal),
    GZ: () => (  isDenied),
    Iy: () => (  DENIED),
    Q6: () => (  triedDialback),
    UG: () => (  verifyingIsProof),
    i1: () => (  uncomparedVerify),
    rn: () => (  triedVersionlessDialback),
    xo: () => (  answersVerify)
  });
  var _model_answer_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1071);
  var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8675);
  var _answers_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9972);
  var _offer_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(7429);
  var _seen_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9720);





function dialbackRefusal(features, observation) {
    const tried = triedDialback(observation);
    if (tried?.kind === 'refused')
        return tried.line;
    const verify = (0,_seen_js__WEBPACK_IMPORTED_MODULE_2__  .oy)('dialback-verify', observation);
    if (verify.state !== 'done')
        return undefined;
    const answer = verify.value;
    const { sentinel } = observation.plaintext;
    const nothingOffered = !features.dialback && !(0,_offer_js__WEBPACK_IMPORTED_MODULE_3__  .JG)(features);
    const ignoredUntilTls = features.dialback && sentinel.state === 'done' && sentinel.value === 'proceed';
    const refused = (0,_model_answer_js__WEBPACK_IMPORTED_MODULE_4__  .X_)(answer) ||
        (nothingOffered && answer.kind === 'stream-error' && !(0,_model_answer_js__WEBPACK_IMPORTED_MODULE_4__  .DQ)(answer)) ||
        (ignoredUntilTls && (0,_model_answer_js__WEBPACK_IMPORTED_MODULE_4__  .eW)(answer));
    return refused ? (0,_answers_js__WEBPACK_IMPORTED_MODULE_1__  .FS)('dialback-verify', answer) : undefined;
}
function answersVerify(answer) {
    return answer.kind === 'dialback' && !(0,_model_answer_js__WEBPACK_IMPORTED_MODULE_4__  .X_)(answer) && !isDenied(answer);
}
function uncomparedVerify(features, observation) {
    const versionless = (0,_seen_js__WEBPACK_IMPORTED_MODULE_2__  .oy)('versionless-verify', observation);
    if (versionless.state !== 'done' || !answersVerify(versionless.value))
        return undefined;
    if (dialbackRefusal(features, observation) !== undefined)
        return undefined;
    const otherwise = (0,_seen_js__WEBPACK_IMPORTED_MODULE_2__  .oy)('dialback-verify', observation);
    const answered = 'the server answers db:verify without TLS on a stream without version';
    if (otherwise.state !== 'done')
        return `${answered}, and there is nothing to compare it with: ${(0,_seen_js__WEBPACK_IMPORTED_MODULE_2__  .nC)(otherwise)}`;
    return answersVerify(otherwise.value)
        ? undefined
        : `${answered}, and does not say why on a stream with one it does not`;
}
function triedDialback({ plaintext: { dialback } }) {
    return dialback && outcomeOf(dialback, 'before TLS');
}
function triedVersionlessDialback({ plaintext }) {
    const { versionlessDialback } = plaintext;
    return versionlessDialback && outcomeOf(versionlessDialback, 'on a stream without version before TLS');
}
function outcomeOf(dialback, where) {
    const { result, ping } = dialback;
    for (const step of [dialback.connected, dialback.header, dialback.features]) {
        if (step.state === 'failed')
            return { kind: 'unclear', because: (0,_model_failure_js__WEBPACK_IMPORTED_MODULE_0__  .dp)(step.failure) };
    }
    if (result.state !== 'done')
        return { kind: 'unclear', because: withoutResult(dialback) };
    const resultLine = `db:result ${where}: ${(0,_answers_js__WEBPACK_IMPORTED_MODULE_1__  .wr)(result.value)}`;
    if ((0,_model_answer_js__WEBPACK_IMPORTED_MODULE_4__  .X_)(result.value))
        return { kind: 'refused', line: resultLine };
    if (ping.state === 'done') {
        const line = `ping after dialback ${where}: ${(0,_answers_js__WEBPACK_IMPORTED_MODULE_1__  .wr)(ping.value)}`;
        if ((0,_model_answer_js__WEBPACK_IMPORTED_MODULE_4__  .X_)(ping.value))
            return { kind: 'refused', line };
        if (isServed(ping.value))
            return { kind: 'served', line };
    }
    if (wentToVerify(result.value, dialback))
        return { kind: 'verifies', line: resultLine };
    if (isDenied(result.value))
        return { kind: 'denied', line: resultLine };
    return { kind: 'unclear', because: withoutResult(dialback) };
}
function withoutResult({ kind, result, verified }) {
    if (result.state === 'done' && result.value.kind === 'dialback' && result.value.type === 'valid') {
        return 'the server accepted dialback without TLS and did not show that it serves what is sent then';
    }
    if (kind === 'proof' && verified.state !== 'done') {
        return 'the server neither refused dialback nor came to our listener, where the SRV record of s2s-from has to lead';
    }
    return 'the server did not say what became of dialback before TLS';
}
function isServed(answer) {
    if (answer.kind === 'iq-result')
        return true;
    return answer.kind === 'iq-error' && ['service-unavailable', 'feature-not-implemented'].includes(answer.condition);
}
const NOT_REACHED = ['remote-server-not-found', 'remote-server-timeout', 'remote-connection-failed', 'item-not-found'];
function wentToVerify(answer, { verified }) {
    if (answer.kind === 'dialback' && answer.type === 'valid')
        return false;
    if (verified.state === 'done' || (answer.kind === 'dialback' && answer.type === 'invalid'))
        return true;
    const condition = answer.kind === 'dialback' || answer.kind === 'stream-error' ? answer.condition : undefined;
    return condition !== undefined && NOT_REACHED.includes(condition);
}
function isDenied(answer) {
    if (answer.kind === 'dialback')
        return answer.type === 'error' && !NOT_REACHED.includes(answer.condition ?? '');
    return answer.kind === 'stream-error' && (answer.condition === 'policy-violation' || !(0,_model_answer_js__WEBPACK_IMPORTED_MODULE_4__  .DQ)(answer));
}
const DENIED = 'the server refuses dialback without TLS and does not say that TLS is what is missing';
function verifyingIsProof(features, observation) {
    const external = (0,_seen_js__WEBPACK_IMPORTED_MODULE_2__  .oy)('sasl-external', observation);
    return (features.starttls !== 'required' &&
        external.state === 'done' &&
        external.value.kind === 'sasl-failure' &&
        !(0,_model_answer_js__WEBPACK_IMPORTED_MODULE_4__  .X_)(external.value));
}


  }),

  7429:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    HC: () => (  offerInWords),
    JG: () => (  offersExternal),
    JJ: () => (  worse),
    c2: () => (  isWeaker),
    ge: () => (  isExternal),
    yU: () => (  loginMechanisms)
  });
const STARTTLS_WEAKEST_FIRST = [
    'absent',
    'offered',
    'required',
];
function worse(a, b) {
    const sasl2 = (a.sasl2 ?? b.sasl2) ? { sasl2: union(a.sasl2 ?? [], b.sasl2 ?? []) } : {};
    return {
        all: [...a.all, ...b.all],
        starttls: STARTTLS_WEAKEST_FIRST.find((offer) => offer === a.starttls || offer === b.starttls) ?? a.starttls,
        mechanisms: union(a.mechanisms, b.mechanisms),
        ...sasl2,
        legacyAuth: a.legacyAuth || b.legacyAuth,
        registration: a.registration || b.registration,
        compression: union(a.compression, b.compression),
        dialback: a.dialback || b.dialback,
    };
}
function union(a, b) {
    return [...new Set([...a, ...b])];
}
function loginMechanisms({ mechanisms, sasl2 = [] }) {
    return union(mechanisms, sasl2).filter((name) => !isExternal(name));
}
function offersExternal({ mechanisms }) {
    return mechanisms.some(isExternal);
}
function isExternal(mechanism) {
    return mechanism.toUpperCase() === 'EXTERNAL';
}
function offerInWords(features) {
    const { starttls, mechanisms, sasl2, compression } = features;
    const parts = [
        starttls === 'absent' ? 'no STARTTLS' : `STARTTLS ${starttls}`,
        mechanisms.length > 0 ? `mechanisms ${mechanisms.join(', ')}` : '',
        sasl2 !== undefined ? `SASL2 mechanisms ${sasl2.join(', ')}` : '',
        features.legacyAuth ? 'jabber:iq:auth' : '',
        features.registration ? 'registration' : '',
        features.dialback ? 'dialback' : '',
        compression.length > 0 ? `compression ${compression.join(', ')}` : '',
    ];
    return `stream features before TLS: ${parts.filter((part) => part !== '').join('; ')}`;
}
function isWeaker(offer, than) {
    const insists = ({ starttls }) => STARTTLS_WEAKEST_FIRST.indexOf(starttls);
    const known = loginMechanisms(than);
    const dialback = ({ dialback: isOffered, starttls }) => isOffered && starttls !== 'required';
    return (insists(offer) < insists(than) ||
        loginMechanisms(offer).some((name) => !known.includes(name)) ||
        (offer.legacyAuth && !than.legacyAuth) ||
        (offer.registration && !than.registration) ||
        (dialback(offer) && !dialback(than)));
}


  }),

  8175:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    IX: () => (  pass),
    Ni: () => (  inconclusive),
    fJ: () => (  fail),
    hH: () => (  notApplicable)
  });
function pass(proof, evidence) {
    return { outcome: 'pass', proof, evidence };
}
function fail(proof, message, evidence) {
    return { outcome: 'fail', proof, message, evidence };
}
function notApplicable(because) {
    return { outcome: 'not-applicable', because };
}
function inconclusive(because) {
    return { outcome: 'inconclusive', because };
}


  }),

  8978:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    t: () => (  plaintextReception)
  });
  var _model_endpoint_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7128);
  var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8675);
  var _offer_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7429);



const UNANSWERED = ['stream.speaks-tls', 'stream.closed', 'stream.not-xmpp', 'tcp.reset'];
function plaintextReception(observation) {
    const { features, plaintext } = observation;
    const offers = [features, plaintext.features].flatMap((step) => (step.state === 'done' ? [step.value] : []));
    const [first, ...others] = offers;
    if (first !== undefined)
        return (0,_model_failure_js__WEBPACK_IMPORTED_MODULE_0__  .Vw)({ kind: 'open', features: others.reduce(_offer_js__WEBPACK_IMPORTED_MODULE_1__  .JJ, first) });
    if ([features, plaintext.features].some(saidNoFeatures))
        return (0,_model_failure_js__WEBPACK_IMPORTED_MODULE_0__  .Vw)({ kind: 'dead-end' });
    if (isTlsOnly(observation))
        return (0,_model_failure_js__WEBPACK_IMPORTED_MODULE_0__  .Vw)({ kind: 'tls-only' });
    return firstFailure(observation);
}
function saidNoFeatures(step) {
    return step.state === 'failed' && step.failure.code === 'stream.no-features';
}
function isTlsOnly({ endpoint, header, plaintext, handshake, securedHeader }) {
    if (endpoint.url !== undefined && (0,_model_endpoint_js__WEBPACK_IMPORTED_MODULE_2__  .p)(endpoint))
        return securedHeader.state === 'done';
    const tried = [header, plaintext.header].filter((step) => step.state !== 'not-reached');
    const unanswered = tried.every((step) => step.state === 'failed' && UNANSWERED.includes(step.failure.code));
    return tried.length > 0 && unanswered && handshake.state === 'done' && securedHeader.state === 'done';
}
function firstFailure(observation) {
    const { connected, header, features, handshake, securedHeader, plaintext } = observation;
    const main = [connected, header, features, handshake, securedHeader];
    for (const step of [...main, plaintext.connected, plaintext.header, plaintext.features]) {
        if (step.state === 'failed')
            return (0,_model_failure_js__WEBPACK_IMPORTED_MODULE_0__  .gz)(step.failure);
    }
    return (0,_model_failure_js__WEBPACK_IMPORTED_MODULE_0__  .eo)('connect');
}


  }),

  9720:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    J: () => (  showsEnforcement),
    Op: () => (  look),
    cd: () => (  servesStarttls),
    nC: () => (  unseenInWords),
    oy: () => (  answerTo)
  });
  var _model_answer_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1071);
  var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8675);
  var _reception_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8978);
  var _suites_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1194);




function look(need, observation) {
    return EYES[need](observation);
}
const EYES = {
    'plaintext-reception': _reception_js__WEBPACK_IMPORTED_MODULE_1__  .t,
    'plaintext-features': (observation) => {
        const reception = (0,_reception_js__WEBPACK_IMPORTED_MODULE_1__  .t)(observation);
        if (reception.state !== 'done')
            return reception;
        return reception.value.kind === 'open' ? (0,_model_failure_js__WEBPACK_IMPORTED_MODULE_0__  .Vw)(reception.value.features) : (0,_model_failure_js__WEBPACK_IMPORTED_MODULE_0__  .eo)('header');
    },
    'sasl-external': (observation) => answerTo('sasl-external', observation),
    'legacy-auth': (observation) => answerTo('legacy-auth', observation),
    registration: (observation) => answerTo('registration', observation),
    'sasl2-external': (observation) => answerTo('sasl2-external', observation),
    'sasl2-scram': (observation) => answerTo('sasl2-scram', observation),
    'sasl-scram': (observation) => answerTo('sasl-scram', observation),
    'versionless-auth': (observation) => answerTo('versionless-auth', observation),
    'versionless-verify': (observation) => answerTo('versionless-verify', observation),
    'dialback-verify': (observation) => answerTo('dialback-verify', observation),
    'null-suites': (observation) => onTheWayToTls((0,_suites_js__WEBPACK_IMPORTED_MODULE_2__  .LL)(observation), observation),
    'anonymous-suites': (observation) => onTheWayToTls((0,_suites_js__WEBPACK_IMPORTED_MODULE_2__  .ne)('anonymous', observation), observation),
    'export-suites': (observation) => onTheWayToTls((0,_suites_js__WEBPACK_IMPORTED_MODULE_2__  .ne)('export', observation), observation),
};
function onTheWayToTls(goal, { connected, header, features, starttls, handshake }) {
    return firstFailureOnTheWay([connected, header, features, starttls, handshake], goal);
}
function answerTo(question, { plaintext }) {
    const { connected, header, features, answers } = plaintext;
    return firstFailureOnTheWay([connected, header, features], answers[question] ?? (0,_model_failure_js__WEBPACK_IMPORTED_MODULE_0__  .eo)('question'));
}
function showsEnforcement(answer, observation) {
    return (0,_model_answer_js__WEBPACK_IMPORTED_MODULE_3__  .X_)(answer) || ((0,_model_answer_js__WEBPACK_IMPORTED_MODULE_3__  .eW)(answer) && hasTls(observation));
}
function servesStarttls({ starttls, plaintext: { sentinel } }) {
    return starttls.state === 'done' || (sentinel.state === 'done' && sentinel.value === 'proceed');
}
function hasTls(observation) {
    return servesStarttls(observation) || observation.handshake.state === 'done';
}
function firstFailureOnTheWay(way, goal) {
    if (goal.state !== 'not-reached')
        return goal;
    for (const step of way)
        if (step.state === 'failed')
            return step;
    return goal;
}
function unseenInWords(step) {
    if (step.state === 'failed')
        return (0,_model_failure_js__WEBPACK_IMPORTED_MODULE_0__  .dp)(step.failure);
    return step.after === 'question'
        ? 'it was not asked for, because the connection ended before'
        : `not looked at: we stopped after step "${step.after}"`;
}


  }),

  1194:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    $n: () => (  judgeSuites),
    LL: () => (  nullSuites),
    ne: () => (  worthlessSuites)
  });
  var _model_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8675);
  var _outcome_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8175);


const WITHOUT_ENCRYPTION = /NULL|^TLS_SHA(?:256|384)_/u;
function nullSuites(observation) {
    const { handshake, nullSuitesAgain } = observation;
    if (nullSuitesAgain !== undefined)
        return withHangUps(nullSuitesAgain, observation);
    if (handshake.state === 'done' && WITHOUT_ENCRYPTION.test(handshake.value.cipher)) {
        return (0,_model_failure_js__WEBPACK_IMPORTED_MODULE_0__  .Vw)({ kind: 'picked', suite: handshake.value.cipher, version: handshake.value.version });
    }
    return worthlessSuites('null', observation);
}
function worthlessSuites(name, observation) {
    return withHangUps(observation.worthlessSuites?.[name] ?? (0,_model_failure_js__WEBPACK_IMPORTED_MODULE_0__  .eo)('handshake'), observation);
}
function withHangUps(answer, { handshake }) {
    const hungUp = answer.state === 'failed' &&
        answer.failure.step === 'handshake' &&
        (answer.failure.code === 'tls.closed' || answer.failure.code === 'tcp.reset');
    return hungUp && handshake.state === 'done' ? (0,_model_failure_js__WEBPACK_IMPORTED_MODULE_0__  .Vw)({ kind: 'refused', by: 'hang-up' }) : answer;
}
function judgeSuites(name, answer, message) {
    const offered = `offered ${name === 'null' ? 'NULL' : name} cipher suites and nothing better`;
    if (answer.kind === 'refused')
        return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__  .IX)('none', [`${offered}: refused (${answer.by})`]);
    return (0,_outcome_js__WEBPACK_IMPORTED_MODULE_1__  .fJ)('behaviour', message, [`${offered}: the server picked ${answer.suite} (${answer.version})`]);
}


  }),

  3607:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


 
__nccwpck_require__.d(__webpack_exports__, {
  u: () => (  CHECKS)
});

 
var model_endpoint = __nccwpck_require__(7128);
 
var outcome = __nccwpck_require__(8175);
 
var evidence_reception = __nccwpck_require__(8978);
 
var evidence_seen = __nccwpck_require__(9720);
; 




function defineCheck(definition) {
    return {
        ...definition,
        evaluate: (observation) => {
            if (definition.needs.some(needsPlaintextStream) && offersNothingInPlaintext(observation)) {
                return (0,outcome .hH)('this port offers nothing without TLS');
            }
            if (definition.needs.some(needsTls) && isWebWithoutTls(observation)) {
                return (0,outcome .hH)('there is no TLS at this address');
            }
            const seen = {};
            for (const need of definition.needs) {
                const step = (0,evidence_seen .Op)(need, observation);
                if (step.state !== 'done')
                    return (0,outcome .Ni)((0,evidence_seen .nC)(step));
                seen[need] = step.value;
            }
            return definition.evaluate(seen, observation);
        },
    };
}
function needsPlaintextStream(need) {
    return need !== 'plaintext-reception' && !needsTls(need);
}
function needsTls(need) {
    return need.endsWith('-suites');
}
function isWebWithoutTls({ endpoint }) {
    return endpoint.url !== undefined && !(0,model_endpoint .p)(endpoint);
}
function offersNothingInPlaintext(observation) {
    const reception = (0,evidence_reception .t)(observation);
    return reception.state === 'done' && reception.value.kind !== 'open';
}

 
var model_answer = __nccwpck_require__(1071);
 
var answers = __nccwpck_require__(9972);
 
var evidence_offer = __nccwpck_require__(7429);
; 



const BROKEN = {
    'starttls.failure': 'The server refuses STARTTLS.',
    'starttls.injected': 'The server sends plaintext after it agreed to STARTTLS.',
    'tls.alert': 'The server ends the TLS handshake with an alert.',
    'tls.closed': 'The server closes the connection during the TLS handshake.',
    'tls.not-tls': 'The server agrees to STARTTLS and then does not speak TLS.',
    'stream.not-xmpp': 'The server speaks TLS, but no XMPP inside it.',
    'xml.not-well-formed': 'The server speaks TLS, but no well-formed XMPP inside it.',
};
function judgeOfferOfStarttls(features, { starttls }) {
    const evidence = [(0,evidence_offer .HC)(features)];
    if (features.starttls !== 'absent')
        return (0,outcome .IX)('advertised', evidence);
    if (starttls.state !== 'done')
        return (0,outcome .fJ)('advertised', 'The server does not offer STARTTLS.', evidence);
    const message = 'STARTTLS works but is not offered: the server advertises it wrongly, or the offer was stripped on the way.';
    return (0,outcome .fJ)('behaviour', message, evidence);
}
function judgeUpgrade(reception, observation) {
    if (reception.kind === 'dead-end') {
        const message = 'The server hangs up for want of stream features, as it does without a usable certificate.';
        return (0,outcome .fJ)('behaviour', message, ['no STARTTLS offered, and nothing else']);
    }
    if (reception.kind === 'tls-only') {
        const message = 'The port expects TLS from the first byte, where the DNS promises STARTTLS.';
        return (0,outcome .fJ)('behaviour', message, ['no plaintext stream is answered on this port']);
    }
    const { connected, header, features, starttls, handshake, securedHeader } = observation;
    const before = [connected, header, features].find((step) => step.state === 'failed');
    if (before !== undefined)
        return (0,outcome .Ni)((0,evidence_seen .nC)(before));
    if (reception.features.starttls === 'absent' && starttls.state === 'failed') {
        return (0,outcome .hH)('STARTTLS is neither offered nor served');
    }
    if (starttls.state !== 'done')
        return judgeStop(starttls, observation);
    if (handshake.state !== 'done')
        return judgeStop(handshake, observation);
    if (securedHeader.state !== 'done')
        return judgeStop(securedHeader, observation);
    return (0,outcome .IX)('behaviour', tlsInWords(handshake.value));
}
function judgeStop(step, { endpoint }) {
    if (step.state === 'not-reached')
        return (0,outcome .Ni)((0,evidence_seen .nC)(step));
    const { failure } = step;
    const refused = failure.step === 'starttls' && failure.code === 'stream.error';
    const message = refused ? BROKEN['starttls.failure'] : BROKEN[failure.code];
    if (message === undefined)
        return (0,outcome .Ni)((0,evidence_seen .nC)(step));
    if (endpoint.service === 's2s' && wantsOurCertificate(failure)) {
        return (0,outcome .Ni)('the server asks for a certificate of ours, and we have none');
    }
    return (0,outcome .fJ)('behaviour', message, [failure.detail ?? failure.condition ?? failure.code]);
}
function wantsOurCertificate({ code, detail = '' }) {
    return code === 'tls.alert' && /certificate/iu.test(detail);
}
function tlsInWords({ version, cipher, verified }) {
    const reasons = verified.state === 'verified' ? [] : verified.why.map((why) => `certificate not verified: ${why}`);
    return [`${version}, ${cipher}`, ...reasons];
}

; 







function judgeWebDoor(observation, names) {
    const { endpoint, connected, handshake, securedHeader, plaintext } = observation;
    if ((0,model_endpoint .p)(endpoint)) {
        for (const step of [connected, handshake, securedHeader]) {
            if (step.state !== 'done')
                return (0,outcome .Ni)((0,evidence_seen .nC)(step));
        }
        const facts = handshake.state === 'done' ? tlsInWords(handshake.value) : [];
        return (0,outcome .IX)('behaviour', [`the address is ${names.secured}, and XMPP is spoken inside TLS`, ...facts]);
    }
    if (plaintext.connected.state !== 'done') {
        const refused = plaintext.connected.state === 'failed' && plaintext.connected.failure.code === 'tcp.refused';
        return refused ? (0,outcome .hH)('nobody listens there') : (0,outcome .Ni)((0,evidence_seen .nC)(plaintext.connected));
    }
    for (const step of [plaintext.header, plaintext.features]) {
        if (step.state === 'done')
            continue;
        const closed = step.state === 'failed' ? whatCloses(step.failure) : undefined;
        return closed === undefined ? (0,outcome .Ni)((0,evidence_seen .nC)(step)) : (0,outcome .IX)('behaviour', [closed]);
    }
    return plaintext.features.state === 'done'
        ? judgeOffer(plaintext.features.value, observation, names.plain)
        : (0,outcome .Ni)((0,evidence_seen .nC)(plaintext.features));
}
function whatCloses({ code, detail, condition }) {
    switch (code) {
        case 'http.redirected':
        case 'http.refused':
            return `without TLS the web server answers: ${detail ?? code}`;
        case 'stream.speaks-tls':
            return 'without TLS the port hangs up, and its handshake shows that it expects TLS from the first byte';
        case 'stream.no-features':
            return 'without TLS the server ends the stream instead of offering anything';
        case 'stream.error': {
            const text = detail === undefined ? {} : { text: detail };
            const error = { kind: 'stream-error', condition: condition ?? '', ...text };
            const says = [condition, detail].filter((part) => part !== undefined).join(' ');
            return (0,model_answer .X_)(error) ? `without TLS the server ends the stream: ${says}` : undefined;
        }
        default:
            return undefined;
    }
}
function judgeOffer(features, observation, plain) {
    const evidence = [(0,evidence_offer .HC)(features), ...LOGINS.flatMap((question) => said(question, observation))];
    const ways = [
        wayOf('sasl-external', 'sasl-scram', features.mechanisms, observation),
        wayOf('sasl2-external', 'sasl2-scram', features.sasl2 ?? [], observation),
    ];
    const message = `The server lets clients log in over ${plain}.`;
    if (ways.some(({ is }) => is === 'open'))
        return (0,outcome .fJ)('behaviour', message, evidence);
    if (ways.some(({ is }) => is === 'offered'))
        return (0,outcome .fJ)('advertised', message, evidence);
    for (const way of ways)
        if (way.is === 'unknown')
            return (0,outcome .Ni)(way.because);
    return (0,outcome .IX)(ways.some(({ is }) => is === 'refused') ? 'behaviour' : 'advertised', evidence);
}
const LOGINS = ['sasl-external', 'sasl-scram', 'sasl2-external', 'sasl2-scram'];
function said(question, observation) {
    const answer = (0,evidence_seen .oy)(question, observation);
    return answer.state === 'done' ? [(0,answers .FS)(question, answer.value)] : [];
}
function wayOf(first, then, mechanisms, observation) {
    const external = (0,evidence_seen .oy)(first, observation);
    const scram = (0,evidence_seen .oy)(then, observation);
    if (holds(scram, model_answer .hb) || holds(external, letsIn))
        return { is: 'open' };
    if (holds(scram, model_answer .X_) || holds(external, model_answer .X_))
        return { is: 'refused' };
    if (mechanisms.every(evidence_offer .ge))
        return { is: 'absent' };
    if (external.state !== 'done') {
        return { is: 'unknown', because: `whether the offered mechanisms work: ${(0,evidence_seen .nC)(external)}` };
    }
    if ((0,answers .ST)(external.value))
        return { is: 'unknown', because: ENDED };
    if ((0,model_answer .eW)(external.value))
        return { is: 'unknown', because: PASSED_OVER };
    return { is: 'offered' };
}
const ENDED = 'the server ended the stream instead of answering';
const PASSED_OVER = 'the server offers a login and passed the attempt over in silence, which may be for another reason';
function holds(step, test) {
    return step.state === 'done' && test(step.value);
}
function letsIn({ kind }) {
    return kind === 'sasl-challenge' || kind === 'sasl-success';
}

; 


  const c2s_bosh_requires_https = (defineCheck({
    id: 'c2s-bosh-requires-https',
    title: 'BOSH must require HTTPS',
    group: 'plaintext',
    level: 'fail',
    services: ['c2s'],
    transports: ['bosh'],
    needs: [],
    specifications: [{ document: 'XEP-0124' }, { document: 'XEP-0206' }, { document: 'RFC 6120', section: '13.8.3' }],
    why: 'BOSH carries XMPP over HTTP for clients in browsers. Its port has settings of its own: a server that requires ' +
        'TLS on port 5222 often still lets everybody log in over plain HTTP, where the password and every message can be read.',
    how: 'A session is created at `http:` addresses that host-meta names, that are configured, or that answer on ports where ' +
        'servers commonly offer it. It fails when the stream features offer mechanisms other than EXTERNAL and an attempt ' +
        'with EXTERNAL is not refused for lack of TLS, and when SASL2 takes up a login, offered or not. A redirect to `https:`, ' +
        'an answer that nothing of the kind is there (404 and the like), a port that speaks nothing but TLS, and a refusal or ' +
        'stream error that names TLS pass. A web server in trouble, one that turns us away, a hang-up and silence prove ' +
        'nothing. At an `https:` address it passes once a stream comes up inside TLS.',
    mend: 'bosh',
    evaluate: (_seen, observation) => judgeWebDoor(observation, { plain: 'plain HTTP (BOSH)', secured: 'https' }),
}));

; 


  const c2s_completes_starttls = (defineCheck({
    id: 'c2s-completes-starttls',
    title: 'STARTTLS on client connections must lead to XMPP inside TLS',
    group: 'tls',
    level: 'warn',
    services: ['c2s'],
    transports: ['starttls'],
    needs: ['plaintext-reception'],
    specifications: [
        { document: 'RFC 6120', section: '5.4.2.3' },
        { document: 'RFC 6120', section: '5.4.3.3' },
    ],
    why: 'An offer of STARTTLS that ends in an error keeps everybody out who insists on TLS, and leads the others into ' +
        'plaintext. The usual cause is a certificate that is missing, unreadable or does not fit its key.',
    how: 'STARTTLS is negotiated, also where it is not offered, and a new stream is opened inside TLS. A refusal, an alert, a ' +
        'hang-up during the handshake, and anything but XMPP afterwards fail. Time running out proves nothing.',
    mend: 'certificate',
    evaluate: ({ 'plaintext-reception': reception }, observation) => judgeUpgrade(reception, observation),
}));

; 



const NOT_DIRECT_TLS = {
    'tls.not-tls': 'The port does not speak TLS from the first byte.',
    'tls.alert': 'The port ends the TLS handshake with an alert.',
    'stream.not-xmpp': 'The port speaks TLS, but no XMPP inside it.',
    'xml.not-well-formed': 'The port speaks TLS, but no well-formed XMPP inside it.',
};
function judgeDirectTls(observation) {
    const { endpoint, connected, handshake, securedHeader, withAlpn, plaintext } = observation;
    if (plaintext.header.state === 'done')
        return judgePlaintext(observation);
    if (connected.state === 'failed')
        return (0,outcome .Ni)((0,evidence_seen .nC)(connected));
    if (handshake.state !== 'done')
        return direct_tls_judgeStop(handshake, endpoint);
    if (securedHeader.state !== 'done')
        return direct_tls_judgeStop(securedHeader, endpoint);
    const turnedAway = [withAlpn?.handshake, withAlpn?.securedHeader].find((step) => step?.state === 'failed');
    if (turnedAway?.state === 'failed' && TURNS_AWAY.includes(turnedAway.failure.code)) {
        const message = 'The port leads to XMPP only those who do not ask for it by ALPN.';
        return (0,outcome .fJ)('behaviour', message, [`with ALPN: ${turnedAway.failure.detail ?? turnedAway.failure.code}`]);
    }
    return (0,outcome .IX)('behaviour', tlsInWords(handshake.value));
}
const TURNS_AWAY = ['tls.alert', 'stream.not-xmpp', 'xml.not-well-formed'];
function judgePlaintext({ handshake, plaintext: { features } }) {
    const evidence = ['a response stream header came before TLS'];
    const offersStarttls = features.state === 'done' && features.value.starttls !== 'absent';
    const message = handshake.state !== 'done' && offersStarttls
        ? 'The record for direct TLS leads to a port for STARTTLS.'
        : 'The port for direct TLS answers a stream without TLS as well.';
    return (0,outcome .fJ)('behaviour', message, evidence);
}
function direct_tls_judgeStop(step, { service }) {
    const message = step.state === 'failed' ? NOT_DIRECT_TLS[step.failure.code] : undefined;
    if (step.state === 'not-reached' || message === undefined)
        return (0,outcome .Ni)((0,evidence_seen .nC)(step));
    if (service === 's2s' && wantsOurCertificate(step.failure)) {
        return (0,outcome .Ni)('the server asks for a certificate of ours, and we have none');
    }
    const alert = step.failure.detail ?? step.failure.code;
    return (0,outcome .fJ)('behaviour', alert === 'unrecognized_name' ? UNKNOWN_NAME : message, [alert]);
}
const UNKNOWN_NAME = 'The port does not know the domain by the name that clients send in the TLS handshake (SNI).';

; 


  const c2s_direct_tls_speaks_xmpp = (defineCheck({
    id: 'c2s-direct-tls-speaks-xmpp',
    title: 'Direct TLS ports for clients must speak XMPP, inside TLS only',
    group: 'tls',
    level: 'warn',
    services: ['c2s'],
    transports: ['direct-tls'],
    needs: [],
    specifications: [{ document: 'XEP-0368' }, { document: 'RFC 9325', section: '3.2' }],
    why: 'A record for direct TLS that leads to a STARTTLS port or a web server costs every client that prefers it time or the ' +
        'connection. A port that answers plaintext streams as well gives away what direct TLS is for.',
    how: 'The port is entered by TLS from the first byte, and a stream is opened inside; a finished handshake alone proves ' +
        'nothing, since web servers do that too. Then a plaintext stream header is sent on a connection of its own, which ' +
        'must not be answered.',
    mend: 'direct-tls',
    evaluate: (_seen, observation) => judgeDirectTls(observation),
}));

; 


const TURNED_DOWN = [
    'tls.alert',
    'tls.closed',
    'tls.not-tls',
    'starttls.failure',
    'starttls.injected',
    'stream.error',
    'stream.closed',
];
const INJECTED = /<starttls\b[^>]*\/>.*<stream:stream\b/su;
function judgeInjection({ injection, handshake, transcript }) {
    if (injection === undefined)
        return (0,outcome .hH)('plaintext behind STARTTLS is only sent with starttls-injection');
    const turnedDown = injection.state === 'failed' && TURNED_DOWN.includes(injection.failure.code);
    if (turnedDown && handshake.state === 'done')
        return (0,outcome .IX)('behaviour', [(0,evidence_seen .nC)(injection)]);
    if (injection.state !== 'done')
        return (0,outcome .Ni)((0,evidence_seen .nC)(injection));
    if (injection.value === 'discarded') {
        return (0,outcome .IX)('behaviour', ['a stream header behind <starttls/> was not answered inside TLS']);
    }
    const injected = transcript.findLast(({ from, text }) => from === 'us' && INJECTED.test(text));
    const said = transcript
        .filter(({ connection }) => connection === injected?.connection)
        .map(({ from, text }) => `${from}: ${text}`);
    const message = 'The server carries out inside TLS what it was sent in plaintext behind STARTTLS.';
    return (0,outcome .fJ)('behaviour', message, ['a stream header came unasked inside TLS', ...said]);
}

; 


  const c2s_discards_plaintext_after_starttls = (defineCheck({
    id: 'c2s-discards-plaintext-after-starttls',
    title: 'Client connections must start anew inside TLS',
    group: 'tls',
    level: 'fail',
    services: ['c2s'],
    transports: ['starttls'],
    needs: [],
    specifications: [{ document: 'RFC 6120', section: '5.4.3.3' }],
    why: 'A server that keeps what it read before the TLS handshake, and carries it out afterwards, lets an attacker on the way ' +
        'put words into the mouth of whoever connects. The certificate is right, the encryption is right, and the first ' +
        'commands come from somebody else.',
    how: 'Only with `starttls-injection`: `<starttls/>` and a stream header are written in one go, the TLS handshake is made, ' +
        'and nothing is said inside TLS for 3 seconds. A stream header that comes unasked answers the one from before. ' +
        'Silence, the end of the connection and a broken handshake show that it was dropped.',
    mend: 'starttls-buffer',
    evaluate: (_seen, observation) => judgeInjection(observation),
}));

; 



  const c2s_offers_no_compression_before_tls = (defineCheck({
    id: 'c2s-offers-no-compression-before-tls',
    title: 'Client connections must not be offered stream compression before TLS',
    group: 'tls',
    level: 'warn',
    services: ['c2s'],
    transports: ['starttls', 'direct-tls'],
    needs: ['plaintext-features'],
    specifications: [{ document: 'XEP-0138' }, { document: 'RFC 6120', section: '5.3.1' }],
    why: 'Compression comes after TLS and the login, if at all. Servers have let clients past their TLS requirement once ' +
        'compression was negotiated, and anybody who is not logged in can make the server unpack what grows a thousandfold.',
    how: 'The stream features before TLS are read: no method of stream compression may be among them. Compression is never ' +
        'asked for, because a server may well agree and then the conversation is over; so only the offer is judged.',
    mend: 'compression',
    evaluate({ 'plaintext-features': features }) {
        const evidence = [(0,evidence_offer .HC)(features)];
        if (features.compression.length === 0)
            return (0,outcome .IX)('advertised', evidence);
        return (0,outcome .fJ)('advertised', 'The server offers clients stream compression before TLS.', evidence);
    },
}));

; 



  const c2s_offers_no_sasl_before_tls = (defineCheck({
    id: 'c2s-offers-no-sasl-before-tls',
    title: 'Client connections must not be offered SASL mechanisms before TLS',
    group: 'tls',
    level: 'warn',
    services: ['c2s'],
    transports: ['starttls', 'direct-tls'],
    needs: ['plaintext-features'],
    specifications: [
        { document: 'RFC 6120', section: '5.3.1' },
        { document: 'RFC 6120', section: '13.8.3' },
        { document: 'XEP-0388' },
    ],
    why: 'A client that trusts the offer sends its password, or a proof of it, in the clear. Some clients do so even where ' +
        'STARTTLS is marked as required, so the offer alone does harm, also on a server that would refuse the login.',
    how: 'The stream features before TLS are read: no SASL and no SASL2 mechanism other than EXTERNAL may be among them. ' +
        'This is about the offer only; whether a login is served is what the checks named "refuses" and "requires" find out.',
    mend: 'c2s-required',
    evaluate({ 'plaintext-features': features }) {
        const evidence = [(0,evidence_offer .HC)(features)];
        if ((0,evidence_offer .yU)(features).length === 0)
            return (0,outcome .IX)('advertised', evidence);
        return (0,outcome .fJ)('advertised', 'The server offers clients SASL mechanisms before TLS.', evidence);
    },
}));

; 


  const c2s_offers_starttls = (defineCheck({
    id: 'c2s-offers-starttls',
    title: 'Client connections must be offered STARTTLS',
    group: 'tls',
    level: 'warn',
    services: ['c2s'],
    transports: ['starttls'],
    needs: ['plaintext-features'],
    specifications: [
        { document: 'RFC 6120', section: '5.4.1' },
        { document: 'RFC 7590', section: '3.1' },
    ],
    why: 'A client that finds no offer either connects without TLS or not at all. Every server has to support TLS; where the offer ' +
        'is missing, TLS is switched off, has no certificate, or somebody on the way takes it out.',
    how: 'The stream features before TLS are read. Where the offer is missing, `<starttls/>` is sent all the same: an answer ' +
        'of `<proceed/>` shows that only the offer is missing. No offer is no proof of plaintext: some servers offer nothing at all.',
    mend: 'certificate',
    evaluate: ({ 'plaintext-features': features }, observation) => judgeOfferOfStarttls(features, observation),
}));

; 





  const c2s_refuses_legacy_auth = (defineCheck({
    id: 'c2s-refuses-legacy-auth',
    title: 'Authentication by jabber:iq:auth must be refused before TLS',
    group: 'plaintext',
    level: 'fail',
    services: ['c2s'],
    transports: ['starttls', 'direct-tls', 'bosh', 'websocket'],
    needs: ['legacy-auth'],
    specifications: [{ document: 'XEP-0078' }, { document: 'RFC 6120', section: '13.8.3' }],
    why: 'jabber:iq:auth is the obsolete login from before SASL: without TLS it sends the password itself, or a digest of it ' +
        'that can be attacked at leisure. It is often switched on by a module of its own and forgotten.',
    how: 'A jabber:iq:auth get with a user name that does not exist is sent before TLS; a get never logs in. A result that ' +
        'asks for a password or digest proves that the login is served in the clear. A refusal closes this one way in and ' +
        'proves nothing about the others. The advertised feature alone proves nothing: some servers show it and refuse. Where ' +
        'it is advertised and TLS is not required, being told that the user is not known fails as well: jabberd2 answers so ' +
        'where the login is open.',
    mend: 'legacy-auth',
    evaluate({ 'legacy-auth': answer }, observation) {
        const evidence = [(0,answers .FS)('legacy-auth', answer)];
        if ((0,answers .Kb)(answer)) {
            return (0,outcome .fJ)('behaviour', 'The server lets clients log in by jabber:iq:auth without TLS.', evidence);
        }
        if ((0,model_answer .pM)(answer) && offersLegacyAuth(observation)) {
            const message = 'The server offers clients the login by jabber:iq:auth without TLS, and looks the user up.';
            return (0,outcome .fJ)('advertised', message, evidence);
        }
        if ((0,answers .nh)('legacy-auth', answer))
            return (0,outcome .IX)('none', evidence);
        return (0,outcome .Ni)('the answer does not show whether this login is served');
    },
}));
function offersLegacyAuth(observation) {
    const reception = (0,evidence_reception .t)(observation);
    if (reception.state !== 'done' || reception.value.kind !== 'open')
        return false;
    const { legacyAuth, starttls } = reception.value.features;
    return legacyAuth && starttls !== 'required';
}

; 





function judgeLogin({ login }) {
    if (login === undefined)
        return (0,outcome .hH)('a login without TLS is only tried with login-jid');
    const { connected, header, features, means } = login;
    for (const step of [connected, header, features])
        if (step.state !== 'done')
            return (0,outcome .Ni)((0,evidence_seen .nC)(step));
    const evidence = loginInWords(login);
    if (means.state !== 'done') {
        return (0,outcome .Ni)('the server offers no mechanism that is tried: SCRAM, or PLAIN with login-allow-plain');
    }
    const { begun, accepted } = login;
    if ([begun, accepted].some(isRefusedForLackOfTls))
        return (0,outcome .IX)('behaviour', evidence);
    if (isAccepted(accepted))
        return (0,outcome .fJ)('behaviour', messageOf(login), evidence);
    if (begun.state !== 'done')
        return (0,outcome .Ni)((0,evidence_seen .nC)(begun));
    if ((0,model_answer .hb)(begun.value) || (0,answers .Kb)(begun.value)) {
        return (0,outcome .fJ)('behaviour', 'The server takes up a login without TLS; it only refuses this account.', evidence);
    }
    if ((0,model_answer .DQ)(begun.value))
        return (0,outcome .Ni)('the server ended the stream instead of answering');
    const isTurnedDown = means.value === 'jabber:iq:auth' && (0,answers .nh)('legacy-auth', begun.value);
    return isTurnedDown ? (0,outcome .IX)('none', evidence) : (0,outcome .Ni)('the login was not answered in a way that says anything');
}
const isRefusedForLackOfTls = (step) => step.state === 'done' && (0,model_answer .X_)(step.value);
const isAccepted = (step) => step.state === 'done' && (step.value.kind === 'sasl-success' || step.value.kind === 'iq-result');
function messageOf({ bound, delivered }) {
    if (delivered.state === 'done')
        return 'The server lets clients log in and send messages without TLS: it was done.';
    if (bound.state === 'done')
        return 'The server lets clients log in and begin a session without TLS: it was done.';
    return 'The server lets clients log in without TLS: it was done.';
}
function loginInWords({ features, means, begun, accepted, bound, delivered }) {
    const steps = [
        ['first message of the login', begun],
        ['proof of the password', accepted],
        ['resource binding', bound],
        ['message to oneself', delivered],
    ];
    return [
        ...(features.state === 'done' ? [(0,evidence_offer .HC)(features.value)] : []),
        ...(means.state === 'done' ? [`login without TLS by ${means.value}`] : []),
        ...steps.flatMap(([name, step]) => {
            if (step.state === 'not-reached')
                return [];
            if (step.state === 'failed')
                return [`${name}: ${(0,evidence_seen .nC)(step)}`];
            return [`${name}: ${typeof step.value === 'string' ? 'done' : (0,answers .wr)(step.value)}`];
        }),
    ];
}

; 


  const c2s_refuses_plaintext_login = (defineCheck({
    id: 'c2s-refuses-plaintext-login',
    title: 'An account must not be able to log in without TLS',
    group: 'plaintext',
    level: 'fail',
    services: ['c2s'],
    transports: ['starttls', 'direct-tls'],
    needs: [],
    specifications: [
        { document: 'RFC 6120', section: '5.3.4' },
        { document: 'RFC 6120', section: '13.8.1' },
        { document: 'RFC 7590', section: '3.1' },
    ],
    why: 'This is what everything else is about: somebody whose client does not encrypt, or whose encryption was taken away on ' +
        'the way, types the password and is let in. Nothing tells them, and everybody on the way reads along.',
    how: 'Only with `login-jid`: what volunteers do by hand with a client that was told never to encrypt is done with an account ' +
        'of yours. `<required/>` is passed over, the account logs in by SCRAM (by PLAIN or jabber:iq:auth only with ' +
        '`login-allow-plain`), binds a resource, sends itself a message and waits for it. It fails as soon as the server takes ' +
        'the login up, and says how far it went. A refusal that names TLS passes. Where no mechanism is offered, ' +
        'jabber:iq:auth is asked for, as such clients do.',
    mend: 'c2s-required',
    evaluate: (_seen, observation) => judgeLogin(observation),
}));

; 



  const c2s_refuses_plaintext_registration = (defineCheck({
    id: 'c2s-refuses-plaintext-registration',
    title: 'In-band registration must be refused before TLS',
    group: 'plaintext',
    level: 'fail',
    services: ['c2s'],
    transports: ['starttls', 'direct-tls', 'bosh', 'websocket'],
    needs: ['registration'],
    specifications: [{ document: 'XEP-0077' }, { document: 'RFC 6120', section: '13.8.3' }],
    why: 'Whoever registers an account sends its new password along. Without TLS everybody on the way can read it, and the ' +
        'account is compromised before its first use.',
    how: 'A jabber:iq:register get is sent before TLS; a get never creates an account. A result with fields to fill in proves ' +
        'that registration is served in the clear. A refusal, or a result that only points elsewhere, closes this one way in ' +
        'and proves nothing about the others. The advertised feature alone proves nothing.',
    mend: 'registration',
    evaluate({ registration: answer }) {
        const evidence = [(0,answers .FS)('registration', answer)];
        if (answer.kind === 'iq-result' && answer.fields.length > 0) {
            return (0,outcome .fJ)('behaviour', 'The server lets clients register an account without TLS.', evidence);
        }
        if ((0,answers .nh)('registration', answer))
            return (0,outcome .IX)('none', evidence);
        return (0,outcome .Ni)('the answer does not show whether registration is served');
    },
}));

; 





  const c2s_refuses_plaintext_sasl = (defineCheck({
    id: 'c2s-refuses-plaintext-sasl',
    title: 'SASL from clients must be refused before TLS',
    group: 'plaintext',
    level: 'fail',
    services: ['c2s'],
    transports: ['starttls', 'direct-tls'],
    needs: ['sasl-external'],
    specifications: [
        { document: 'RFC 6120', section: '5.3.4' },
        { document: 'RFC 6120', section: '6.5.4' },
        { document: 'XEP-0170' },
    ],
    why: 'What a server says about STARTTLS and what it does are read from different settings. A server that takes part in a ' +
        'login before TLS serves clients in the clear, whatever its stream features say.',
    how: 'SASL EXTERNAL is attempted before TLS. It carries no secret, and without a client certificate it cannot log in. ' +
        'A refusal that names TLS or encryption, or silence while a later question is answered, proves that TLS is enforced. ' +
        'A challenge or success proves the opposite. Any other refusal, such as invalid-mechanism, proves nothing. With ' +
        '`prove-login-offer` an offered SCRAM login is begun as well, for a random user and without a password: a challenge, ' +
        'and not-authorized as well, prove that logins are served in the clear.',
    mend: 'c2s-required',
    evaluate({ 'sasl-external': answer }, observation) {
        const scram = (0,evidence_seen .oy)('sasl-scram', observation);
        const evidence = [
            (0,answers .FS)('sasl-external', answer),
            ...(scram.state === 'done' ? [(0,answers .FS)('sasl-scram', scram.value)] : []),
        ];
        if (scram.state === 'done' && (0,model_answer .hb)(scram.value)) {
            return (0,outcome .fJ)('behaviour', 'The server serves a SASL login of a client without TLS.', evidence);
        }
        if (scram.state === 'done' && (0,model_answer .X_)(scram.value))
            return (0,outcome .IX)('behaviour', evidence);
        if (answer.kind === 'sasl-challenge' || answer.kind === 'sasl-success') {
            return (0,outcome .fJ)('behaviour', 'The server takes part in a SASL login of a client without TLS.', evidence);
        }
        if ((0,evidence_seen .J)(answer, observation))
            return (0,outcome .IX)('behaviour', evidence);
        return (0,outcome .Ni)('the attempt was not answered in a way that shows whether TLS is enforced');
    },
}));

; 





  const c2s_refuses_plaintext_sasl2 = (defineCheck({
    id: 'c2s-refuses-plaintext-sasl2',
    title: 'SASL2 from clients must be refused before TLS',
    group: 'plaintext',
    level: 'fail',
    services: ['c2s'],
    transports: ['starttls', 'direct-tls'],
    needs: ['sasl2-external'],
    specifications: [{ document: 'XEP-0388' }, { document: 'RFC 6120', section: '13.8.3' }],
    why: 'SASL2 is a second way to log in, often added by a module with settings of its own. Such a module can serve logins ' +
        'without TLS although the server requires it everywhere else and shows nothing of it in its stream features.',
    how: 'SASL2 EXTERNAL is attempted before TLS, also where SASL2 is not offered. Where SASL2 itself answers and does not ' +
        'name TLS, the first message of a SCRAM login of a random user follows on a connection of its own: a challenge, ' +
        'and not-authorized as well, prove that logins are served in the clear. A refusal closes this one way in and proves ' +
        'nothing about the others.',
    mend: 'c2s-required',
    evaluate({ 'sasl2-external': external }, observation) {
        const scram = (0,evidence_seen .oy)('sasl2-scram', observation);
        const evidence = [
            (0,answers .FS)('sasl2-external', external),
            ...(scram.state === 'done' ? [(0,answers .FS)('sasl2-scram', scram.value)] : []),
        ];
        const letsIn = external.kind === 'sasl-challenge' || external.kind === 'sasl-success';
        if (letsIn || (scram.state === 'done' && (0,model_answer .hb)(scram.value))) {
            return (0,outcome .fJ)('behaviour', 'The server lets clients log in by SASL2 without TLS.', evidence);
        }
        const refused = (0,model_answer .X_)(external) || (scram.state === 'done' && (0,model_answer .X_)(scram.value));
        const isSasl2 = external.kind.startsWith('sasl-');
        if (refused || (!isSasl2 && (0,answers .nh)('sasl2-external', external)))
            return (0,outcome .IX)('none', evidence);
        return (0,outcome .Ni)('the answer does not show whether logins by SASL2 are served');
    },
}));

; 





  const c2s_refuses_versionless_login = (defineCheck({
    id: 'c2s-refuses-versionless-login',
    title: 'Streams from before XMPP 1.0 must not lead to a login without TLS',
    group: 'plaintext',
    level: 'fail',
    services: ['c2s'],
    transports: ['starttls', 'direct-tls'],
    needs: ['versionless-auth'],
    specifications: [{ document: 'RFC 6120', section: '4.7.5' }, { document: 'XEP-0078' }],
    why: 'A stream header without a version announces a client from before XMPP 1.0, which knows neither stream features nor ' +
        'STARTTLS. A server that looks for TLS only where features were sent lets such a client log in without it.',
    how: 'A stream is opened with a header that has no version, and a jabber:iq:auth get with a user name that does not exist ' +
        'is sent; a get never logs in. A result that asks for a password or digest proves that the login is served in the ' +
        'clear, and so does being told that the user is not known, where the same get is refused for lack of TLS on a stream ' +
        'with a version. A refusal closes this one way in and proves nothing about the others.',
    mend: 'legacy-auth',
    evaluate({ 'versionless-auth': answer }, observation) {
        const evidence = [(0,answers .FS)('versionless-auth', answer)];
        if ((0,answers .Kb)(answer)) {
            const message = 'The server lets clients log in by jabber:iq:auth without TLS, on a stream without version.';
            return (0,outcome .fJ)('behaviour', message, evidence);
        }
        const elsewhere = (0,evidence_seen .oy)('legacy-auth', observation);
        if ((0,model_answer .pM)(answer) && elsewhere.state === 'done' && (0,model_answer .X_)(elsewhere.value)) {
            const message = 'The server looks users up for a login without TLS on a stream without version, and on no other.';
            return (0,outcome .fJ)('behaviour', message, [...evidence, (0,answers .FS)('legacy-auth', elsewhere.value)]);
        }
        if ((0,answers .nh)('versionless-auth', answer))
            return (0,outcome .IX)('none', evidence);
        return (0,outcome .Ni)('the answer does not show whether this login is served');
    },
}));

; 






  const c2s_requires_starttls = (defineCheck({
    id: 'c2s-requires-starttls',
    title: 'Client connections must require TLS',
    group: 'plaintext',
    level: 'fail',
    services: ['c2s'],
    transports: ['starttls', 'direct-tls'],
    needs: ['plaintext-reception'],
    specifications: [
        { document: 'RFC 6120', section: '5.3.1' },
        { document: 'RFC 7590', section: '3.1' },
        { document: 'RFC 9325', section: '3.2' },
    ],
    why: 'Where TLS is optional, everybody between a client and its server can read and change messages, and can make a ' +
        'client log in without TLS by removing the offer from the stream. Only a server that refuses to go on without TLS ' +
        'protects clients that do not insist on it themselves.',
    how: 'The stream features before TLS are read, and three questions are asked that a server must turn down there: SASL ' +
        'EXTERNAL, a jabber:iq:auth get and a jabber:iq:register get. A refusal that names TLS, a question dropped in ' +
        'silence, and a port that speaks nothing but TLS prove it by behaviour. `<required/>`, and STARTTLS as the only ' +
        'feature that leads anywhere, are what the server advertises. It fails when SASL mechanisms other than EXTERNAL are ' +
        'offered before TLS and the attempt is not refused for lack of TLS, whatever `<required/>` says.',
    mend: 'c2s-required',
    evaluate({ 'plaintext-reception': reception }, observation) {
        switch (reception.kind) {
            case 'tls-only':
                return (0,outcome .IX)('behaviour', ['no plaintext stream is answered on this port, and XMPP is spoken inside TLS']);
            case 'dead-end':
                return (0,outcome .IX)('behaviour', ['without TLS the server hangs up for want of stream features']);
            case 'open':
                return c2s_requires_starttls_judgeOffer(reception.features, observation);
        }
    },
}));
function c2s_requires_starttls_judgeOffer(features, observation) {
    const offer = (0,evidence_offer .HC)(features);
    const external = (0,evidence_seen .oy)('sasl-external', observation);
    if (external.state === 'done' && (0,evidence_seen .J)(external.value, observation)) {
        return (0,outcome .IX)('behaviour', [offer, (0,answers .FS)('sasl-external', external.value)]);
    }
    if ((0,evidence_offer .yU)(features).length > 0) {
        if (external.state !== 'done')
            return (0,outcome .Ni)(`whether the offered mechanisms work: ${(0,evidence_seen .nC)(external)}`);
        if ((0,model_answer .DQ)(external.value)) {
            return (0,outcome .Ni)('the server ended the stream instead of answering, as it also does to a banned address');
        }
        const evidence = [offer, (0,answers .FS)('sasl-external', external.value)];
        const scram = (0,evidence_seen .oy)('sasl-scram', observation);
        const message = messageOn(features, observation);
        if (scram.state !== 'done')
            return (0,outcome .fJ)('advertised', message, evidence);
        const tried = [...evidence, (0,answers .FS)('sasl-scram', scram.value)];
        if ((0,model_answer .X_)(scram.value))
            return (0,outcome .IX)('behaviour', tried);
        return (0,outcome .fJ)((0,model_answer .hb)(scram.value) ? 'behaviour' : 'advertised', message, tried);
    }
    const refusals = refusalsOfEveryQuestion(observation);
    if (isOnlyWayOn(features) && refusals !== undefined) {
        const forLackOfTls = refusals.some(([, answer]) => (0,model_answer .X_)(answer));
        const lines = refusals.map(([question, answer]) => (0,answers .FS)(question, answer));
        return (0,outcome .IX)(forLackOfTls ? 'behaviour' : 'advertised', [offer, ...lines]);
    }
    if (features.starttls === 'required')
        return (0,outcome .IX)('advertised', [offer]);
    return (0,outcome .Ni)('the server neither requires TLS nor shows a way to log in without it');
}
function messageOn({ starttls }, observation) {
    switch (starttls) {
        case 'absent':
            return (0,evidence_seen .cd)(observation)
                ? 'The server offers clients a login without TLS, and serves STARTTLS without offering it.'
                : 'The server offers clients a login without TLS, and no STARTTLS at all.';
        case 'offered':
            return 'STARTTLS is optional: the server offers clients a login without TLS and does not refuse it.';
        case 'required':
            return 'STARTTLS is said to be required, yet the server offers clients a login without TLS and does not refuse it.';
    }
}
function isOnlyWayOn({ starttls, mechanisms, sasl2 = [], compression }) {
    return starttls !== 'absent' && [...mechanisms, ...sasl2, ...compression].length === 0;
}
const QUESTIONS = ['sasl-external', 'legacy-auth', 'registration'];
function refusalsOfEveryQuestion(observation) {
    const refusals = QUESTIONS.flatMap((question) => {
        const step = (0,evidence_seen .oy)(question, observation);
        return step.state === 'done' && (0,answers .nh)(question, step.value) ? [[question, step.value]] : [];
    });
    return refusals.length === QUESTIONS.length ? refusals : undefined;
}

; 


  const c2s_websocket_requires_wss = (defineCheck({
    id: 'c2s-websocket-requires-wss',
    title: 'WebSocket must require TLS',
    group: 'plaintext',
    level: 'fail',
    services: ['c2s'],
    transports: ['websocket'],
    needs: [],
    specifications: [
        { document: 'RFC 7395', section: '3.9' },
        { document: 'RFC 6120', section: '13.8.3' },
    ],
    why: 'Clients in browsers speak XMPP over WebSocket, where TLS comes from `wss` alone. Its port has settings of its own: ' +
        'a server that requires TLS on port 5222 often still lets everybody log in over plain `ws`, where the password and ' +
        'every message can be read.',
    how: 'A stream is opened at `ws:` addresses that host-meta names, that are configured, or that answer on ports where ' +
        'servers commonly offer it. It fails when the stream features offer mechanisms other than EXTERNAL and an attempt ' +
        'with EXTERNAL is not refused for lack of TLS, and when SASL2 takes up a login, offered or not. A redirect to `wss:`, ' +
        'an answer that nothing of the kind is there (404 and the like), a port that speaks nothing but TLS, and a refusal or ' +
        'stream error that names TLS pass. A web server in trouble, one that turns us away, a hang-up and silence prove ' +
        'nothing. At a `wss:` address it passes once a stream comes up inside TLS.',
    mend: 'websocket',
    evaluate: (_seen, observation) => judgeWebDoor(observation, { plain: 'WebSocket without TLS', secured: 'wss' }),
}));

; 



  const declared_absent_is_absent = (defineCheck({
    id: 'declared-absent-is-absent',
    title: 'A service that the DNS declares absent must not be there',
    group: 'tls',
    level: 'warn',
    services: ['c2s', 's2s'],
    transports: ['starttls'],
    needs: [],
    specifications: [{ document: 'RFC 6120', section: '3.2.1' }, { document: 'XEP-0368' }],
    why: 'An SRV record with the target "." says that the service is not offered. Some clients do not know that sign, go to the ' +
        'domain itself and log in there, at a port that nobody looks after because it is thought to be closed.',
    how: 'Where the DNS declares STARTTLS absent, the addresses of the domain itself are looked at on port 5222 and 5269. A ' +
        'response stream header there fails, whether TLS is required or not; the other checks tell which. A refused ' +
        'connection passes. The service counts as not offered unless plaintext is let in there.',
    mend: 'srv-records',
    evaluate(_seen, { endpoint, connected, header, securedHeader }) {
        if (endpoint.source !== 'declared-absent')
            return (0,outcome .hH)('the DNS does not declare the service absent there');
        if (header.state === 'done' || securedHeader.state === 'done') {
            const message = 'The DNS declares the service absent, and yet it answers at the domain itself.';
            return (0,outcome .fJ)('behaviour', message, [`a stream was answered on port ${endpoint.port} of the domain`]);
        }
        const stopped = connected.state === 'done' ? header : connected;
        if (stopped.state === 'failed' && stopped.failure.code === 'tcp.refused') {
            return (0,outcome .IX)('none', [(0,evidence_seen .nC)(stopped)]);
        }
        return (0,outcome .Ni)((0,evidence_seen .nC)(stopped));
    },
}));

; 



  const host_meta_names_only_encrypted_links = (defineCheck({
    id: 'host-meta-names-only-encrypted-links',
    title: 'The host-meta file must name encrypted links only, and be served over HTTPS only',
    group: 'tls',
    level: 'warn',
    services: ['c2s', 's2s'],
    transports: ['bosh', 'websocket', 'direct-tls'],
    needs: [],
    specifications: [{ document: 'XEP-0156' }, { document: 'XEP-0487' }],
    why: 'Clients in browsers find their way by the host-meta file of the domain. A link without TLS leads them into ' +
        'plaintext, and a file that is answered over plain HTTP can be rewritten by anybody on the way, to lead wherever he likes.',
    how: 'The files host-meta and host-meta.json of the domain are read over HTTPS, and asked for over plain HTTP. It fails ' +
        'for every link that begins with `http:` or `ws:`, and for every link that the plain answer names. A redirect to ' +
        'HTTPS is in order.',
    mend: 'host-meta',
    evaluate(_seen, { endpoint }) {
        const { advertised, url = `port ${endpoint.port}` } = endpoint;
        if (advertised === undefined)
            return (0,outcome .hH)('no host-meta file names this endpoint');
        if (!(0,model_endpoint .p)(endpoint)) {
            return (0,outcome .fJ)('behaviour', 'The host-meta file of the domain names a link without TLS.', [url]);
        }
        if (advertised.inPlaintext === true) {
            const evidence = [`named in the answer over plain HTTP: ${url}`];
            return (0,outcome .fJ)('behaviour', 'The host-meta file of the domain is served over plain HTTP as well.', evidence);
        }
        if (advertised.inPlaintext === 'unknown') {
            return (0,outcome .Ni)('whether the file is served over plain HTTP as well could not be seen');
        }
        return (0,outcome .IX)('behaviour', [`named over HTTPS: ${url}`]);
    },
}));

; 


  const s2s_completes_starttls = (defineCheck({
    id: 's2s-completes-starttls',
    title: 'STARTTLS on server connections must lead to XMPP inside TLS',
    group: 'tls',
    level: 'warn',
    services: ['s2s'],
    transports: ['starttls'],
    needs: ['plaintext-reception'],
    specifications: [
        { document: 'RFC 6120', section: '5.4.2.3' },
        { document: 'RFC 6120', section: '5.4.3.3' },
    ],
    why: 'An offer of STARTTLS that ends in an error keeps everybody out who insists on TLS, and leads the others into ' +
        'plaintext. The usual cause is a certificate that is missing, unreadable or does not fit its key.',
    how: 'STARTTLS is negotiated, also where it is not offered, and a new stream is opened inside TLS. A refusal, an alert, a ' +
        'hang-up during the handshake, and anything but XMPP afterwards fail. Time running out proves nothing, nor does an ' +
        'alert that asks for a certificate of ours.',
    mend: 'certificate',
    evaluate: ({ 'plaintext-reception': reception }, observation) => judgeUpgrade(reception, observation),
}));

; 



  const s2s_component_port_is_closed = (defineCheck({
    id: 's2s-component-port-is-closed',
    title: 'Component ports must not be reachable from outside',
    group: 'tls',
    level: 'warn',
    services: ['s2s'],
    transports: ['component'],
    needs: [],
    specifications: [{ document: 'XEP-0114', section: '4' }, { document: 'XEP-0225' }],
    why: 'External components log in with a hash of a shared secret, without TLS, and everything they carry for the server ' +
        'goes the same way unencrypted. Whoever guesses the secret speaks for every address of the component. Such a port ' +
        'belongs on the loopback address or into a tunnel.',
    how: 'Only with `component-ports`: at each of these ports of the s2s hosts a stream for an external component is opened, ' +
        'for a component that does not exist. A response stream header for components shows that the port can be reached. ' +
        'The connection is closed before the handshake, so that nothing of a secret is tried. A port that refuses, or that ' +
        'speaks something else, is left out.',
    mend: 'component-port',
    evaluate(_seen, { endpoint, connected, header }) {
        if (connected.state === 'failed' && connected.failure.code === 'tcp.refused') {
            return (0,outcome .IX)('none', [`port ${endpoint.port} refuses connections`]);
        }
        if (connected.state !== 'done')
            return (0,outcome .Ni)((0,evidence_seen .nC)(connected));
        if (header.state !== 'done')
            return (0,outcome .Ni)((0,evidence_seen .nC)(header));
        return (0,outcome .fJ)('behaviour', 'External components can log in from outside, without TLS.', [
            `a component stream is answered on port ${endpoint.port}`,
        ]);
    },
}));

; 


  const s2s_direct_tls_speaks_xmpp = (defineCheck({
    id: 's2s-direct-tls-speaks-xmpp',
    title: 'Direct TLS ports for servers must speak XMPP, inside TLS only',
    group: 'tls',
    level: 'warn',
    services: ['s2s'],
    transports: ['direct-tls'],
    needs: [],
    specifications: [{ document: 'XEP-0368' }, { document: 'RFC 9325', section: '3.2' }],
    why: 'A record for direct TLS that leads to a STARTTLS port or a web server costs every server that prefers it time or the ' +
        'connection. A port that answers plaintext streams as well gives away what direct TLS is for.',
    how: 'The port is entered by TLS from the first byte, and a stream is opened inside; a finished handshake alone proves ' +
        'nothing, since web servers do that too. Then a plaintext stream header is sent on a connection of its own, which ' +
        'must not be answered.',
    mend: 'direct-tls',
    evaluate: (_seen, observation) => judgeDirectTls(observation),
}));

; 


  const s2s_discards_plaintext_after_starttls = (defineCheck({
    id: 's2s-discards-plaintext-after-starttls',
    title: 'Server connections must start anew inside TLS',
    group: 'tls',
    level: 'fail',
    services: ['s2s'],
    transports: ['starttls'],
    needs: [],
    specifications: [{ document: 'RFC 6120', section: '5.4.3.3' }],
    why: 'A server that keeps what it read before the TLS handshake, and carries it out afterwards, lets an attacker on the way ' +
        'put words into the mouth of whoever connects. The certificate is right, the encryption is right, and the first ' +
        'commands come from somebody else.',
    how: 'Only with `starttls-injection`: `<starttls/>` and a stream header are written in one go, the TLS handshake is made, ' +
        'and nothing is said inside TLS for 3 seconds. A stream header that comes unasked answers the one from before. ' +
        'Silence, the end of the connection and a broken handshake show that it was dropped.',
    mend: 'starttls-buffer',
    evaluate: (_seen, observation) => judgeInjection(observation),
}));

 
var dialback = __nccwpck_require__(4142);
; 







  const s2s_offers_no_plaintext_auth = (defineCheck({
    id: 's2s-offers-no-plaintext-auth',
    title: 'Server connections must not be offered dialback or EXTERNAL as an alternative to TLS',
    group: 'tls',
    level: 'warn',
    services: ['s2s'],
    transports: ['starttls', 'direct-tls'],
    needs: ['plaintext-features'],
    specifications: [{ document: 'RFC 6120', section: '5.3.1' }, { document: 'XEP-0178' }, { document: 'XEP-0220' }],
    why: 'Another server that finds a way to authenticate beside an optional STARTTLS is free to go on without TLS. EXTERNAL ' +
        'before TLS makes no sense at all: it stands for a certificate that nobody has shown yet.',
    how: 'The stream features before TLS are read. EXTERNAL fails wherever it is offered before TLS; dialback fails where ' +
        'STARTTLS is not required and the server was not seen to refuse dialback. Dialback beside `<required/>` is harmless.',
    mend: 's2s-required',
    evaluate({ 'plaintext-features': features }, observation) {
        const offer = (0,evidence_offer .HC)(features);
        if ((0,evidence_offer .JG)(features)) {
            return (0,outcome .fJ)('advertised', 'The server offers other servers SASL EXTERNAL before TLS.', [offer]);
        }
        if (!features.dialback || features.starttls === 'required')
            return (0,outcome .IX)('advertised', [offer]);
        const refusal = (0,dialback .CA)(features, observation);
        if (refusal !== undefined)
            return (0,outcome .IX)('behaviour', [offer, refusal]);
        const external = (0,evidence_seen .oy)('sasl-external', observation);
        if (external.state === 'done' && (0,model_answer .X_)(external.value)) {
            return (0,outcome .IX)('behaviour', [offer, (0,answers .FS)('sasl-external', external.value)]);
        }
        if ((0,dialback .Q6)(observation)?.kind === 'denied')
            return (0,outcome .Ni)(dialback .Iy);
        return (0,outcome .fJ)('advertised', 'The server offers other servers dialback as an alternative to TLS.', [offer]);
    },
}));

; 


  const s2s_offers_starttls = (defineCheck({
    id: 's2s-offers-starttls',
    title: 'Server connections must be offered STARTTLS',
    group: 'tls',
    level: 'warn',
    services: ['s2s'],
    transports: ['starttls'],
    needs: ['plaintext-features'],
    specifications: [
        { document: 'RFC 6120', section: '5.4.1' },
        { document: 'RFC 7590', section: '3.1' },
    ],
    why: 'A server that finds no offer either connects without TLS or not at all. Every server has to support TLS; where the offer ' +
        'is missing, TLS is switched off, has no certificate, or somebody on the way takes it out.',
    how: 'The stream features before TLS are read. Where the offer is missing, `<starttls/>` is sent all the same: an answer ' +
        'of `<proceed/>` shows that only the offer is missing. No offer is no proof of plaintext: some servers offer nothing at all.',
    mend: 'certificate',
    evaluate: ({ 'plaintext-features': features }, observation) => judgeOfferOfStarttls(features, observation),
}));

; 




  const s2s_refuses_plaintext_dialback = (defineCheck({
    id: 's2s-refuses-plaintext-dialback',
    title: 'Dialback must be refused before TLS',
    group: 'plaintext',
    level: 'fail',
    services: ['s2s'],
    transports: ['starttls', 'direct-tls'],
    needs: ['plaintext-features'],
    specifications: [
        { document: 'XEP-0220' },
        { document: 'RFC 6120', section: '5.3.1' },
        { document: 'RFC 7590', section: '3.1' },
    ],
    why: 'Dialback says which domain a server speaks for, and encrypts nothing. A server that accepts it without TLS sends and ' +
        'takes messages that everybody on the way can read and change.',
    how: 'Only with `active-s2s: true` or `s2s-listen`. With the first a dialback key that nobody vouches for is offered before ' +
        'TLS: a refusal that names TLS is proof, and going to verify the key is proof of the opposite for a server that does not ' +
        'say `<required/>` and answers SASL before TLS without a word of TLS; from others it proves nothing, since some ask for ' +
        'TLS only after the key was found valid, nor does a refusal that does not name TLS. With the second our own listener vouches for the key, and the server is pinged ' +
        'over the stream it let in: the answer to the ping proves plaintext, a refusal that names TLS proves that it is enforced.',
    mend: 's2s-required',
    evaluate({ 'plaintext-features': features }, observation) {
        const tried = (0,dialback .Q6)(observation);
        switch (tried?.kind) {
            case undefined:
                return (0,outcome .hH)('dialback is tried before TLS only with active-s2s or s2s-listen');
            case 'served':
                return (0,outcome .fJ)('behaviour', 'The server accepts dialback without TLS and answers what is sent then.', [
                    tried.line,
                ]);
            case 'refused':
                return (0,outcome .IX)('behaviour', [tried.line]);
            case 'verifies':
                return (0,dialback .UG)(features, observation)
                    ? (0,outcome .fJ)('behaviour', 'The server goes about dialback with another server without TLS.', [
                        (0,evidence_offer .HC)(features),
                        tried.line,
                    ])
                    : (0,outcome .Ni)('the server goes to verify a dialback key before TLS, which some do that ask for TLS afterwards');
            case 'denied':
                return (0,outcome .Ni)(dialback .Iy);
            case 'unclear':
                return (0,outcome .Ni)(tried.because);
        }
    },
}));

; 




  const s2s_refuses_plaintext_sasl = (defineCheck({
    id: 's2s-refuses-plaintext-sasl',
    title: 'SASL from servers must be refused before TLS',
    group: 'plaintext',
    level: 'fail',
    services: ['s2s'],
    transports: ['starttls', 'direct-tls'],
    needs: ['sasl-external'],
    specifications: [
        { document: 'RFC 6120', section: '5.3.4' },
        { document: 'RFC 6120', section: '6.5.4' },
        { document: 'XEP-0178' },
    ],
    why: 'Between servers SASL EXTERNAL means the certificate of the TLS connection. A server that accepts it without TLS ' +
        'lets anybody speak for another domain, and everything that follows is readable on the way.',
    how: 'SASL EXTERNAL is attempted before TLS in the name of a domain that does not exist. A refusal that names TLS or ' +
        'encryption proves that TLS is enforced, a challenge or success proves the opposite. Silence and any other refusal ' +
        'prove nothing: servers without SASL between servers drop it whatever their policy is.',
    mend: 's2s-required',
    evaluate({ 'sasl-external': answer }) {
        const evidence = [(0,answers .FS)('sasl-external', answer)];
        if (answer.kind === 'sasl-challenge' || answer.kind === 'sasl-success') {
            return (0,outcome .fJ)('behaviour', 'The server takes part in a SASL login of another server without TLS.', evidence);
        }
        if ((0,model_answer .X_)(answer))
            return (0,outcome .IX)('behaviour', evidence);
        return (0,outcome .Ni)('the attempt was not answered in a way that shows whether TLS is enforced');
    },
}));

; 






  const s2s_refuses_versionless_dialback = (defineCheck({
    id: 's2s-refuses-versionless-dialback',
    title: 'Streams from before XMPP 1.0 must not lead to dialback without TLS',
    group: 'plaintext',
    level: 'fail',
    services: ['s2s'],
    transports: ['starttls', 'direct-tls'],
    needs: ['plaintext-features'],
    specifications: [{ document: 'RFC 6120', section: '4.7.5' }, { document: 'XEP-0220' }],
    why: 'A stream header without a version announces a server from before XMPP 1.0, which knows neither stream features nor ' +
        'STARTTLS. A server that looks for TLS only where features were sent takes the messages of whoever leaves the version ' +
        'out, and everybody on the way can read and change them.',
    how: 'Where a stream with a version is refused for lack of TLS, one is opened with a header that has none, and a dialback key ' +
        'is asked about with db:verify. An answer fails if the same is refused or dropped on a stream with a version, on which it ' +
        'is asked once more for that: a server that answers it everywhere shows nothing. With `active-s2s` or `s2s-listen` ' +
        'dialback is tried there as well: going to verify the key fails where it is refused for lack of TLS on a stream with a ' +
        'version, and so does the answer to a ping. A refusal closes this one way in and proves nothing about the others.',
    mend: 's2s-required',
    evaluate({ 'plaintext-features': features }, observation) {
        const tried = (0,dialback .rn)(observation);
        if (tried?.kind === 'served')
            return (0,outcome .fJ)('behaviour', SERVED, [tried.line]);
        if (tried?.kind === 'verifies') {
            const otherwise = (0,dialback .Q6)(observation);
            if (otherwise?.kind === 'refused')
                return (0,outcome .fJ)('behaviour', TAKEN_UP, [tried.line, otherwise.line]);
        }
        return judgeVerify(features, observation, tried);
    },
}));
const SERVED = 'The server lets another server in without TLS, on a stream without version, and answers it.';
const TAKEN_UP = 'The server takes up dialback on a stream without version, which it refuses without TLS on any other.';
function judgeVerify(features, observation, tried) {
    const verify = (0,evidence_seen .oy)('versionless-verify', observation);
    if (verify.state === 'done') {
        const line = (0,answers .FS)('versionless-verify', verify.value);
        const isAnswered = (0,dialback .xo)(verify.value);
        const otherwise = (0,dialback .CA)(features, observation);
        if (isAnswered && otherwise !== undefined)
            return (0,outcome .fJ)('advertised', TAKEN_UP, [line, otherwise]);
        if (verify.value.kind === 'closed')
            return (0,outcome .Ni)('the server ended the stream instead of answering');
        if ((0,model_answer .mC)(verify.value))
            return (0,outcome .Ni)('the server ended the stream for reasons that may be about us');
        if (!isAnswered)
            return (0,outcome .IX)('none', [line]);
    }
    if (tried?.kind === 'refused')
        return (0,outcome .IX)('none', [tried.line]);
    if (tried !== undefined)
        return (0,outcome .Ni)(withoutProof(tried));
    if (verify.state === 'done')
        return (0,outcome .Ni)((0,dialback .i1)(features, observation) ?? ANSWERED_ANYWAY);
    return observation.plaintext.answers['versionless-verify'] === undefined
        ? (0,outcome .hH)('streams with a version are not refused for lack of TLS, so there is nothing to get around')
        : (0,outcome .Ni)((0,evidence_seen .nC)(verify));
}
const ANSWERED_ANYWAY = 'the server answers db:verify without TLS on every stream';
function withoutProof(tried) {
    if (tried.kind === 'unclear')
        return tried.because;
    return tried.kind === 'denied' ? dialback .Iy : 'the server goes to verify a dialback key before TLS on every stream';
}

; 







  const s2s_requires_starttls = (defineCheck({
    id: 's2s-requires-starttls',
    title: 'Server connections must require TLS',
    group: 'plaintext',
    level: 'fail',
    services: ['s2s'],
    transports: ['starttls', 'direct-tls'],
    needs: ['plaintext-reception'],
    specifications: [
        { document: 'RFC 6120', section: '5.3.1' },
        { document: 'RFC 7590', section: '3.1' },
        { document: 'XEP-0220' },
    ],
    why: 'Messages to users of other domains travel between servers. Where TLS is optional there, everybody on the way can ' +
        'read and change them, and can force a connection without TLS by removing the offer; the users at both ends cannot see it.',
    how: 'The stream features before TLS are read, SASL EXTERNAL is attempted, and where `<required/>` is absent a dialback ' +
        'key is asked about with db:verify. A refusal that names TLS proves it by behaviour, and so does db:verify dropped in ' +
        'silence while `<starttls/>` is answered; `<required/>` is what the server advertises. It fails when STARTTLS is not ' +
        'required and dialback or EXTERNAL is offered and served beside it. Dialback beside `<required/>` is harmless. ' +
        'Where dialback was tried without TLS (`active-s2s`, `s2s-listen`), what the server then did counts more than what it advertises: one that refuses dialback is not accused of offering it.',
    mend: 's2s-required',
    evaluate({ 'plaintext-reception': reception }, observation) {
        switch (reception.kind) {
            case 'open':
                return s2s_requires_starttls_judgeOffer(reception.features, observation);
            case 'dead-end':
                return (0,outcome .Ni)('the server has no stream features to go on with');
            case 'tls-only':
                return observation.endpoint.transport === 'direct-tls'
                    ? (0,outcome .IX)('behaviour', ['no plaintext stream is answered on this port, and XMPP is spoken inside TLS'])
                    : (0,outcome .Ni)('the port expects TLS from the first byte');
        }
    },
}));
function s2s_requires_starttls_judgeOffer(features, observation) {
    const offer = (0,evidence_offer .HC)(features);
    const tried = (0,dialback .Q6)(observation);
    if (tried?.kind === 'served')
        return (0,outcome .fJ)('behaviour', s2s_requires_starttls_SERVED, [offer, tried.line]);
    const external = (0,evidence_seen .oy)('sasl-external', observation);
    if (external.state === 'done' && (0,model_answer .X_)(external.value)) {
        return (0,outcome .IX)('behaviour', [offer, (0,answers .FS)('sasl-external', external.value)]);
    }
    const refusal = (0,dialback .CA)(features, observation);
    if (refusal !== undefined)
        return (0,outcome .IX)('behaviour', [offer, refusal]);
    if (features.starttls === 'required')
        return (0,outcome .IX)('advertised', [offer]);
    return judgeAlternatives(features, observation);
}
function judgeAlternatives(features, observation) {
    const tried = (0,dialback .Q6)(observation);
    const wasDenied = tried?.kind === 'denied';
    const offered = [];
    if (features.dialback && !wasDenied)
        offered.push('dialback-verify');
    if ((0,evidence_offer .JG)(features))
        offered.push('sasl-external');
    if (offered.length === 0) {
        return (0,outcome .Ni)(wasDenied ? dialback .Iy : 'the server neither requires TLS nor offers a way to authenticate without it');
    }
    if (tried?.kind === 'verifies' && (0,dialback .UG)(features, observation)) {
        return (0,outcome .fJ)('behaviour', s2s_requires_starttls_messageOn(features, observation), [(0,evidence_offer .HC)(features), tried.line]);
    }
    let why = 'the server did not say whether it serves them';
    for (const question of offered) {
        const step = (0,evidence_seen .oy)(question, observation);
        if (step.state !== 'done')
            why = (0,evidence_seen .nC)(step);
        else if (isTakenUp(step.value)) {
            const evidence = [(0,evidence_offer .HC)(features), (0,answers .FS)(question, step.value)];
            return (0,outcome .fJ)('advertised', s2s_requires_starttls_messageOn(features, observation), evidence);
        }
    }
    return (0,outcome .Ni)(`TLS is not required, dialback or EXTERNAL is offered, but ${why}`);
}
const s2s_requires_starttls_SERVED = 'The server lets another server in without TLS and answers it.';
function s2s_requires_starttls_messageOn({ starttls }, observation) {
    if (starttls !== 'absent')
        return 'STARTTLS is optional: the server offers other servers authentication without TLS.';
    return (0,evidence_seen .cd)(observation)
        ? 'The server offers other servers authentication without TLS, and serves STARTTLS without offering it.'
        : 'The server offers other servers authentication without TLS, and no STARTTLS at all.';
}
function isTakenUp(answer) {
    return (answer.kind === 'dialback' && !(0,dialback .GZ)(answer)) || answer.kind.startsWith('sasl-');
}

 
var suites = __nccwpck_require__(1194);
; 


  const tls_encrypts = (defineCheck({
    id: 'tls-encrypts',
    title: 'TLS must encrypt',
    group: 'plaintext',
    level: 'fail',
    services: ['c2s', 's2s'],
    transports: ['starttls', 'direct-tls', 'bosh', 'websocket'],
    needs: ['null-suites'],
    specifications: [{ document: 'RFC 9325', section: '4.1' }],
    why: 'A NULL cipher suite completes the handshake and protects nothing. Passwords and messages stay readable on the way, ' +
        'while every client shows a secure connection. A server that takes such a suite lets plaintext in by the back door, ' +
        'however strictly it requires TLS.',
    how: 'A ClientHello of TLS 1.2 offers NULL, anonymous and export cipher suites and nothing better, and is repeated without ' +
        'what the server picked, until it is certain whether a NULL suite is taken. The usual handshake offers NULL suites ' +
        'last, and a server that picks one there has nothing better. An alert that turns them all down passes, and proves ' +
        'nothing about whether TLS is required. Any other alert and silence prove nothing.',
    mend: 'cipher-suites',
    evaluate: ({ 'null-suites': answer }) => (0,suites .$n)('null', answer, 'The server agrees to a TLS cipher suite that does not encrypt.'),
}));

; 


  const tls_refuses_anonymous_suites = (defineCheck({
    id: 'tls-refuses-anonymous-suites',
    title: 'TLS must refuse anonymous cipher suites',
    group: 'tls',
    level: 'fail',
    services: ['c2s', 's2s'],
    transports: ['starttls', 'direct-tls', 'bosh', 'websocket'],
    needs: ['anonymous-suites'],
    specifications: [{ document: 'RFC 7590', section: '3.4' }, { document: 'RFC 5246' }],
    why: 'An anonymous cipher suite encrypts without a certificate, so that nobody can tell the server from somebody in ' +
        'between. A client that can be led to use one talks to whoever answers first.',
    how: 'A ClientHello of TLS 1.2 offers NULL, anonymous and export cipher suites and nothing better, and is repeated without ' +
        'what the server picked. An anonymous suite that is picked fails. An alert that turns them all down passes; any other ' +
        'alert and silence prove nothing.',
    mend: 'cipher-suites',
    evaluate: ({ 'anonymous-suites': answer }) => (0,suites .$n)('anonymous', answer, 'The server agrees to a TLS cipher suite without a certificate.'),
}));

; 


  const tls_refuses_export_suites = (defineCheck({
    id: 'tls-refuses-export-suites',
    title: 'TLS must refuse export cipher suites',
    group: 'tls',
    level: 'fail',
    services: ['c2s', 's2s'],
    transports: ['starttls', 'direct-tls', 'bosh', 'websocket'],
    needs: ['export-suites'],
    specifications: [{ document: 'RFC 9325', section: '4.1' }],
    why: 'Export cipher suites were weakened on purpose, to keys of 40 bits that any computer finds in hours. A server that ' +
        'still takes them lets an attacker in between break the connections of clients that never asked for them.',
    how: 'A ClientHello of TLS 1.2 offers NULL, anonymous and export cipher suites and nothing better, and is repeated without ' +
        'what the server picked. An export suite that is picked fails. An alert that turns them all down passes; any other ' +
        'alert and silence prove nothing.',
    mend: 'cipher-suites',
    evaluate: ({ 'export-suites': answer }) => (0,suites .$n)('export', answer, 'The server agrees to a TLS cipher suite that was weakened for export.'),
}));

; 






























const CHECKS = [
    c2s_bosh_requires_https,
    c2s_completes_starttls,
    c2s_direct_tls_speaks_xmpp,
    c2s_discards_plaintext_after_starttls,
    c2s_offers_no_compression_before_tls,
    c2s_offers_no_sasl_before_tls,
    c2s_offers_starttls,
    c2s_refuses_legacy_auth,
    c2s_refuses_plaintext_login,
    c2s_refuses_plaintext_registration,
    c2s_refuses_plaintext_sasl,
    c2s_refuses_plaintext_sasl2,
    c2s_refuses_versionless_login,
    c2s_requires_starttls,
    c2s_websocket_requires_wss,
    declared_absent_is_absent,
    host_meta_names_only_encrypted_links,
    s2s_completes_starttls,
    s2s_component_port_is_closed,
    s2s_direct_tls_speaks_xmpp,
    s2s_discards_plaintext_after_starttls,
    s2s_offers_no_plaintext_auth,
    s2s_offers_starttls,
    s2s_refuses_plaintext_dialback,
    s2s_refuses_plaintext_sasl,
    s2s_refuses_versionless_dialback,
    s2s_requires_starttls,
    tls_encrypts,
    tls_refuses_anonymous_suites,
    tls_refuses_export_suites,
];


  }),

  9069:
(function (__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) {

__nccwpck_require__.a(__webpack_module__, (async function (__webpack_handle_async_dependencies__, __webpack_async_result__) { try {
  var _app_exit_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5356);
  var _app_result_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6550);
  var _checks_index_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3607);
  var _config_cli_arguments_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8985);
  var _config_load_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8270);
  var _config_usage_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(8397);
  var _model_version_js__WEBPACK_IMPORTED_MODULE_13__ = __nccwpck_require__(3341);
  var _runtime_clock_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(7642);
  var _runtime_environment_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(1689);
  var _runtime_files_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(8795);
  var _runtime_idn_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(8061);
  var _runtime_log_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(4998);
  var _runtime_outputs_js__WEBPACK_IMPORTED_MODULE_11__ = __nccwpck_require__(8034);
  var _runtime_uncaught_js__WEBPACK_IMPORTED_MODULE_12__ = __nccwpck_require__(1653);














const { noColour, debug, loginPassword } = (0,_runtime_environment_js__WEBPACK_IMPORTED_MODULE_7__  .hf)();
const wanted = process.argv.slice(2);
const terminal = (0,_runtime_log_js__WEBPACK_IMPORTED_MODULE_10__  .jf)();
const log = (0,_runtime_log_js__WEBPACK_IMPORTED_MODULE_10__  .$V)(terminal, debug || wanted.some((word) => /^--debug(?:=true)?$/u.test(word)));
const page = { width: process.stdout.columns ?? 100, colour: process.stdout.isTTY && !noColour };
const outputs = (0,_runtime_outputs_js__WEBPACK_IMPORTED_MODULE_11__  .M)();
const door = { log, outputs, wants: { annotations: false, summary: false } };
(0,_runtime_uncaught_js__WEBPACK_IMPORTED_MODULE_12__  .n)((error) => (0,_app_exit_js__WEBPACK_IMPORTED_MODULE_0__  .sT)(error, door));
process.exitCode = await (0,_app_exit_js__WEBPACK_IMPORTED_MODULE_0__  .ej)(main, door);
async function main() {
    const parsed = (0,_config_cli_arguments_js__WEBPACK_IMPORTED_MODULE_3__  .W)(wanted);
    switch (parsed.command) {
        case 'help':
            log.print((0,_config_usage_js__WEBPACK_IMPORTED_MODULE_5__  .C)());
            return _app_result_js__WEBPACK_IMPORTED_MODULE_1__  .dc.secure;
        case 'version':
            log.print(`xmpp-tls ${_model_version_js__WEBPACK_IMPORTED_MODULE_13__  .x}`);
            return _app_result_js__WEBPACK_IMPORTED_MODULE_1__  .dc.secure;
        case 'explain': {
            const { explain } = await Promise.all( [__nccwpck_require__.e(545), __nccwpck_require__.e(907)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8907));
            log.print(explain(parsed, page));
            return _app_result_js__WEBPACK_IMPORTED_MODULE_1__  .dc.secure;
        }
        case 'run':
            return check(parsed);
    }
}
async function check({ inputs }) {
    const files = (0,_runtime_files_js__WEBPACK_IMPORTED_MODULE_8__  .q)(process.cwd());
    const { config, warnings } = await (0,_config_load_js__WEBPACK_IMPORTED_MODULE_4__  .Z)({
        input: (name) => (name === 'login-password' && 'login-jid' in inputs ? loginPassword : inputs[name]),
        readFile: files.read,
        knownChecks: _checks_index_js__WEBPACK_IMPORTED_MODULE_2__  .u.map((candidate) => candidate.id),
        today: (0,_runtime_clock_js__WEBPACK_IMPORTED_MODULE_6__  .Ec)(),
        toUnicode: _runtime_idn_js__WEBPACK_IMPORTED_MODULE_9__  .P,
        caller: 'command-line',
    });
    warnings.forEach((warning) => log.warning(warning));
    const { openNetwork, run } = await Promise.all( [__nccwpck_require__.e(687), __nccwpck_require__.e(545), __nccwpck_require__.e(901)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2901));
    const network = openNetwork(config.network, config.probe.timeoutMs, files.locate);
    const { issuesDir, dryRun } = config.tracking;
    const keepsStdout = Object.values(config.output.files).includes('-');
    return run(config, {
        ...network,
        version: _model_version_js__WEBPACK_IMPORTED_MODULE_13__  .x,
        log: keepsStdout ? log.aside : log,
        outputs,
        files,
        writeFile: async (path, text) => {
            if (path !== '-')
                return files.write(path, text);
            for (const piece of typeof text === 'string' ? [text] : text)
                terminal.stdout(piece);
        },
        console: { ...page, colour: page.colour && !keepsStdout, isQuiet: inputs['quiet'] === 'true' },
        ...(issuesDir === undefined ? {} : { tracker: await openFolder(files.locate(issuesDir), network.clock, dryRun) }),
    });
}
async function openFolder(...where) {
    return (await Promise.all( [__nccwpck_require__.e(815), __nccwpck_require__.e(275)]).then(__nccwpck_require__.bind(__nccwpck_require__, 275))).folderTracker(...where);
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }), 1);

  }),

  8985:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    W: () => (  parseArguments)
  });
  var _model_ports_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3041);
  var _model_software_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9684);
  var _flags_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6725);
  var _inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6977);
  var _reading_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8618);





function parseArguments(argv) {
    const merges = argv[0] === 'merge';
    const { domains: words, values, problems: wrong } = parse(merges ? argv.slice(1) : argv);
    if (values.has('help'))
        return { command: 'help' };
    if (values.has('version'))
        return { command: 'version' };
    const problems = [...wrong, ...misplaced(values), ...(merges && words.length === 0 ? [NOTHING_TO_MERGE] : [])];
    if (problems.length > 0)
        throw new _model_ports_js__WEBPACK_IMPORTED_MODULE_0__  .j(problems.join('\n'));
    if (values.has('explain'))
        return explain(values.get('explain')?.[0] ?? '', values.get('server')?.[0]);
    const given = Object.fromEntries([...values].map(([name, texts]) => [name, texts.join('\n')]));
    const subject = merges ? { hosts: '', merge: words.join('\n') } : { hosts: words.join('\n') };
    return { command: 'run', inputs: { ...fixedInputs(words, given), ...subject, ...given } };
}
const NOTHING_TO_MERGE = 'merge needs JSON reports: name them, as in "xmpp-tls merge part-1.json part-2.json"';
function misplaced(values) {
    const isLost = values.has('server') && !values.has('explain');
    return isLost ? ['--server goes with --explain; the server of a domain is named in the configuration file'] : [];
}
function explain(check, name) {
    const server = _model_software_js__WEBPACK_IMPORTED_MODULE_3__  .i.find((software) => software === name);
    if (name !== undefined && server === undefined) {
        throw new _model_ports_js__WEBPACK_IMPORTED_MODULE_0__  .j(`--server: unknown value ${(0,_reading_js__WEBPACK_IMPORTED_MODULE_4__  .hD)(name)}${(0,_reading_js__WEBPACK_IMPORTED_MODULE_4__  .h)(name, _model_software_js__WEBPACK_IMPORTED_MODULE_3__  .i)}`);
    }
    return {
        command: 'explain',
        ...(check === '' ? {} : { check }),
        ...(server === undefined ? {} : { server }),
    };
}
function fixedInputs(domains, given) {
    return {
        'full-run': domains.length > 0 || 'hosts-file' in given || 'services' in given || 'shard' in given ? 'false' : 'true',
        'manage-issues': given['issues-dir'] === undefined ? 'false' : 'true',
        summary: 'false',
        annotations: 'false',
    };
}
function parse(argv) {
    const domains = [];
    const values = new Map();
    const problems = [];
    const rest = [...argv];
    for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
        if (argument === '--')
            domains.push(...rest.splice(0));
        else if (!argument.startsWith('-'))
            domains.push(argument);
        else {
            const problem = takeFlag(argument, rest, values);
            if (problem !== undefined)
                problems.push(problem);
        }
    }
    return { domains, values, problems };
}
function takeFlag(argument, rest, values) {
    const [, name = argument, inline] = /^([^=]*)=(.*)$/su.exec(argument) ?? [];
    const flag = _flags_js__WEBPACK_IMPORTED_MODULE_1__  .W.find((one) => one.name === (SHORT_FLAGS[name] ?? name));
    if (!flag)
        return `${(0,_reading_js__WEBPACK_IMPORTED_MODULE_4__  .hD)(name)} is not a flag${suggestFlag(name)}`;
    const read = readValue(flag, inline, rest);
    if ('problem' in read)
        return read.problem;
    const before = values.get(flag.sets) ?? [];
    if (before.length > 0 && flag.value !== 'LIST')
        return `${flag.name} is given twice: keep one`;
    values.set(flag.sets, [...before, read.value]);
    return undefined;
}
function readValue(flag, inline, rest) {
    if (flag.value === undefined) {
        const word = inline === undefined ? takeSwitchWord(rest) : undefined;
        if (word === undefined && isSwitchValue(flag, inline))
            return { value: inline ?? 'true' };
        if (word === undefined)
            return { problem: `${flag.name} takes no ${(0,_reading_js__WEBPACK_IMPORTED_MODULE_4__  .hD)(inline ?? '')}: write ${flag.name}` };
        return { problem: `${flag.name} takes no ${(0,_reading_js__WEBPACK_IMPORTED_MODULE_4__  .hD)(word)}: write ${flag.name}, or ${flag.name}=false` };
    }
    const value = inline ?? nextValue(rest) ?? '';
    if (value !== '' || flag.isOptional === true)
        return { value };
    return { problem: `${flag.name} needs a value: write ${flag.name} ${flag.value}` };
}
function isSwitchValue({ sets }, inline) {
    return inline === undefined || inline === 'true' || inline === 'false' || sets in _inputs_js__WEBPACK_IMPORTED_MODULE_2__  .mc;
}
const SHORT_FLAGS = { '-h': '--help', '-v': '--version', '-V': '--version' };
function takeSwitchWord(rest) {
    return /^(?:yes|no|true|false|on|off|0|1)$/iu.test(rest[0] ?? '') ? rest.shift() : undefined;
}
function nextValue(rest) {
    return /^--(?:$|[a-z])|^-[a-z]/iu.test(rest[0] ?? '') ? undefined : rest.shift();
}
function suggestFlag(name) {
    const near = (0,_reading_js__WEBPACK_IMPORTED_MODULE_4__  .pA)(name.replace(/^-+/u, ''), _flags_js__WEBPACK_IMPORTED_MODULE_1__  .W.map((flag) => flag.name.slice(2)));
    return near === undefined ? ': xmpp-tls --help lists them' : `; did you mean --${near}?`;
}


  }),

  5708:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    dO: () => (  readDomain),
    kt: () => (  isLiteralAddress),
    rk: () => (  readHost)
  });
  var ipaddr_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8280);
  var _reading_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8618);


const TEXT_LIMIT = 1000;
const MISTAKES = [
    { pattern: /^(?<quote>["'`])(?<domain>.*)\k<quote>$/u, is: 'stands in quotes' },
    { pattern: /^- +(?<domain>.*)$/u, is: 'begins like an item of a YAML list' },
    { pattern: /^[a-z][a-z\d+.-]*:\/\/(?:[^/?#]*@)?(?<domain>[^/?#:]*)/iu, is: 'is a URL' },
    { pattern: /^xmpp:(?:[^@/?#]*@)?(?<domain>[^/?#]*)/iu, is: 'is an XMPP URI' },
    { pattern: /^[^@/]*@(?<domain>[^/]*)/u, is: 'is a JID' },
    { pattern: /^(?<domain>[^/]*)\//u, is: 'has a resource or a path behind it' },
    {
        pattern: /^(?<domain>[^:]*):\d*$/u,
        is: 'names a port',
        also: ', and name the port under "endpoints" in the configuration file',
    },
    { pattern: /^_[a-z-]+\._(?:tcp|udp)\.(?<domain>.+)$/iu, is: 'is the name of an SRV record' },
    { pattern: /^\*\.?(?<domain>.*)$/u, is: 'is a wildcard', also: ', and every other domain on a line of its own' },
];
const IS_ADDRESS = 'is an IP address: write the XMPP domain that is served there, and name the address under "endpoints" in the configuration file where the DNS does not';
function readDomain(text) {
    const written = text.trim();
    const mistake = mistakeIn(written);
    if (mistake !== undefined)
        return { problem: `${(0,_reading_js__WEBPACK_IMPORTED_MODULE_1__  .hD)(written)} ${mistake}` };
    const domain = toAscii(written).replace(/\.$/u, '');
    const flaw = flawIn(domain);
    return flaw === undefined ? { value: domain } : { problem: `${(0,_reading_js__WEBPACK_IMPORTED_MODULE_1__  .hD)(written)} ${flaw}` };
}
function readHost(text) {
    const bare = text.trim().replace(/^\[(.*)\]$/u, '$1');
    return isLiteralAddress(bare) ? { value: bare.toLowerCase() } : readDomain(text);
}
function isLiteralAddress(text) {
    return ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.IPv4.isValidFourPartDecimal(text) || (ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.IPv6.isValid(text) && !text.includes('%'));
}
function mistakeIn(written) {
    if (written === '')
        return 'is no domain: write one such as "example.org"';
    if (written.length > TEXT_LIMIT)
        return 'is too long for a domain';
    if (isAddress(written))
        return IS_ADDRESS;
    for (const { pattern, is, also = '' } of MISTAKES) {
        const found = pattern.exec(written);
        if (!found)
            continue;
        const inside = readDomain(found.groups?.domain ?? '');
        return `${is}: write only the domain, ${'value' in inside ? (0,_reading_js__WEBPACK_IMPORTED_MODULE_1__  .hD)(inside.value) : 'such as "example.org"'}${also}`;
    }
    if (/[,;]/u.test(written))
        return 'holds more than one domain: write one domain per line';
    const bad = [...written].find((character) => character <= '\x7f' && !/[\w.-]/u.test(character));
    return bad === undefined ? undefined : `contains ${(0,_reading_js__WEBPACK_IMPORTED_MODULE_1__  .hD)(bad)}, which no domain does`;
}
function isAddress(text) {
    return ipaddr_js__WEBPACK_IMPORTED_MODULE_0__.isValid(/^\[([^\]]*)\](?::\d+)?$/u.exec(text)?.[1] ?? text.replace(/^([^:]+):\d+$/u, '$1'));
}
function toAscii(name) {
    const url = `http://${name}`;
    return URL.canParse(url) ? new URL(url).hostname : '';
}
function flawIn(domain) {
    const labels = domain.split('.');
    if (!/^[\w.-]+$/u.test(domain))
        return 'is not a valid domain name';
    if (isAddress(domain))
        return IS_ADDRESS;
    if (labels.includes(''))
        return 'has an empty label: two dots in a row, or one at the start';
    if (labels.some((label) => label.length > 63))
        return 'has a label of more than 63 characters';
    if (domain.length > 253)
        return 'has more than 253 characters';
    if (labels.some((label) => /^-|-$/u.test(label)))
        return 'has a label that begins or ends with a hyphen';
    return undefined;
}


  }),

  6725:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    W: () => (  FLAGS),
    Y: () => (  FLAG_GROUPS)
  });
  var _report_formats_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8066);
  var _inputs_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6977);


const GROUPS = {
    'What to check': [
        flag('--hosts-file FILE', 'hosts-file', 'Read domains from this file, one per line; # begins a comment.'),
        ...['only', 'config-file', 'services', 'shard'],
    ],
    'Verdict and output': [
        ...['fail-on', ..._report_formats_js__WEBPACK_IMPORTED_MODULE_0__  .B],
        flag('--quiet', 'quiet', 'One line per domain, and no progress.'),
        flag('--debug', 'debug', 'Show every lookup and everything that is said, on stderr.'),
    ],
    Issues: [
        ...['issues-dir', 'dry-run', 'open-after', 'close-after', 'close-after-hours', 'reopen-days', 'grace-days'],
        ...[
            'remind-days',
            'silence-days',
            'refresh-days',
            'skip-weekends',
            'language',
            'campaign',
            'full-run',
            'max-issue-writes',
            'max-issue-opens',
            'max-inconclusive',
        ],
    ],
    Network: [
        ...['timeout', 'run-timeout', 'retries', 'parallel', 'dns-servers', 'ca-file', 's2s-from', 'http-ports'],
        ...['address-families', 'allow-private-addresses'],
    ],
    'Further probes': [
        ...['active-s2s', 's2s-listen', 's2s-certificate', 'prove-login-offer', 'starttls-injection', 'component-ports'],
        ...['login-jid', 'login-allow-plain'],
    ],
    Help: [
        {
            ...flag('--explain CHECK', 'explain', 'Say what a check demands, why, and how to fix it; without CHECK, list all.'),
            isOptional: true,
        },
        flag('--server NAME', 'server', 'With --explain: the fix for this server only, such as prosody.'),
        flag('--help', 'help', 'Show this text, and end.'),
        flag('--version', 'version', 'Show the version, and end.'),
    ],
};
const FLAG_GROUPS = Object.entries(GROUPS).map(([title, members]) => ({
    title,
    flags: members.map((member) => (typeof member === 'string' ? flagOfInput(member) : member)),
}));
const FLAGS = FLAG_GROUPS.flatMap(({ flags }) => flags);
function flagOfInput(name) {
    const input = Object.entries(_inputs_js__WEBPACK_IMPORTED_MODULE_1__  .mc).find(([known]) => known === name)?.[1];
    if (input?.flag === undefined)
        throw new Error(`the input ${name} has no flag`);
    return flag(input.flag, name, describeFlag(input));
}
function flag(usage, sets, about) {
    const [name = usage, value] = usage.split(' ');
    return { name, sets, about, ...(value === undefined ? {} : { value }) };
}
function describeFlag(input) {
    const { description, default: text } = input;
    if (text === 'false')
        return description;
    const shown = input.commandLineNote ?? input.commandLineDefault ?? input.defaultNote ?? text;
    return shown === undefined ? description : `${description} Default: ${shown}.`;
}


  }),

  6977:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


 
__nccwpck_require__.d(__webpack_exports__, {
  n0: () => (  CONFIG_FILES),
  mc: () => (  INPUTS),
  Qh: () => (  INPUT_NAMES)
});

 

 
var formats = __nccwpck_require__(8066);
 
var domain = __nccwpck_require__(5708);
 
var kinds = __nccwpck_require__(5609);
 
var readers = __nccwpck_require__(4246);
; 



const FAMILY_WORDS = { both: [4, 6], ipv4: [4], ipv6: [6] };
const PROBE_INPUTS = {
    timeout: {
        kind: (0,kinds .p0)('100ms', '2m'),
        description: 'How long to wait for a connection, and for each answer. Units: ms, s, m, h; a bare number is seconds.',
        default: '10s',
        inFile: true,
        flag: '--timeout TIME',
    },
    'run-timeout': {
        kind: (0,kinds .p0)('1s', '6h'),
        description: 'How long the whole run may take. Domains not reached by then are inconclusive.',
        default: '15m',
        inFile: true,
        flag: '--run-timeout TIME',
    },
    retries: {
        kind: (0,kinds .rD)(0, 5),
        description: 'How often an unreachable endpoint is tried again.',
        default: '1',
        inFile: true,
        flag: '--retries N',
    },
    parallel: {
        kind: (0,kinds .rD)(1, 64),
        description: 'Domains checked in parallel.',
        default: '8',
        inFile: true,
        flag: '--parallel N',
    },
    'dns-servers': {
        kind: (0,kinds .c3)(readers .zM, 8),
        description: 'Name servers to ask, separated by commas or line ends: "192.0.2.53", "192.0.2.53:5353", "[2001:db8::53]:53" or an https URL (DNS over HTTPS).',
        defaultNote: 'those of the system',
        inFile: true,
        flag: '--dns-servers LIST',
    },
    'ca-file': {
        kind: (0,kinds .Qq)(readers .G7),
        description: 'PEM file of certificate authorities to trust beside the usual ones.',
        inFile: true,
        flag: '--ca-file FILE',
    },
    's2s-from': {
        kind: (0,kinds .Qq)(domain .dO),
        description: 'Domain that s2s streams claim to come from. Servers that talk only to known domains need one of yours here.',
        default: 'tls-probe.invalid',
        inFile: true,
        flag: '--s2s-from DOMAIN',
    },
    'active-s2s': {
        kind: (0,kinds .GX)(),
        description: 'Also try dialback before TLS, with a key that nobody vouches for. It makes every server look up s2s-from, and some log a warning.',
        default: 'false',
        inFile: true,
        flag: '--active-s2s',
    },
    's2s-listen': {
        kind: (0,kinds .Qq)(readers .Ek),
        description: 'Address and port to listen on for servers that verify s2s-from, whose SRV record has to lead there: shows by a ping without TLS whether a server serves plaintext. Needs a runner of your own.',
        inFile: false,
        flag: '--s2s-listen ADDRESS',
    },
    's2s-certificate': {
        kind: (0,kinds .Qq)(readers .G7),
        description: 'PEM file with the certificate chain and private key that s2s-listen shows; without one, a self-signed certificate is made for the run.',
        inFile: false,
        flag: '--s2s-certificate FILE',
    },
    'prove-login-offer': {
        kind: (0,kinds .GX)(),
        description: 'Where clients are offered a SCRAM login without TLS, begin one for a random user, without a password, to see that it is served. It can count as a failed login, towards a ban of the address.',
        default: 'false',
        inFile: true,
        flag: '--prove-login-offer',
    },
    'login-jid': {
        kind: (0,kinds .Qq)(readers .rL),
        description: 'Throw-away account to log in with where its server lets clients do that without TLS. It sends a message to itself and to nobody else.',
        inFile: false,
        flag: '--login-jid JID',
    },
    'login-password': {
        kind: (0,kinds .Qq)(readers .$8),
        description: 'Password of that account, from a secret: it is masked, and never written anywhere. The command line takes it from XMPP_TLS_LOGIN_PASSWORD.',
        inFile: false,
    },
    'login-allow-plain': {
        kind: (0,kinds .GX)(),
        description: 'Whether that password may itself be sent in plaintext, where the server takes no SCRAM: to mechanism PLAIN and to jabber:iq:auth.',
        default: 'false',
        inFile: false,
        flag: '--login-allow-plain',
    },
    'starttls-injection': {
        kind: (0,kinds .GX)(),
        description: 'Send plaintext right behind STARTTLS and see whether the server carries it out inside TLS. One connection more per endpoint.',
        default: 'false',
        inFile: true,
        flag: '--starttls-injection',
    },
    'address-families': {
        kind: (0,kinds .yL)(FAMILY_WORDS),
        description: 'Addresses to judge: "ipv4", "ipv6" or "both". For runners without IPv6, such as those of GitHub, on which a domain with an IPv6 address stays inconclusive.',
        default: 'both',
        inFile: false,
        flag: '--address-families WORD',
    },
    'allow-private-addresses': {
        kind: (0,kinds .GX)(),
        description: 'Connect to private, loopback and link-local addresses too. Keep it off where others can edit the domains.',
        default: 'false',
        inFile: false,
        flag: '--allow-private-addresses',
    },
    'http-ports': {
        kind: kinds .X6,
        description: 'Ports checked for BOSH and WebSocket without TLS, on the addresses of the domain and of its client hosts; "none" checks only where host-meta points.',
        default: '5280,7070',
        inFile: true,
        flag: '--http-ports LIST',
    },
    'component-ports': {
        kind: kinds .X6,
        description: 'Ports where external components log in with a shared secret and without TLS, such as 5347 and 5275; the s2s hosts are checked for whether they can be reached.',
        default: 'none',
        inFile: true,
        flag: '--component-ports LIST',
    },
};

; 


const MANAGE_WORDS = {
    auto: 'auto',
    true: 'always',
    false: 'never',
};
const LANGUAGE_WORDS = { en: 'en', de: 'de', fr: 'fr', es: 'es', ja: 'ja' };
const TRACKING_INPUTS = {
    'manage-issues': {
        kind: (0,kinds .yL)(MANAGE_WORDS),
        description: 'Whether to open, update and close issues. "auto" does so on schedules, and on manual runs, pushes and issue comments of the default branch; never on pull requests.',
        default: 'auto',
        inFile: true,
    },
    'dry-run': {
        kind: (0,kinds .GX)(),
        description: 'Check, print what would be done about issues, and change nothing.',
        default: 'false',
        inFile: false,
        flag: '--dry-run',
    },
    token: {
        kind: (0,kinds .Qq)(readers .AI),
        description: 'Token for the issues ("permissions: issues: write") and for reading the configuration before a change ("contents: read").',
        runnerDefault: '${{ github.token }}',
        inFile: false,
    },
    'label-prefix': {
        kind: (0,kinds .Qq)(readers .JW),
        description: 'Name of the label that marks our issues, and beginning of the other labels we set.',
        default: 'xmpp-tls',
        inFile: true,
    },
    labels: {
        kind: (0,kinds .c3)(readers .V8, 20),
        description: 'More labels for new issues, separated by commas or line ends.',
        inFile: true,
    },
    assignees: {
        kind: (0,kinds .c3)(readers .qT, 10),
        description: 'Users to assign to new issues, separated by commas or line ends; at most 10.',
        inFile: true,
    },
    'open-after': {
        kind: (0,kinds .rD)(1, 30),
        description: 'Consecutive plaintext runs after which an issue is opened. With more than 1, one more issue remembers what is waited for.',
        default: '1',
        inFile: true,
        flag: '--open-after RUNS',
    },
    'close-after': {
        kind: (0,kinds .rD)(1, 100),
        description: 'Consecutive secure runs after which an issue is closed.',
        default: '2',
        inFile: true,
        flag: '--close-after RUNS',
    },
    'close-after-hours': {
        kind: (0,kinds .rD)(0, 168),
        description: 'Hours that lie between two secure runs that both count towards close-after: two runs right after each other count as one.',
        default: '1',
        commandLineDefault: '0',
        defaultNote: '1; 0 on the command line',
        inFile: true,
        flag: '--close-after-hours HOURS',
    },
    'reopen-days': {
        kind: (0,kinds .rD)(0, 3650),
        description: 'A domain that falls back within so many days gets its old issue reopened; later it gets a new one that names the old.',
        default: '90',
        inFile: true,
        flag: '--reopen-days DAYS',
    },
    'max-issue-writes': {
        kind: (0,kinds .rD)(1, 1000),
        description: 'Writes to issues in one run at most, comments and reactions among them. New issues come first, then news, then refreshed texts; the rest is postponed.',
        default: '40',
        inFile: true,
        flag: '--max-issue-writes N',
    },
    'max-issue-opens': {
        kind: (0,kinds .rD)(0, 1000),
        description: 'New issues in one run at most; the rest is postponed to the next run.',
        default: '40',
        inFile: true,
        flag: '--max-issue-opens N',
    },
    'max-inconclusive': {
        kind: (0,kinds .rD)(0, 100),
        description: 'If more domains than this percentage are inconclusive, nothing is closed as fixed. Applies from four domains up.',
        default: '50',
        inFile: true,
        flag: '--max-inconclusive PERCENT',
    },
    'grace-days': {
        kind: (0,kinds .rD)(0, 60),
        description: 'Days after a promised date before it counts as overdue.',
        default: '1',
        inFile: true,
        flag: '--grace-days DAYS',
    },
    'remind-days': {
        kind: kinds .We,
        description: 'Days after a missed date on which an issue reminds of it; the last number is the time between all that follow, six at most. "none": never.',
        default: '7,14,28,30',
        inFile: true,
        flag: '--remind-days LIST',
    },
    'silence-days': {
        kind: (0,kinds .rD)(0, 365),
        description: 'Days without an answer, counted from the contact, after which an issue suggests to write to the operator again; 0: never.',
        default: '0',
        inFile: true,
        flag: '--silence-days DAYS',
    },
    'refresh-days': {
        kind: (0,kinds .rD)(0, 365),
        description: 'Days after which the description of an open issue is written anew although nothing changed, with the date of the last look; 0: never.',
        default: '0',
        inFile: true,
        flag: '--refresh-days DAYS',
    },
    'skip-weekends': {
        kind: (0,kinds .GX)(),
        description: 'Whether reminders keep off Saturdays and Sundays (UTC).',
        default: 'false',
        inFile: true,
        flag: '--skip-weekends',
    },
    language: {
        kind: (0,kinds .yL)(LANGUAGE_WORDS),
        description: 'Language of the letters to operators that issues offer: en, de, fr, es or ja. A domain that names its own keeps it. Absent: one that the security.txt of the domain prefers, or else English.',
        inFile: true,
        flag: '--language NAME',
    },
    campaign: {
        kind: (0,kinds .GX)(),
        description: 'Keep one more issue with an overview: open domains, the longest first, repaired ones, the fastest first, and promises. On GitHub the issues of the domains are put below it.',
        default: 'false',
        inFile: true,
        flag: '--campaign',
    },
    'full-run': {
        kind: (0,kinds .GX)(),
        description: 'Whether this run covers all domains. If true, issues of domains no longer listed are closed as not planned. Set false when several jobs share the list.',
        default: 'true',
        defaultNote: 'true; false in a matrix, with only, with hosts in a manual run, and when the command line names domains, a hosts file, services or a shard',
        commandLineNote: 'true; false with only, and when domains, a hosts file, services or a shard are named',
        runnerDefault: "${{ strategy.job-total > 1 && 'false' || 'true' }}",
        inFile: false,
        flag: '--full-run',
    },
    'issues-dir': {
        kind: (0,kinds .Qq)(readers .G7),
        description: 'Keep the issues as Markdown files in this folder instead of on the forge.',
        inFile: true,
        flag: '--issues-dir DIR',
    },
};

 
var outputs = __nccwpck_require__(3388);
; 






const CONFIG_FILES = ['.github', '.forgejo', '.gitea'].flatMap((folder) => [
    `${folder}/xmpp-tls.yml`,
    `${folder}/xmpp-tls.yaml`,
]);
const FAIL_ON_WORDS = {
    never: 'never',
    plaintext: 'plaintext',
    inconclusive: 'inconclusive',
    overdue: 'overdue',
};
const CHANGED_WORDS = {
    auto: 'auto',
    true: 'always',
    false: 'never',
};
const FORGE_WORDS = { auto: 'auto', github: 'github', forgejo: 'forgejo' };
const FORMAT_INPUTS = Object.fromEntries(formats .B.map((name) => {
    const { description, flag } = formats .h[name];
    return [name, { kind: (0,kinds .Qq)(readers .G7), description, inFile: true, flag }];
}));
const INPUTS = {
    hosts: {
        kind: (0,kinds .Qq)((value) => ({ value })),
        description: 'XMPP domains to check, one per line, in addition to those of the configuration file; # begins a comment. "service=c2s" or "service=s2s" behind a domain checks that service only.',
        inFile: false,
    },
    only: {
        kind: (0,kinds .c3)(domain .dO, 100),
        description: 'Of the domains of this run, check these only, separated by commas or line ends. The issues of all others are left alone.',
        inFile: false,
        flag: '--only LIST',
    },
    'config-file': {
        kind: (0,kinds .Qq)(readers .G7),
        description: 'YAML file with domains and settings. Its domains are checked in addition to those of "hosts"; any other input wins over the same setting of the file.',
        defaultNote: `${CONFIG_FILES[0]}, or the same below .forgejo/ or .gitea/, if there is one`,
        commandLineNote: `${CONFIG_FILES[0]}, if there is one and no domains are named`,
        inFile: false,
        flag: '--config FILE',
    },
    shard: {
        kind: (0,kinds .Qq)(readers .Xy),
        description: 'Check only this part of the domains: 2/5 is the second of five. "merge" puts the reports of all parts together.',
        inFile: false,
        flag: '--shard PART',
    },
    services: {
        kind: kinds .$p,
        description: 'Services to check: c2s (clients), s2s (other servers), or both. Given here, it also wins over what single domains of the file name.',
        default: 'c2s,s2s',
        inFile: true,
        flag: '--services LIST',
    },
    'fail-on': {
        kind: (0,kinds .yL)(FAIL_ON_WORDS),
        description: 'When the run fails: "plaintext" (a domain allows it, or nothing could be checked), "inconclusive" (also when one could not be checked), "overdue" (only when a promise was missed), or "never".',
        default: 'plaintext',
        commandLineDefault: 'inconclusive',
        defaultNote: 'plaintext; inconclusive on the command line',
        inFile: true,
        flag: '--fail-on LEVEL',
    },
    'changed-only': {
        kind: (0,kinds .yL)(CHANGED_WORDS),
        description: 'Whether only the domains that a change adds or changes can fail the run. "auto": on pull requests and in merge groups; "true": on pushes too. Needs "contents: read".',
        default: 'auto',
        inFile: false,
    },
    ...TRACKING_INPUTS,
    ...PROBE_INPUTS,
    summary: {
        kind: (0,kinds .GX)(),
        description: 'Write the result to the summary page of the job.',
        default: 'true',
        inFile: true,
    },
    annotations: {
        kind: (0,kinds .GX)(),
        description: 'Annotate findings on the lines of the configuration file that name the domains.',
        default: 'true',
        inFile: true,
    },
    ...FORMAT_INPUTS,
    merge: {
        kind: (0,kinds .Mn)(readers .G7, 1000),
        description: 'Check nothing, and put the JSON reports of other jobs together instead: files or folders, one per line. Everything else goes on as if one run had checked all domains.',
        inFile: false,
    },
    'api-url': {
        kind: (0,kinds .Qq)(readers .AX),
        description: 'Address of the API of the forge.',
        defaultNote: "the runner's own forge",
        inFile: false,
    },
    forge: {
        kind: (0,kinds .yL)(FORGE_WORDS),
        description: 'What the forge understands: "github" (GitHub Enterprise Server too) or "forgejo" (Gitea too). "auto" derives it from the address of the API and the runner.',
        default: 'auto',
        inFile: false,
    },
};
function describe({ description, default: text, defaultNote }) {
    const shown = defaultNote ?? text;
    return shown === undefined ? description : `${description} Default: ${shown}.`;
}
const INPUT_NAMES = Object.keys(INPUTS);



  }),

  5609:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    $p: () => (  services),
    GX: () => (  yesOrNo),
    Mn: () => (  lines),
    Qq: () => (  text),
    We: () => (  reminderDays),
    X6: () => (  ports),
    c3: () => (  listOf),
    hF: () => (  reading),
    p0: () => (  duration),
    rD: () => (  wholeNumber),
    yL: () => (  oneOf)
  });
  var _model_target_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6220);
  var _reading_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8618);


function reading(read) {
    return (given, context) => orComplain(read(Array.isArray(given) ? given.join('\n') : String(given)), context);
}
function orComplain(result, context) {
    if ('value' in result)
        return result.value;
    context.addIssue(result.problem);
    return undefined;
}
function text(read) {
    return { read, yaml: (z) => z.string().transform(reading(read)) };
}
function yesOrNo() {
    const read = (given) => given === 'true' || given === 'false'
        ? { value: given === 'true' }
        : { problem: `${(0,_reading_js__WEBPACK_IMPORTED_MODULE_0__  .hD)(given)} is neither true nor false` };
    return { read, yaml: (z) => z.boolean() };
}
function oneOf(words) {
    const known = Object.keys(words);
    const read = (given) => {
        const value = Object.hasOwn(words, given) ? words[given] : undefined;
        return value === undefined ? { problem: `unknown value ${(0,_reading_js__WEBPACK_IMPORTED_MODULE_0__  .hD)(given)}${(0,_reading_js__WEBPACK_IMPORTED_MODULE_0__  .h)(given, known)}` } : { value };
    };
    const literals = known.map((word) => (word === 'true' ? true : word === 'false' ? false : word));
    return { read, yaml: (z) => z.literal(literals).transform(reading(read)) };
}
function wholeNumber(min, max) {
    const wrong = (given) => `${given} is not a whole number from ${min} to ${max}`;
    const read = (given) => {
        const value = /^\d{1,9}$/u.test(given) ? Number(given) : NaN;
        return value >= min && value <= max ? { value } : { problem: wrong((0,_reading_js__WEBPACK_IMPORTED_MODULE_0__  .hD)(given)) };
    };
    const error = ({ input }) => wrong((0,_reading_js__WEBPACK_IMPORTED_MODULE_0__  .hD)(String(input)));
    return { read, yaml: (z) => z.int({ error }).min(min, { error }).max(max, { error }) };
}
const UNITS = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };
function duration(min, max) {
    const [least, most] = [milliseconds(min), milliseconds(max)];
    const read = (given) => {
        const value = milliseconds(given);
        if (Number.isNaN(value))
            return { problem: `${(0,_reading_js__WEBPACK_IMPORTED_MODULE_0__  .hD)(given)} is not a length of time: write it like 10s, 500ms or 2m` };
        return value >= least && value <= most
            ? { value }
            : { problem: `${(0,_reading_js__WEBPACK_IMPORTED_MODULE_0__  .hD)(given)} is out of range: write something from ${min} to ${max}` };
    };
    return { read, yaml: (z) => z.union([z.string(), z.number()]).transform(reading(read)) };
}
function milliseconds(given) {
    const [, number, unit = 's'] = /^(\d{1,9}(?:\.\d{1,3})?) ?(ms|s|m|h)?$/u.exec(given) ?? [];
    return number === undefined ? NaN : Math.round(Number(number) * (UNITS[unit] ?? NaN));
}
function lines(item, most) {
    return listOf(item, most, /[\r\n]+/u);
}
function listOf(item, most, separator = /[,\r\n]+/u) {
    const read = (given) => {
        const words = [...new Set(given.split(separator).map((word) => word.trim()))].filter((word) => word !== '');
        if (words.length > most)
            return { problem: `${words.length} values are too many: write at most ${most}` };
        const values = [];
        for (const word of words) {
            const one = item(word);
            if ('problem' in one)
                return one;
            values.push(one.value);
        }
        return { value: values };
    };
    return { read, yaml: (z) => z.union([z.array(z.string()), z.string()]).transform(reading(read)) };
}
function someOf(what, known) {
    const every = listOf((word) => {
        const found = known.find((one) => one === word);
        return found ? { value: found } : { problem: `${(0,_reading_js__WEBPACK_IMPORTED_MODULE_0__  .hD)(word)} is not a ${what}${(0,_reading_js__WEBPACK_IMPORTED_MODULE_0__  .h)(word, known)}` };
    }, known.length);
    const read = (given) => {
        const result = every.read(given);
        if ('problem' in result)
            return result;
        if (result.value.length === 0)
            return { problem: `no ${what} is named: write ${(0,_reading_js__WEBPACK_IMPORTED_MODULE_0__  .Vo)(known)}` };
        return { value: known.filter((one) => result.value.includes(one)) };
    };
    return { read, yaml: (z) => z.union([z.array(z.enum(known)), z.string()]).transform(reading(read)) };
}
const services = someOf('service', _model_target_js__WEBPACK_IMPORTED_MODULE_1__  .Bg);
const ports = numbersOrNone('a port', 65_535, 8);
const days = numbersOrNone('a number of days from 1 to 365', 365, 6);
const reminderDays = {
    read: (given) => inOrder(days.read(given)),
    yaml: (z) => days.yaml(z).transform((value, context) => orComplain(inOrder({ value }), context)),
};
function inOrder(days) {
    if ('problem' in days)
        return days;
    const dated = days.value.slice(0, -1);
    const isOrdered = dated.every((day, index) => day > (dated[index - 1] ?? 0));
    return isOrdered ? days : { problem: `${(0,_reading_js__WEBPACK_IMPORTED_MODULE_0__  .hD)(days.value.join())} goes back in time: write the earlier days first` };
}
function numbersOrNone(what, highest, most) {
    const numbers = listOf((word) => {
        const number = wholeNumber(1, highest).read(word);
        return 'value' in number ? number : { problem: `${(0,_reading_js__WEBPACK_IMPORTED_MODULE_0__  .hD)(word)} is not ${what}: write numbers, or "none"` };
    }, most);
    const read = (given) => given.trim() === 'none' ? { value: [] } : numbers.read(given);
    const yaml = (z) => {
        const item = z.union([z.int(), z.string()]).transform(String);
        return z.union([z.array(item), z.string(), z.int().transform(String)]).transform(reading(read));
    };
    return { read, yaml };
}


  }),

  8270:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


 
__nccwpck_require__.d(__webpack_exports__, {
  Z: () => (  loadConfig)
});

 
var ports = __nccwpck_require__(3041);
 
var formats = __nccwpck_require__(8066);
 
var reading = __nccwpck_require__(8618);
 
var config_inputs = __nccwpck_require__(6977);
; 


function defaultSettings(caller) {
    const inputs = config_inputs .mc;
    const { given, problems } = readEach((name) => {
        const input = inputs[name];
        return (caller === 'command-line' ? input?.commandLineDefault : undefined) ?? input?.default;
    });
    if (problems.length > 0)
        throw new Error(`a default of the table of inputs is wrong: ${problems.join('; ')}`);
    return given;
}
function readInputs({ input, givenInputs = [], caller }) {
    const read = readEach(input, (name) => inputTitle(name, caller));
    const mistyped = givenInputs.flatMap((name) => {
        const meant = isInput(name) ? undefined : (0,reading .pA)(name, config_inputs .Qh);
        const isMissing = meant !== undefined && (input(meant) ?? '').trim() === '';
        return isMissing ? [`${(0,reading .hD)(name)} is not an input; did you mean ${(0,reading .hD)(meant)}?`] : [];
    });
    return { given: read.given, problems: [...mistyped, ...read.problems] };
}
function inputTitle(name, caller) {
    const { flag } = config_inputs .mc[name];
    return caller === 'command-line' && flag !== undefined ? (flag.split(' ')[0] ?? flag) : name;
}
function readEach(textOf, titleOf = (name) => name) {
    const given = {};
    const problems = [];
    for (const name of config_inputs .Qh) {
        const text = textOf(name)?.trim() ?? '';
        if (text === '')
            continue;
        const reading = config_inputs .mc[name].kind.read(text);
        if ('value' in reading)
            given[name] = reading.value;
        else
            problems.push(`${titleOf(name)}: ${reading.problem}`);
    }
    return { given, problems };
}
function isInput(name) {
    return Object.hasOwn(config_inputs .mc, name);
}

; 



function contradictionsIn(settings, targets, isPathFree, titleOf) {
    const problems = [];
    if (settings.timeout > settings['run-timeout']) {
        problems.push(`timeout (${inSeconds(settings.timeout)}) is longer than run-timeout (${inSeconds(settings['run-timeout'])}): a single answer may not take longer than the run`);
    }
    if (settings['manage-issues'] === 'always' && settings.token === undefined && settings['issues-dir'] === undefined) {
        problems.push('manage-issues is true, but there is neither a token nor an issues-dir to keep issues with');
    }
    if (targets.some(({ domain }) => domain === settings['s2s-from'])) {
        problems.push(`s2s-from is "${settings['s2s-from']}", which is also one of the hosts: name a domain that is not checked`);
    }
    if (settings['s2s-listen'] !== undefined && settings['s2s-from'].endsWith('.invalid')) {
        problems.push('s2s-listen needs s2s-from: name a domain of yours whose _xmpp-server SRV record leads there');
    }
    if (settings['s2s-certificate'] !== undefined && settings['s2s-listen'] === undefined) {
        problems.push('s2s-certificate is for s2s-listen, which is not given: give both, or neither');
    }
    if (settings['login-password'] !== undefined && settings['login-jid'] === undefined) {
        problems.push('login-password is for login-jid, which is not given: give both, or neither');
    }
    return [...problems, ...wrongFiles(settings, isPathFree, titleOf)];
}
function wrongFiles(settings, isPathFree, titleOf) {
    const named = formats .B.flatMap((name) => {
        const path = settings[name];
        return path === undefined ? [] : [{ name, path }];
    });
    return named.flatMap(({ name, path }, i) => {
        const twin = named.slice(0, i).find((other) => other.path === path);
        if (twin)
            return [`${titleOf(twin.name)} and ${titleOf(name)} are both ${(0,reading .hD)(path)}: give each a file of its own`];
        if (isPathFree(name) || (path !== '-' && staysBelow(path)))
            return [];
        return [
            `${titleOf(name)}: ${(0,reading .hD)(path)} leaves the workspace: write a path below it, such as "${formats .h[name].example}"`,
        ];
    });
}
function leftUndone(settings, targets, caller) {
    const plansNothing = caller === 'command-line' && settings['dry-run'] && settings['issues-dir'] === undefined;
    return [
        ...noLogin(settings, targets),
        ...(settings['login-allow-plain'] && settings['login-jid'] === undefined
            ? [
                `${inputTitle('login-allow-plain', caller)} is for ${inputTitle('login-jid', caller)}, which is not given: no login is tried`,
            ]
            : []),
        ...(plansNothing
            ? ['--dry-run is about issues, and there are none: name a folder for them with --issues-dir']
            : []),
    ];
}
function withoutDot(targets) {
    return targets
        .filter(({ domain, endpoints }) => !domain.includes('.') && endpoints.length === 0)
        .map(({ domain }) => `${(0,reading .hD)(domain)} has no dot: is it a domain? It is checked as one`);
}
function noLogin({ 'login-jid': account, 'login-password': password }, targets) {
    if (account === undefined)
        return [];
    if (password === undefined) {
        return [
            'no login is tried, because login-jid has no login-password: a secret is empty in a pull request from a fork, and the command line takes the password from XMPP_TLS_LOGIN_PASSWORD',
        ];
    }
    const isLookedAt = targets.some(({ domain, services }) => domain === account.domain && services.includes('c2s'));
    return isLookedAt
        ? []
        : [`no login is tried, because the domain of login-jid, ${account.domain}, is not among those checked for c2s`];
}
function inSeconds(ms) {
    return `${ms / 1000}s`;
}
function staysBelow(path) {
    if (/^(?:[/\\]|[a-z]:)/iu.test(path))
        return false;
    let depth = 0;
    for (const part of path.split(/[/\\]+/u)) {
        if (part === '..')
            depth--;
        else if (part !== '' && part !== '.')
            depth++;
        if (depth < 0)
            return false;
    }
    return depth > 0;
}

 
var config_domain = __nccwpck_require__(5708);
 
var kinds = __nccwpck_require__(5609);
; 



function readHostLines(text) {
    const hosts = [];
    const problems = [];
    const lines = text.replace(/^\uFEFF/u, '').split(/\r\n|\n|\r/u);
    for (const [index, whole] of lines.entries()) {
        const content = whole.replace(/#.*/u, '');
        if (content.trim() === '')
            continue;
        const place = { line: index + 1, column: content.search(/\S/u) + 1 };
        const host = readHostLine(content.trim());
        if ('problem' in host)
            problems.push({ ...place, ...host });
        else
            hosts.push({ ...place, ...host.value });
    }
    return { hosts, problems };
}
function readHostLine(content) {
    const [first = '', ...options] = content.startsWith('- ') ? [content] : content.split(/\s+/u);
    const domain = (0,config_domain .dO)(first);
    if ('problem' in domain)
        return domain;
    let named;
    for (const option of options) {
        const read = readOption(option);
        if ('problem' in read)
            return read;
        named = read.value;
    }
    return { value: { domain: domain.value, ...(named ? { services: named } : {}) } };
}
function readOption(option) {
    const [, key, value = ''] = /^([^=]*)=(.*)$/u.exec(option) ?? [];
    if (key === undefined)
        return { problem: `${(0,reading .hD)(option)} stands behind a domain: write one domain per line` };
    if (key === 'port') {
        return {
            problem: `${(0,reading .hD)(option)} is not for host lines: name the port under "endpoints" in the configuration file`,
        };
    }
    if (key !== 'service')
        return { problem: `${(0,reading .hD)(option)} is not an option of host lines: write "service=c2s"` };
    return kinds .$p.read(value);
}

; 
function narrow(config, domains) {
    return {
        ...config,
        targets: config.targets.filter(({ domain }) => domains.includes(domain)),
        tracking: { ...config.tracking, fullRun: false },
    };
}

; 


async function readNamedFile(path, sources) {
    const read = await readFileIfThere(path, sources);
    if ('problem' in read)
        return read;
    if (read.value)
        return { value: read.value };
    const hint = sources.caller === 'command-line' ? '' : ': check the repository out (actions/checkout) before this step';
    return { problem: `${(0,reading .hD)(path)} does not exist${hint}` };
}
async function findConfigFile(sources) {
    for (const path of config_inputs .n0) {
        const read = await readFileIfThere(path, sources);
        if ('problem' in read || read.value)
            return read;
    }
    return { value: undefined };
}
async function readFileIfThere(path, { readFile }) {
    try {
        const text = await readFile(path);
        return { value: text === undefined ? undefined : { path: path.replace(/^(?:\.\/)+/u, ''), text } };
    }
    catch (error) {
        return { problem: `${(0,reading .hD)(path)} cannot be read: ${error instanceof Error ? error.message : String(error)}` };
    }
}

 
var place = __nccwpck_require__(2413);
; 


function entriesOfLines({ hosts, problems }, source) {
    const placeOf = ({ line, column }) => 'file' in source ? (0,place .r)({ ...source, line, column }) : `${source.call} ${line}`;
    return {
        entries: hosts.map(({ line, column, ...host }) => ({
            ...host,
            place: placeOf({ line, column }),
            ...('file' in source ? { position: { ...source, line, column } } : {}),
        })),
        problems: problems.map(({ line, column, problem }) => 'file' in source
            ? (0,place .G)({ ...source, line, column }, problem)
            : { message: `${placeOf({ line, column })}: ${problem}` }),
    };
}
function entriesOfFile({ content, positionOf }) {
    return (content.hosts ?? []).flatMap(({ components = [], waive, ...options }, index) => {
        const entryAt = (path, entry) => {
            const position = positionOf(path);
            return { ...entry, position, place: (0,place .r)(position) };
        };
        const host = { ...options, ...(waive ? { waivers: waive } : {}) };
        return [
            entryAt(['hosts', index], host),
            ...components.map((domain, place) => entryAt(['hosts', index, 'components', place], componentOf(host, domain))),
        ];
    });
}
function componentOf({ domain: parent, contact, language, server, checks, waivers }, domain) {
    return {
        domain,
        services: ['s2s'],
        componentOf: parent,
        ...(contact ? { contact } : {}),
        ...(language ? { language } : {}),
        ...(server ? { server } : {}),
        ...(checks ? { checks } : {}),
        ...(waivers ? { waivers } : {}),
    };
}
function mergeEntries(fromFile, fromLines, services) {
    const problems = [];
    const [file, lines] = [fromFile, fromLines].map((entries) => byDomain(entries, problems));
    const merged = new Map([...(file ?? [])].map(([domain, entry]) => {
        const wanted = lines?.get(domain)?.services ?? (entry.componentOf === undefined ? services : undefined);
        return [domain, { ...entry, ...(wanted ? { services: wanted } : {}) }];
    }));
    return { entries: [...new Map([...(lines ?? []), ...merged]).values()], problems };
}
function byDomain(entries, problems) {
    const found = new Map();
    for (const entry of entries) {
        const first = found.get(entry.domain);
        if (!first)
            found.set(entry.domain, entry);
        else if (saying(first) !== saying(entry)) {
            problems.push({
                message: `${entry.place}: ${(0,reading .hD)(entry.domain)} is already listed at ${first.place}, with other options: keep one`,
                ...(entry.position ? { position: entry.position } : {}),
            });
        }
    }
    return found;
}
function saying({ place: _place, position: _position, ...said }) {
    return JSON.stringify(Object.entries(said).sort(([a], [b]) => a.localeCompare(b)));
}
function toTarget({ place: _place, domain, services, ...options }, generalServices, toUnicode) {
    return {
        domain,
        unicodeDomain: toUnicode(domain),
        services: services ?? generalServices,
        endpoints: [],
        checks: {},
        waivers: [],
        ...options,
    };
}

; 

function toConfig(settings) {
    const { 'ca-file': caFile } = settings;
    return {
        services: settings.services,
        failOn: settings['fail-on'],
        changedOnly: settings['changed-only'],
        probe: {
            timeoutMs: settings.timeout,
            runTimeoutMs: settings['run-timeout'],
            parallel: settings.parallel,
            retries: settings.retries,
            s2sFrom: settings['s2s-from'],
            httpPorts: settings['http-ports'],
            componentPorts: settings['component-ports'],
            activeS2s: settings['active-s2s'],
            proveLoginOffer: settings['prove-login-offer'],
            starttlsInjection: settings['starttls-injection'],
            ...s2sListen(settings),
            ...login(settings),
        },
        network: {
            dnsServers: settings['dns-servers'] ?? [],
            allowPrivateAddresses: settings['allow-private-addresses'],
            families: settings['address-families'],
            ...(caFile === undefined ? {} : { caFile }),
        },
        tracking: tracking(settings),
        ...(settings.merge === undefined ? {} : { merge: settings.merge }),
        output: {
            summary: settings.summary,
            annotations: settings.annotations,
            files: filesOf(settings),
        },
    };
}
function tracking(settings) {
    const { 'issues-dir': issuesDir } = settings;
    return {
        manageIssues: settings['manage-issues'],
        dryRun: settings['dry-run'],
        labelPrefix: settings['label-prefix'],
        labels: settings.labels ?? [],
        assignees: settings.assignees ?? [],
        openAfter: settings['open-after'],
        closeAfter: settings['close-after'],
        closeAfterHours: settings['close-after-hours'],
        reopenDays: settings['reopen-days'],
        graceDays: settings['grace-days'],
        remindDays: settings['remind-days'],
        silenceDays: settings['silence-days'],
        refreshDays: settings['refresh-days'],
        skipWeekends: settings['skip-weekends'],
        ...(settings.language === undefined ? {} : { language: settings.language }),
        maxIssueWrites: settings['max-issue-writes'],
        maxIssueOpens: settings['max-issue-opens'],
        maxInconclusive: settings['max-inconclusive'],
        campaign: settings.campaign,
        fullRun: settings['full-run'],
        ...(issuesDir === undefined ? {} : { issuesDir }),
    };
}
function filesOf(settings) {
    return Object.fromEntries(formats .B.flatMap((name) => {
        const path = settings[name];
        return path === undefined ? [] : [[name, path]];
    }));
}
function s2sListen(settings) {
    const { 's2s-listen': where, 's2s-certificate': certificateFile } = settings;
    if (where === undefined)
        return {};
    return { s2sListen: certificateFile === undefined ? where : { ...where, certificateFile } };
}
function login(settings) {
    const { 'login-jid': account, 'login-password': password, 'login-allow-plain': allowPlain } = settings;
    return account === undefined || password === undefined ? {} : { login: { ...account, password, allowPlain } };
}

; 

const DAY_MS = 24 * 60 * 60 * 1000;
const MOST_DAYS = 400;
function promiseWarnings(targets, today) {
    return targets.flatMap(({ domain, promise }) => {
        if (promise === undefined || promise === 'next-maintenance')
            return [];
        if (promise < today)
            return [`the promise of ${(0,reading .hD)(domain)}, ${promise}, has passed: unless it is repaired, it is overdue`];
        const days = (Date.parse(promise) - Date.parse(today)) / DAY_MS;
        return days > MOST_DAYS
            ? [`the promise of ${(0,reading .hD)(domain)}, ${promise}, is more than ${MOST_DAYS} days ahead and is not taken over`]
            : [];
    });
}
function contactMistakes(entries, today) {
    const tomorrow = new Date(Date.parse(today) + DAY_MS).toISOString().slice(0, 10);
    return entries.flatMap(({ contacted, domain, place, componentOf }) => contacted !== undefined && componentOf === undefined && contacted > tomorrow
        ? [
            `${place}: contacted is ${contacted} for ${(0,reading .hD)(domain)}, which is in the future: write the day on which it was`,
        ]
        : []);
}

; 

const waivers_DAY_MS = 24 * 60 * 60 * 1000;
const LONG_DAYS = 365;
function waiverWarnings(targets, today) {
    return targets
        .filter((target) => target.componentOf === undefined)
        .flatMap(({ domain, waivers }) => waivers.flatMap(({ until }) => {
        if (until <= today)
            return [`the waiver of ${(0,reading .hD)(domain)} ended on ${until} and no longer counts`];
        const days = (Date.parse(until) - Date.parse(today)) / waivers_DAY_MS;
        return days > LONG_DAYS
            ? [`the waiver of ${(0,reading .hD)(domain)} runs until ${until}, more than a year from today`]
            : [];
    }));
}

; 












const PROBLEM_LIMIT = 50;
async function loadConfig(sources) {
    const { given, problems } = readInputs(sources);
    const lines = await hostLines(sources);
    const { file, problems: fileProblems } = await configFile(given['config-file'], lines.entries.length > 0 || 'merge' in given, sources);
    const merged = mergeEntries(file ? entriesOfFile(file) : [], lines.entries, given.services);
    const mistakes = contactMistakes(merged.entries, sources.today).map(unplaced);
    refuse([...problems.map(unplaced), ...lines.problems, ...fileProblems, ...merged.problems, ...mistakes]);
    const settings = { ...defaultSettings(sources.caller), ...file?.content.defaults, ...given };
    const all = merged.entries.map((entry) => toTarget(entry, settings.services, sources.toUnicode));
    const targets = partOf(all, settings.shard);
    if (all.length === 0 && settings.merge === undefined)
        refuse([unplaced(sayNoHosts(sources.caller, file?.path))]);
    refuse(contradictionsIn(settings, targets, (name) => sources.caller === 'command-line' && name in given, (name) => inputTitle(name, sources.caller)).map(unplaced));
    const whole = {
        ...toConfig(settings),
        targets,
        checks: file?.content.checks ?? {},
        ...(file ? { file: file.path } : {}),
    };
    return {
        config: inPart(whole, given.only, sources, lines.entries.length > 0),
        ...(settings.token === undefined ? {} : { token: settings.token }),
        ...(settings['api-url'] === undefined ? {} : { apiUrl: settings['api-url'] }),
        forge: settings.forge,
        warnings: [
            ...waiverWarnings(targets, sources.today),
            ...promiseWarnings(targets, sources.today),
            ...withoutDot(targets),
            ...leftUndone(settings, targets, sources.caller),
        ],
    };
}
function inPart(config, only, { byHand = false, caller }, hasLines) {
    if (only !== undefined) {
        const strangers = only.filter((domain) => !config.targets.some((target) => target.domain === domain));
        refuse(strangers.map((domain) => unplaced(`${inputTitle('only', caller)}: ${(0,reading .hD)(domain)} is not one of the domains of this run`)));
        return narrow(config, only);
    }
    return byHand && hasLines
        ? narrow(config, config.targets.map(({ domain }) => domain))
        : config;
}
async function hostLines(sources) {
    const text = sources.input('hosts') ?? '';
    if (sources.caller !== 'command-line')
        return entriesOfLines(readHostLines(text), { call: 'hosts, line' });
    const inline = entriesOfLines(readHostLines(text), { call: 'domain' });
    const path = sources.input('hosts-file');
    if (path === undefined)
        return inline;
    const read = await readNamedFile(path, sources);
    if ('problem' in read)
        return { ...inline, problems: [...inline.problems, unplaced(`--hosts-file: ${read.problem}`)] };
    const listed = entriesOfLines(readHostLines(read.value.text), { file: read.value.path });
    return { entries: [...inline.entries, ...listed.entries], problems: [...inline.problems, ...listed.problems] };
}
async function configFile(named, namesSubject, sources) {
    if (named === undefined && namesSubject && sources.caller === 'command-line')
        return { problems: [] };
    const read = named === undefined ? await findConfigFile(sources) : await readNamedFile(named, sources);
    if ('problem' in read)
        return { problems: [unplaced(`${inputTitle('config-file', sources.caller)}: ${read.problem}`)] };
    if (!read.value)
        return { problems: [] };
    const { readConfigFile } = await Promise.all( [__nccwpck_require__.e(815), __nccwpck_require__.e(377), __nccwpck_require__.e(413)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8413));
    const file = readConfigFile(read.value.path, read.value.text, sources.knownChecks);
    return 'problems' in file ? file : { file, problems: [] };
}
function sayNoHosts(caller, file) {
    const where = file ?? config_inputs .n0[0];
    return caller === 'command-line'
        ? `there are no domains to check: name them, as in "xmpp-tls example.org", or list them under "hosts:" in ${where}`
        : `there are no domains to check: list them in the input "hosts", one per line, or under "hosts:" in ${where}, which needs actions/checkout before this step`;
}
function partOf(targets, shard) {
    if (shard === undefined)
        return targets;
    return targets.filter((_, i) => i % shard.of === shard.part - 1);
}
function unplaced(message) {
    return { message };
}
function refuse(problems) {
    if (problems.length === 0)
        return;
    const rest = problems.length - PROBLEM_LIMIT;
    const shown = problems.slice(0, PROBLEM_LIMIT);
    throw new ports .j([...shown, ...(rest > 0 ? [unplaced(`and ${rest} more`)] : [])]);
}


  }),

  3388:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    p: () => (  OUTPUTS)
  });
  var _report_formats_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8066);

const FORMAT_OUTPUTS = Object.fromEntries(_report_formats_js__WEBPACK_IMPORTED_MODULE_0__  .B.map((name) => {
    const { output } = _report_formats_js__WEBPACK_IMPORTED_MODULE_0__  .h[name];
    return [name, `Path of that file, where one was asked for and written.${output === undefined ? '' : ` ${output}`}`];
}));
const OUTPUTS = {
    result: '`pass`, `fail` or `inconclusive`: what was found, whatever `fail-on` makes of it. `inconclusive` where a run ended before it found out anything: see `exit-code`.',
    'exit-code': 'How the step ended: `0` well, `1` plaintext, `2` a mistake in the configuration, `3` internal error, `4` inconclusive.',
    'hosts-total': 'Number of domains checked.',
    'hosts-secure': 'Number of domains that were seen to require TLS.',
    'hosts-plaintext': 'Number of domains that accept or offer connections without TLS, waived ones left out.',
    'hosts-inconclusive': 'Number of inconclusive domains.',
    'hosts-not-offered': 'Number of domains that offer none of the services: the DNS says so, or other servers cannot reach a component.',
    'hosts-waived': 'Number of domains that accept or offer connections without TLS and have a waiver for it.',
    'plaintext-hosts': 'The domains that accept or offer connections without TLS, one per line.',
    results: 'Compact JSON of all verdicts, worst first, with the version of its schema.',
    'results-complete': '`true`, or `false` where `results` or `plaintext-hosts` had to be cut to fit an environment variable: read `json-file` then.',
    'issues-opened': 'JSON array of the numbers of the issues that were opened.',
    'issues-closed': 'JSON array of the numbers of the issues that were closed.',
    'issues-reopened': 'JSON array of the numbers of the issues that were reopened.',
    'issues-updated': 'JSON array of the numbers of the issues that were updated.',
    'issues-overdue': 'JSON array of the numbers of the issues whose promised repair did not come.',
    'issues-failed': 'JSON array of the domains whose issue could not be written.',
    ...FORMAT_OUTPUTS,
};


  }),

  2413:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    G: () => (  placed),
    r: () => (  inWords)
  });
function placed(position, sentence) {
    return { message: `${inWords(position)}: ${sentence}`, position };
}
function inWords({ file, line, column }) {
    return `${file}:${line}:${column}`;
}


  }),

  4246:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    $8: () => (  readLoginPassword),
    AI: () => (  readToken),
    AX: () => (  readApiUrl),
    Ek: () => (  readListenAddress),
    G7: () => (  readPath),
    JW: () => (  readLabelPrefix),
    L2: () => (  readContact),
    V8: () => (  readLabel),
    Xy: () => (  readShard),
    qT: () => (  readAssignee),
    rL: () => (  readLoginJid),
    sW: () => (  isPort),
    zM: () => (  readDnsServer)
  });
  var _model_secret_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1817);
  var _domain_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(5708);
  var _reading_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8618);



const CONTROL = /\p{Cc}/u;
function readDnsServer(text) {
    if (/^[a-z]+:\/\//iu.test(text))
        return readDohUrl(text);
    if ((0,_domain_js__WEBPACK_IMPORTED_MODULE_1__  .kt)(text))
        return { value: text };
    const [, bracketed, plain = '', port] = /^(?:\[([^\]]*)\]|([^:]*))(?::(.*))?$/u.exec(text) ?? [];
    if (!(0,_domain_js__WEBPACK_IMPORTED_MODULE_1__  .kt)(bracketed ?? plain)) {
        return { problem: `${(0,_reading_js__WEBPACK_IMPORTED_MODULE_2__  .hD)(text)} is not an IP address: write one, with ":53" behind it or not, or an https URL` };
    }
    return port === undefined || isPort(port)
        ? { value: text }
        : { problem: `${(0,_reading_js__WEBPACK_IMPORTED_MODULE_2__  .hD)(text)} has no port from 1 to 65535` };
}
function readDohUrl(text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url?.protocol === 'https:' && url.username === '' && url.password === '')
        return { value: url.href };
    return { problem: `${(0,_reading_js__WEBPACK_IMPORTED_MODULE_2__  .hD)(text)} is not an https URL: write one such as "https://dns.example/dns-query"` };
}
function readListenAddress(text) {
    const [, bracketed, plain = '', port = ''] = /^(?:\[([^\]]*)\]|([^:]*)):(\d*)$/u.exec(text) ?? [];
    const address = bracketed ?? plain;
    if ((0,_domain_js__WEBPACK_IMPORTED_MODULE_1__  .kt)(address) && isPort(port))
        return { value: { address, port: Number(port) } };
    return { problem: `${(0,_reading_js__WEBPACK_IMPORTED_MODULE_2__  .hD)(text)} is not an address and a port: write them like "0.0.0.0:5269" or "[::]:5269"` };
}
function readShard(text) {
    const [, part = '', of = ''] = /^(\d{1,4})\/(\d{1,4})$/u.exec(text) ?? [];
    if (Number(part) >= 1 && Number(part) <= Number(of))
        return { value: { part: Number(part), of: Number(of) } };
    return { problem: `${(0,_reading_js__WEBPACK_IMPORTED_MODULE_2__  .hD)(text)} is not a part: write the number of this one and of all, such as 2/5` };
}
function isPort(text) {
    return /^\d{1,5}$/u.test(text) && Number(text) >= 1 && Number(text) <= 65535;
}
function readApiUrl(text) {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    if (url && /^https?:$/u.test(url.protocol) && url.username === '')
        return { value: text.replace(/\/+$/u, '') };
    return { problem: `${(0,_reading_js__WEBPACK_IMPORTED_MODULE_2__  .hD)(text)} is not a URL: write one such as "https://forge.example/api/v3"` };
}
function readPath(text) {
    return CONTROL.test(text) ? { problem: `${(0,_reading_js__WEBPACK_IMPORTED_MODULE_2__  .hD)(text)} is not a path` } : { value: text };
}
function readToken(text) {
    if (/^[\x21-\x7e]+$/u.test(text))
        return { value: text };
    return { problem: 'it holds characters that no token has: look for line breaks or spaces in the secret' };
}
function readLoginJid(text) {
    const [, user, rest = ''] = /^([^@/\s"&':<>]{1,255})@([^@/\s]+)$/u.exec(text) ?? [];
    const domain = (0,_domain_js__WEBPACK_IMPORTED_MODULE_1__  .dO)(rest);
    if (user === undefined || 'problem' in domain) {
        return { problem: `${(0,_reading_js__WEBPACK_IMPORTED_MODULE_2__  .hD)(text)} is not an account: write it like "tester@example.org", without a resource` };
    }
    return { value: { user, domain: domain.value } };
}
function readLoginPassword(text) {
    if (CONTROL.test(text))
        return { problem: 'it holds control characters: look for line breaks in the secret' };
    return text.length >= _model_secret_js__WEBPACK_IMPORTED_MODULE_0__  .c3
        ? { value: text }
        : {
            problem: `it is too short to be kept out of every log: give the account one of ${_model_secret_js__WEBPACK_IMPORTED_MODULE_0__  .c3} characters or more`,
        };
}
function readLabel(text) {
    if (text.length <= 50 && !CONTROL.test(text) && !text.includes(','))
        return { value: text };
    return { problem: `${(0,_reading_js__WEBPACK_IMPORTED_MODULE_2__  .hD)(text)} is not a label: write at most 50 characters, no comma among them` };
}
function readLabelPrefix(text) {
    return text.length <= 30
        ? readLabel(text)
        : { problem: `${(0,_reading_js__WEBPACK_IMPORTED_MODULE_2__  .hD)(text)} is too long for a label prefix: write at most 30 characters` };
}
function readAssignee(text) {
    if (/^[A-Za-z0-9][\w.-]{0,99}$/u.test(text))
        return { value: text };
    const bare = text.replace(/^@/u, '');
    const hint = bare === text ? 'write the name as the forge shows it' : `write it without the @, ${(0,_reading_js__WEBPACK_IMPORTED_MODULE_2__  .hD)(bare)}`;
    return { problem: `${(0,_reading_js__WEBPACK_IMPORTED_MODULE_2__  .hD)(text)} is not a user name: ${hint}` };
}
function readContact(text) {
    if (/^(?:(?:mailto|xmpp):[^\s@/]+@[^\s@]+|https:\/\/[^\s/]\S*)$/iu.test(text))
        return { value: text };
    const hint = /^[^\s@:]+@[^\s@:]+$/u.test(text) ? `"mailto:" in front of it` : 'a mailto:, xmpp: or https: address';
    return { problem: `${(0,_reading_js__WEBPACK_IMPORTED_MODULE_2__  .hD)(text)} is not a contact: write ${hint}` };
}


  }),

  8618:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    Vo: () => (  alternatives),
    h: () => (  suggestion),
    hD: () => (  quote),
    pA: () => (  nearest)
  });
const QUOTE_LIMIT = 60;
function quote(text) {
    return JSON.stringify(text.length > QUOTE_LIMIT ? `${text.slice(0, QUOTE_LIMIT)}\u2026` : text);
}
function alternatives(words) {
    const last = words.at(-1) ?? '';
    return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} or ${last}`;
}
function suggestion(word, known) {
    const near = nearest(word, known);
    if (near !== undefined)
        return `; did you mean ${quote(near)}?`;
    return known.length > 0 ? `; use ${alternatives(known)}` : '';
}
function nearest(word, known) {
    const typed = word.toLowerCase();
    const ranked = known
        .map((candidate) => ({ candidate, distance: distanceBetween(typed, candidate) }))
        .filter(({ candidate, distance }) => distance <= Math.max(1, Math.floor(candidate.length / 4)))
        .sort((a, b) => a.distance - b.distance);
    if (ranked[0])
        return ranked[0].candidate;
    return typed.length < 3 ? undefined : known.find((other) => other.startsWith(typed) || typed.startsWith(`${other}-`));
}
function distanceBetween(a, b) {
    if (Math.abs(a.length - b.length) > b.length)
        return Infinity;
    let [before, row] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
    for (let i = 1; i <= a.length; i++) {
        const next = [i];
        for (let j = 1; j <= b.length; j++) {
            const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
            const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : Infinity;
            next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, replaced, swapped));
        }
        [before, row] = [row, next];
    }
    return row[b.length] ?? Infinity;
}


  }),

  8397:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    C: () => (  usage)
  });
  var _flags_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6725);

const WIDTH = 100;
const BEFORE_FLAGS = `Usage: xmpp-tls [flags] [domain ...]
       xmpp-tls merge [flags] report.json ...

Proves whether XMPP servers enforce TLS, by behaviour and not only by what they advertise.
Without domains, those in the configuration file are checked. "merge" puts the JSON reports of
several runs together, and judges them as one.

Examples:
  xmpp-tls example.org
  xmpp-tls --services c2s --json report.json example.org example.net
  xmpp-tls --config xmpp-tls.yml --issues-dir cases
  xmpp-tls merge part-1.json part-2.json --json all.json

A switch also takes =true and =false. "--json -" writes to stdout, and the report for people to
stderr.`;
const AFTER_FLAGS = `Exit codes:
  0  every domain requires TLS
  1  a domain accepts or offers connections without TLS
  2  the configuration or the command line is wrong
  3  internal error
  4  inconclusive: a domain could not be checked (with --fail-on plaintext: none could)
With --fail-on never, 0 also stands for 1 and 4.
`;
function usage() {
    const indent = Math.max(..._flags_js__WEBPACK_IMPORTED_MODULE_0__  .W.map((flag) => left(flag).length)) + 2;
    const groups = _flags_js__WEBPACK_IMPORTED_MODULE_0__  .Y.map(({ title, flags }) => [`${title}:`, ...flags.flatMap((flag) => describe(flag, indent))].join('\n'));
    return [BEFORE_FLAGS, ...groups, AFTER_FLAGS].join('\n\n');
}
function left({ name, value, isOptional }) {
    const shown = isOptional === true ? `[${value}]` : value;
    return `  ${name}${shown === undefined ? '' : ` ${shown}`}`;
}
function describe(flag, indent) {
    return wrap(flag.about, WIDTH - indent).map((line, n) => (n === 0 ? left(flag) : '').padEnd(indent) + line);
}
function wrap(text, width) {
    const lines = [''];
    for (const word of text.split(' ')) {
        const line = lines.at(-1) ?? '';
        if (line === '')
            lines[lines.length - 1] = word;
        else if (line.length + 1 + word.length <= width)
            lines[lines.length - 1] = `${line} ${word}`;
        else
            lines.push(word);
    }
    return lines;
}


  }),

  1071:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    DQ: () => (  mayBeABan),
    X_: () => (  refusedForLackOfTls),
    eW: () => (  wasDropped),
    hb: () => (  takesUpLogin),
    jp: () => (  wasNotAsked),
    mC: () => (  mayBeAboutUs),
    pM: () => (  looksUserUp),
    vO: () => (  isTurnedDown)
  });
 
const TLS = /(?<![a-z])(?:start)?(?:tls|ssl)(?![a-uw-z])/i;
const ENCRYPTION = /encrypt|\b(?:in)?secure(?:d)?\s+(?:connection|channel|stream|transport|link|socket)/i;
const INSECURE = /\b(?:un|not )encrypted|\binsecure/i;
const QUOTED = /\b[a-z][a-z0-9+.-]*:\/\/\S*|\b[\w-]+(?:\.[\w-]+)*\.[a-z][\w-]*/giu;
const NEGATION = /\b(?:not|never|no longer|\w+n['\u2019]t)\s+(?:\w+\s+)?(?:required|needed|necessary|mandatory|enforced|supported|available|offered)\b/i;
const DEMAND = /requir|mandat|obligat|enforc|expect|\bmust\b|\bneed|necess|\b(?:use|first|only|without|upgrade|established)\b|\bor (?:later|newer|better|higher)\b|\bnot (?:over|allowed|permitted|accepted)\b/i;
const LIMIT = /\btoo (?:many|much|often|fast|frequent)|\blimit|exceed|quota|\brate\b|\bper (?:second|minute|hour|day)\b|\bblock|\bbann?(?:ed)?\b|black ?list|deny ?list|attempt|\bwait\b|abuse|flood/i;
const CERTIFICATE = /certificate|\bcert\b/i;
function namesTls(text) {
    const words = text?.replace(QUOTED, ' ') ?? '';
    const isDemand = DEMAND.test(words) || INSECURE.test(words);
    return ((TLS.test(words) || ENCRYPTION.test(words)) &&
        isDemand &&
        ![NEGATION, LIMIT, CERTIFICATE].some((other) => other.test(words)));
}
const POLICY = [
    'policy-violation',
    'not-authorized',
    'not-acceptable',
    'invalid-mechanism',
    'mechanism-too-weak',
];
const MECHANISM = /\bEXTERNAL\b|mechanism/i;
function refusedForLackOfTls(answer) {
    if (!('condition' in answer) || answer.condition === undefined)
        return false;
    const { kind, condition, text } = answer;
    if (condition === 'encryption-required')
        return true;
    const ofTheMechanism = kind === 'sasl-failure' && MECHANISM.test(text ?? '');
    return POLICY.includes(condition) && !ofTheMechanism && namesTls(text);
}
function wasDropped(answer) {
    return answer.kind === 'dropped';
}
function isTurnedDown(answer) {
    switch (answer.kind) {
        case 'sasl-failure':
        case 'iq-error':
        case 'stream-error':
        case 'dropped':
            return true;
        case 'iq-result':
            return answer.fields.length === 0;
        case 'dialback':
            return answer.type === 'error';
        case 'sasl-challenge':
        case 'sasl-success':
        case 'closed':
            return false;
    }
}
function looksUserUp(answer) {
    return answer.kind === 'iq-error' && answer.condition === 'not-authorized' && !refusedForLackOfTls(answer);
}
const NOT_ABOUT_THE_QUESTION = [
    'policy-violation',
    'resource-constraint',
    'connection-timeout',
    'conflict',
    'host-gone',
    'host-unknown',
    'improper-addressing',
    'internal-server-error',
    'invalid-from',
    'remote-connection-failed',
    'reset',
    'see-other-host',
    'system-shutdown',
];
function mayBeABan(answer) {
    return (answer.kind === 'closed' || (answer.kind === 'stream-error' && NOT_ABOUT_THE_QUESTION.includes(answer.condition)));
}
const VAGUE = ['not-authorized', 'undefined-condition'];
function mayBeAboutUs(answer) {
    if (answer.kind !== 'stream-error' || refusedForLackOfTls(answer))
        return false;
    const { condition, text = '' } = answer;
    return mayBeABan(answer) || (VAGUE.includes(condition) && LIMIT.test(text));
}
function takesUpLogin(answer) {
    if (answer.kind === 'sasl-challenge' || answer.kind === 'sasl-success')
        return true;
    return answer.kind === 'sasl-failure' && answer.condition === 'not-authorized' && !refusedForLackOfTls(answer);
}
function wasNotAsked(question, step) {
    if (step === undefined || step.state === 'not-reached')
        return false;
    const isVersionless = question.startsWith('versionless');
    if (step.state === 'done')
        return isVersionless && mayBeAboutUs(step.value);
    const { code, step: at } = step.failure;
    if (code === 'probe.connections' || at === 'connect')
        return true;
    if (!isVersionless)
        return at === 'header' || at === 'features';
    return at === 'header' ? !answersHeader(step.failure) : HANG_UPS.includes(code);
}
const HANG_UPS = ['stream.closed', 'tcp.reset'];
function answersHeader({ code, condition, detail }) {
    if (condition === undefined)
        return code === 'stream.timeout';
    return !mayBeAboutUs({ kind: 'stream-error', condition, ...(detail === undefined ? {} : { text: detail }) });
}


  }),

  7128:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    p: () => (  isEncrypted),
    z: () => (  endpointName)
  });
function endpointName(endpoint) {
    return `${endpoint.url ?? `${endpoint.host}:${endpoint.port}`} [${endpoint.address}]`;
}
function isEncrypted({ transport, url }) {
    return transport === 'direct-tls' || /^(?:https|wss):/u.test(url ?? '');
}


  }),

  8675:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    Dv: () => (  isForLackOfIpv6),
    EM: () => (  FAILURES),
    G6: () => (  NEXT_STEPS),
    V2: () => (  failure),
    Vw: () => (  done),
    dp: () => (  failureInWords),
    eo: () => (  notReached),
    gz: () => (  failed),
    uI: () => (  DETAIL_LIMIT)
  });
const FAILURES = {
    'config.address-family': 'all addresses are of a family that address-families leaves out',
    'config.private-address': 'the address is private, loopback or link-local and allow-private-addresses is not set',
    'dns.nxdomain': 'the name does not exist in the DNS',
    'dns.nodata': 'the name has no address record',
    'dns.servfail': 'the name server could not answer (SERVFAIL: a broken zone, DNSSEC, or trouble of its own)',
    'dns.refused': 'the name server refused the question',
    'dns.timeout': 'the name server did not answer in time',
    'dns.malformed': 'the answer of the name server could not be read',
    'dns.unreachable': 'the name server could not be reached',
    'dns.limit': 'the DNS names more servers or addresses than we are willing to follow',
    'tcp.refused': 'the port refused the connection',
    'tcp.timeout': 'the port did not answer in time (filtered by a firewall, or the host is down)',
    'tcp.reset': 'the connection was reset',
    'tcp.failed': 'the connection could not be made',
    'net.no-ipv6-route': 'only reachable over IPv6, which this runner does not have',
    'net.unreachable': 'no route to the host from this runner',
    'stream.closed': 'the server closed the connection before it answered',
    'stream.timeout': 'the server did not answer in time',
    'stream.limit': 'the server sent more than we are willing to read',
    'stream.error': 'the server answered with a stream error',
    'stream.host-unknown': 'the host is not served there',
    'stream.redirected': 'the server sent us to another host',
    'stream.no-features': 'the server has no stream features to go on with (usually a missing certificate)',
    'stream.not-xmpp': 'what answered does not speak XMPP',
    'stream.speaks-tls': 'the port expects TLS from the first byte',
    'xml.not-well-formed': 'the server sent XML that is not well-formed',
    'xml.forbidden': 'the server sent XML that XMPP forbids (a DTD, comment or processing instruction)',
    'http.redirected': 'the web server sent us on to an encrypted address',
    'http.elsewhere': 'the web server sent us to another address, and not to an encrypted one',
    'http.refused': 'the web server does not serve XMPP under this address',
    'http.denied': 'the web server turned us away, which says nothing of what it lets others do',
    'http.error': 'the web server could not answer for the moment (overloaded, or what is behind it is down)',
    'http.not-http': 'what answered does not speak HTTP',
    'http.closed': 'the web server closed the connection before it answered',
    'http.timeout': 'the web server did not answer in time',
    'host-meta.unread': 'the host-meta file of the domain could not be read, so that the doors it names are not known',
    'starttls.failure': 'the server refused STARTTLS',
    'starttls.injected': 'the server sent plaintext after <proceed/>',
    'tls.alert': 'the server ended the TLS handshake with an alert',
    'tls.closed': 'the server closed the connection during the TLS handshake',
    'tls.timeout': 'the TLS handshake did not finish in time',
    'tls.not-tls': 'the server answered the TLS handshake with something that is not TLS',
    'tls.local-refusal': 'our own TLS library refused the handshake, which says nothing about the server',
    'login.unusable-challenge': 'the server answered a login with a challenge that cannot be answered',
    'login.impostor': 'the server accepted a login without showing that it knows the password',
    'login.no-session': 'the server accepted the login and refused what comes after it',
    'probe.connections': 'all connections that one endpoint may cost were used up',
    'run.deadline': 'the whole run ran out of time before this was reached',
    'confirm.differs': 'a second connection was answered differently',
};
function isForLackOfIpv6(because) {
    return because.length > 0 && because.every((reason) => reason.startsWith(FAILURES['net.no-ipv6-route']));
}
const NEXT_STEPS = {
    'config.private-address': 'Set allow-private-addresses: true if you mean it.',
    'dns.nxdomain': 'Is the name misspelt?',
    'dns.servfail': 'Ask another name server (dns-servers); if it fails there too, the zone has to be corrected.',
    'dns.timeout': 'Can this runner reach its name server? Name another one with dns-servers.',
    'dns.unreachable': 'Can this runner reach its name server? Name another one with dns-servers.',
    'tcp.refused': 'Nothing listens there: is the SRV record out of date, or the service down?',
    'tcp.timeout': 'A firewall drops it, or this runner may not reach the port: try from another network.',
    'net.no-ipv6-route': 'Use a runner that has IPv6, or judge IPv4 alone (address-families: ipv4).',
    'net.unreachable': 'Is outgoing traffic blocked for this runner?',
    'stream.timeout': 'If the server is only slow, raise timeout.',
    'stream.host-unknown': 'Does the record lead to the right server, and is the domain set up there?',
    'run.deadline': 'Raise run-timeout or parallel, or split the list.',
};
const DETAIL_LIMIT = 300;
function failure(code, step, detail, condition) {
    return {
        code,
        step,
        ...(detail ? { detail: detail.slice(0, DETAIL_LIMIT) } : {}),
        ...(condition ? { condition: condition.slice(0, DETAIL_LIMIT) } : {}),
    };
}
const done = (value) => ({ state: 'done', value });
const failed = (reason) => ({ state: 'failed', failure: reason });
const notReached = (after) => ({ state: 'not-reached', after });
function failureInWords({ code, condition }) {
    return condition !== undefined && /^[a-z-]{1,40}$/u.test(condition)
        ? `${FAILURES[code]} (${condition})`
        : FAILURES[code];
}


  }),

  5268:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    W: () => (  findingsOf),
    q: () => (  worstFindingsFirst)
  });
function findingsOf(endpoint, findings) {
    return findings.filter(({ endpoint: found }) => PLACE.every((name) => found[name] === endpoint[name]));
}
const PLACE = ['service', 'transport', 'host', 'port', 'address', 'url'];
const LEVELS = ['fail', 'warn', 'note'];
function worstFindingsFirst(findings) {
    const rank = ({ level, waived }) => LEVELS.indexOf(level) + (waived ? LEVELS.length : 0);
    return [...findings].sort((a, b) => rank(a) - rank(b));
}


  }),

  9805:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    Fq: () => (  inertLine),
    Ic: () => (  inertMarkdown),
    UJ: () => (  inertText),
    dp: () => (  byteLength),
    gQ: () => (  inertCode),
    ts: () => (  escapeInvisible),
    uQ: () => (  inertFence),
    yj: () => (  inertHtml)
  });
const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;
const BLANKS = /[\s\u0085]+/gu;
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800]/gu;
const FOLDING_MARGIN = 4;
const FENCE_LINE_LIMIT = 2000;
const ZERO_WIDTH_SPACE = '\u200b';
function escapeInvisible(text, escape) {
    return text.replace(INVISIBLE, escape);
}
function byteLength(text) {
    return new TextEncoder().encode(text).length;
}
function inertLine(line) {
    return escapeInvisible(line.replaceAll('\t', '  '), (c) => `\\u{${c.codePointAt(0)?.toString(16)}}`)
        .replace(/^(\s*):(?=:)/u, '$1: ')
        .replaceAll('##[', '## [');
}
function inertText(text, maxLength) {
    const few = cut(text, FOLDING_MARGIN * maxLength);
    return cut(inertLine(few.replace(BLANKS, ' ').trim()), maxLength);
}
function inertMarkdown(text, maxLength) {
    return deafen(inertText(text, maxLength))
        .replace(/[&<>]/gu, (c) => NAMED_ENTITIES[c] ?? entity(c))
        .replace(/["`*_~|[\]\\$]/gu, entity)
        .replace(/^[-+=:/]/u, entity)
        .replace(/^(\d+)([.)])(?= |$)/u, (_, digits, mark) => digits + entity(mark));
}
function inertHtml(text, maxLength) {
    return inertText(text, maxLength).replace(/[&<>"'`]/gu, (c) => NAMED_ENTITIES[c] ?? entity(c));
}
function inertCode(text, maxLength) {
    const inner = deafen(inertText(text, maxLength)).replaceAll('|', '\u00a6') || ' ';
    const delimiter = '`'.repeat(longestRun(inner) + 1);
    const pad = inner.startsWith('`') || inner.endsWith('`') ? ' ' : '';
    return delimiter + pad + inner + pad + delimiter;
}
function inertFence(text, maxBytes, language = '') {
    const lines = text.split(LINE_END).map((line) => deafen(inertLine(cut(line, FENCE_LINE_LIMIT))));
    const kept = fitting(lines, maxBytes);
    if (kept.length < lines.length)
        kept.push(`\u2026 lines left out: ${lines.length - kept.length}`);
    const fence = '`'.repeat(Math.max(3, longestRun(kept.join('\n')) + 1));
    return [fence + language.replace(/[^a-z0-9-]/giu, ''), ...kept, fence].join('\n');
}
function deafen(text) {
    return text.replace(/[@#]|!(?=\d)|GH-(?=\d)|:(?=\/\/)|www(?=\.)|<(?=!--)|--(?=!?>)/giu, `$&${ZERO_WIDTH_SPACE}`);
}
const NAMED_ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
function entity(character) {
    return `&#x${character.charCodeAt(0).toString(16)};`;
}
function cut(text, maxLength) {
    if (text.length <= maxLength)
        return text;
    return `${text.slice(0, maxLength - 1).replace(/\p{Cs}$/u, '')}\u2026`;
}
function fitting(lines, maxBytes) {
    const kept = [];
    let bytes = 0;
    for (const line of lines) {
        bytes += byteLength(line) + 1;
        if (bytes > maxBytes)
            break;
        kept.push(line);
    }
    return kept;
}
function longestRun(text) {
    return (text.match(/`+/gu) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}


  }),

  3284:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    CU: () => (  checkUrl),
    w5: () => (  PROJECT_URL)
  });
 
const PROJECT_URL = 'https://github.com/xmpp-tls-compliance/xmpp-tls-compliance';
const RELEASE_LINE = 'v1';
function checkUrl(id) {
    return /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(id) && id.length <= 80
        ? `${PROJECT_URL}/blob/${RELEASE_LINE}/docs/checks/${id}.md`
        : undefined;
}


  }),

  3041:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    j: () => (  ConfigurationError)
  });
class ConfigurationError extends Error {
    name = 'ConfigurationError';
    problems;
    constructor(problems) {
        const list = typeof problems === 'string' ? problems.split('\n').map((message) => ({ message })) : problems;
        super(list.map(({ message }) => message).join('\n'));
        this.problems = list;
    }
}


  }),

  1819:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    D: () => (  REPORT_SCHEMA),
    s: () => (  decidingTargets)
  });
const REPORT_SCHEMA = 1;
function decidingTargets({ targets }) {
    return targets.filter(({ unchanged }) => unchanged !== true);
}


  }),

  1817:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    Nt: () => (  withoutSecret),
    c3: () => (  SHORTEST_SECRET),
    jB: () => (  formsOfSecret)
  });
const INSTEAD = '[secret]';
const SHORTEST_SECRET = 8;
function formsOfSecret(secret) {
    const escaped = secret.replace(/[&<>"']/gu, (c) => `&${ENTITIES[c] ?? ''};`);
    const inBase64 = ['', '.', '..'].map((before) => {
        const [start, end] = [
            Math.ceil((before.length * 4) / 3),
            Math.floor(((before.length + bytes(secret).length) * 4) / 3),
        ];
        return btoa(before + bytes(secret)).slice(start, end);
    });
    return [...new Set([secret, escaped, encodeURIComponent(secret), ...inBase64])];
}
const ENTITIES = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": 'apos' };
function bytes(text) {
    return String.fromCharCode(...new TextEncoder().encode(text));
}
function withoutSecret(data, forms) {
    if (forms.length === 0)
        return data;
    const hide = (value) => {
        if (typeof value === 'string')
            return forms.reduce((text, form) => text.replaceAll(form, INSTEAD), value);
        if (Array.isArray(value))
            return value.map(hide);
        if (typeof value !== 'object' || value === null)
            return value;
        return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, hide(inner)]));
    };
    return hide(data);
}


  }),

  9684:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    i: () => (  SOFTWARE)
  });
const SOFTWARE = ['prosody', 'ejabberd', 'openfire', 'mongooseim', 'tigase', 'jabberd2', 'generic'];


  }),

  6220:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    Bg: () => (  SERVICES),
    Yj: () => (  LANGUAGES),
    Zz: () => (  TRANSPORTS)
  });
const SERVICES = ['c2s', 's2s'];
const TRANSPORTS = ['starttls', 'direct-tls', 'bosh', 'websocket', 'component'];
const LANGUAGES = ['en', 'de', 'fr', 'es', 'ja'];


  }),

  3341:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    x: () => (  VERSION)
  });
const VERSION = '0.1.0';


  }),

  1116:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    Gy: () => (  MESSAGE_LIMIT),
    TJ: () => (  limited),
    fz: () => (  annotate)
  });
  var _model_endpoint_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(7128);
  var _model_finding_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(5268);
  var _model_inert_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9805);
  var _model_links_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(3284);
  var _severity_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1727);
  var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8191);






const LIMIT_PER_LEVEL = 9;
const MESSAGE_LIMIT = 4096;
const ELSEWHERE = 'the job summary and the JSON report have all of them';
const LEVELS = ['error', 'warning', 'notice'];
function annotate(report) {
    const all = (0,_severity_js__WEBPACK_IMPORTED_MODULE_2__  .md)(report.targets).flatMap((target) => annotateTarget(target, report.ofChange === true));
    return LEVELS.flatMap((level) => limited(all.filter((annotation) => annotation.level === level), ELSEWHERE));
}
function annotateTarget(target, isOfChange) {
    const severity = (0,_severity_js__WEBPACK_IMPORTED_MODULE_2__  .xJ)(target);
    const level = levelOf(target, severity, isOfChange);
    if (level === undefined)
        return [];
    const message = [...opening(target, severity), ...findingsInWords(target), ...doubtsInWords(target)];
    return [
        {
            level,
            title: (0,_model_inert_js__WEBPACK_IMPORTED_MODULE_0__  .UJ)(`${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__  .AU)(target)}: ${titleOf(target, severity)}`, _words_js__WEBPACK_IMPORTED_MODULE_1__  .W$),
            message: (0,_model_inert_js__WEBPACK_IMPORTED_MODULE_0__  .UJ)(message.join(' '), MESSAGE_LIMIT),
            ...(target.position === undefined ? {} : { position: target.position }),
        },
    ];
}
function levelOf(target, severity, isOfChange) {
    const isCalm = severity === 'secure' || severity === 'not-offered';
    const hasDoubt = (0,_words_js__WEBPACK_IMPORTED_MODULE_1__  .AA)(target).some(([, { verdict }]) => verdict === 'inconclusive');
    if (target.unchanged === true)
        return isCalm ? undefined : 'notice';
    if (severity === 'plaintext' || severity === 'failing')
        return 'error';
    if (isOfChange && target.unknownName === true)
        return 'error';
    if (severity === 'inconclusive' || hasDoubt)
        return 'warning';
    if (target.findings.some(({ level, waived }) => level !== 'note' && !waived))
        return 'warning';
    if (target.findings.length > 0)
        return 'notice';
    return isOfChange ? 'notice' : undefined;
}
function titleOf(target, severity) {
    return target.unchanged === true
        ? `${_words_js__WEBPACK_IMPORTED_MODULE_1__  .Ix[severity]}, not part of this change`
        : _words_js__WEBPACK_IMPORTED_MODULE_1__  .Ix[severity];
}
function opening(target, severity) {
    if (target.unknownName === true)
        return ['The name does not exist in the DNS; is it misspelt?'];
    if (severity === 'secure' || severity === 'warned')
        return ['TLS is enforced.'];
    return severity === 'not-offered' ? ['The service is not offered, so there is nothing to enforce.'] : [];
}
function findingsInWords({ findings }) {
    const sorted = (0,_model_finding_js__WEBPACK_IMPORTED_MODULE_3__  .q)(findings);
    return [...new Set(sorted.map(({ check }) => check))].flatMap((check) => {
        const [worst, ...others] = sorted.filter((finding) => finding.check === check);
        return worst ? [findingInWords(worst, others.length)] : [];
    });
}
function findingInWords(finding, others) {
    const place = `Seen at ${(0,_model_endpoint_js__WEBPACK_IMPORTED_MODULE_4__  .z)(finding.endpoint)}${others > 0 ? ` and ${others} more` : ''}.`;
    const waived = finding.waived && `Waived until ${finding.waived.until}: ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__  .em)(finding.waived.reason)}`;
    const url = (0,_model_links_js__WEBPACK_IMPORTED_MODULE_5__  .CU)(finding.check);
    const about = url === undefined ? finding.check : `${finding.check}: ${url}`;
    return [(0,_words_js__WEBPACK_IMPORTED_MODULE_1__  .em)(finding.message), place, waived, `(${about})`].filter(Boolean).join(' ');
}
function doubtsInWords(target) {
    if (target.unknownName === true)
        return [];
    const doubts = (0,_words_js__WEBPACK_IMPORTED_MODULE_1__  .AA)(target)
        .filter(([, { verdict }]) => verdict === 'inconclusive')
        .map(([service, verdict]) => (0,_words_js__WEBPACK_IMPORTED_MODULE_1__  .em)(`${_words_js__WEBPACK_IMPORTED_MODULE_1__  .wm[service]} ${(0,_words_js__WEBPACK_IMPORTED_MODULE_1__  .L2)(service, verdict)}`));
    return [...doubts, ...(target.nextSteps ?? [])];
}
function limited(annotations, elsewhere) {
    const [first] = annotations;
    if (!first || annotations.length <= LIMIT_PER_LEVEL)
        return [...annotations];
    const shown = annotations.slice(0, LIMIT_PER_LEVEL - 1);
    const more = `and ${annotations.length - shown.length} more`;
    const message = `${more}: ${elsewhere}.`;
    return [...shown, { level: first.level, title: more, message }];
}


  }),

  8066:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


 
__nccwpck_require__.d(__webpack_exports__, {
  h: () => (  FORMATS),
  B: () => (  FORMAT_NAMES)
});

 
var inert = __nccwpck_require__(9805);
 
var model_report = __nccwpck_require__(1819);
 
var json = __nccwpck_require__(7406);
 
var report_severity = __nccwpck_require__(1727);
; 




const LABEL = 'XMPP TLS';
const COLOURS = { brightgreen: '#2f8132', yellow: '#8f6400', red: '#c03030', lightgrey: '#6b6b6b' };
const BADGE_FORMAT = {
    description: 'Write a badge to this file: an SVG image where its name ends in .svg, otherwise JSON for shields.io.',
    flag: '--badge FILE',
    example: 'xmpp-tls.svg',
    render: (report, path) => (/\.svg$/iu.test(path) ? svg(report) : endpointJson(report)),
};
function endpointJson(report) {
    const { message, colour } = say(report);
    return `${(0,json .nl)(JSON.stringify({ schemaVersion: 1, label: LABEL, message, color: colour }))}\n`;
}
function say(report) {
    const day = report.startedAt.slice(0, 10);
    const { words, colour } = verdict(report);
    return { message: `${words}, ${day}`, colour };
}
function verdict(report) {
    const targets = (0,model_report .s)(report);
    const { plaintext, inconclusive, total } = (0,report_severity .qX)({ targets });
    const failing = targets.filter((target) => (0,report_severity .xJ)(target) === 'failing').length;
    if (total === 0)
        return { words: 'nothing checked', colour: 'lightgrey' };
    if (plaintext > 0)
        return { words: `${plaintext} of ${total} plaintext`, colour: 'red' };
    if (failing > 0)
        return { words: `${failing} of ${total} failing`, colour: 'red' };
    if (inconclusive === total)
        return { words: 'inconclusive', colour: 'lightgrey' };
    if (inconclusive > 0)
        return { words: `${inconclusive} of ${total} inconclusive`, colour: 'yellow' };
    return { words: total === 1 ? 'enforced' : `${total} of ${total} enforced`, colour: 'brightgreen' };
}
const HEIGHT = 20;
const PADDING = 6;
function svg(report) {
    const { message, colour } = say(report);
    const [left, right] = [widthOf(LABEL), widthOf(message)];
    const [label, text] = [(0,inert .yj)(LABEL, 100), (0,inert .yj)(message, 100)];
    const piece = (words, x, width) => `<text x="${x + PADDING}" y="14" textLength="${width}" lengthAdjust="spacingAndGlyphs">${words}</text>`;
    const edge = left + 2 * PADDING;
    const whole = edge + right + 2 * PADDING;
    return [
        `<svg xmlns="http://www.w3.org/2000/svg" width="${whole}" height="${HEIGHT}" role="img" aria-label="${label}: ${text}">`,
        `<title>${label}: ${text}</title>`,
        `<clipPath id="r"><rect width="${whole}" height="${HEIGHT}" rx="3"/></clipPath>`,
        `<g clip-path="url(#r)"><rect width="${edge}" height="${HEIGHT}" fill="#444"/>`,
        `<rect x="${edge}" width="${whole - edge}" height="${HEIGHT}" fill="${COLOURS[colour]}"/></g>`,
        '<g fill="#fff" font-family="Verdana,DejaVu Sans,Geneva,sans-serif" font-size="11">',
        piece(label, 0, left),
        piece(text, edge, right),
        '</g>',
        '</svg>',
        '',
    ].join('\n');
}
function widthOf(text) {
    const widths = [...text].map((c) => /[ilj.,:;'| ]/u.test(c) ? 4 : /[mwMW]/u.test(c) ? 10 : /[A-Z]/u.test(c) ? 8 : 7);
    return widths.reduce((sum, width) => sum + width, 0);
}

 
var model_endpoint = __nccwpck_require__(7128);
 
var finding = __nccwpck_require__(5268);
 
var links = __nccwpck_require__(3284);
 
var model_target = __nccwpck_require__(6220);
; 
const PAGE_STYLE = `
:root { color-scheme: light dark; --fg: #1d2125; --dim: #59636e; --bg: #fff; --line: #d1d9e0; --bad: #b3261e; --bad-bg: #fdeceb; --unsure: #7a5200; --unsure-bg: #fff5db; --good: #1a6b2b; --good-bg: #e7f6ea; --none-bg: #eef0f2; }
@media (prefers-color-scheme: dark) { :root { --fg: #e6e9ec; --dim: #9aa4af; --bg: #14171a; --line: #3a424a; --bad: #ff9c94; --bad-bg: #43201e; --unsure: #f2c76b; --unsure-bg: #3b2f12; --good: #8fdc9e; --good-bg: #17351e; --none-bg: #272c31; } }
body { margin: 0 auto; padding: 2rem 1rem 3rem; max-width: 72rem; font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; color: var(--fg); background: var(--bg); }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; }
.lead { font-size: 1.15rem; margin: 0 0 .5rem; }
.counts { display: flex; flex-wrap: wrap; gap: .5rem; list-style: none; padding: 0; margin: 1rem 0 1.5rem; }
.counts li { padding: .25rem .75rem; border-radius: 1rem; background: var(--none-bg); }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; color: var(--dim); padding-bottom: .5rem; }
th, td { text-align: left; vertical-align: top; padding: .6rem .75rem; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
thead th { border-top: 0; color: var(--dim); font-weight: 600; }
thead th:nth-child(2) { width: 13%; }
thead th:nth-child(n + 3) { width: 19%; }
tbody th { font-weight: 600; }
small, .none { color: var(--dim); font-weight: 400; }
.chip { display: inline-block; padding: .05rem .6rem; border-radius: 1rem; font-weight: 600; background: var(--none-bg); overflow-wrap: normal; }
.plaintext .chip, .failing .chip, .counts .plaintext, .counts .failing { color: var(--bad); background: var(--bad-bg); }
.inconclusive .chip, .waived .chip, .warned .chip, .counts .inconclusive, .counts .waived, .counts .warned { color: var(--unsure); background: var(--unsure-bg); }
.secure .chip, .counts .secure { color: var(--good); background: var(--good-bg); }
details { font-weight: 400; margin-top: .25rem; }
summary { cursor: pointer; color: var(--dim); font-size: .9rem; }
details ul { margin: .5rem 0 0; padding-left: 1.1rem; font-size: .9rem; }
details li { margin-bottom: .5rem; }
code { font-size: .85em; background: var(--none-bg); padding: .1em .3em; border-radius: .25rem; }
footer { margin-top: 2rem; color: var(--dim); font-size: .9rem; }
@media (max-width: 40rem) { thead { display: none; } tr { display: block; border-top: 1px solid var(--line); padding: .5rem 0; } th, td { display: block; border: 0; padding: .15rem 0; } td[data-service]::before { content: attr(data-service) ": "; color: var(--dim); } }
`;

 
var words = __nccwpck_require__(8191);
; 









const PAGE_FORMAT = {
    description: 'Write a page for people to this file: one HTML file that needs nothing else, with all domains in a table.',
    flag: '--html FILE',
    example: 'xmpp-tls.html',
    render: (report, _, { runUrl }) => renderPage(report, runUrl),
};
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
function renderPage(report, runUrl) {
    const targets = (0,report_severity .md)(report.targets);
    return [
        '<!doctype html>',
        '<html lang="en">',
        '<head>',
        '<meta charset="utf-8">',
        `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        '<title>XMPP servers and TLS</title>',
        `<style>${PAGE_STYLE}</style>`,
        '</head>',
        '<body>',
        ...renderHead(report),
        ...renderTable(targets),
        ...renderFoot(report, runUrl),
        '</body>',
        '</html>',
        '',
    ].join('\n');
}
function renderHead(report) {
    const targets = (0,model_report .s)(report);
    const kinds = report_severity .oC.map((severity) => ({
        severity,
        count: targets.filter((target) => (0,report_severity .xJ)(target) === severity).length,
    })).filter(({ count }) => count > 0);
    return [
        '<header>',
        '<h1>Can anyone still talk to these XMPP servers without TLS?</h1>',
        `<p class="lead">${shown(leadOf(report))}</p>`,
        '<ul class="counts">',
        ...kinds.map(({ severity, count }) => {
            const [one, several] = words .Jt[severity];
            return `<li class="${severity}"><b>${count}</b> ${count === 1 ? one : several}</li>`;
        }),
        '</ul>',
        '</header>',
    ];
}
function leadOf(report) {
    const { secure, total, notOffered } = (0,report_severity .qX)({ targets: (0,model_report .s)(report) });
    const offered = total - notOffered;
    if (offered < 2)
        return (0,words .Pl)(report);
    return `${secure} of ${(0,words .C5)(offered)} were seen to require TLS: ${Math.round((100 * secure) / offered)} %.`;
}
function renderTable(targets) {
    if (targets.length === 0)
        return [];
    return [
        '<table>',
        '<caption>The domains that need attention come first.</caption>',
        `<thead><tr><th scope="col">Domain</th><th scope="col">Verdict</th>${model_target .Bg.map((service) => `<th scope="col">${shown(capital(words .wm[service]))}</th>`).join('')}</tr></thead>`,
        '<tbody>',
        ...targets.flatMap(renderTarget),
        '</tbody>',
        '</table>',
    ];
}
function renderTarget(target) {
    const severity = (0,report_severity .xJ)(target);
    const aside = target.unchanged === true ? ' <small>(not part of this change)</small>' : '';
    return [
        `<tr class="${severity}">`,
        `<th scope="row">${shown((0,words .AU)(target))}${renderMore(target)}</th>`,
        `<td>${chip(severity)}${aside}</td>`,
        ...model_target .Bg.map((service) => `<td data-service="${service}">${renderService(target, service)}</td>`),
        '</tr>',
    ];
}
function chip(severity) {
    return `<span class="chip">${shown(words .Ix[severity])}</span>`;
}
function renderService({ services }, service) {
    const verdict = services[service];
    if (verdict === undefined)
        return '<span class="none">not checked</span>';
    const isProven = verdict.proof !== 'none' && ['plaintext', 'secure'].includes(verdict.verdict);
    const proof = isProven ? ` <small>(${shown(words .$$[verdict.proof])})</small>` : '';
    const phrase = verdict.verdict === 'inconclusive' ? '' : `<br><small>${shown((0,words .hJ)(service, verdict))}</small>`;
    const reason = verdict.verdict === 'inconclusive' && verdict.because.length > 0
        ? `<br><small>${shown(verdict.because.join('; '))}</small>`
        : '';
    return `${shown(words .A1[verdict.verdict])}${proof}${phrase}${reason}`;
}
function renderMore({ findings, notes, note, nextSteps = [] }) {
    const items = [
        ...(note === undefined ? [] : [`<li>${shown((0,words .em)(note))}</li>`]),
        ...(0,finding .q)(findings).map(renderFinding),
        ...[...notes.map(words .em), ...nextSteps].map((text) => `<li>${shown(text)}</li>`),
    ];
    return items.length === 0 ? '' : `<details><summary>More</summary><ul>${items.join('')}</ul></details>`;
}
function renderFinding({ check, message, endpoint, evidence, waived, level }) {
    const url = (0,links .CU)(check);
    const about = url === undefined ? shown(check) : `<a href="${url}">${shown(check)}</a>`;
    const state = waived ? `waived until ${shown(waived.until)}: ${shown(waived.reason)}` : level;
    const pieces = evidence.map((piece) => `<code>${shown(piece)}</code>`);
    const seen = `${shown(endpoint.service)} at ${shown((0,model_endpoint .z)(endpoint))}`;
    return `<li><b>${shown((0,words .em)(message))}</b> ${seen} (${state}). ${about}${pieces.length > 0 ? `<br>${pieces.join('<br>')}` : ''}</li>`;
}
function renderFoot({ tool, startedAt, durationMs, targets }, runUrl) {
    const run = runUrl !== undefined && /^https?:\/\/[\w.:/?=&%~+-]+$/u.test(runUrl)
        ? ` in <a href="${shown(runUrl)}">this run</a>`
        : '';
    const when = `<time datetime="${shown(startedAt)}">${shown((0,words .n$)(startedAt))}</time>`;
    return [
        '<footer>',
        '<p><b>proven</b>: the server was seen to refuse, or to accept, a connection without TLS. <b>advertised only</b>: it says so, and could not be made to show it. <b>inconclusive</b>: something could not be checked; that accuses nobody.</p>',
        `<p><a href="${links .w5}">${shown(tool.name)}</a> ${shown(tool.version)} checked ${(0,words .C5)(targets.length)}${run} on ${when}, in ${(0,words .p0)(durationMs)}.</p>`,
        '</footer>',
    ];
}
function capital(text) {
    return text.charAt(0).toUpperCase() + text.slice(1);
}
function shown(text) {
    return (0,inert .yj)(text, words .W$);
}

 
var failure = __nccwpck_require__(8675);
; 








const MOST_RESULTS = 25_000;
const MESSAGE_LIMIT = 1000;
const CATEGORY = 'xmpp-tls/';
const LEVELS = { fail: 'error', warn: 'warning', note: 'note' };
const SARIF_FORMAT = {
    description: 'Write the findings as SARIF 2.1.0 to this file, for code scanning.',
    flag: '--sarif FILE',
    example: 'xmpp-tls.sarif',
    output: 'Empty where something was inconclusive, because uploading the file would close alerts that nobody checked.',
    render: (report, _, context) => `${(0,json .nl)(JSON.stringify(sarifLog(report, context), null, 2))}\n`,
    withhold: (report) => {
        const doubtful = report.targets.filter((target) => doubtsOf(target).length > 0);
        if (doubtful.length === 0)
            return undefined;
        const names = doubtful.slice(0, 5).map(words .AU).join(', ');
        const more = doubtful.length > 5 ? ` and ${doubtful.length - 5} more` : '';
        return `the file is not handed on for upload, which would close the alerts of what is inconclusive: ${names}${more}`;
    },
};
function sarifLog(report, context) {
    const doubts = (0,report_severity .md)(report.targets).flatMap(doubtsOf);
    return {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: {
                    driver: {
                        name: report.tool.name,
                        version: report.tool.version,
                        informationUri: links .w5,
                        rules: context.advice.checks.map(rule),
                    },
                },
                automationDetails: { id: CATEGORY },
                columnKind: 'utf16CodeUnits',
                invocations: [
                    {
                        executionSuccessful: doubts.length === 0,
                        startTimeUtc: report.startedAt,
                        endTimeUtc: new Date(Date.parse(report.startedAt) + report.durationMs).toISOString(),
                        toolExecutionNotifications: doubts.map((text) => ({ level: 'warning', message: { text: plain(text) } })),
                    },
                ],
                results: (0,report_severity .md)(report.targets)
                    .flatMap((target) => results(target, context))
                    .slice(0, MOST_RESULTS),
            },
        ],
    };
}
function rule(check) {
    const { id, title, why, how, level } = check;
    const url = (0,links .CU)(id);
    return {
        id,
        name: id.replace(/(?:^|-)(.)/gu, (_, letter) => letter.toUpperCase()),
        shortDescription: { text: plain(title) },
        fullDescription: { text: plain((0,words .em)(title)) },
        help: {
            text: plain(`${why} ${how}`),
            markdown: `${why}\n\n${how}${url === undefined ? '' : `\n\n[How to fix it on each server](${url})`}`,
        },
        ...(url === undefined ? {} : { helpUri: url }),
        defaultConfiguration: { level: LEVELS[level] },
        properties: {
            tags: ['security', 'xmpp', 'tls', ...(check.group === 'plaintext' ? ['external/cwe/cwe-319'] : [])],
            precision: 'very-high',
            'security-severity': severity(check),
        },
    };
}
function severity({ group, services, level }) {
    if (group === 'plaintext')
        return services.includes('c2s') ? '8.1' : '7.4';
    return level === 'fail' ? '5.9' : '4.3';
}
function results(target, context) {
    const indexes = new Map(context.advice.checks.map(({ id }, index) => [id, index]));
    const sorted = (0,finding .q)(target.findings);
    const keyOf = ({ check, service }) => `${check} ${service}`;
    return [...new Set(sorted.map(keyOf))].flatMap((key) => {
        const [worst, ...others] = sorted.filter((finding) => keyOf(finding) === key);
        const ruleIndex = worst && indexes.get(worst.check);
        return worst && ruleIndex !== undefined ? [result(target, worst, ruleIndex, others.length, context)] : [];
    });
}
function result(target, finding, ruleIndex, others, context) {
    const { check, service, level, message, endpoint, evidence, waived } = finding;
    const place = `Seen at ${(0,model_endpoint .z)(endpoint)}${others > 0 ? ` and ${others} more` : ''}.`;
    const said = evidence.length > 0 ? `Evidence: ${evidence.join('; ')}` : '';
    const text = [`${(0,words .AU)(target)}, ${service}: ${(0,words .em)(message)}`, place, said].filter(Boolean).join(' ');
    return {
        ruleId: check,
        ruleIndex,
        level: LEVELS[level],
        message: { text: plain(text) },
        locations: locations(target, context),
        partialFingerprints: { primaryLocationLineHash: `${service}:${target.domain}` },
        properties: { domain: target.domain, service, endpoint: plain((0,model_endpoint .z)(endpoint)) },
        ...(waived
            ? { suppressions: [{ kind: 'external', status: 'accepted', justification: plain(waived.reason) }] }
            : {}),
    };
}
function locations({ position, domain }, { workflowFile }) {
    const place = position ?? (workflowFile === undefined ? undefined : { file: workflowFile, line: 1, column: 1 });
    if (place === undefined || /^(?:[/\\]|[a-z]:|\.\.(?:[/\\]|$))/iu.test(place.file))
        return [];
    const { file, line, column } = place;
    const endColumn = column + (position === undefined ? 1 : domain.length);
    return [
        {
            physicalLocation: {
                artifactLocation: { uri: file.split(/[/\\]/u).map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' },
                region: { startLine: line, startColumn: column, endLine: line, endColumn },
            },
        },
    ];
}
function doubtsOf(target) {
    return (0,words .AA)(target)
        .filter(([, { verdict, because }]) => verdict === 'inconclusive' && !(0,failure .Dv)(because))
        .map(([service, verdict]) => (0,words .em)(inWords(target, service, verdict)));
}
function inWords(target, service, verdict) {
    return `${(0,words .AU)(target)}, ${service}: ${(0,words .L2)(service, verdict)}`;
}
function plain(text) {
    return (0,inert .UJ)(text, MESSAGE_LIMIT).replace(/[[\]\\]/gu, '\\$&');
}

; 




const FORMATS = {
    'json-file': json .RV,
    'sarif-file': SARIF_FORMAT,
    'badge-file': BADGE_FORMAT,
    'report-file': PAGE_FORMAT,
};
const FORMAT_NAMES = Object.keys(FORMATS);


  }),

  7406:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    RV: () => (  JSON_FORMAT),
    Rv: () => (  plaintextHosts),
    gz: () => (  compactResults),
    nl: () => (  inertJson),
    sY: () => (  areComplete)
  });
 
  var _model_inert_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9805);
  var _model_report_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1819);
  var _severity_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1727);
  var _words_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8191);




function renderJson(report) {
    return [...piecesOfJson(report)].join('');
}
function* piecesOfJson({ targets, ...report }) {
    const [before = '', after = ''] = indentedJson({ ...report, targets: [] }).split('"targets": []');
    yield `${before}"targets": [`;
    for (const [index, target] of targets.entries()) {
        yield `${index === 0 ? '' : ','}\n    ${indentedJson(target).replaceAll('\n', '\n    ')}`;
    }
    yield `${targets.length === 0 ? '' : '\n  '}]${after}\n`;
}
const indentedJson = (value) => inertJson(JSON.stringify(ordered(value), null, 2));
const JSON_FORMAT = {
    description: 'Write the full report as JSON to this file, with everything that was said.',
    flag: '--json FILE',
    example: 'xmpp-tls.json',
    render: renderJson,
    pieces: piecesOfJson,
};
const LIST_LIMIT_BYTES = 100_000;
function compactResults(report, maxBytes = LIST_LIMIT_BYTES) {
    const entries = (0,_severity_js__WEBPACK_IMPORTED_MODULE_2__  .md)(report.targets).map((target) => inertJson(JSON.stringify(compactTarget(target))));
    return `[${fitting(entries, maxBytes - 1).join(',')}]`;
}
function plaintextHosts({ targets }, maxBytes = LIST_LIMIT_BYTES) {
    const open = targets.filter(({ verdict, waived }) => verdict === 'plaintext' && !waived);
    return fitting(open.map(({ domain }) => domain), maxBytes + 1).join('\n');
}
function areComplete(report, maxBytes = LIST_LIMIT_BYTES) {
    return (compactResults(report, maxBytes) === compactResults(report, Infinity) &&
        plaintextHosts(report, maxBytes) === plaintextHosts(report, Infinity));
}
function fitting(entries, maxBytes) {
    let bytes = 0;
    const end = entries.findIndex((entry) => (bytes += (0,_model_inert_js__WEBPACK_IMPORTED_MODULE_0__  .dp)(entry) + 1) > maxBytes);
    return end === -1 ? entries : entries.slice(0, end);
}
function compactTarget(target) {
    return {
        schema: _model_report_js__WEBPACK_IMPORTED_MODULE_3__  .D,
        domain: target.domain,
        verdict: target.verdict,
        waived: target.waived,
        services: Object.fromEntries((0,_words_js__WEBPACK_IMPORTED_MODULE_1__  .AA)(target).map(([service, { verdict, proof }]) => [service, { verdict, proof }])),
        failing: [...new Set(target.findings.map((finding) => finding.check))],
    };
}
const FIRST_KEYS = [
    ...['schema', 'tool', 'startedAt', 'result', 'domain', 'unicodeDomain', 'check', 'title', 'level', 'group'],
    ...['service', 'transport', 'host', 'port', 'address', 'family', 'source', 'state', 'kind', 'outcome', 'verdict'],
    ...['proof', 'message', 'because', 'evidence', 'waived', 'services', 'c2s', 's2s', 'durationMs', 'targets'],
    ...['connection', 'atMs', 'from', 'text', 'endpoint', 'connected', 'header', 'features', 'starttls', 'handshake'],
    ...['securedHeader', 'securedFeatures', 'plaintext', 'confirmation', 'endpoints', 'findings'],
];
const KEY_RANKS = new Map(FIRST_KEYS.map((key, rank) => [key, rank]));
function ordered(value) {
    if (Array.isArray(value))
        return value.map(ordered);
    if (typeof value !== 'object' || value === null)
        return value;
    const rank = (key) => KEY_RANKS.get(key) ?? KEY_RANKS.size;
    const entries = Object.entries(value).sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
    return Object.fromEntries(entries.map(([key, inner]) => [key, ordered(inner)]));
}
function inertJson(json) {
    return (0,_model_inert_js__WEBPACK_IMPORTED_MODULE_0__  .ts)(json, (c) => (c === '\n' ? c : utf16Escape(c))).replaceAll('##[', '##\\u005b');
}
function utf16Escape(character) {
    const units = Array.from({ length: character.length }, (_, i) => character.charCodeAt(i));
    return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
}


  }),

  2206:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    c: () => (  overdueIn)
  });
function overdueIn(plan, applied = []) {
    const openedFor = (domain) => applied.find(({ action }) => action.kind === 'open' && action.domain === domain)?.issue;
    return (plan?.overdue ?? []).map(({ domain, issue }) => ({ domain, issue: issue ?? openedFor(domain) }));
}


  }),

  1727:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    Y1: () => (  bystanders),
    md: () => (  worstFirst),
    oC: () => (  SEVERITIES),
    qX: () => (  countVerdicts),
    xJ: () => (  severityOf)
  });
  var _model_report_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1819);

const SEVERITIES = [
    'plaintext',
    'failing',
    'inconclusive',
    'waived',
    'warned',
    'secure',
    'not-offered',
];
function severityOf(target) {
    const counting = target.findings.filter((finding) => !finding.waived);
    if (target.verdict === 'plaintext' && !target.waived)
        return 'plaintext';
    if (counting.some((finding) => finding.group === 'tls' && finding.level === 'fail'))
        return 'failing';
    if (target.verdict === 'inconclusive')
        return 'inconclusive';
    if (target.verdict === 'plaintext')
        return 'waived';
    if (target.verdict === 'not-offered')
        return 'not-offered';
    return counting.length > 0 ? 'warned' : 'secure';
}
function worstFirst(targets) {
    const key = (target) => `${target.unchanged === true ? 1 : 0} ${SEVERITIES.indexOf(severityOf(target))} ${target.domain}`;
    const keyed = targets.map((target) => ({ target, key: key(target) }));
    return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ target }) => target);
}
function countVerdicts({ targets }) {
    const count = (counts) => targets.filter(counts).length;
    return {
        total: targets.length,
        secure: count((target) => target.verdict === 'secure'),
        plaintext: count((target) => target.verdict === 'plaintext' && !target.waived),
        inconclusive: count((target) => target.verdict === 'inconclusive'),
        notOffered: count((target) => target.verdict === 'not-offered'),
        waived: count((target) => target.verdict === 'plaintext' && target.waived),
    };
}
function bystanders(report) {
    const deciding = new Set((0,_model_report_js__WEBPACK_IMPORTED_MODULE_0__  .s)(report));
    return report.targets.filter((target) => !deciding.has(target));
}


  }),

  8191:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    $$: () => (  PROOF_TITLES),
    $N: () => (  TRANSPORT_NAMES),
    A1: () => (  VERDICT_TITLES),
    AA: () => (  serviceVerdicts),
    AU: () => (  domainName),
    C5: () => (  domains),
    Ix: () => (  SEVERITY_TITLES),
    Jt: () => (  PREDICATES),
    KF: () => (  bystandersLine),
    L2: () => (  verdictWords),
    Pl: () => (  headline),
    QK: () => (  countLine),
    W$: () => (  TEXT_LIMIT),
    em: () => (  sentence),
    hJ: () => (  verdictPhrase),
    n$: () => (  moment),
    p0: () => (  duration),
    wm: () => (  SERVICE_TITLES)
  });
  var _model_report_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1819);
  var _model_target_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6220);
  var _severity_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1727);



const TEXT_LIMIT = 300;
const PROOF_TITLES = {
    behaviour: 'proven',
    advertised: 'advertised only',
    none: 'no proof',
};
const PLAINTEXT = {
    c2s: {
        behaviour: 'accepted a client connection without TLS',
        advertised: 'offers login without TLS',
        none: 'allows login without TLS',
    },
    s2s: {
        behaviour: 'accepted a server connection without TLS',
        advertised: 'offers server-to-server connections without TLS',
        none: 'allows server-to-server connections without TLS',
    },
};
const SECURE = {
    behaviour: 'refuses connections without TLS',
    advertised: 'says that TLS is required',
    none: 'offers no connection without TLS',
};
function verdictPhrase(service, { verdict, proof, because }) {
    switch (verdict) {
        case 'plaintext':
            return PLAINTEXT[service][proof];
        case 'secure':
            return SECURE[proof];
        case 'inconclusive':
            return `inconclusive: ${fewOf(because) || 'nothing conclusive was seen'}`;
        case 'not-offered':
            return `not offered (${fewOf(because) || 'the DNS declares it absent'})`;
    }
}
const SERVICE_TITLES = { c2s: 'clients (c2s)', s2s: 'servers (s2s)' };
function verdictWords(service, verdict) {
    const proven = verdict.proof !== 'none' && (verdict.verdict === 'plaintext' || verdict.verdict === 'secure');
    return verdictPhrase(service, verdict) + (proven ? ` (${PROOF_TITLES[verdict.proof]})` : '');
}
function fewOf(reasons) {
    const more = reasons.length > 3 ? [`and ${reasons.length - 3} more reasons`] : [];
    return [...reasons.slice(0, 3), ...more].join('; ');
}
const VERDICT_TITLES = {
    plaintext: 'plaintext',
    secure: 'secure',
    inconclusive: 'inconclusive',
    'not-offered': 'not offered',
};
const SEVERITY_TITLES = {
    ...VERDICT_TITLES,
    failing: 'failing',
    waived: 'waived',
    warned: 'secure, with remarks',
};
const TRANSPORT_NAMES = {
    starttls: 'STARTTLS',
    'direct-tls': 'direct TLS',
    bosh: 'BOSH',
    websocket: 'WebSocket',
    component: 'component port',
};
function domainName({ domain, unicodeDomain }) {
    return domain === unicodeDomain ? domain : `${unicodeDomain} (${domain})`;
}
function serviceVerdicts({ services }) {
    return _model_target_js__WEBPACK_IMPORTED_MODULE_0__  .Bg.flatMap((service) => {
        const verdict = services[service];
        return verdict ? [[service, verdict]] : [];
    });
}
const PREDICATES = {
    plaintext: ['allows connections without TLS', 'allow connections without TLS'],
    failing: ['fails a TLS check', 'fail a TLS check'],
    inconclusive: ['is inconclusive', 'are inconclusive'],
    waived: ['allows plaintext under a waiver', 'allow plaintext under a waiver'],
    warned: ['enforces TLS with remarks', 'enforce TLS with remarks'],
    secure: ['enforces TLS', 'enforce TLS'],
    'not-offered': ['does not offer XMPP', 'do not offer XMPP'],
};
function headline(report) {
    const targets = (0,_model_report_js__WEBPACK_IMPORTED_MODULE_1__  .s)(report);
    const [first] = targets;
    if (!first)
        return report.targets.length > 0 ? 'This change touches no domain.' : 'No domain was checked.';
    if (targets.length === 1)
        return `${domainName(first)} ${PREDICATES[(0,_severity_js__WEBPACK_IMPORTED_MODULE_2__  .xJ)(first)][0]}.`;
    const kinds = _severity_js__WEBPACK_IMPORTED_MODULE_2__  .oC.map((severity) => ({
        severity,
        count: targets.filter((target) => (0,_severity_js__WEBPACK_IMPORTED_MODULE_2__  .xJ)(target) === severity).length,
    })).filter(({ count }) => count > 0);
    const all = targets.length === 2 ? 'Both' : `All ${targets.length}`;
    const parts = kinds.map(({ severity, count }, i) => {
        const [one, several] = PREDICATES[severity];
        if (kinds.length === 1)
            return `${all} domains ${several}`;
        return `${count}${i === 0 ? ` of ${targets.length} domains` : ''} ${count === 1 ? one : several}`;
    });
    return `${parts.join('; ')}.`;
}
function bystandersLine(report) {
    const targets = (0,_severity_js__WEBPACK_IMPORTED_MODULE_2__  .Y1)(report);
    return targets.length === 0 ? undefined : `Not part of this change, and not counted: ${countLine({ targets })}.`;
}
function domains(count) {
    return `${count} ${count === 1 ? 'domain' : 'domains'}`;
}
function countLine(report) {
    const { total, plaintext, waived, inconclusive, secure, notOffered } = (0,_severity_js__WEBPACK_IMPORTED_MODULE_2__  .qX)(report);
    const kinds = [
        [plaintext, 'plaintext'],
        [waived, 'waived'],
        [inconclusive, 'inconclusive'],
        [secure, 'secure'],
        [notOffered, 'not offered'],
    ];
    const counted = kinds.filter(([count]) => count > 0).map(([count, kind]) => `${count} ${kind}`);
    return [domains(total), ...(counted.length > 0 ? [counted.join(', ')] : [])].join(': ');
}
function sentence(text) {
    return /[.!?\u2026]$/u.test(text) ? text : `${text}.`;
}
function moment(instant) {
    return `${instant.slice(0, 16).replace('T', ' ')} UTC`;
}
function duration(ms) {
    if (ms < 1000)
        return `${Math.round(ms)} ms`;
    if (ms < 60_000)
        return `${(ms / 1000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1000);
    return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}


  }),

  7642:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    Ec: () => (  today),
    sk: () => (  createRandom),
    ts: () => (  createClock)
  });
  var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';
function createClock() {
    return {
        now: () => Date.now(),
        monotonic: () => performance.now(),
        sleep: (ms, signal) => new Promise((resolve) => {
            if (signal?.aborted)
                return resolve();
            const timer = setTimeout(wake, ms);
            function wake() {
                clearTimeout(timer);
                signal?.removeEventListener('abort', wake);
                resolve();
            }
            signal?.addEventListener('abort', wake);
        }),
    };
}
function createRandom() {
    return {
        token: (length) => Array.from({ length }, () => ALPHABET.charAt((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomInt)(ALPHABET.length))).join(''),
    };
}
function today() {
    return new Date().toISOString().slice(0, 10);
}


  }),

  1689:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    hf: () => (  currentEnvironment)
  });
 
  var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);
  var _model_ports_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3041);


function currentEnvironment() {
    return readEnvironment(process.env, (path) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.readFileSync)(path, 'utf8'));
}
function readEnvironment(variables, readFile) {
    const read = (name) => variables[name] || undefined;
    const url = (name, otherwise) => (read(name) ?? otherwise).replace(/\/+$/u, '');
    const repository = read('GITHUB_REPOSITORY');
    const serverUrl = url('GITHUB_SERVER_URL', 'https://github.com');
    const apiUrl = url('GITHUB_API_URL', read('FORGEJO_API_URL') ?? 'https://api.github.com');
    const runId = read('GITHUB_RUN_ID');
    const eventPath = read('GITHUB_EVENT_PATH');
    const event = eventPath ? readEvent(eventPath, readFile) : {};
    return {
        inActions: variables['GITHUB_ACTIONS'] === 'true',
        apiUrl,
        serverUrl,
        onForgejo: ['FORGEJO_ACTIONS', 'FORGEJO_API_URL', 'GITEA_ACTIONS'].some((name) => read(name) !== undefined),
        debug: variables['RUNNER_DEBUG'] === '1',
        noColour: read('NO_COLOR') !== undefined || read('TERM') === 'dumb',
        inputs: readInputs(variables),
        ...present({
            repository,
            runUrl: repository && runId && !apiUrl.endsWith('/api/v1')
                ? `${serverUrl}/${repository}/actions/runs/${runId}`
                : undefined,
            loginPassword: read('XMPP_TLS_LOGIN_PASSWORD'),
            eventName: read('GITHUB_EVENT_NAME'),
            ref: read('GITHUB_REF'),
            defaultBranch: textAt(event, 'repository', 'default_branch'),
            comment: read('GITHUB_EVENT_NAME') === 'issue_comment' ? writtenComment(event) : undefined,
            baseCommit: baseCommitOf(event),
            workflowFile: /^[^/]+\/[^/]+\/([^@]+)@/u.exec(variables['GITHUB_WORKFLOW_REF'] ?? '')?.[1],
            workspace: read('GITHUB_WORKSPACE'),
            stepSummaryFile: read('GITHUB_STEP_SUMMARY'),
        }),
    };
}
function readInputs(variables) {
    const inputs = Object.entries(variables).filter(([name]) => name.startsWith('INPUT_'));
    return Object.fromEntries(inputs.map(([name, value]) => [name.slice('INPUT_'.length).toLowerCase(), value ?? '']));
}
function readEvent(eventPath, readFile) {
    try {
        const event = JSON.parse(readFile(eventPath));
        return isPayload(event) ? event : {};
    }
    catch {
        return {};
    }
}
const isPayload = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
function mapIn(payload, name) {
    const value = payload[name];
    return isPayload(value) ? value : {};
}
const textOf = (value) => (typeof value === 'string' ? value : undefined);
function textAt(payload, ...keys) {
    const found = keys.slice(0, -1).reduce(mapIn, payload)[keys.at(-1) ?? ''];
    return found === '' ? undefined : textOf(found);
}
function baseCommitOf(event) {
    const commits = [
        textAt(event, 'pull_request', 'base', 'sha'),
        textAt(event, 'merge_group', 'base_sha'),
        textAt(event, 'before'),
    ];
    return commits.find((commit) => commit !== undefined && /^(?!0+$)[0-9a-f]{7,64}$/u.test(commit));
}
function writtenComment(event) {
    const [issue, comment] = [mapIn(event, 'issue'), mapIn(event, 'comment')];
    const { number } = issue;
    const { id, body, created_at: createdAt } = comment;
    if (event.action !== 'created' || typeof number !== 'number' || typeof id !== 'number')
        return undefined;
    const onPullRequest = isPayload(issue.pull_request) || event.is_pull === true;
    return { issue: number, onPullRequest, id, body: textOf(body) ?? '', createdAt: textOf(createdAt) ?? '' };
}
function present(values) {
    const there = Object.entries(values).filter(([, value]) => value !== undefined);
    return Object.fromEntries(there);
}
function mayWriteIssues(environment, manageIssues) {
    const { eventName, ref, defaultBranch } = environment;
    if (manageIssues === 'never')
        return refused('manage-issues switches them off');
    const obstacle = obstacleIn(environment);
    if (obstacle !== undefined)
        return refused(obstacle);
    if (manageIssues === 'always' || eventName === 'schedule')
        return { granted: true };
    if (eventName === undefined || !AUTO_EVENTS.includes(eventName))
        return refused('manage-issues is auto, and the run was not started by a schedule, by hand, a push or a comment');
    if (defaultBranch === undefined && eventName === 'workflow_dispatch')
        return { granted: true };
    if (defaultBranch === undefined)
        return refused('manage-issues is auto, and the event does not say which branch is the default');
    if (ref === `refs/heads/${defaultBranch}`)
        return { granted: true };
    return refused('manage-issues is auto, and this run is not one of the default branch');
}
function obstacleIn({ eventName, comment }) {
    if (eventName?.startsWith('pull_request'))
        return 'this run belongs to a pull request';
    if (eventName !== 'issue_comment')
        return undefined;
    if (comment === undefined)
        return 'no new comment started this run';
    return comment.onPullRequest ? 'the comment stands in a pull request' : undefined;
}
const AUTO_EVENTS = (  null && (['push', 'workflow_dispatch', 'issue_comment']));
function refused(because) {
    return { granted: false, because };
}
function isAboutChange({ eventName = '' }, changedOnly) {
    if (changedOnly !== 'auto')
        return changedOnly === 'always';
    return eventName.startsWith('pull_request') || eventName === 'merge_group';
}
function refuseUnsafeEvent({ eventName }) {
    if (eventName !== 'pull_request_target')
        return;
    throw new ConfigurationError('The workflow runs on pull_request_target, which gives a stranger\u2019s pull request the token of this repository: use `on: pull_request` (no issues are written there) or `on: schedule` instead.');
}


  }),

  8795:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    q: () => (  createFiles)
  });
  var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
  var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
  var _model_ports_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3041);



function createFiles(folder) {
    const locate = (path) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(folder, path);
    return {
        locate,
        inside: (path) => {
            const way = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(folder, locate(path));
            return way === '' || way.startsWith('..') || (0,node_path__WEBPACK_IMPORTED_MODULE_1__.isAbsolute)(way) ? undefined : way.split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep).join('/');
        },
        read: async (path) => {
            try {
                return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(locate(path), 'utf8');
            }
            catch (error) {
                if (error.code === 'ENOENT')
                    return undefined;
                throw error;
            }
        },
        list: async (path) => {
            const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(locate(path)).catch(() => undefined);
            if (found?.isDirectory() !== true)
                return [path];
            const below = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(locate(path), { recursive: true });
            return below
                .filter((name) => name.endsWith('.json'))
                .sort()
                .map((name) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(path, name));
        },
        write: async (path, text) => {
            try {
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(locate(path)), { recursive: true });
                await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(locate(path), text);
            }
            catch (error) {
                const why = error.code ?? String(error);
                throw new _model_ports_js__WEBPACK_IMPORTED_MODULE_2__  .j(`"${path}" cannot be written (${why}): name a file in a folder that can be written to`);
            }
        },
    };
}


  }),

  8061:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {


 
__nccwpck_require__.d(__webpack_exports__, {
  P: () => (  toUnicode)
});

; 
const external_node_url_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");
; 

function toUnicode(domain) {
    return (0,external_node_url_namespaceObject.domainToUnicode)(domain) || domain;
}


  }),

  4998:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    $V: () => (  createTerminalLog),
    jf: () => (  openTerminal)
  });
 
  var _model_inert_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(9805);

const LINE_LIMIT = 4000;
function createTerminalLog(terminal, debug) {
    const say = (prefix) => (line) => terminal.stderr(`${prefix}${(0,_model_inert_js__WEBPACK_IMPORTED_MODULE_0__  .UJ)(line, LINE_LIMIT)}\n`);
    const printTo = (out) => (text) => printableLines(text).forEach((line) => out(`${line}\n`));
    const foldTo = (out) => (title, text) => [title, text].forEach(printTo(out));
    const log = {
        info: say(''),
        debug: debug ? say('debug: ') : () => undefined,
        notice: say('note: '),
        warning: say('warning: '),
        error: say('error: '),
    };
    const { stdout, stderr } = terminal;
    return {
        ...log,
        ...{ print: printTo(stdout), fold: foldTo(stdout) },
        aside: { ...log, print: printTo(stderr), fold: foldTo(stderr) },
    };
}
function openTerminal() {
    for (const stream of [process.stdout, process.stderr]) {
        stream.on('error', (error) => {
            if (error.code !== 'EPIPE')
                throw error;
        });
    }
    return {
        stdout: (line) => process.stdout.write(line),
        stderr: (line) => process.stderr.write(line),
    };
}
const COLOUR = /\u001b\[[0-9;]*m/gu;
function printableLines(text) {
    if (text === '')
        return [];
    return text
        .replace(/\n$/u, '')
        .split('\n')
        .map((line) => {
        const plain = line.replace(COLOUR, '');
        const inert = (0,_model_inert_js__WEBPACK_IMPORTED_MODULE_0__  .Fq)(plain);
        return inert === plain ? line : inert;
    });
}


  }),

  8034:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    M: () => (  createNoOutputs)
  });
function createNoOutputs() {
    return { set: () => undefined, summarise: async () => undefined, annotate: () => undefined };
}


  }),

  1653:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) {

  __nccwpck_require__.d(__webpack_exports__, {
    n: () => (  onUncaught)
  });
 
function onUncaught(leave) {
    process.on('uncaughtException', (error) => process.exit(leave(error)));
}
function onInterrupted(leave) {
    for (const signal of ['SIGINT', 'SIGTERM'])
        process.once(signal, () => process.exit(leave(signal)));
}


  })

  });
 
  
  var __webpack_module_cache__ = {};
  
  
  function __nccwpck_require__(moduleId) {
  
  	var cachedModule = __webpack_module_cache__[moduleId];
  	if (cachedModule !== undefined) {
  		return cachedModule.exports;
  	}
  
  	var module = __webpack_module_cache__[moduleId] = {
  
  
  		exports: {}
  	};
  
  
  	var threw = true;
  	try {
  		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
  		threw = false;
  	} finally {
  		if(threw) delete __webpack_module_cache__[moduleId];
  	}
  
  
  	return module.exports;
  }
  
  
  __nccwpck_require__.m = __webpack_modules__;
  
 
  
  if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
  
  
  (() => {
  	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
  	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
  	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
  	var resolveQueue = (queue) => {
  		if(queue && queue.d < 1) {
  			queue.d = 1;
  			queue.forEach((fn) => (fn.r--));
  			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
  		}
  	}
  	var wrapDeps = (deps) => (deps.map((dep) => {
  		if(dep !== null && typeof dep === "object") {
  			if(dep[webpackQueues]) return dep;
  			if(dep.then) {
  				var queue = [];
  				queue.d = 0;
  				dep.then((r) => {
  					obj[webpackExports] = r;
  					resolveQueue(queue);
  				}, (e) => {
  					obj[webpackError] = e;
  					resolveQueue(queue);
  				});
  				var obj = {};
  				obj[webpackQueues] = (fn) => (fn(queue));
  				return obj;
  			}
  		}
  		var ret = {};
  		ret[webpackQueues] = x => {};
  		ret[webpackExports] = dep;
  		return ret;
  	}));
  	__nccwpck_require__.a = (module, body, hasAwait) => {
  		var queue;
  		hasAwait && ((queue = []).d = -1);
  		var depQueues = new Set();
  		var exports = module.exports;
  		var currentDeps;
  		var outerResolve;
  		var reject;
  		var promise = new Promise((resolve, rej) => {
  			reject = rej;
  			outerResolve = resolve;
  		});
  		promise[webpackExports] = exports;
  		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
  		module.exports = promise;
  		body((deps) => {
  			currentDeps = wrapDeps(deps);
  			var fn;
  			var getResult = () => (currentDeps.map((d) => {
  				if(d[webpackError]) throw d[webpackError];
  				return d[webpackExports];
  			}))
  			var promise = new Promise((resolve) => {
  				fn = () => (resolve(getResult));
  				fn.r = 0;
  				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
  				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
  			});
  			return fn.r ? promise : getResult();
  		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
  		queue && queue.d < 0 && (queue.d = 0);
  	};
  })();
  
  
  (() => {
  
  	__nccwpck_require__.d = (exports, definition) => {
  		for(var key in definition) {
  			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
  				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
  			}
  		}
  	};
  })();
  
  
  (() => {
  	__nccwpck_require__.f = {};
  
  
  	__nccwpck_require__.e = (chunkId) => {
  		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
  			__nccwpck_require__.f[key](chunkId, promises);
  			return promises;
  		}, []));
  	};
  })();
  
  
  (() => {
  
  	__nccwpck_require__.u = (chunkId) => {
  
  		return "" + chunkId + ".index.js";
  	};
  })();
  
  
  (() => {
  	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
  })();
  
  
  (() => {
  
  	__nccwpck_require__.r = (exports) => {
  		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
  			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
  		}
  		Object.defineProperty(exports, '__esModule', { value: true });
  	};
  })();
  
  
  (() => {
  
  	
  
  
  
  	var installedChunks = {
  		792: 0
  	};
  	
  	var installChunk = (data) => {
  		var {ids, modules, runtime} = data;
  
  
  		var moduleId, chunkId, i = 0;
  		for(moduleId in modules) {
  			if(__nccwpck_require__.o(modules, moduleId)) {
  				__nccwpck_require__.m[moduleId] = modules[moduleId];
  			}
  		}
  		if(runtime) runtime(__nccwpck_require__);
  		for(;i < ids.length; i++) {
  			chunkId = ids[i];
  			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
  				installedChunks[chunkId][0]();
  			}
  			installedChunks[ids[i]] = 0;
  		}
  	
  	}
  	
  	__nccwpck_require__.f.j = (chunkId, promises) => {
  
  			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
  			if(installedChunkData !== 0) { 
  	
  
  				if(installedChunkData) {
  					promises.push(installedChunkData[1]);
  				} else {
  					if(true) { 
  
  						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
  							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
  							throw e;
  						});
  						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
  						promises.push(installedChunkData[1] = promise);
  					}
  				}
  			}
  	};
  	
  
  	
  
  	
  
  	
  
  })();
  
 
  
  
  
  
  var __webpack_exports__ = __nccwpck_require__(9069);
  __webpack_exports__ = await __webpack_exports__;
  
