import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { FAILURES } from '../../src/model/failure.js';
import { createStreamTokenizer } from '../../src/xml/stream-tokenizer.js';
import { byteByByte, type Cut } from '../support/converse.js';
import { bytesOf, elementOf, HEADER, outline, tokensOf } from '../support/xml.js';

const STREAM = 'http://etherx.jabber.org/streams';

describe('the tokens of a stream', () => {
  it('begin with the opening stream tag, whose namespace declarations are gone', () => {
    expect(tokensOf(`<?xml version='1.0'?>${HEADER}`)).toEqual([
      {
        kind: 'header',
        xmlDeclaration: true,
        contentNamespace: 'jabber:client',
        tag: { name: 'stream', namespace: STREAM, attributes: { version: '1.0' }, children: [], text: '' },
      },
    ]);
  });

  it('are the first-level elements, complete, and the closing stream tag', () => {
    const tokens = tokensOf(`${HEADER}<a/> <b><c/><d>e</d></b>\n</stream:stream>`);
    expect(outline(tokens)).toEqual(['header', 'element a', 'element b', 'end']);
  });

  it('end with the closing stream tag, whatever follows', () => {
    expect(outline(tokensOf(`${HEADER}</stream:stream><a/><<<`))).toEqual(['header', 'end']);
    expect(outline(tokensOf(HEADER.replace('>', '/>')))).toEqual(['header', 'end']);
  });

  it('come only when a tag is whole', () => {
    const tokenizer = createStreamTokenizer();
    tokenizer.push(bytesOf(HEADER.slice(0, -1)));
    expect(tokenizer.next()).toBeUndefined();
    tokenizer.push(bytesOf('>'));
    expect(tokenizer.next()?.kind).toBe('header');
    expect(tokenizer.next()).toBeUndefined();
  });

  it('begin anew at a second stream header', () => {
    const second = `<s:stream xmlns:s='${STREAM}'><s:features/></s:stream>`;
    expect(outline(tokensOf(HEADER + second))).toEqual(['header', 'header', 'element features', 'end']);
  });

  it('show a stream error whose prefix is not declared, with and without a header before it', () => {
    const error = `<stream:error><host-unknown xmlns='urn:ietf:params:xml:ns:xmpp-streams'/></stream:error></stream:stream>`;
    const other = `<s:stream xmlns:s='${STREAM}'>`;
    expect(outline(tokensOf(error))).toEqual(['element error', 'end']);
    expect(tokensOf(error)[0]).toMatchObject({ element: { name: 'error', namespace: STREAM } });
    expect(outline(tokensOf(other + error.replace('</stream:stream>', '</s:stream>')))).toEqual([
      'header',
      'element error',
      'end',
    ]);
  });
});

describe('an element', () => {
  it('is known by namespace and local name, whatever its prefix', () => {
    const own = elementOf(`<features xmlns='${STREAM}'><starttls xmlns='urn:t'/></features>`);
    const prefixed = elementOf(`<x:features xmlns:x='${STREAM}' xmlns:t='urn:t'><t:starttls/></x:features>`);
    expect(own).toEqual(prefixed);
    expect(own).toMatchObject({
      name: 'features',
      namespace: STREAM,
      children: [{ name: 'starttls', namespace: 'urn:t' }],
    });
  });

  it('inherits and overrides namespaces, and leaves them behind when it ends', () => {
    const [a, b] = tokensOf(`${HEADER}<a xmlns='urn:a'><c/><c xmlns=''/></a><b/>`).slice(1);
    expect(a).toMatchObject({ element: { namespace: 'urn:a', children: [{ namespace: 'urn:a' }, { namespace: '' }] } });
    expect(b).toMatchObject({ element: { namespace: 'jabber:client' } });
  });

  it('joins its character data, decodes entities and CDATA, and normalises line ends', () => {
    const { text } = elementOf(`<a>1 &lt;&amp;&gt;&quot;&apos;<b>x</b><![CDATA[<&]]> 2\r\n3\r4&#13;&#x1F600;</a>`);
    expect(text).toBe(`1 <&>"'<& 2\n3\n4\r😀`);
  });

  it('keeps attributes by their written names, in either kind of quotes', () => {
    const { attributes } = elementOf(`<a one='"&lt;>' two = "'" xml:lang='de'\n x:y='z' xmlns:x='urn:x'/>`);
    expect(attributes).toEqual({ one: '"<>', two: "'", 'xml:lang': 'de', 'x:y': 'z' });
  });

  it('has attribute values with plain spaces for white space, but not for references to it', () => {
    expect(elementOf(`<a b='1\t2\r\n3&#9;4&#10;'/>`).attributes).toEqual({ b: '1 2 3\t4\n' });
  });

  it('is not disturbed by names that objects have from birth', () => {
    const element = elementOf(`<constructor toString='1' __proto__='2'><__proto__/></constructor>`);
    expect(element).toMatchObject({
      name: 'constructor',
      attributes: { toString: '1' },
      children: [{ name: '__proto__' }],
    });
  });
});

