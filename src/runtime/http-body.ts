import type { IncomingMessage } from 'node:http';
import { DETAIL_LIMIT } from '../model/failure.js';
import { BODY_LIMIT, type HttpResponse } from '../probe/http-client.js';

/** Status, target and body of an answer; what is too long is cut, and the rest not waited for. */
export async function readBody(response: IncomingMessage): Promise<HttpResponse> {
  const { statusCode: status = 0, headers } = response;
  const location = headers.location?.slice(0, DETAIL_LIMIT);
  const decoder = new TextDecoder();
  let body = '';
  for await (const chunk of response as AsyncIterable<Uint8Array>) {
    body += decoder.decode(chunk, { stream: true });
    if (body.length > BODY_LIMIT) break;
  }
  const isCut = body.length > BODY_LIMIT;
  return {
    status,
    body: body.slice(0, BODY_LIMIT),
    ...(isCut ? { isCut } : {}),
    ...(location === undefined ? {} : { location }),
  };
}
