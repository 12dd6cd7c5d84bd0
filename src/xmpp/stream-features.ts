import type { StreamFeature, StreamFeatures } from '../model/observation.js';
import { child, cut, textOf, type XmlElement } from '../xml/element.js';
import { NS } from './namespaces.js';

/** Reads `<stream:features/>` (RFC 6120 section 4.3.2): every child is kept, the ones we judge by are also read out. */
export function readStreamFeatures(features: XmlElement): StreamFeatures {
  const starttls = features.children.filter((feature) => feature.namespace === NS.tls && feature.name === 'starttls');
  const sasl2 = child(features, NS.sasl2, 'authentication');
  const offers = (namespace: string, name: string): boolean => child(features, namespace, name) !== undefined;
  return {
    all: features.children.map(readFeature),
    starttls: starttls.some(isRequired) ? 'required' : starttls.length > 0 ? 'offered' : 'absent',
    mechanisms: readList(child(features, NS.sasl, 'mechanisms'), 'mechanism'),
    ...(sasl2 === undefined ? {} : { sasl2: readList(sasl2, 'mechanism') }),
    legacyAuth: offers(NS.legacyAuthFeature, 'auth'),
    registration: offers(NS.registrationFeature, 'register'),
    compression: readList(child(features, NS.compressionFeature, 'compression'), 'method'),
    dialback: offers(NS.dialbackFeature, 'dialback'),
  };
}

function readFeature(feature: XmlElement): StreamFeature {
  return {
    name: cut(feature.name),
    namespace: cut(feature.namespace),
    required: isRequired(feature),
    children: feature.children.map(({ name }) => cut(name)),
  };
}

/** In its own namespace: the `<required/>` that jabberd2 writes inside dialback says nothing of STARTTLS. */
function isRequired(feature: XmlElement): boolean {
  return child(feature, feature.namespace, 'required') !== undefined;
}

/** Values of a list such as `<mechanisms/>`, in the order and spelling of the server; empty ones are left out. */
function readList(list: XmlElement | undefined, item: string): string[] {
  const items = list?.children.filter(({ name, namespace }) => name === item && namespace === list.namespace) ?? [];
  return items.flatMap((element) => textOf(element) ?? []);
}