describe('what follows a token', () => {
  it('stays untouched behind the ">" that ended it', () => {
    const tokenizer = createStreamTokenizer();
    tokenizer.push(bytesOf(`${HEADER}<proceed/>\u0016\u0003\u0001 injected<`));
    expect(outline([tokenizer.next(), tokenizer.next()].flatMap((token) => token ?? []))).toEqual([
      'header',
      'element proceed',
    ]);
    expect(tokenizer.takeRest()).toEqual(bytesOf('\u0016\u0003\u0001 injected<'));
    expect(tokenizer.takeRest()).toHaveLength(0);
  });
});

describe('what is not XMPP', () => {
  it.each([
    ['an HTTP server', 'HTTP/1.1 400 Bad Request\r\n\r\n', 'stream.not-xmpp'],
    ['an SSH server', 'SSH-2.0-OpenSSH_9.2\r\n', 'stream.not-xmpp'],
    ['a web page', '<html><body/></html>', 'stream.not-xmpp'],
    ['a stream of something else', `<stream xmlns='urn:example'>`, 'stream.not-xmpp'],
    ['a stray byte order mark', new Uint8Array([0xef, 0xbb, 0x3c]), 'stream.not-xmpp'],
    ['a TLS alert', new Uint8Array([0x15, 3, 1, 0, 2, 2, 40]), 'stream.speaks-tls'],
    ['a TLS handshake', new Uint8Array([0x16, 3, 1]), 'stream.speaks-tls'],
  ])('is told apart: %s', (_, input, code) => {
    expect(outline(tokensOf(input))).toEqual([`failed ${code}`]);
    expect(outline(tokensOf(input, byteByByte))).toEqual([`failed ${code}`]);
  });

  it('is not what begins with a byte order mark or white space', () => {
    expect(outline(tokensOf(`\uFEFF \r\n\t<?xml version="1.0" encoding='UTF-8' ?>\n${HEADER}`))).toEqual(['header']);
    expect(tokensOf(' \n')).toEqual([]);
  });
});

