// One request of a page on its way: what the app may say of it, in Electron's order, and who answers it.
import { isRegistered, schemeOf, toElectron } from './addresses.ts';
import type { Conversation } from './devtools.ts';
import { headersAfter, mayRequest, rules } from './session.ts';

export interface Paused {
  readonly requestId: string;
  readonly request: { readonly url: string; readonly method: string };
  readonly frameId: string;
  readonly resourceType: string;
  readonly responseStatusCode?: number;
  readonly responseHeaders?: readonly { readonly name: string; readonly value: string }[];
}

interface Whose {
  readonly isMain: boolean;
  readonly contents: unknown;
}

type Headers = Record<string, string[] | string>;

const listed = (headers: Headers): { name: string; value: string }[] =>
  Object.entries(headers).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((each) => ({ name, value: each })),
  );

function gathered(headers: Paused['responseHeaders']): Headers {
  const all: Record<string, string[]> = {};
  for (const { name, value } of headers ?? []) (all[name] ??= []).push(value);
  return all;
}

export async function answerRequest(
  page: Conversation,
  paused: Paused,
  { isMain, contents }: Whose,
): Promise<void> {
  const { requestId, request, responseStatusCode } = paused;
  const url = toElectron(request.url);
  const resourceType = isMain ? 'mainFrame' : paused.resourceType.toLowerCase();
  const details = { url, method: request.method, resourceType, webContents: contents };
  if (responseStatusCode !== undefined) {
    const headers = listed(await headersAfter(details, gathered(paused.responseHeaders)));
    await page.send('Fetch.continueResponse', {
      requestId,
      responseCode: responseStatusCode,
      responseHeaders: headers,
    });
    return;
  }
  if (!(await mayRequest(details))) {
    await page.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
    return;
  }
  const scheme = schemeOf(url);
  if (!isRegistered(scheme)) {
    await page.send('Fetch.continueRequest', {
      requestId,
      interceptResponse: rules.headersReceived !== null,
    });
    return;
  }
  const handler = rules.handlers.get(scheme);
  if (handler === undefined) {
    await page.send('Fetch.failRequest', { requestId, errorReason: 'Failed' });
    return;
  }
  const response = await handler(new Request(url, { method: request.method }));
  const given = Object.fromEntries([...response.headers].map(([name, value]) => [name, [value]]));
  const headers = listed(await headersAfter(details, given));
  const body = Buffer.from(await response.arrayBuffer()).toString('base64');
  await page.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders: headers,
    body,
  });
}