describe('XML that is not well-formed', () => {
  it.each([
    ['an end tag of another element', '<a></b>'],
    ['an end tag too many', '</stream:strea>'],
    ['an undeclared prefix', '<x:a/>'],
    ['an undeclared prefix that only errors may have', '<streams:error/>'],
    ['an undeclared prefix of an attribute', `<a x:b='1'/>`],
    ['a prefix declared away', `<a xmlns:x=''/>`],
    ['a declared prefix xmlns', `<a xmlns:xmlns='urn:x'/>`],
    ['an attribute given twice', `<a b='1' b='2'/>`],
    ['an attribute given twice by two prefixes', `<a xmlns:x='urn:x' xmlns:y='urn:x' x:b='1' y:b='2'/>`],
    ['an attribute without value', '<a b>'],
    ['an attribute without quotes', '<a b=1>'],
    ['attributes without space between', `<a b='1'c='2'/>`],
    ['"<" in an attribute', `<a b='<'/>`],
    ['"<" in a tag', '<a <b>'],
    ['a slash in the wrong place', '<a / >'],
    ['an empty tag', '<>'],
    ['a name that begins with a digit', '<1/>'],
    ['a name of two colons', '<a:b:c/>'],
    ['attributes on an end tag', `<a></a b='1'>`],
    ['an unknown entity', '<a>&nbsp;</a>'],
    ['an unknown entity in an attribute', `<a b='&lol;'/>`],
    ['a lone ampersand', '<a>AT & T</a>'],
    ['an entity without end', '<a>&lt</a>'],
    ['a reference to a forbidden character', '<a>&#0;</a>'],
    ['a reference to a surrogate', '<a>&#xD800;</a>'],
    ['a reference to no character', '<a>&#99999999999999999999;</a>'],
    ['"]]>" in character data', '<a>]]></a>'],
    ['a marked section that is not CDATA', '<a><![INCLUDE[x]]></a>'],
    ['NUL', '<a>\u0000</a>'],
    ['a control character in an attribute', `<a b='\u001b'/>`],
    ['a control character between elements', '\u0007<a/>'],
    ['a noncharacter', '<a>\uFFFE</a>'],
  ])('is refused: %s', (_, xml) => {
    expect(outline(tokensOf(HEADER + xml + ' <')).slice(1)).toEqual(['failed xml.not-well-formed']);
    expect(outline(tokensOf(HEADER + xml + ' <', byteByByte)).slice(1)).toEqual(['failed xml.not-well-formed']);
  });

  it.each([
    ['a byte that begins no character', [0xff]],
    ['a character cut short', [0xe2, 0x82]],
    ['a character longer than need be', [0xc0, 0xbc]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
  ])('is refused when it is not UTF-8: %s', (_, bytes) => {
    const input = new Uint8Array([...bytesOf(`${HEADER}<a>`), ...bytes, ...bytesOf('</a>')]);
    expect(outline(tokensOf(input))).toEqual(['header', 'failed xml.not-well-formed']);
  });

  it.each([
    ['text before the stream header', `<?xml version='1.0'?>hello${HEADER}`],
    ['CDATA before the stream header', `<![CDATA[ ]]>${HEADER}`],
    ['an XML declaration without version', `<?xml encoding='UTF-8'?>${HEADER}`],
    ['an end tag before anything', '</stream:stream>'],
  ])('is refused at the start: %s', (_, xml) => {
    expect(outline(tokensOf(xml))).toEqual(['failed xml.not-well-formed']);
  });
});

describe('XML that XMPP forbids', () => {
  it.each([
    ['a comment', `${HEADER}<!-- hello -->`],
    ['a processing instruction', `${HEADER}<?php echo 1 ?>`],
    ['an XML declaration in the middle', `${HEADER}<?xml version='1.0'?>`],
    ['another processing instruction at the start', `<?xml-stylesheet href='x'?>${HEADER}`],
    ['a document type', `<?xml version='1.0'?><!DOCTYPE html>`],
    [
      'a billion laughs',
      `<?xml version='1.0'?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;">]><lolz>&lol2;</lolz>`,
    ],
  ])('is refused: %s', (_, xml) => {
    expect(outline(tokensOf(xml)).at(-1)).toBe('failed xml.forbidden');
    expect(tokensOf(xml, byteByByte)).toEqual(tokensOf(xml));
  });
});

describe('limits', () => {
  const tooMuch = (xml: string) => {
    const last = tokensOf(HEADER + xml).at(-1);
    return last?.kind === 'failed' ? [last.failure.code, last.failure.detail] : last;
  };

  it.each([
    ['a text of a megabyte', `<a>${'x'.repeat(1_000_000)}`, 'more than 32768 bytes in one element'],
    ['a tag of a megabyte', `<a b='${'x'.repeat(1_000_000)}`, 'more than 32768 bytes in one element'],
    ['a megabyte of small elements', '<a/>'.repeat(250_000), 'more than 65536 bytes in one stream'],
    ['a megabyte of white space', ' '.repeat(1_000_000), 'more than 32768 bytes in one element'],
    [
      'many attributes',
      `<a ${Array.from({ length: 3000 }, (_, n) => `a${n}=''`).join(' ')}/>`,
      'more than 64 attributes on one tag',
    ],
    [
      'ten thousand attributes',
      `<a ${Array.from({ length: 10_000 }, (_, n) => `a${n}=''`).join(' ')}/>`,
      'more than 32768 bytes in one element',
    ],
    ['deep nesting', '<a>'.repeat(2000), 'more than 16 levels of elements'],
    ['many children', `<a>${'<b/>'.repeat(2000)}</a>`, 'more than 512 children of one element'],
  ])('are passed with a failure by %s', (_, xml, detail) => {
    expect(tooMuch(xml)).toEqual(['stream.limit', detail]);
  });

  it('are passed by white space before the stream header, too', () => {
    expect(outline(tokensOf(' '.repeat(70_000)))).toEqual(['failed stream.limit']);
  });

  it('let through what stays just below them', () => {
    const limits = { elementBytes: HEADER.length, depth: 2, attributes: 3, children: 2 };
    const within = `<a b='1' c='2'><d/><e></e></a>`;
    expect(outline(tokensOf(HEADER + within, byteByByte, limits))).toEqual(['header', 'element a']);
  });

  it('count one element at a time and the stream as a whole', () => {
    const element = `<a>${'x'.repeat(50)}</a>`;
    const limits = { streamBytes: HEADER.length + 4 * element.length, elementBytes: HEADER.length };
    const expected = ['header', ...Array.from({ length: 4 }, () => 'element a'), 'failed stream.limit'];
    expect(outline(tokensOf(HEADER + element.repeat(6), undefined, limits))).toEqual(expected);
    expect(outline(tokensOf(HEADER + element.repeat(6), byteByByte, limits))).toEqual(expected);
  });
});

describe('nothing a peer sends', () => {
  /** Pieces that lead deep into the reader, valid and not, between bytes of any value. */
  const piece = fc.oneof(
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 6 }) },
    {
      weight: 9,
      arbitrary: fc
        .constantFrom(
          ...[
            HEADER,
            '</stream:stream>',
            `<?xml version='1.0'?>`,
            '<a>',
            '</a>',
            '<b/>',
            `<c d='e'>`,
            '</c>',
            `<x:y xmlns:x='z'>`,
          ],
          ...[
            '</x:y>',
            '<![CDATA[',
            ']]>',
            ']',
            '<!--',
            '-->',
            '&amp;',
            '&lol;',
            '&#',
            ';',
            '😀',
            '€',
            ' ',
            '\r',
            '\n',
            "'",
            '"',
          ],
          ...['<', '>', '/', '=', '?>', 'text', '<stream:error>', '</stream:error>', '\u202e', '\u0000'],
        )
        .map(bytesOf),
    },
  );
  const input = fc
    .tuple(fc.boolean(), fc.array(piece, { maxLength: 30 }))
    .map(([opened, pieces]) =>
      Uint8Array.from([...bytesOf(opened ? HEADER : ''), ...pieces.flatMap((bytes) => [...bytes])]),
    );
  const limits = { streamBytes: 300, elementBytes: 150, depth: 4, attributes: 3, children: 3 };

  it('makes it throw or loop, or fail with a code of its own', () => {
    fc.assert(
      fc.property(input, (bytes) => {
        for (const token of tokensOf(bytes, undefined, limits)) {
          if (token.kind === 'failed') expect(Object.keys(FAILURES)).toContain(token.failure.code);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('is read differently for being cut differently', () => {
    const cuts = fc.array(fc.nat(60), { maxLength: 12 }).map((lengths): Cut => (bytes) => {
      let start = 0;
      const chunks = lengths.map((length) => bytes.subarray(start, (start += length)));
      return [...chunks, bytes.subarray(start)];
    });
    fc.assert(
      fc.property(input, cuts, (bytes, cut) => {
        const whole = tokensOf(bytes, undefined, limits);
        expect(tokensOf(bytes, cut, limits)).toEqual(whole);
        expect(tokensOf(bytes, byteByByte, limits)).toEqual(whole);
      }),
      { numRuns: 2000 },
    );
  });
});
